/** The numbers of buttons: one and the same for a button as long as the reader goes through one answer. */
import type { Button, Page } from '../../core/reply/page.ts';

/** Buttons by their numbers, from 1 on; a button of another page of the same answer leaves its number free. */
export interface Numbered {
  readonly buttons: ReadonlyMap<number, Button>;
  /** All buttons of this answer that had a number so far, in the order of the numbers. */
  readonly known: readonly string[];
}

export const NO_NUMBERS: Numbered = { buttons: new Map(), known: [] };

/** `before`: the numbers of the same answer's page that was shown before; left out: another answer. */
export function numberButtons({ buttons }: Pick<Page, 'buttons'>, before = NO_NUMBERS): Numbered {
  const all = buttons.flat();
  const known = [...new Set([...before.known, ...all.map(nameOf)])];
  const numbered = all.map((button) => [known.indexOf(nameOf(button)) + 1, button] as const);
  return { buttons: new Map(numbered.toSorted(([a], [b]) => a - b)), known };
}

/** What makes it the same button on another page: a way to another part leads elsewhere from there. */
function nameOf({ part, label, data }: Button): string {
  return part === undefined ? data : `${part} ${label}`;
}
