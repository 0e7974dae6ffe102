/** What every `Messenger` must do; a test file runs it with `describeMessenger` on its own platform. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Messenger } from '../../src/core/ports/messenger.ts';
import { type Page, pageOf } from '../../src/core/reply/page.ts';
import { chatOf, platformOf } from '../../src/core/subscriptions/subscription.ts';
import { platformNow } from '../fakes/platform-clock.ts';

/** A messenger that is stopped by `stop`, and its platform as its people see it. */
export interface MessengerUnderTest {
  readonly messenger: Messenger;
  /** Places of different chats, all of which take messages. */
  readonly places: readonly [string, ...(readonly string[])];
  /** The texts that stand in a place, the oldest first, formatting and escapes left as they are. */
  readonly shown: (place: string) => readonly string[];
  /** True where an edit is shown as a message of its own, and no message is ever gone. */
  readonly editsAnew?: boolean;
  /** What `find` answers for a message that is there. */
  readonly finds: 'message' | 'absent' | 'unreadable';
  /** The platform cannot be reached from now on, until `up`. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  /** The connection is cut after the next request has arrived; undefined where there is no connection. */
  readonly cutNext?: () => void;
  /** The messenger's `signal` aborts. */
  readonly abort: () => void;
  readonly stop: () => Promise<void>;
}

/** What pushed messages look like: text, and a button that answers apart. */
export function pushedPage(...lines: readonly string[]): Page {
  return pageOf({
    blocks: lines.map((line) => ({ kind: 'text', spans: [line] })),
    buttons: [[{ label: 'Ceasefire', data: '+ceasefire;0;' }]],
  });
}

/** As deliveries' ids: 22 characters of base64url. */
export function keyOf(name: string): string {
  return Buffer.from(name.padEnd(17, '_')).toString('base64url').slice(0, 22);
}

export function describeMessenger(name: string, start: () => Promise<MessengerUnderTest>): void {
  describe(`Messenger on ${name}`, () => {
    let under: MessengerUnderTest;
    let messenger: Messenger;
    let place: string;

    beforeEach(async () => {
      under = await start();
      ({ messenger } = under);
      [place] = under.places;
    });
    afterEach(() => under.stop());

    const sent = async (words: string, key = keyOf(words), to = place): Promise<string> => {
      const outcome = await messenger.send(to, pushedPage(words), key);
      expect(outcome).toEqual({ kind: 'sent', message: expect.stringMatching(/./u) });
      return outcome.kind === 'sent' ? outcome.message : '';
    };

    it('says its limits as data', () => {
      const { perSecond, perChat, dedupeMs, refusalsPer10Minutes } = messenger.limits;
      expect(perSecond).toBeGreaterThan(0);
      expect(dedupeMs).toBeGreaterThanOrEqual(0);
      expect(refusalsPer10Minutes ?? 1).toBeGreaterThan(0);
      for (const one of under.places) {
        expect(platformOf(one)).toBe(messenger.platform);
        for (const { count, ms } of perChat(chatOf(one))) expect(Math.min(count, ms)).toBeGreaterThan(0);
        expect(perChat(one)).toEqual(perChat(chatOf(one)));
      }
    });

    it('knows what fits', () => {
      expect(messenger.pageLimits.fits(pushedPage('short'))).toBe(true);
    });

    it('sends where it is told to', async () => {
      for (const [index, one] of under.places.entries()) {
        const first = await sent(`Doha ${index}`, keyOf('a'), one);
        expect(await sent(`Kabul ${index}`, keyOf('b'), one)).not.toBe(first);
      }
      for (const [index, one] of under.places.entries()) {
        const words = [`Doha ${index}`, `Kabul ${index}`].map((word): unknown => expect.stringContaining(word));
        expect(under.shown(one)).toEqual(words);
      }
    });

    it('makes one message of a send that is repeated, where the platform can', async () => {
      const first = await sent('Doha', keyOf('a'));
      const again = await sent('Doha', keyOf('a'));
      const dedupes = messenger.limits.dedupeMs > 0;
      expect(again === first).toBe(dedupes);
      expect(under.shown(place)).toHaveLength(dedupes ? 1 : 2);
    });

    it('shows every character of a text as it is', async () => {
      await sent('zeit <b> & @everyone');
      expect(
        under
          .shown(place)
          .join('')
          .replaceAll(/\\(?=\W)/gu, ''),
      ).toContain('zeit <b> & @everyone');
    });

    it('edits, and an edit that changes nothing is as good as one that does', async () => {
      const message = await sent('before');
      const edited = { kind: 'sent', message };
      for (const _ of ['once', 'twice']) {
        expect(await messenger.edit(place, message, pushedPage('after'), keyOf('edit'))).toEqual(edited);
      }
      expect(under.shown(place).at(-1)).toContain('after');
      expect(under.shown(place)).toHaveLength(under.editsAnew === true ? 3 : 1);
    });

    it('says that the message to edit is not there', async () => {
      if (under.editsAnew === true) return;
      const outcome = await messenger.edit(place, '4242', pushedPage('x'), keyOf('x'));
      expect(outcome).toMatchObject({ kind: 'message gone', reason: expect.stringMatching(/./u) });
    });

    it('finds what it sent, or says that it cannot know, but never finds what it did not send', async () => {
      const since = platformNow();
      const message = await sent('Doha', keyOf('a'));
      const found = await messenger.find(place, keyOf('a'), since);
      expect(found).toEqual(under.finds === 'message' ? { message } : under.finds);
      const other = await messenger.find(place, keyOf('b'), since);
      expect(other).toBe(under.finds === 'unreadable' ? 'unreadable' : 'absent');
    });

    it('pins', async () => {
      const message = await sent('board');
      expect(await messenger.pin(place, message)).toMatchObject({ kind: 'sent' });
    });

    it('has no such place: an outcome, not an exception', async () => {
      for (const none of ['', 'elsewhere:1', `${messenger.platform}:`, `${messenger.platform}:no such/place`]) {
        const outcome = await messenger.send(none, pushedPage('x'), keyOf('x'));
        expect(outcome).toMatchObject({ kind: 'rejected' });
      }
    });

    it('knows that nothing was sent while the platform could not be reached', async () => {
      const message = await sent('before', keyOf('a'));
      await under.down();
      const retry = { kind: 'retry', scope: 'platform', reason: expect.stringMatching(/^[^\n]+$/u) };
      expect(await messenger.send(place, pushedPage('x'), keyOf('b'))).toEqual(retry);
      expect(await messenger.edit(place, message, pushedPage('x'), keyOf('a'))).toEqual(retry);
      await under.up();
      await sent('after', keyOf('b'));
      expect(under.shown(place).at(-1)).toContain('after');
    });

    it('does not know what became of a send whose connection was cut', async () => {
      if (under.cutNext === undefined) return;
      await sent('before', keyOf('a'));
      under.cutNext();
      const outcome = await messenger.send(place, pushedPage('x'), keyOf('b'));
      expect(outcome).toEqual({ kind: 'unknown', reason: expect.stringMatching(/^[^\n]+$/u) });
    });

    it('sends nothing new once it is to stop', async () => {
      under.abort();
      const outcome = await messenger.send(place, pushedPage('x'), keyOf('a'));
      expect(outcome).toMatchObject({ kind: 'retry', scope: 'platform' });
      expect(under.shown(place)).toEqual([]);
    });
  });
}
