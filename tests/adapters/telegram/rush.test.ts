/** Many people ask at the same moment, and Telegram keeps to its limits: all are answered, no faster than it takes. */
import { afterEach, expect, test } from 'vitest';
import { createTelegramMessenger } from '../../../src/adapters/telegram/sending/messenger.ts';
import { createAnswerLane } from '../../../src/delivery/answer-lane.ts';
import { createPacer } from '../../../src/delivery/pacing.ts';
import { platformNow } from '../../fakes/platform-clock.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { logForTests } from '../log-for-tests.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

let bot: RunningTelegram;
afterEach(() => bot.stop());

/**
 * With the limits that the bot keeps to when it is served, and as many a second as given. `left` fills with what
 * leaves, by the bot's clock: how long it takes to arrive goes by how busy the machine is.
 */
async function start(perSecond: number) {
  const telegram = await startFakeTelegram();
  const { limits } = createTelegramMessenger({
    config: { token: telegram.token, apiUrl: telegram.apiUrl },
    limits: { perSecond },
    log: logForTests().log,
    signal: AbortSignal.abort(),
  });
  const pacer = createPacer(limits);
  const left: { readonly place: string; readonly at: number }[] = [];
  const answer: typeof pacer.answer = (place, at) => {
    const wait = pacer.answer(place, at);
    if (wait.ms === 0) left.push({ place, at });
    return wait;
  };
  const lane = createAnswerLane({ ...pacer, answer }, platformNow);
  bot = await startTelegram({ lane }, { fake: telegram });
  return { telegram, left, lane };
}

const sends = ({ calls }: FakeTelegram) => calls.filter(({ method }) => method === 'sendMessage');
const complaints = () => bot.log.lines.filter((line) => line.includes('"level":40') || line.includes('"level":50'));

test('90 people at once: each gets an answer, in the order of asking, no faster than Telegram takes them', async () => {
  const { telegram, left } = await start(30);
  const people = Array.from({ length: 90 }, () => telegram.user());
  const answers = await Promise.all(people.map((person) => person.says('/help')));
  expect(answers).toHaveLength(90);
  expect(left.map(({ place }) => place)).toEqual(people.map(({ chatId }) => `telegram:${chatId}`));
  for (const { at: from } of left)
    expect(left.filter(({ at }) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(30);
  expect(complaints()).toEqual([]);
});

test('who waits for longer than three seconds sees “typing”; a press stops spinning meanwhile', async () => {
  const { telegram } = await start(4);
  const presser = telegram.user();
  const page = await presser.says('/casualties');
  const people = Array.from({ length: 20 }, () => telegram.user());
  const asked = people.map((person) => person.says('/help'));
  await expect.poll(() => sends(telegram).length).toBeGreaterThan(2);
  const pressed = presser.presses(page, page.buttons.at(-1)?.label ?? '');
  await Promise.all([...asked, pressed]);
  const typing = new Set(
    telegram.calls.filter(({ method }) => method === 'sendChatAction').map(({ params }) => params['chat_id']),
  );
  expect(typing.has(people.at(0)?.chatId)).toBe(false);
  expect(typing.has(people.at(-1)?.chatId)).toBe(true);
  const order = telegram.calls.map(({ method }) => method);
  expect(order.lastIndexOf('answerCallbackQuery')).toBeLessThan(order.lastIndexOf('editMessageText'));
});

test('the same question in a group within seconds gets one answer; other questions and other groups get theirs', async () => {
  const { telegram } = await start(30);
  const first = telegram.user({ chat: 'supergroup' });
  const others = [1, 2, 3].map(() => telegram.user({ chat: 'supergroup', chatId: first.chatId }));
  const elsewhere = telegram.user({ chat: 'supergroup' });
  const answers = [first.says('/about'), elsewhere.says('/about')];
  await Promise.all(others.map((person) => person.mutters('/about')));
  await Promise.all(answers);
  await others[0]?.says('/corrections');
  const sentTo = ({ chatId }: { readonly chatId: number }) =>
    sends(telegram).filter(({ params }) => params['chat_id'] === chatId).length;
  expect([sentTo(first), sentTo(elsewhere)]).toEqual([2, 1]);
});

test('stopped in a rush, who had no answer yet gets it after the next start, and nobody gets two', async () => {
  const { telegram, lane } = await start(3);
  const { store } = bot.chat;
  const people = Array.from({ length: 12 }, () => telegram.user());
  const asked = people.map((person) => person.says('/help'));
  await expect.poll(() => sends(telegram).length).toBeGreaterThan(3);
  await bot.leave();
  lane.close();
  const answered = sends(telegram).length;
  expect(answered).toBeLessThan(12);
  bot = await startTelegram({ chat: { store } }, { fake: telegram });
  await Promise.all(asked);
  const chats = sends(telegram).map(({ params }) => params['chat_id']);
  expect(new Set(chats).size).toBe(12);
  expect(chats).toHaveLength(12);
});

test('a wait that Telegram asks of one chat holds nobody else up', async () => {
  const { telegram } = await start(30);
  const [blocked, other] = [telegram.user(), telegram.user()];
  telegram.failNext(({ path }) => path.endsWith('/sendMessage'), {
    status: 429,
    body: {
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 2',
      parameters: { retry_after: 2 },
    },
  });
  const late = blocked.says('/help');
  await expect.poll(() => sends(telegram).length).toBe(1);
  await other.says('/help');
  expect(sends(telegram)).toHaveLength(2);
  await expect(late).resolves.toBeDefined();
});
