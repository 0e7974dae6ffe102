/**
 * "Daily at 8 Kabul, only clashes, quiet at night", set up by whoever runs a channel: by buttons and menus alone and in
 * one line of words, through both SDKs, with a restart in between.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports/store.ts';
import type { Subscriptions } from '../../src/core/ports/subscriptions.ts';
import type { Settings } from '../../src/core/subscriptions/subscription.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { startDiscord } from '../adapters/discord/start-discord.ts';
import { startTelegram } from '../adapters/telegram/start-telegram.ts';
import type { DiscordAnswer } from '../fakes/discord/answer.ts';
import { records, text } from '../fakes/json.ts';
import { plain } from './faces.ts';

const CHANNEL = '200000000000000077';
const MANAGE_SERVER = 32n;
const SEND_MESSAGES = 2048n;
const ORDINARY = 2_147_601_472n;
const WORDS = 'daily at 8 Kabul, only clashes, quiet at night';
const WANTED: Settings = {
  schedule: '0 8 * * *',
  timezone: 'Asia/Kabul',
  topics: ['clash'],
  side: null,
  alerts: 'breaking',
  when: 'changes',
  quiet: { from: '22:00', to: '07:00', exceptBreaking: false, how: 'hold' },
  board: 'off',
};

let store: Store & { readonly subscriptions: Subscriptions };
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', role: 'guest' });
});
afterEach(() => store.close());

const stored = async (place: string) => (await store.subscriptions.of(place))?.settings;

/** Labels of the options that menus show as chosen. */
function chosen({ raw }: DiscordAnswer): readonly string[] {
  const menus = records(raw['components']).flatMap((row) => records(row['components']));
  return menus
    .flatMap((menu) => records(menu['options']))
    .flatMap((one) => (one['default'] ? [text(one['label'])] : []));
}

describe('on Telegram', () => {
  const start = (fake?: Awaited<ReturnType<typeof startTelegram>>['telegram']) =>
    startTelegram({ chat: { store, subscriptions: store.subscriptions } }, fake ? { fake } : {});

  it('is chosen by buttons alone, over a restart, and changed the same way', async () => {
    const first = await start();
    const group = first.telegram.channel({ kind: 'supergroup', admins: [900] });
    const admin = first.telegram.user({ id: 900, chat: 'supergroup', chatId: group, status: 'administrator' });
    const place = `telegram:${group}`;
    let form = await admin.says('/subscribe');
    expect(form.text).toContain('Set up updates for');
    form = await admin.presses(form, 'Time zone');
    form = await admin.presses(form, 'Asia/Kabul time');
    form = await admin.presses(form, 'What');
    await first.leave();

    const second = await start(first.telegram);
    form = await admin.presses(form, 'Only clashes');
    form = await admin.presses(form, 'Quiet hours');
    form = await admin.presses(form, 'Quiet 22:00–07:00: hold until 07:00');
    expect(form.text).toContain('Or type it: /subscribe daily at 08:00, Asia/Kabul, only clashes, quiet 22:00-07:00');
    expect(await stored(place)).toBeUndefined();
    const done = await admin.presses(form, 'Subscribe');
    expect(done.text).toContain('Digest: Daily at 08:00 (Asia/Kabul)');
    expect(done.buttons.map(({ label }) => label)).toEqual(['Preview', 'Pause', 'Change']);
    expect(await stored(place)).toEqual(WANTED);

    form = await admin.presses(done, 'Change');
    form = await admin.presses(form, 'Weekdays');
    expect(await stored(place)).toEqual(WANTED);
    const changed = await admin.presses(form, 'Change');
    expect(changed.text).toContain('Changed: how often.');
    expect(await stored(place)).toEqual({ ...WANTED, schedule: '0 8 * * 1-5' });

    form = await admin.presses(await admin.presses(changed, 'Change'), 'What');
    form = await admin.presses(await admin.presses(form, 'Quiet hours'), 'Quiet 22:00–07:00: send without sound');
    const silent = await admin.presses(form, 'Change');
    expect(silent.text).toContain('Changed: quiet hours.');
    expect(silent.text).toContain('Quiet 22:00–07:00: messages come without sound');
    expect((await stored(place))?.quiet).toEqual({ ...WANTED.quiet, how: 'silent' });
    expect(second.chat.bugs).toEqual([]);
    await second.stop();
  });

  it('is said in one line', async () => {
    const { telegram, stop, chat } = await start();
    const admin = telegram.user();
    expect((await admin.says(`/subscribe ${WORDS}`)).text).toContain('are on');
    expect(await stored(`telegram:${admin.chatId}`)).toEqual(WANTED);
    expect(chat.bugs).toEqual([]);
    await stop();
  });
});

