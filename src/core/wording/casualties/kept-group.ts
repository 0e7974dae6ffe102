/** Groups of figures as they were put into words before: a screen is tried in many sizes. */
import type { Comparison } from '../../dossier/casualties/compare.ts';
import type { Edtf } from '../../dossier/dates/edtf.ts';
import type { Claim } from '../../dossier/entries.ts';
import { onceFor } from '../../dossier/memoise.ts';
import type { Language } from '../../reply/language.ts';
import type { Block } from '../../reply/span.ts';
import type { NameContext } from '../wording-context.ts';
import type { Room } from './claimants.ts';
import { areUnitsMixed } from './figure.ts';

/** All that the words of a group follow from, beside the group itself. */
interface Tried extends Room {
  readonly days: readonly Edtf[];
  readonly place: string | undefined;
  readonly noteSize: string;
  readonly notes: string[];
}

interface Kept {
  readonly block: Block;
  /** Those that it added to the notes before it. */
  readonly notes: readonly string[];
}

/** Of one group for one claimant that was asked for; all are forgotten where there are more. */
const MOST_KEPT = 40;

/** A group belongs to one dossier, which therefore does not count. */
const keptOf = onceFor((_language: Language) =>
  onceFor((_isAskedFor: (claim: Claim) => boolean) => onceFor((_group: Comparison) => new Map<string, Kept>())),
);

const NOBODY = () => false;

/** What `compose` makes of them, with its effect on the notes of `brief`. */
export function keptGroup<B extends Tried>(
  group: Comparison,
  brief: B,
  context: NameContext,
  compose: (group: Comparison, brief: B, context: NameContext) => Block,
): Block {
  const { notes } = brief;
  const kept = keptOf(context.language)(brief.isAskedFor ?? NOBODY)(group);
  const key = keyOf(group, brief);
  const known = kept.get(key);
  if (known) {
    notes.push(...known.notes);
    return known.block;
  }
  const before = notes.length;
  const block = compose(group, brief, context);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { block, notes: notes.slice(before) });
  return block;
}

/** Of notes before it only a group with notes of its own knows. */
function keyOf(group: Comparison, { most, noteSize, leads, days, place, notes }: Tried): string {
  const heading = [most, noteSize, leads === true, place ?? '', ...days.map(({ text }) => text)].join(' ');
  return hasNotes(group) ? [heading, ...notes].join('\n') : heading;
}

const hasNotes = onceFor(
  (group: Comparison): boolean =>
    [...group.rows.map(({ claim }) => claim), ...group.saidElsewhere].some(({ scope }) => scope !== undefined) ||
    areUnitsMixed(group),
);
