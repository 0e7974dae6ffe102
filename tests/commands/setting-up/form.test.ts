/** The form of /subscribe: it stores nothing until its action does, and then exactly what it shows. */
import { describe, expect, it } from 'vitest';
import type { Asker, Chat } from '../../../src/core/chat/asker.ts';
import { decodePress } from '../../../src/core/chat/button.ts';
import { runPress } from '../../../src/core/chat/run-command.ts';
import type { Page } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { admin, chatForTests, here } from '../../core/chat/chat-for-tests.ts';

async function formChat(asker: Asker = admin, place: Chat = here) {
  const chat = await chatForTests({}, { asker, place });
  const press = (page: Page, label: string) => {
    const labels = page.buttons.flat();
    const button = labels.find((one) => one.label === label);
    if (!button) throw new Error(`No button “${label}”, only ${labels.map((one) => one.label).join(', ')}`);
    return runPress(button.data, { asker, place }, UNLIMITED, chat);
  };
  return { ...chat, press, stored: (id = here.id) => chat.subscriptions.of(id) };
}

describe('the form', () => {
  it('stores nothing while somebody chooses, and everything shown in the end', async () => {
    const chat = await formChat();
    let page = await chat.answers('/subscribe');
    page = await chat.press(page, 'Weekdays');
    page = await chat.press(page, 'At 21:00');
    page = await chat.press(page, 'Asia/Kabul time');
    page = await chat.press(page, 'What');
    page = await chat.press(page, 'Only clashes');
    page = await chat.press(page, 'Add talks');
    page = await chat.press(page, 'Add airstrikes');
    page = await chat.press(page, 'Without clashes');
    page = await chat.press(page, 'Quiet 22:00–07:00: hold until 07:00, except breaking');
    page = await chat.press(page, 'No alerts');
    page = await chat.press(page, 'Board and more');
    page = await chat.press(page, 'A pinned board beside the digests');
    page = await chat.press(page, 'Sends a digest even without news');
    page = await chat.press(page, 'Only what involves Pakistan');
    expect(await chat.stored()).toBeUndefined();
    await chat.press(page, 'Subscribe');
    const settings = {
      schedule: '0 21 * * 1-5',
      timezone: 'Asia/Kabul',
      topics: ['talks', 'airstrike'],
      side: 'pakistan',
      alerts: 'off',
      when: 'always',
      quiet: { from: '22:00', to: '07:00', exceptBreaking: true, how: 'hold' },
      board: 'beside',
    };
    expect((await chat.stored())?.settings).toEqual(settings);
    page = await chat.answers('/subscribe');
    for (const [step, label] of [
      ['What', 'All topics'],
      ['Board and more', 'All sides'],
      ['How often', 'Daily'],
    ] as const) {
      page = await chat.press(page, step);
      page = await chat.press(page, label);
    }
    expect((await chat.stored())?.settings).toEqual(settings);
    await chat.press(page, 'Change');
    expect((await chat.stored())?.settings).toEqual({ ...settings, schedule: '0 21 * * *', topics: [], side: null });
    expect(chat.bugs).toEqual([]);
  });

  it('keeps a schedule of one’s own until another is chosen', async () => {
    const chat = await formChat();
    await chat.says('/subscribe */15 * * * *, Kabul');
    let page = await chat.answers('/subscribe');
    expect(page.buttons.flat().map(({ label }) => label)).not.toContain('At 21:00');
    await chat.press(page, 'Change');
    expect((await chat.stored())?.settings).toMatchObject({ schedule: '*/15 * * * *', timezone: 'Asia/Kabul' });
    page = await chat.press(page, 'Every Monday');
    page = await chat.press(page, 'At 21:00');
    await chat.press(page, 'Change');
    expect((await chat.stored())?.settings.schedule).toBe('0 21 * * 1');
  });

  it('goes on from words, and never offers what is chosen', async () => {
    const chat = await formChat();
    const page = await chat.answers('/subscribe weekly at 7:30 Kabul do:choose');
    expect(await chat.stored()).toBeUndefined();
    const labels = page.buttons.flat().map(({ label }) => label);
    expect(labels.filter((label) => /^All (?!topics|sides)/u.test(label))).toEqual([]);
    expect(labels).not.toContain('At 07:30');
    await chat.press(await chat.press(page, 'Daily'), 'Subscribe');
    expect((await chat.stored())?.settings).toMatchObject({ schedule: '30 7 * * *', timezone: 'Asia/Kabul' });
  });

  it('of a channel that cannot ask by itself keeps the channel and says its name', async () => {
    const channel: Chat = { id: 'test:channel', isPrivate: false, name: 'Front pages' };
    const asker: Asker = { ...admin, findChannel: () => Promise.resolve(channel) };
    const chat = await formChat(asker);
    expect(await chat.says('/subscribe channel:@news')).toContain('Set up updates for Front pages');
    const done = await chat.press(await chat.answers('/subscribe channel:@news'), 'Subscribe');
    expect(await chat.stored()).toBeUndefined();
    expect((await chat.stored(channel.id))?.place).toBe(channel.id);
    const ways = await Promise.all(done.buttons.flat().map(({ data }) => decodePress(data, chat.store)));
    expect(ways.map(({ args }) => args['channel'])).toEqual(['@news', '@news', '@news']);
  });

  it('is for admins, and so is each press', async () => {
    const chat = await formChat();
    const page = await chat.answers('/subscribe');
    const anybody: Asker = { id: 'test:9', roles: new Set() };
    for (const { data } of page.buttons.flat()) {
      const { audience } = await runPress(data, { asker: anybody, place: here }, UNLIMITED, chat);
      expect(audience).toBe('asker');
    }
    expect(await chat.stored()).toBeUndefined();
  });
});

describe('mistakes', () => {
  it('are all said in one answer, whether words or named, and nothing is stored', async () => {
    const chat = await formChat();
    const text = await chat.says(
      '/subscribe dayly only airstrik at:25:00 timezone:karachy topics:weather quiet:x side:india',
    );
    expect(text).toContain('I did not understand 7 things:');
    for (const words of ['“dayly”', '“airstrik”', '“25:00”', '“karachy”', '“weather”', '“x”', '“india”']) {
      expect(text).toContain(words);
    }
    expect(await chat.stored()).toBeUndefined();
    expect(chat.bugs).toEqual([]);
  });

  it.each([
    ['quiet at night, quiet 23-7', 'You said quiet hours twice, the second time as “quiet 23-7”'],
    ['quiet at night, no quiet', 'You said quiet hours twice, the second time as “no quiet”'],
    ['all topics, only  talks and clashes', 'You said topics twice, the second time as “only talks and clashes”'],
    ['only Pakistan, all sides', 'You said the side twice, the second time as “all sides”'],
    ['all sides, only about Pakistan', 'You said the side twice, the second time as “only about Pakistan”'],
    ['Kabul, Karachi', 'You said the time zone twice, the second time as “Karachi”'],
    ['daily, weekly', 'You said how often twice, the second time as “weekly”'],
    ['daily at 8 at:09:00', 'You said the time twice, the second time as “09:00”'],
  ])('a setting that is said twice is refused in the words that were typed: %s', async (typed, words) => {
    const chat = await formChat();
    expect(await chat.says(`/subscribe ${typed}`)).toContain(words);
    expect(await chat.stored()).toBeUndefined();
    expect(chat.bugs).toEqual([]);
  });
});
