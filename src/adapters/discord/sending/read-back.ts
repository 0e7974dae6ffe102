/** Looks in a channel for a message that the bot may have sent there: by its marker, since a moment. */
import { type REST, Routes, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import { readMarker } from './marker.ts';

/** Our clock and Discord's may differ by as many milliseconds. */
const CLOCKS_DIFFER_MS = 60_000;
/** Source: discord-api-docs, resources/message.mdx, "Get Channel Messages". */
const MESSAGES_A_PAGE = 100;
/** In a channel where more was said since then, what was not found is not known. */
const PAGES = 5;

const messagesSchema = z.array(
  z.object({
    id: z.string(),
    components: z
      .array(z.object({ components: z.array(z.object({ custom_id: z.string().optional() })).optional() }))
      .optional(),
  }),
);

export interface Call {
  readonly signal: AbortSignal;
}

/**
 * Without the right to read the history Discord answers with an empty list, not with an error. So an empty list counts
 * only where older messages can be seen, or where no right is needed (`isDirect`). `since` is Unix time in ms. Rejects
 * with the errors of `REST`.
 */
export async function findMarked(search: {
  readonly rest: REST;
  readonly channel: string;
  readonly isDirect: boolean;
  readonly key: string;
  readonly since: number;
  readonly call: Call;
}): Promise<{ readonly message: string } | 'absent' | 'unreadable'> {
  const { rest, channel, isDirect, key, since, call } = search;
  const read = async (query: Readonly<Record<string, string>>) =>
    messagesSchema.parse(
      await rest.get(Routes.channelMessages(channel), { ...call, query: new URLSearchParams(query) }),
    );
  let after = snowflakeOf(since - CLOCKS_DIFFER_MS);
  let isEmpty = true;
  for (let page = 0; page < PAGES; page += 1) {
    const messages = await read({ after: String(after), limit: String(MESSAGES_A_PAGE) });
    const found = messages.find(({ components }) => {
      const customId = components?.[0]?.components?.[0]?.custom_id;
      return customId !== undefined && readMarker(customId) === key;
    });
    if (found) return { message: found.id };
    isEmpty &&= messages.length === 0;
    if (messages.length < MESSAGES_A_PAGE) {
      const isReadable = isDirect || !isEmpty || (await read({ limit: '1' })).length > 0;
      return isReadable ? 'absent' : 'unreadable';
    }
    // The oldest hundred after it, whatever their order in the list.
    after = messages.map(({ id }) => BigInt(id)).reduce((newest, id) => (id > newest ? id : newest), after);
  }
  return 'unreadable';
}

/** The first id that a message of that moment can have. */
function snowflakeOf(at: number): bigint {
  return SnowflakeUtil.generate({ timestamp: at, increment: 0n, workerId: 0n, processId: 0n });
}
