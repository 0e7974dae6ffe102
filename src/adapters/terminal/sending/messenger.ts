/** The terminal as the outbox sees it: one place, and somebody who reads there for as long as it is open. */

import type { Messenger, SendOutcome } from '../../../core/ports/messenger.ts';
import type { Page } from '../../../core/reply/page.ts';
import { type PageLimits, UNLIMITED } from '../../../core/reply/page-limits.ts';
import { TERMINAL } from '../place.ts';

/** An open terminal. */
interface Screen {
  readonly pageLimits: PageLimits;
  /** Resolves to whether it was shown: not where the reader has gone. */
  readonly show: (page: Page, isUpdated: boolean) => Promise<boolean>;
}

export interface TerminalMessenger extends Messenger {
  /** What is sent from now on goes to this screen, until the returned function is called. */
  readonly attach: (screen: Screen) => () => void;
}

/** `connectTerminal` attaches its screen to it. While there is none, whatever is sent is to be tried again. */
export function createTerminalMessenger(): TerminalMessenger {
  let screen: Screen | undefined;
  let shown = 0;

  async function show(place: string, page: Page, message?: string): Promise<SendOutcome> {
    if (place !== TERMINAL) return { kind: 'rejected', reason: 'not a place in the terminal' };
    const away: SendOutcome = { kind: 'retry', reason: 'nobody is at the terminal', scope: 'platform' };
    try {
      if (!(await screen?.show(page, message !== undefined))) return away;
    } catch (error) {
      return { kind: 'unknown', reason: error instanceof Error ? error.message : typeof error };
    }
    shown += 1;
    return { kind: 'sent', message: message ?? String(shown) };
  }

  return {
    platform: 'terminal',
    limits: { perSecond: 100, perChat: () => [], dedupeMs: 0, refusalsPer10Minutes: undefined },
    get pageLimits() {
      return screen?.pageLimits ?? UNLIMITED;
    },
    send: (place, page) => show(place, page),
    // What has scrolled by cannot be changed: it is shown anew.
    edit: (place, message, page) => show(place, page, message),
    find: async () => 'absent',
    pin: async (_place, message) => ({ kind: 'sent', message }),
    attach(opened) {
      screen = opened;
      return () => {
        if (screen === opened) screen = undefined;
      };
    },
  };
}
