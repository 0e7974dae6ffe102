/** One harm to one group of victims in one line of a phone or two: all claimants' figures side by side (V3). */
import { isSameClaimant, publishersOf } from '../../dossier/casualties/claimant.ts';
import type { ClaimRow, Comparison } from '../../dossier/casualties/compare.ts';
import { hasGivenWay } from '../../dossier/casualties/rank.ts';
import type { Relation } from '../../dossier/casualties/relation.ts';
import { type Edtf, parseEdtf, sameDays } from '../../dossier/dates/edtf.ts';
import type { Claim } from '../../dossier/entries.ts';
import { withoutBrackets } from '../../dossier/text/normalise.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { briefPartyName, partyName, victimsAtStart } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { briefFigure } from './figure.ts';

/** Third parties, then whoever speaks of others' losses, then of their own, then those who name nobody. */
const ORDER: Readonly<Record<Relation, number>> = {
  'third-party': 0,
  'other-side': 1,
  'armed-group': 1,
  'side-not-given': 1,
  'own-side': 2,
  'own-loss': 2,
  press: 3,
  unattributed: 4,
  denial: 5,
};

const MARKS = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

export interface Brief {
  /** The days of the heading that it stands under. */
  readonly days: readonly Edtf[];
  /** The first place of that heading: a figure for others alone says so. */
  readonly place: string | undefined;
  /** Claimants to be shown at most. No claimant is shown where there is not room for one of each side. */
  readonly most: number;
  /** Whether a note says only that a figure counts otherwise. One such note does for all of them. */
  readonly hasOneNote: boolean;
  /** Whether a figure was asked for: its claimant is shown before others. */
  readonly isAskedFor?: ((claim: Claim) => boolean) | undefined;
  /** What figures count that others do not: grows by what the group's marks stand for. */
  readonly notes: string[];
}

/** The figures of a claimant that no later one of its own took the place of, at least one. */
interface Claimant {
  readonly first: ClaimRow;
  readonly rows: readonly ClaimRow[];
}

/** A figure that gave way to a later one is left out where others stand: it rivals none of them (R20). */
export function briefGroup(comparison: Comparison, brief: Brief, context: NameContext): Block {
  const { dossier, language } = context;
  const { victims, harm, noFigureFrom } = comparison;
  const all = claimantsOf(comparison, brief, context);
  const shown = mostTelling(all, brief, context);
  const left = all.length - shown.length;
  const none = noFigureFrom.map((id) => partyName(dossier, id));
  const parts = [
    ...shown.map((claimant) => claimantWords(claimant, all, brief, context)),
    ...(left === 0
      ? []
      : [language.spans('claims-brief-left', { count: left, all: shown.length === 0 ? 'yes' : 'no' })]),
    ...(none.length === 0
      ? []
      : [
          language.spans('claims-brief-none', {
            parties: language.either(none),
            // Where there is no room for the names of two who gave a figure, there is none for these.
            counted: brief.most === 0 && none.length > 1 ? none.length : 0,
          }),
        ]),
  ];
  return {
    kind: 'group',
    lead: language.spans('claims-brief-lead', { victims: victimsAtStart(dossier, victims), harm }),
    items: [joinSpans(parts, ' · ')],
  };
}

/** The notes that marks stand for, each as a block. */
export function noteBlocks(notes: readonly string[], { language }: Pick<NameContext, 'language'>): readonly Block[] {
  return notes.map((note, index) => ({
    kind: 'note',
    spans: language.spans('claims-brief-note', { mark: MARKS[index] ?? '*', note }),
  }));
}

function claimantsOf(
  { rows }: Comparison,
  { isAskedFor = () => false }: Brief,
  { dossier }: NameContext,
): readonly Claimant[] {
  const standing = rows.filter((row) => !hasGivenWay(row) || isAskedFor(row.claim));
  const claimants: { readonly first: ClaimRow; readonly rows: ClaimRow[] }[] = [];
  for (const row of standing.length > 0 ? standing : rows) {
    const own = claimants.find(
      ({ first }) =>
        isSameClaimant(dossier, first.claim, row.claim) && row.relation !== 'denial' && first.relation !== 'denial',
    );
    if (own) own.rows.push(row);
    else claimants.push({ first: row, rows: [row] });
  }
  return claimants.toSorted((a, b) => ORDER[a.first.relation] - ORDER[b.first.relation]);
}

