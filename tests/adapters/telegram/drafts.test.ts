/** Writing on Telegram: a dialogue in the private chat, buttons for choices, and a restart between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postingForTests } from '../../core/posting/posting-for-tests.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

const { chat: posting, dossier, bugs } = await postingForTests();
// Who moderates is not what is tested here.
const commands = posting.commands.map((one) => (one.who === 'moderator' ? { ...one, who: 'anyone' as const } : one));

let bot: RunningTelegram;
const start = async (fake?: RunningTelegram['telegram']) => {
  bot = await startTelegram({ chat: { ...posting, commands } }, { fake: fake ?? (await startFakeTelegram()) });
  await bot.log.says('Telegram connected');
};
beforeAll(() => start());
afterAll(() => bot.stop());

describe('a draft', () => {
  test('is asked with messages and buttons, goes on after a restart, and is published', async () => {
    const head = dossier().head;
    const person = bot.telegram.user();
    await person.says('/post');
    const first = await person.says('/post claim');
    expect(first.text).toContain('New · Casualty claim · 1 of');
    const stance = await person.says('src-seed').then(() => person.says('pakistan'));
    const victims = await person.presses(stance, 'asserts');
    expect(victims).toMatchObject({ edited: true, text: expect.stringContaining('Victims') });
    await person.says('afghan-civilians');
    await bot.leave();
    await start(bot.telegram);
    const printed = await person.says('killed');
    expect(printed.text).toContain('Figure as printed');
    for (const words of [
      'seven',
      'exact',
      '7',
      '7',
      '2025-11-07',
      '2025-11-08',
      'An official *said* so',
      '-',
      '-',
      '-',
      '-',
    ]) {
      await person.says(words);
    }
    const preview = await person.says('no');
    expect(preview.text).toContain('A preview');
    const published = await person.presses(preview, 'Publish');
    expect(published.text).toContain('Published: cas-seven-');
    await person.resends();
    expect(dossier().revisionsAfter(head)).toMatchObject([
      { author: `telegram:${person.id}`, entry: { kind: 'claim', fields: { attribution: 'An official *said* so' } } },
    ]);
    expect(bugs).toEqual([]);
    expect(bot.chat.bugs).toEqual([]);
  });

  test('is not answered by forwarded words, nor by commands, nor in groups', async () => {
    const person = bot.telegram.user();
    await person.says('/post claim');
    const before = await posting.posting.drafts.list({ author: `telegram:${person.id}` });
    const forwarded = {
      message_id: 9001,
      date: 1,
      chat: { id: person.chatId, type: 'private', first_name: 'R' },
      from: { id: person.id, is_bot: false, first_name: 'R' },
      forward_origin: { type: 'hidden_user', sender_user_name: 'X', date: 1 },
      text: 'src-seed',
    };
    await bot.telegram.pushUpdate('message', forwarded).processed;
    await person.says('/help');
    expect(await posting.posting.drafts.list({ author: `telegram:${person.id}` })).toEqual(before);
    const group = bot.telegram.user({ chat: 'supergroup' });
    const refused = await group.says('/post claim');
    expect(refused.text).toContain('in your private chat');
    await group.mutters('src-seed');
  });
});
