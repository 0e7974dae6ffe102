/** A platform in memory for tests of delivery: it keeps what it was sent, and answers as the test says. */

import type { Messenger, MessengerLimits, SendOutcome } from '../../src/core/ports/messenger.ts';
import type { Page } from '../../src/core/reply/page.ts';
import { UNLIMITED } from '../../src/core/reply/page-limits.ts';

interface SentMessage {
  readonly how: 'send' | 'edit' | 'pin';
  readonly place: string;
  readonly page: Page | undefined;
  readonly key: string | undefined;
  readonly message: string;
  /** The message that it was put under. */
  readonly replyTo?: string | undefined;
  readonly isSilent?: boolean;
}

export interface RecordingMessenger extends Omit<Messenger, 'find' | 'pageLimits'> {
  pageLimits: Messenger['pageLimits'];
  find: Messenger['find'];
  readonly sent: readonly SentMessage[];
  /** Decides the outcome of the next calls; undefined: sent. */
  answer: (call: Omit<SentMessage, 'message'>) => SendOutcome | undefined | Promise<SendOutcome | undefined>;
}

export function createRecordingMessenger(
  limits: Partial<MessengerLimits> = {},
  platform = 'telegram',
): RecordingMessenger {
  const sent: SentMessage[] = [];
  const call = async (one: Omit<SentMessage, 'message'>, edited?: string): Promise<SendOutcome> => {
    const outcome = await messenger.answer(one);
    if (outcome !== undefined && outcome.kind !== 'sent') return outcome;
    const message = edited ?? String(sent.length + 1);
    sent.push({ ...one, message });
    return { kind: 'sent', message };
  };
  const messenger: RecordingMessenger = {
    platform,
    limits: { perSecond: 1000, perChat: () => [], dedupeMs: 0, refusalsPer10Minutes: undefined, ...limits },
    pageLimits: UNLIMITED,
    sent,
    answer: () => undefined,
    send: (place, page, key, { replyTo, isSilent } = {}) =>
      call({ how: 'send', place, page, key, replyTo, ...(isSilent === true ? { isSilent } : {}) }),
    edit: (place, message, page, key) => call({ how: 'edit', place, page, key }, message),
    find: (_place, key) => {
      const found = sent.find((one) => one.key === key);
      return Promise.resolve(found ? { message: found.message } : 'absent');
    },
    pin: (place, message) => call({ how: 'pin', place, page: undefined, key: undefined }, message),
  };
  return messenger;
}