/** One of each side of the conflict before anybody's second, so that nobody's rival is left out for room. */
function mostTelling(
  all: readonly Claimant[],
  { most, isAskedFor = () => false }: Brief,
  { dossier }: NameContext,
): readonly Claimant[] {
  if (all.length <= Math.max(1, most)) return all;
  const needed = new Set([
    ...all.filter(({ rows }) => rows.some(({ claim }) => isAskedFor(claim))).slice(0, 1),
    ...dossier.conflict.sides.flatMap(
      ({ side }) => all.find(({ first }) => dossier.parties.get(first.claim.claimedBy)?.side === side) ?? [],
    ),
  ]);
  if (needed.size > most) return [];
  const kept = new Set([...needed, ...all].slice(0, most));
  // One can be there twice.
  for (const claimant of all) if (kept.size < most) kept.add(claimant);
  return all.filter((claimant) => kept.has(claimant));
}

/** "Town hospital 5, also 7¹ (own)": the claimant, its figures, and what marks them. */
function claimantWords(claimant: Claimant, all: readonly Claimant[], brief: Brief, context: NameContext): Spans {
  const { dossier, language } = context;
  const { first, rows } = claimant;
  const figures = rows.flatMap((row, index): Spans => {
    const figure = [...figureWords(row, context), ...marksOf(row, all, brief, context)];
    return index === 0 ? figure : language.spans('claims-brief-also', { figure });
  });
  const isNobody = first.relation === 'unattributed';
  const unnamed = all.filter((one) => one.first.relation === 'unattributed').length;
  const name = isNobody
    ? language.text('claims-brief-nobody', {
        publishers: unnamed > 1 ? language.list(publishersOf(dossier, first.claim)) : '',
        several: unnamed > 1 && publishersOf(dossier, first.claim).length > 0 ? 'yes' : 'no',
      })
    : briefPartyName(dossier, first.claim.claimedBy);
  const isDenial = first.relation === 'denial';
  return language.spans(isDenial ? 'claims-brief-denial' : 'claims-brief', {
    claimant: name,
    figures,
  });
}

function figureWords({ claim }: ClaimRow, { language }: NameContext): Spans {
  const { low, qualifier, asPrinted } = claim.count;
  if (qualifier === 'denial') return [];
  if (low === null) return language.spans('claims-brief-words', { printed: { kind: 'quote', text: asPrinted } });
  return [{ kind: 'strong', text: briefFigure(claim, language) }];
}

/** What it counts that others do not, its days and places where they are others, and that a side speaks of itself. */
function marksOf(row: ClaimRow, all: readonly Claimant[], brief: Brief, context: NameContext): Spans {
  const { days, place } = brief;
  const { language } = context;
  const { claim, relation, superseded } = row;
  const period = parseEdtf(claim.period);
  const year = days.at(-1)?.end;
  const words = [
    ...(days.some((day) => sameDays(day, period))
      ? []
      : [
          language.text('claims-brief-days', {
            days: language.shortDate(period, typeof year === 'object' ? year.year : undefined),
          }),
        ]),
    ...(isElsewhere(claim, all, place) ? [placesOf(claim, context)] : []),
    ...(relation === 'own-loss' ? [language.text('claims-brief-own')] : []),
    ...(superseded?.who === 'nobody' || hasGivenWay(row) ? [language.text('claims-brief-superseded')] : []),
  ];
  return [noteMark(claim, brief, context), ...(words.length === 0 ? [] : [` (${words.join(', ')})`])].filter(
    (span) => span !== '',
  );
}

function placesOf({ places }: Claim, { dossier, language }: NameContext): string {
  const names = places.map((id) => withoutBrackets(dossier.places.get(id)?.name ?? id));
  return language.text('claims-places', { places: language.list(names) });
}

/** Whether it leaves out the place of the heading, and another figure is of none of its places. */
function isElsewhere({ places }: Claim, all: readonly Claimant[], place: string | undefined): boolean {
  if (places.length === 0 || place === undefined || places.includes(place)) return false;
  return all.some(({ rows }) =>
    rows.some(({ claim: other }) => other.places.length > 0 && !other.places.some((one) => places.includes(one))),
  );
}

function noteMark({ scope }: Claim, { hasOneNote, notes }: Brief, { language }: NameContext): string {
  if (scope === undefined) return '';
  const note = hasOneNote ? language.text('claims-brief-otherwise') : scope;
  if (!notes.includes(note)) notes.push(note);
  return MARKS[notes.indexOf(note)] ?? '*';
}
