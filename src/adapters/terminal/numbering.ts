/** The numbers of buttons: one and the same for a button as long as the reader goes through one answer. */
import type { Button, Page } from '../../core/reply/page.ts';

/** Buttons by their numbers, from 1 on; a button of another page of the same answer leaves its number free. */
export interface Numbered {
  /** Those on the page that was shown last. */
  readonly buttons: ReadonlyMap<number, Button>;
  /** Those, and what pages of this answer before it had: a number that somebody has read still does the same. */
  readonly pressable: ReadonlyMap<number, Button>;
  /** All buttons of this answer that had a number so far, in the order of the numbers. */
  readonly known: readonly string[];
}

export const NO_NUMBERS: Numbered = { buttons: new Map(), pressable: new Map(), known: [] };

/** They count from the page they are on: from another page they would lead elsewhere. */
const TURNS: ReadonlySet<Button['part']> = new Set(['previous', 'next'] as const);

/** `before`: the numbers of the same answer's page that was shown before; left out: another answer. */
export function numberButtons({ buttons }: Pick<Page, 'buttons'>, before = NO_NUMBERS): Numbered {
  const all = buttons.flat();
  const known = [...new Set([...before.known, ...all.map(nameOf)])];
  const numbered = all.map((button) => [known.indexOf(nameOf(button)) + 1, button] as const);
  const earlier = [...before.pressable].filter(([, { part }]) => !TURNS.has(part));
  return {
    buttons: new Map(numbered.toSorted(([a], [b]) => a - b)),
    pressable: new Map([...earlier, ...numbered]),
    known,
  };
}

/**
 * `page` was not asked for, and stands below what was shown before: that keeps its numbers, also to turn its pages, and
 * the buttons of `page` have the next ones. `own` are these.
 */
export function numberBelow(
  page: Pick<Page, 'buttons'>,
  before: Numbered,
): { readonly own: Numbered['buttons']; readonly all: Numbered } {
  const known = [...before.known];
  const own = new Map(
    page.buttons.flat().map((button) => {
      // Its pages are turned by numbers of its own.
      const name = button.part === undefined ? button.data : `${known.length} ${nameOf(button)}`;
      if (!known.includes(name)) known.push(name);
      return [known.indexOf(name) + 1, button] as const;
    }),
  );
  return {
    own,
    all: {
      buttons: new Map([...before.buttons, ...own]),
      pressable: new Map([...before.pressable, ...own]),
      known,
    },
  };
}

/** What makes it the same button on another page: a way to another part leads elsewhere from there. */
function nameOf({ part, label, data }: Button): string {
  return part === undefined ? data : `${part} ${label}`;
}
