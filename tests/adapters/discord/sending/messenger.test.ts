/** Discord as a `Messenger`: the contract, and what is Discord's own. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMarker, withoutMarker } from '../../../../src/adapters/discord/sending/marker.ts';
import { describeMessenger, keyOf, pushedPage } from '../../../contracts/messenger.ts';
import { toChannel } from '../../../fakes/discord/failures.ts';
import { platformNow } from '../../../fakes/platform-clock.ts';
import { CHANNEL, PLACE, type StartedMessenger, startMessenger } from './start-messenger.ts';

describeMessenger('Discord', async () => {
  const { discord, messenger, abort } = await startMessenger();
  return {
    messenger,
    places: [PLACE, 'discord:200000000000000078', 'discord:@300000000000000009'],
    shown: (place) => {
      const [, person, id = ''] = /^discord:(@?)(\d+)$/u.exec(place) ?? [];
      return discord.messagesIn(person === '@' ? discord.direct(id) : id).map(({ text }) => text);
    },
    finds: 'message',
    down: discord.down,
    up: discord.up,
    cutNext: () => discord.failNext(toChannel(CHANNEL), 'cut'),
    abort,
    stop: discord.stop,
  };
});

let started: StartedMessenger;
const begin = async (...options: Parameters<typeof startMessenger>) => {
  started = await startMessenger(...options);
  return started;
};
const requests = (method: string) => started.discord.requests.filter((request) => request.method === method);
const page = pushedPage('Doha', 'Kabul');
const key = keyOf('delivery');

describe('a send', () => {
  beforeEach(() => begin());
  afterEach(() => started.discord.stop());

  test('pings nobody, and is deduplicated by a nonce that is this delivery’s and this channel’s own', async () => {
    const { messenger } = started;
    await messenger.send(PLACE, page, key);
    await messenger.send('discord:200000000000000078', page, key);
    await messenger.send(PLACE, page, keyOf('another'));
    const nonces = requests('POST').map(({ body }) => {
      expect(body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
      return Object(body).nonce;
    });
    expect(new Set(nonces).size).toBe(3);
    for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{24}$/u);
  });

  test('makes no sound where told so, and only there', async () => {
    const { messenger, discord } = started;
    await messenger.send(PLACE, page, key, { isSilent: true });
    await messenger.send(PLACE, page, keyOf('by day'), { isSilent: false });
    expect(requests('POST').map(({ body }) => Object(body).flags)).toEqual([1 << 12, undefined]);
    expect(discord.messagesIn(CHANNEL).map(({ raw }) => raw['flags'])).toEqual([1 << 12, 0]);
    expect(discord.violations).toEqual([]);
  });

  test('whose answer is lost is found to be the same message', async () => {
    const { messenger, discord } = started;
    const hasty = await startMessenger({ config: { token: discord.token, apiUrl: discord.apiUrl }, timeoutMs: 1000 });
    await hasty.discord.stop();
    for (const fault of ['cut-after', 'cut-body', 'hang-after', 'hang-body'] as const) {
      const own = keyOf(fault);
      discord.failNext(toChannel(CHANNEL, 'POST'), fault);
      expect(await hasty.messenger.send(PLACE, page, own)).toMatchObject({ kind: 'unknown' });
      const again = await messenger.send(PLACE, page, own);
      expect(again).toMatchObject({ kind: 'sent' });
      expect(await messenger.find(PLACE, own, platformNow())).toEqual({ message: Object(again).message });
    }
    expect(discord.messagesIn(CHANNEL)).toHaveLength(4);
  });

  test('is made once, whatever befalls it', async () => {
    const { messenger, discord } = started;
    for (const fault of ['cut', { status: 500, body: {} }, { status: 502, page: '<html>' }] as const) {
      discord.failNext(toChannel(CHANNEL), fault);
      expect(await messenger.send(PLACE, page, key)).toMatchObject({ kind: 'unknown' });
    }
    expect(requests('POST')).toHaveLength(3);
  });

  test('repeated after somebody deleted the message: delivered, and not to be sent again', async () => {
    const { messenger, discord } = started;
    const sent = await messenger.send(PLACE, page, key);
    discord.deletes(CHANNEL, String(Object(sent).message));
    expect(await messenger.send(PLACE, page, key)).toMatchObject({ kind: 'message gone' });
  });

  test('to a person opens the direct channel once, and finds itself there', async () => {
    const { messenger, discord } = started;
    const person = '300000000000000001';
    const sent = await messenger.send(`discord:@${person}`, page, key);
    await messenger.send(`discord:@${person}`, page, keyOf('another'));
    expect(discord.messagesIn(discord.direct(person))).toHaveLength(2);
    expect(requests('POST').filter(({ path }) => path.endsWith('/users/@me/channels'))).toHaveLength(1);
    expect(await messenger.find(`discord:@${person}`, key, platformNow())).toEqual({ message: Object(sent).message });
    // There is no right to lack in direct messages: an empty list is believed.
    expect(await messenger.find('discord:@300000000000000002', key, platformNow())).toBe('absent');
  });

  test('to a person whose channel could not be opened was not made', async () => {
    const { messenger, discord } = started;
    discord.failNext(({ path }) => path.endsWith('/users/@me/channels'), 'cut-after');
    expect(await messenger.send('discord:@300000000000000003', page, key)).toMatchObject({ kind: 'retry' });
    expect(await messenger.send('discord:@300000000000000003', page, key)).toMatchObject({ kind: 'sent' });
  });

  test('by a refused token: stop, and Discord is not asked again', async () => {
    const { messenger, discord } = started;
    discord.failNext(() => true, { status: 401, body: { code: 0, message: '401: Unauthorized' } });
    expect(await messenger.send(PLACE, page, key)).toMatchObject({ kind: 'stop' });
    expect(await messenger.send(PLACE, page, key)).toMatchObject({ kind: 'stop' });
    expect(discord.requests).toHaveLength(1);
  });

  test('that is refused as malformed is logged once, without address or token', async () => {
    const { messenger, discord, log } = started;
    discord.failNext(toChannel(CHANNEL), { status: 400, body: { code: 50_035, message: 'Invalid Form Body' } }, 2);
    expect(await messenger.send(PLACE, page, key)).toMatchObject({ kind: 'rejected' });
    expect(await messenger.send(PLACE, page, key)).toMatchObject({ kind: 'rejected' });
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toContain('Invalid Form Body');
    expect(log.lines.join('')).not.toMatch(/127\.0\.0\.1|fake\.discord|2000000/u);
  });
});

describe('an edit', () => {
  beforeEach(() => begin());
  afterEach(() => started.discord.stop());

  test('leaves attachments alone, and carries the marker of its own delivery', async () => {
    const { messenger } = started;
    const sent = await messenger.send(PLACE, page, key);
    await messenger.edit(PLACE, String(Object(sent).message), page, keyOf('edit'));
    const [patch] = requests('PATCH');
    expect(patch?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(patch?.body).not.toHaveProperty('attachments');
    expect(await messenger.find(PLACE, keyOf('edit'), platformNow())).toEqual({ message: Object(sent).message });
  });

  test('of a message that was deleted, or that is none', async () => {
    const { messenger, discord } = started;
    const sent = await messenger.send(PLACE, page, key);
    discord.deletes(CHANNEL, String(Object(sent).message));
    for (const message of [String(Object(sent).message), 'nonsense', ''])
      expect(await messenger.edit(PLACE, message, page, key)).toMatchObject({ kind: 'message gone' });
  });

  test('and a pin without the right to', async () => {
    const { messenger, discord } = started;
    const sent = await messenger.send(PLACE, page, key);
    discord.channel(CHANNEL, { noPin: true });
    expect(await messenger.pin(PLACE, String(Object(sent).message))).toMatchObject({ kind: 'refused' });
  });
});

describe('reading back', () => {
  beforeEach(() => begin());
  afterEach(() => started.discord.stop());

  test('finds it among hundreds of others, and gives up in a channel that never ends', async () => {
    const { messenger, discord } = started;
    const since = platformNow();
    discord.someoneWrites(CHANNEL, 250);
    const sent = await messenger.send(PLACE, page, key);
    discord.someoneWrites(CHANNEL, 20);
    expect(await messenger.find(PLACE, key, since)).toEqual({ message: Object(sent).message });
    expect(await messenger.find(PLACE, keyOf('another'), since)).toBe('absent');
    expect(requests('GET').length).toBeLessThanOrEqual(6);
    discord.someoneWrites(CHANNEL, 300);
    expect(await messenger.find(PLACE, keyOf('another'), since)).toBe('unreadable');
  });

  test('without the right to: cannot be known, as in a channel in which nothing is to be seen', async () => {
    const { messenger, discord } = started;
    expect(await messenger.find(PLACE, key, platformNow())).toBe('unreadable');
    await messenger.send(PLACE, page, key);
    discord.channel(CHANNEL, { noHistory: true });
    expect(await messenger.find(PLACE, key, platformNow())).toBe('unreadable');
    discord.channel(CHANNEL, { noAccess: true });
    expect(await messenger.find(PLACE, key, platformNow())).toBe('unreadable');
  });

  test('a channel that is quiet since then, and one that is gone: it is not there', async () => {
    const { messenger, discord } = started;
    discord.someoneWrites(CHANNEL, 1);
    expect(await messenger.find(PLACE, key, platformNow() + 3_600_000)).toBe('absent');
    discord.channel(CHANNEL, { missing: true });
    expect(await messenger.find(PLACE, key, platformNow())).toBe('absent');
  });

  test('while Discord cannot be reached: another time', async () => {
    const { messenger, discord } = started;
    await discord.down();
    expect(await messenger.find(PLACE, key, platformNow())).toBe('unreachable');
    await discord.up();
  });
});

test('the marker takes its place at the end of the first custom id, and comes off again', async () => {
  const { messenger, discord } = await begin();
  const long = `+quotes;0;${'q'.repeat(38)}`;
  const buttons = [
    [
      { label: 'One', data: long },
      { label: 'Two', data: '+about;0;' },
    ],
  ];
  await messenger.send(PLACE, { ...page, buttons }, key);
  const ids = discord.messagesIn(CHANNEL).flatMap(({ components }) => components.map(({ customId = '' }) => customId));
  expect(ids).toEqual([`${long}!${key}`, '+about;0;']);
  expect(ids.map(readMarker)).toEqual([key, undefined]);
  expect(ids.map(withoutMarker)).toEqual([long, '+about;0;']);
  await discord.stop();
});

test('limits: an own limit that is reached is not waited for, and Discord is not asked', async () => {
  const { messenger, discord } = await begin({}, { limits: true });
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, index) => messenger.send(PLACE, page, keyOf(`n${index}`))),
  );
  const waiting = outcomes.filter(({ kind }) => kind === 'retry');
  expect(waiting.length).toBe(3);
  for (const one of waiting) {
    expect(one).toMatchObject({ scope: 'chat' });
    expect(Object(one).waitMs).toBeGreaterThan(0);
    expect(Object(one).waitMs).toBeLessThan(6000);
  }
  expect(discord.throttled()).toBe(0);
  await discord.stop();
});
