/** A Discord bot with a real desk, at which Ayesha moderates in her direct messages. */
import type { Engine } from '../../../src/core/chat/run-command.ts';
import { postingForTests } from '../../core/posting/posting-for-tests.ts';
import type { DiscordAnswer } from '../../fakes/discord/answer.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

export const AYESHA = '777000000000000001';

/** As a reader sees it: without the backslashes. */
export const plain = ({ text }: Pick<DiscordAnswer, 'text'>) => text.replaceAll(/\\(?=[^0-9A-Za-z\s])/gu, '');
export const labels = ({ components }: DiscordAnswer) => components.map(({ label }) => label);

/** `changes` replace parts of the chat. */
export async function startAtDesk(changes: Partial<Engine> = {}, options: { readonly deferAfterMs?: number } = {}) {
  const { chat, dossier, store, bugs } = await postingForTests();
  await store.moderators.add({ id: `discord:${AYESHA}`, by: 'test:owner', at: 1 });
  // What is recorded is looked at by the tests.
  const { audit: _audit, ...rest } = chat;
  const parts: Partial<Engine> = { ...rest, isPerson: (id) => /^discord:[1-9]\d*$/u.test(id), ...changes };
  const start = async (fake?: RunningDiscord['discord']) => {
    const started = await startDiscord({ chat: parts, ...options }, fake ? { fake } : {});
    await started.log.says(fake ? 'Discord connected as' : 'Commands registered');
    return started;
  };
  let bot = await start();
  return {
    dossier,
    /** Of the desk and of the bot. */
    bugs: () => [...bugs, ...bot.chat.bugs],
    audits: () => bot.chat.audits,
    store,
    discord: bot.discord,
    drafts: async () => store.drafts.list({ author: `discord:${AYESHA}` }),
    ayesha: bot.discord.user({ guildId: null, id: AYESHA }),
    /** A new connection on the same store. */
    async restarts() {
      await bot.leave();
      bot = await start(bot.discord);
    },
    stop: async () => bot.stop(),
  };
}
