/** /subscription do:why: what became of deliveries, and what the next digest will have. */
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../src/core/changes/filters.ts';
import { encodeContent } from '../../src/core/messages/content.ts';
import type { Delivery } from '../../src/core/messages/delivery.ts';
import { here, NOW } from '../core/chat/chat-for-tests.ts';
import { chatWith, HOUR, settings } from './subscribed-chat.ts';

describe('/subscription do:why', () => {
  const first = { ...NO_FILTERS, timezone: 'UTC', from: null, to: 2, isLate: false, doubtfulSlot: null };
  const digestOf = (slot: number) => encodeContent({ kind: 'digest', ...first, slot });
  const delivery = (changes: Partial<Delivery>): Delivery => ({
    id: 'x'.repeat(22),
    audience: 'sub-1',
    place: here.id,
    lane: 3,
    kind: 'digest',
    about: 'x',
    position: null,
    repeat: 0,
    head: null,
    content: digestOf(NOW - 3 * HOUR),
    state: 'sent',
    dueAt: NOW - 2 * HOUR,
    expiresAt: NOW,
    attempts: 1,
    attemptedAt: NOW - 2 * HOUR,
    message: '1',
    reason: null,
    finishedAt: NOW - HOUR,
    ...changes,
  });

  it('says that nothing was due yet', async () => {
    expect(await (await chatWith()).says('/subscription do:why')).toContain('Nothing was due here yet.');
  });

  it('explains corrections of what was sent, and why one could not be made', async () => {
    const deliveries = [
      delivery({ kind: 'correction', position: 9 }),
      delivery({ kind: 'correction', position: 9, state: 'dead', reason: 'original-unknown' }),
    ];
    const text = await (await chatWith({}, { deliveries })).says('/subscription do:why');
    expect(text).toContain('correction of an earlier message, sent.');
    expect(text).toContain(
      'not sent. The bot does not know which message it corrects, so it could not edit that message.',
    );
  });

  it('accounts for the last ten deliveries, with reasons in words', async () => {
    const deliveries = [
      delivery({ state: 'pending', kind: 'alert', finishedAt: null, reason: 'Bad Gateway' }),
      delivery({ reason: 'Too Many Requests' }),
      delivery({ state: 'unknown', reason: 'timeout' }),
      delivery({ state: 'dead', reason: 'expired' }),
      ...['overtaken', 'paused', 'unsubscribed', 'suspended', 'nothing-new', 'too-late'].map((reason) =>
        delivery({ state: 'skipped', reason }),
      ),
      delivery({ state: 'dead', reason: 'the eleventh' }),
    ];
    const text = await (await chatWith({}, { deliveries })).says('/subscription do:why');
    const rows = text.split('\n').filter((line) => /^• \d/u.test(line) && line.includes(' at '));
    expect(rows.map((row) => row.replace(/^• .*?\d\d:\d\d: /u, ''))).toEqual([
      'alert, waiting to be sent. Reason: Bad Gateway.',
      'digest, sent.',
      'digest, handed to the platform; whether it arrived is not known. Reason: timeout.',
      'digest, not sent. It could not be sent in time.',
      'digest, passed over. A newer one took its place.',
      'digest, passed over. The subscription was paused.',
      'digest, passed over. The subscription was ended.',
      'digest, passed over. The subscription was suspended.',
      'digest, passed over. Nothing of what was chosen had changed.',
      'digest, passed over. Nothing could be sent here on time, and later it was too late.',
    ]);
    expect(text).toContain('• 22 November 2026 at 11:00: digest, sent.');
    expect(text).toContain('All times are of UTC.');
  });

  it('tells a digest that was passed over by its slot, and why an alert waits', async () => {
    const deliveries = [
      delivery({ state: 'skipped', reason: 'nothing-new', content: digestOf(NOW - 4 * HOUR) }),
      delivery({ state: 'pending', kind: 'alert', finishedAt: null, attempts: 0, dueAt: NOW + HOUR }),
      delivery({ state: 'unknown', reason: 'unreachable' }),
    ];
    const text = await (await chatWith({}, { deliveries })).says('/subscription do:why');
    expect(text).toContain('• 22 November 2026 at 08:00: digest, passed over.');
    expect(text).toContain('alert, waiting to be sent. It waits until the quiet hours end.');
    expect(text).toContain('The platform could not be reached, so the bot could not look.');
  });

  it('counts what the next digest would tell and leave out, and for what reason', async () => {
    const all = await (await chatWith()).says('/subscription do:why');
    expect(all).toContain('It would tell of:\n• 2 developments\n• 1 quotation\n');
    expect(all).toContain(
      'It would leave out:\n• beside one of each side’s quotations: 1\n• names, places and sources, no news by themselves: 1',
    );
    const some = await chatWith({ settings: { ...settings, topics: ['talks'] } });
    expect(await some.says('/subscription do:why')).toContain(
      '• 1 development\nIt would leave out:\n• about other topics: 3',
    );
    const one = await chatWith({ settings: { ...settings, side: 'armed-group' } });
    expect(await one.says('/subscription do:why')).toContain('Nothing new passes what was chosen.');
    expect(await one.says('/subscription do:why')).toContain('• without the side that was chosen: 4');
    const fresh = await chatWith({ sinceSeq: null });
    expect(await fresh.says('/subscription do:why')).toContain('It would be the first one');
  });

  it('says that a digest may not have arrived', async () => {
    const chat = await chatWith({ doubtfulSlot: NOW - 24 * HOUR });
    expect(await chat.says('/subscription')).toContain(
      'I do not know whether the digest of 21 November 2026 at 12:00 (UTC) arrived.',
    );
  });
});
