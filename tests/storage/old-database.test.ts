/** What an earlier version left in the middle of everything is finished by this one: nothing lost, nothing doubled. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodePress } from '../../src/core/chat/button.ts';
import { admin, chatOver } from '../core/chat/chat-for-tests.ts';
import { accountOf, oldDeliveries, PLATFORMS, recorded } from './old-database/account-of.ts';
import { ENGINES, type LoadedDatabase } from './old-database/load-old-database.ts';
import { drillAgain, forgetHowFarItCame } from './old-database/plan-again.ts';
import { KILLED_AT, type RevivedBot, reviveBot } from './old-database/revived-bot.ts';

const MINUTE = 60_000;
/** Minutes after the old process was killed: quiet hours end at 40, a snooze at 160, a suspension at 280. */
const SOON = [0, 1, 3];
const LATER = [10, 20, 41, 45, 160, 165];
const LAST = [280, 285, 310];
/** PostgreSQL may have to be started, and some hundred messages are sent one after another. */
const SLOW = { timeout: 120_000 };

const places = [...new Set((await oldDeliveries()).values())];

describe.each(['SQLite', 'PostgreSQL'] as const)('an old database on %s', SLOW, (engine) => {
  let database: LoadedDatabase;
  let bot: RevivedBot;
  beforeEach(async () => {
    database = await ENGINES[engine]();
    bot = await reviveBot(database.url, places);
  }, SLOW.timeout);
  afterEach(async () => {
    await bot.close();
    await database.remove();
  });
  const pass = async (minutes: readonly number[]) => {
    for (const minute of minutes) await bot.at(KILLED_AT + minute * MINUTE);
  };
  /** Up to the end. A place that is resumed is resumed before it is sent to only where a process begins by planning. */
  const finish = async () => {
    await pass(LATER);
    await bot.stop();
    bot.start(KILLED_AT + 280 * MINUTE);
    await pass(LAST);
  };

  test('is opened with every delivery, and says of all of them what it said', async () => {
    const { store } = bot;
    expect(await accountOf(store)).toEqual(await recorded('opened'));
    const counts = await Promise.all(PLATFORMS.map((platform) => store.outbox.counts(platform)));
    const total = counts.flatMap((states) => Object.values(states)).reduce((sum, count) => sum + count, 0);
    expect(total).toBe((await oldDeliveries()).size);
  });

  test('is opened with its ledger, team, drafts and facts', async () => {
    const { store } = bot;
    expect((await store.revisionsAfter(0)).map(({ seq }) => seq)).toEqual([...Array(26).keys()].map((n) => n + 1));
    expect((await store.announcementsAfter(0)).map(({ from, to }) => [from, to])).toEqual([
      [16, 17],
      [20, 21],
      [22, 22],
    ]);
    const terms = await store.moderators.list();
    expect(terms.map(({ id, removedAt }) => `${id} ${removedAt === null}`)).toEqual([
      'discord:700000000000000007 true',
      'telegram:7 true',
      'telegram:8 true',
      'telegram:9 false',
    ]);
    expect(await store.drafts.list({ author: 'telegram:7', isAsked: true })).toMatchObject([{ form: 'quote' }]);
    expect(await store.drafts.list({ state: 'waiting' })).toMatchObject([{ answers: { low: '9' } }]);
    const pressed = await decodePress('+changes;0;#xwWieJ0bMyK2_be6', store);
    expect(pressed.args).toEqual({ since: '#15', until: '#22', topics: 'humanitarian', side: 'pakistan' });
  });

  test('has quiet hours that hold alerts, as all did then', async () => {
    const { subscriptions } = bot.store;
    const all = await Promise.all(['telegram:-104', 'telegram:-105'].map((place) => subscriptions.of(place)));
    expect(all.map((one) => one?.settings.quiet)).toEqual([
      { from: '22:00', to: '10:00', exceptBreaking: false, how: 'hold' },
      { from: '22:00', to: '10:00', exceptBreaking: true, how: 'hold' },
    ]);
  });

  test('answers /subscription do:why as it did', async () => {
    const { store, dossier, clock } = bot;
    const answers: string[] = [];
    for (const id of [
      'telegram:-104',
      'telegram:-108',
      'telegram:-112',
      'telegram:-118',
      'discord:300000000000000204',
    ]) {
      const place = { id, isPrivate: false };
      const chat = chatOver(dossier, { store, subscriptions: store.subscriptions, clock }, { asker: admin, place });
      answers.push(`${id}\n${await chat.says('/subscription do:why')}\n`);
    }
    // Of wording: recorded anew whenever that changes.
    await expect(answers.join('\n')).toMatchFileSnapshot('old-database/why.txt');
  });

  test('is finished: each chat gets what it is owed, once, and a restart sends nothing more', async () => {
    bot.start();
    await pass(SOON);
    await finish();
    expect(bot.lines()).toEqual(await recorded('sent'));
    expect(await accountOf(bot.store)).toEqual(await recorded('finished'));
    const calls = bot.calls();
    await bot.stop();
    bot.start();
    await pass([311, 312]);
    expect(bot.calls()).toBe(calls);
  });

  test('is finished the same where all that was queued is planned again', async () => {
    bot.start();
    await pass(SOON);
    await bot.stop();
    const before = bot.lines();
    await forgetHowFarItCame(bot, places);
    await drillAgain(bot);
    bot.start();
    await pass([4, 5]);
    expect(bot.lines()).toEqual(before);
    await finish();
    expect(bot.lines()).toEqual(await recorded('sent'));
    expect(await accountOf(bot.store)).toEqual(await recorded('finished'));
  });
});
