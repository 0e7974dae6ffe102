/**
 * A claim on its way from the moderator who writes it to the channels, and its correction the same way: on each face,
 * through both SDKs, and what everybody can ask about it afterwards.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, atTheTerminal, type Face, onDiscord, onTelegram, plain } from './faces.ts';
import { type Newsroom, openNewsroom, PEOPLE } from './newsroom.ts';

const CHANNEL = '200000000000000099';
const MANAGE_SERVER = 32n;
const ORDINARY = 2_147_601_472n;
const DAY = 86_400_000;
const WAIT = { timeout: 100_000, interval: 20 };
/** Of a figure that others dispute: Spin Boldak, 15 October 2025. */
const CLAIM: Answers = {
  sources: 'https://www.example.org/news/spin-boldak?id=1',
  sourcePublisher: 'Example Press',
  sourceTitle: 'Hospital speaks of seven',
  sourceDate: '2025-10-16',
  sourceKind: 'news-report',
  claimedBy: 'afghan-local-officials',
  stance: 'asserts',
  victims: 'afghan-civilians',
  harm: 'killed',
  printed: 'at least seven people',
  qualifier: 'at-least',
  low: '7',
  high: '-',
  period: '2025-10-15',
  reportedOn: '2025-10-16',
  attribution: 'A doctor of the hospital in Spin Boldak',
  places: '-',
  development: 'dev-spin-boldak-15-oct',
  scope: '-',
  conflictsWith: 'cas-spb-12',
  announce: 'yes',
};
const RIGHT = { printed: 'at least nine people', low: '9' };
const WHY = { reason: 'The report says nine; we misread it.', weight: 'material' };

let room: Newsroom;
afterEach(() => room.close());

/** A channel on Discord and a group on Telegram, subscribed by their admins. */
async function subscribe() {
  const group = room.telegram.channel({ kind: 'supergroup', admins: [900] });
  const admin = room.telegram.user({ id: 900, chat: 'supergroup', chatId: group, status: 'administrator' });
  expect((await admin.says('/subscribe alerts:all')).text).toContain('are on');
  const manager = room.discord.user({ channelId: CHANNEL, permissions: ORDINARY | MANAGE_SERVER });
  expect((await manager.slash('subscribe', { alerts: 'all' })).text).toContain('are on');
  const isPushed = (text: string) => /^(?:### )?(?:Alert|Breaking|Major|Correct)/u.test(text);
  return {
    /** What was pushed to each, as it stands now. */
    channels: () => ({
      discord: room.discord
        .messagesIn(CHANNEL)
        .filter(({ isAnswer }) => !isAnswer)
        .map(({ text }) => plain(text))
        .filter(isPushed),
      telegram: room.telegram
        .messagesIn(group)
        .map(({ text }) => text)
        .filter(isPushed),
    }),
    /** What anyone is answered, on both platforms. */
    asked: async (command: string, args: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
      const words = Object.entries(args).map(([name, value]) => `${name}:${value}`);
      const reader = room.telegram.user();
      const other = room.discord.user();
      // A figure with all that is known of it is a tap away, where there are several.
      const long = await reader.says([`/${command}`, ...words].join(' '));
      const inFull = long.buttons.find(({ label }) => label.startsWith('Killed in full'));
      const short = await other.slash(command, args);
      const label = short.components.find((one) => one.label?.startsWith('Killed in full'))?.label;
      return [
        (inFull ? await reader.presses(long, inFull.label) : long).text,
        plain((label === undefined || label === null ? short : await other.presses(short, label)).text),
      ];
    },
  };
}

const FACES: readonly (readonly [string, (room: Newsroom) => Face, (room: Newsroom) => Face])[] = [
  ['Discord', onDiscord, onTelegram],
  ['Telegram', onTelegram, onDiscord],
  ['the terminal', atTheTerminal, onTelegram],
];

describe.each(FACES)('written on %s', (_name, writes, approves) => {
  test('a claim is approved, alerted, shown beside its rivals, corrected in every message, and its history kept', {
    timeout: 240_000,
  }, async () => {
    room = await openNewsroom();
    const { channels, asked } = await subscribe();
    const [writer, other] = [writes(room), approves(room)];
    const { head } = room.dossier();

    expect(await writer.post(CLAIM)).toContain('second moderator');
    expect(room.dossier().head).toBe(head);
    expect(channels()).toEqual({ discord: [], telegram: [] });
    expect(await other.approve()).toContain('Published');
    const claim = room
      .dossier()
      .revisionsAfter(head)
      .find(({ entry }) => entry.kind === 'claim');
    const { id } = claim?.entry.fields ?? { id: '' };
    await expect.poll(() => Object.values(channels()).map((texts) => texts.length), WAIT).toEqual([1, 1]);
    for (const [text = ''] of Object.values(channels())) {
      expect(text).toMatch(/at least 7\b/u);
      expect(text).toContain('Example Press');
      expect(text).toContain('UNAMA');
    }
    const written = room.today();
    const about = { incident: 'dev-spin-boldak-15-oct', who: 'afghan-civilians', harm: 'killed', on: '2025-10-15' };
    for (const text of await asked('casualties', about)) {
      expect(text).toMatch(/: \W*at least 7\W/u);
      expect(text).toContain('more than 12');
    }

    await room.later(DAY);
    expect(await writer.correct(id, RIGHT, WHY)).toContain('second moderator');
    expect(await other.approve()).toContain('Published');
    await expect.poll(() => Object.values(channels()).map((texts) => texts.length), WAIT).toEqual([2, 2]);
    for (const [edited = '', notice = ''] of Object.values(channels())) {
      for (const text of [edited, notice]) {
        expect(text).toMatch(/Corrected (?:23 Nov 2026, \d\d:\d\d UTC|<t:\d+:f>): /u);
        expect(text).toMatch(/: \S*at least 7\S* → \S*at least 9\S*\. Reason: /u);
        expect(text).toContain(WHY.reason);
      }
      expect(notice).toMatch(/This corrects what I sent on (?:22 November 2026|<t:\d+:f>)/u);
    }

    for (const text of await asked('casualties', { ...about, known: written })) {
      expect(text).toMatch(/: \W*at least 7\W/u);
      expect(text).not.toMatch(/at least 9\W|nine people/u);
    }
    for (const text of await asked('casualties', about)) {
      expect(text).toMatch(/at least 9\W.*Revised here; before: .*at least 7/u);
      expect(text).toContain('more than 12');
    }
    for (const text of await asked('corrections')) expect(text).toContain(WHY.reason);

    const { head: seq } = room.dossier();
    await expect
      .poll(() => room.store.corrections.coverage(seq), WAIT)
      .toEqual({ seq, messages: 2, edited: 2, noticed: 0, notices: 2, pending: 0, failed: [] });
    // The report to whoever corrected: one message, which says in the end that nothing is left to do.
    await expect.poll(() => writer.toldUnasked().join('\n'), WAIT).toContain(`How far correction #${seq} came`);
    // Once for each platform to have looked again, once for the report.
    for (const _ of [1, 2]) await room.later(2 * 60_000);
    const report =
      /Messages that showed it: 2\W+Edited: 2\W+Announced in a new message instead: 0\W+Failed: 0\W+Still to do: 0/u;
    await expect.poll(() => writer.toldUnasked().join('\n'), WAIT).toMatch(report);
    await expect.poll(() => writer.toldUnasked().join('\n'), WAIT).toContain('Finished: nothing is left to do');
    expect(room.bugs).toEqual([]);
    expect(room.lines.filter((line) => line.includes(PEOPLE.discord)).length).toBe(0);
  });
});
