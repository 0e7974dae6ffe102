/** Hostile entries in digests, alerts, boards, corrections and notices, through both real SDKs to both fakes. */

import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toPushedPage } from '../../src/core/chat/to-pushed-page.ts';
import { compose } from '../../src/core/messages/compose.ts';
import { encodeContent } from '../../src/core/messages/content.ts';
import type { Content } from '../../src/core/messages/kinds/index.ts';
import type { Messenger } from '../../src/core/ports/messenger.ts';
import type { Page } from '../../src/core/reply/page.ts';
import { startMessenger as startDiscord } from '../adapters/discord/sending/start-messenger.ts';
import { startMessenger as startTelegram } from '../adapters/telegram/sending/start-messenger.ts';
import { keyOf } from '../contracts/messenger.ts';
import { readMessage } from '../fakes/telegram/answer.ts';
import { type HostileDesk, hostileDesk } from './hostile-posting.ts';
import { changesHostile, publishMany } from './publish-hostile.ts';
import { wrongOnDiscord, wrongOnTelegram } from './seen-by-readers.ts';

/** Drafts of each form. */
const EACH = 10;

let posting: HostileDesk;
let contents: readonly Content[];
beforeAll(async () => {
  posting = await hostileDesk();
  const from = posting.dossier().head + 1;
  await publishMany(posting, EACH);
  const published = posting
    .dossier()
    .revisionsAfter(from - 1)
    .map(({ entry, seq }) => ({ id: entry.fields.id, seq, entry }));
  const to = posting.dossier().head;
  for (const [index, { id }] of published.entries())
    await changesHostile(id, index % 4 === 0 && !id.startsWith('src-') ? 'retract' : 'correct', index, posting);
  const filters = { topics: [], side: null, timezone: 'UTC' };
  const digest = { kind: 'digest', ...filters, slot: 0, isLate: false, doubtfulSlot: null } as const;
  const alert = { kind: 'alert', ...filters, alerts: 'all', heldUntil: null, repeats: 0 } as const;
  const told = [
    { ...digest, from, to },
    ...published.flatMap(({ seq }) => [
      { ...digest, from: seq, to: seq },
      { ...alert, from: seq, to: seq },
    ]),
  ];
  contents = [
    { kind: 'board', ...filters },
    { ...digest, from: null, to },
    { ...digest, from, to: posting.dossier().head },
    ...told,
    ...published.map(({ entry }) => ({ kind: 'drill', timezone: 'UTC', entries: [entry] }) as const),
    ...told.flatMap((original): readonly Content[] => {
      const common = {
        timezone: 'UTC',
        original: encodeContent(original),
        head: to,
        at: 0,
      } as const;
      return [
        { ...common, kind: 'correction' },
        { ...common, kind: 'notice' },
      ];
    }),
  ];
}, 120_000);
afterAll(() => posting.close('pushed'));

/** Each that tells something, sent to a place of its own. */
async function sent(
  messenger: Messenger,
  placeOf: (index: number) => string,
  look: (index: number, page: Page) => readonly string[],
) {
  const { language, store } = posting.chat;
  const kinds = new Set<string>();
  for (const [index, content] of contents.entries()) {
    const composing = {
      dossier: posting.dossier(),
      language,
      now: posting.chat.clock(),
      staleAfterDays: 7,
      announced: [],
    };
    const { reply, more, isEmpty, mark } = compose(content, composing);
    if (isEmpty) continue;
    const page = await toPushedPage(reply, more, messenger.pageLimits, { store, language }, mark);
    let outcome = await messenger.send(placeOf(index), page, keyOf(String(index)));
    while (outcome.kind === 'retry') {
      await setTimeout(outcome.waitMs ?? 100);
      outcome = await messenger.send(placeOf(index), page, keyOf(String(index)));
    }
    expect(outcome).toMatchObject({ kind: 'sent' });
    expect({ content, wrong: look(index, page) }).toEqual({ content, wrong: [] });
    kinds.add(content.kind);
  }
  return [...kinds].toSorted();
}

describe('pushed', { timeout: 300_000 }, () => {
  test('on Discord', async () => {
    const { discord, messenger } = await startDiscord();
    const channel = (index: number) => String(200_000_000_000_100_000n + BigInt(index));
    const kinds = await sent(
      messenger,
      (index) => `discord:${channel(index)}`,
      (index, page) => discord.messagesIn(channel(index)).flatMap(({ raw }) => wrongOnDiscord(raw, page)),
    );
    expect(kinds).toEqual(['alert', 'board', 'correction', 'digest', 'drill', 'notice']);
    await discord.stop();
  });

  test('on Telegram', async () => {
    const { telegram, messenger } = await startTelegram();
    const chats = contents.map((_, index) => telegram.user({ chat: 'group', chatId: -1000 - index }));
    const kinds = await sent(
      messenger,
      (index) => `telegram:${-1000 - index}`,
      (index, page) =>
        chats[index]?.events().flatMap(({ message }) => wrongOnTelegram(readMessage(message), page)) ?? ['no chat'],
    );
    expect(kinds).toEqual(['alert', 'board', 'correction', 'digest', 'drill', 'notice']);
    await telegram.stop();
  });
});