describe('on Discord', () => {
  const start = (fake?: Awaited<ReturnType<typeof startDiscord>>['discord']) =>
    startDiscord({ chat: { store, subscriptions: store.subscriptions } }, fake ? { fake } : {});

  it('is chosen in menus alone, over a restart, and changed the same way', async () => {
    const first = await start();
    const admin = first.discord.user({ channelId: CHANNEL, permissions: ORDINARY | MANAGE_SERVER });
    const place = `discord:${CHANNEL}`;
    const choose = async (answer: DiscordAnswer, label: string) => admin.selects(answer, label);
    let form = await admin.slash('subscribe');
    expect(plain(form.text)).toContain('Set up updates for #general');
    expect(chosen(form)).toEqual(['Daily', 'At 08:00', 'UTC time']);
    form = await choose(form, 'Asia/Kabul time');
    expect(chosen(form)).toEqual(['Daily', 'At 08:00', 'Asia/Kabul time']);
    form = await admin.presses(form, 'What');
    await first.leave();

    const second = await start(first.discord);
    form = await choose(form, 'Only clashes');
    form = await choose(form, 'Quiet 22:00–07:00: hold until 07:00');
    expect(chosen(form)).toEqual(['Alerts: breaking news only', 'Quiet 22:00–07:00: hold until 07:00']);
    expect(await stored(place)).toBeUndefined();
    const done = await admin.presses(form, 'Subscribe');
    expect(plain(done.text)).toContain('Daily at 08:00 (Asia/Kabul)');
    expect(await stored(place)).toEqual(WANTED);

    form = await admin.presses(done, 'Change');
    form = await choose(form, 'Weekdays');
    await admin.presses(form, 'Change');
    expect(await stored(place)).toEqual({ ...WANTED, schedule: '0 8 * * 1-5' });
    expect(second.chat.bugs).toEqual([]);
    await second.stop();
  });

  it('is said in one line', async () => {
    const { discord, stop, chat } = await start();
    const admin = discord.user({ channelId: CHANNEL, permissions: ORDINARY | MANAGE_SERVER });
    expect((await admin.slash('subscribe', { schedule: WORDS })).text).toContain('are on');
    expect(await stored(`discord:${CHANNEL}`)).toEqual(WANTED);
    expect(chat.bugs).toEqual([]);
    await stop();
  });

  it('is set up for another channel that is picked, by whoever runs that one, and named ever after', async () => {
    const { discord, stop, chat } = await start();
    const picked = '200000000000000088';
    discord.channel(picked, { name: 'alerts' });
    const admin = discord.user({ channelId: CHANNEL, permissions: ORDINARY | MANAGE_SERVER });
    let form = await admin.slash('subscribe', { channel: picked });
    expect(plain(form.text)).toContain('Set up updates for #alerts');
    form = await admin.selects(form, 'Asia/Kabul time');
    const done = await admin.presses(form, 'Subscribe');
    expect(plain(done.text)).toContain('Updates for #alerts are on');
    expect(await stored(`discord:${CHANNEL}`)).toBeUndefined();
    expect((await stored(`discord:${picked}`))?.timezone).toBe('Asia/Kabul');
    discord.channel(picked, { name: 'alerts', overwrites: [{ id: discord.applicationId, deny: SEND_MESSAGES }] });
    const refused = await admin.slash('subscribe', { channel: picked, schedule: 'weekly' });
    expect(plain(refused.text)).toContain('I may not post in #alerts yet. Please give my role Send Messages there');
    discord.channel(picked, { name: 'alerts' });
    discord.member(admin.id, ORDINARY);
    expect(plain((await admin.presses(done, 'Pause')).text)).toContain('Only people with Manage Server');
    expect((await store.subscriptions.of(`discord:${picked}`))?.status).toBe('active');
    expect(chat.bugs).toEqual([]);
    await stop();
  });
});
