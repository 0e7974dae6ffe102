/** Goes from an answer through its buttons and menus, the fewest taps first, as somebody who looks for something. */
import type { Shown, Tap } from './readers.ts';

/** The button or option that shows more of the options of a menu. */
const MORE = /^More .*…$/u;

/** Turning the pages of one menu is no tap: not turned yet, in that menu now, or done with it. */
type Turning = { readonly menu: string | undefined } | 'not yet' | 'done';

interface Step {
  readonly open: () => Promise<Shown>;
  readonly turning: Turning;
}

/**
 * Calls `see` with all that at most `most` taps lead to, until it says `enough`. Each message is asked for once,
 * however many ways lead to it.
 */
export async function walk(
  first: Shown,
  most: number,
  see: (shown: Shown, taps: number) => 'go on' | 'enough',
): Promise<void> {
  const asked = new Map<string, Promise<Shown>>();
  const been = new Set<string>();
  const openingOf = (tap: Tap) => async () => {
    const shown = asked.get(tap.sends) ?? tap.tap();
    asked.set(tap.sends, shown);
    return shown;
  };
  let steps: readonly Step[] = [{ open: async () => first, turning: 'not yet' }];
  for (let taps = 0; taps <= most; taps += 1) {
    const now = [...steps];
    const later: Step[] = [];
    for (let step = now.shift(); step !== undefined; step = now.shift()) {
      const shown = await step.open();
      if (see(shown, taps) === 'enough') return;
      for (const tap of shown.taps) {
        const turning = after(tap, step.turning);
        const isFree = MORE.test(tap.label) && turning !== 'done';
        const key = JSON.stringify([tap.sends, turning]);
        if (been.has(key)) continue;
        been.add(key);
        (isFree ? now : later).push({ open: openingOf(tap), turning });
      }
    }
    steps = later;
  }
}

function after({ label, menu }: Tap, before: Turning): Turning {
  if (!MORE.test(label)) return before === 'not yet' ? before : 'done';
  if (before === 'not yet') return { menu };
  return before !== 'done' && before.menu === menu ? before : 'done';
}
