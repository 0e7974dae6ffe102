/** One harm to one group of victims in one line of a phone or two: all claimants' figures side by side (V3). */
import { publishersOf } from '../../dossier/casualties/claimant.ts';
import type { ClaimRow, Comparison } from '../../dossier/casualties/compare.ts';
import { wasSaidBefore } from '../../dossier/casualties/order.ts';
import { hasGivenWay } from '../../dossier/casualties/rank.ts';
import { relationOf } from '../../dossier/casualties/relation.ts';
import { reportersOf } from '../../dossier/casualties/second-hand.ts';
import { type Edtf, parseEdtf, sameDays } from '../../dossier/dates/edtf.ts';
import { type Claim, unitOf } from '../../dossier/entries.ts';
import { normalise } from '../../dossier/text/normalise.ts';
import type { Language } from '../../reply/language.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import { briefPartyName, victimsAtStart } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { type Claimant, claimantsOf, mostTelling, type Room } from './claimants.ts';
import { denialWords } from './denial.ts';
import { briefFigure, countedFigure } from './figure.ts';
import { keptGroup } from './kept-group.ts';
import { isElsewhere, isNoDenial, partOf, placesOf } from './where.ts';

const MARKS = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** Tried in this order. */
export const NOTE_SIZES = ['whole', 'short', 'one'] as const;
export type NoteSize = (typeof NOTE_SIZES)[number];

/** Each claimant has one figure where there is room for so few. */
export const FEWEST = 2;

/** Of a short note, in UTF-16 units. */
const SHORT_NOTE = 60;

/** In UTF-16 units. */
const LONGEST_DENIAL: Readonly<Record<NoteSize, number>> = { whole: 100, short: 60, one: 48 };

/** A claim as a line shows it. */
type Shown = Pick<ClaimRow, 'claim' | 'relation' | 'superseded'>;

export interface Brief extends Room {
  /** The days of the heading that it stands under. */
  readonly days: readonly Edtf[];
  /** The first place of that heading: a figure for others alone says so. */
  readonly place: string | undefined;
  /** All places of the incident: figures for a part of them say so. */
  readonly around: readonly string[];
  /** How much a note says of what a figure counts; `one` does for all figures. */
  readonly noteSize: NoteSize;
  /** What figures count that others do not: grows by what the group's marks stand for. */
  readonly notes: string[];
}

/** A figure that gave way to a later one is left out where others stand: it rivals none of them (R20). */
export function briefGroup(comparison: Comparison, brief: Brief, context: NameContext): Block {
  return keptGroup(comparison, brief, context, composedGroup);
}

function composedGroup(comparison: Comparison, brief: Brief, context: NameContext): Block {
  const { dossier, language } = context;
  const { victims, harm, saidElsewhere } = comparison;
  const all = claimantsOf(comparison, brief, context);
  const shown = mostTelling(all, brief, dossier);
  const elsewhere = brief.most === 0 ? [] : saidElsewhere;
  const left = all.length - shown.length + saidElsewhere.length - elsewhere.length;
  const parts = [
    ...shown.map((claimant) => claimantWords(claimant, all, brief, context)),
    ...elsewhere.map((claim) =>
      claimantWords(oneOf({ claim, relation: relationOf(dossier, claim), superseded: undefined }), all, brief, context),
    ),
    ...(left === 0
      ? []
      : [language.spans('claims-brief-left', { count: left, all: shown.length === 0 ? 'yes' : 'no' })]),
    ...noneWords(comparison, brief, context),
  ];
  const part = partOf(comparison, brief.around, context);
  return {
    kind: 'group',
    lead: language.spans(part === '' ? 'claims-brief-lead' : 'claims-brief-lead-part', {
      victims: victimsAtStart(dossier, victims),
      harm,
      part,
    }),
    items: [joinSpans(parts, ' · ')],
  };
}

function oneOf(first: Shown): Claimant<Shown> {
  return { first, rows: [first] };
}

/** Who gave no figure, or none for these days: R13, once a group. */
function noneWords(
  { noFigureFrom, hasOtherDays }: Comparison,
  { most }: Brief,
  context: NameContext,
): readonly Spans[] {
  const { dossier, language } = context;
  if (noFigureFrom.length === 0) return [];
  const names = noFigureFrom.map((id) => briefPartyName(dossier, id));
  // Where there is no room for the names of two who gave a figure, there is none for these.
  const counted = most === 0 && noFigureFrom.length > 1 ? noFigureFrom.length : 0;
  return [
    language.spans('claims-brief-none', {
      parties:
        most > FEWEST
          ? language.either(names)
          : names.reduce((first, next) => language.text('brief-joined', { first, next })),
      counted,
      days: most > FEWEST ? (hasOtherDays ? 'some' : 'all') : 'few',
    }),
  ];
}

/** The notes that marks stand for, each as a block. */
export function noteBlocks(notes: readonly string[], { language }: Pick<NameContext, 'language'>): readonly Block[] {
  return notes.map((note, index) => ({
    kind: 'note',
    spans: language.spans('claims-brief-note', { mark: MARKS[index] ?? '*', note }),
  }));
}

/** "Town hospital 5, also 7¹ (own losses)": the claimant, its figures, and what marks them. */
function claimantWords(claimant: Claimant<Shown>, all: readonly Claimant[], brief: Brief, context: NameContext): Spans {
  const { dossier, language } = context;
  const { first, rows } = claimant;
  // Two reports of the same words or number are one figure to whoever reads the line.
  const told = new Map(
    (brief.most > FEWEST ? rows : rows.slice(0, 1)).map((row) => {
      const figure = [...figureWords(row, context), ...marksOf(row, all, brief, context)];
      return [JSON.stringify(figure), figure] as const;
    }),
  );
  const figures = [...told.values()].flatMap(
    (figure, index): Spans => (index === 0 ? figure : language.spans('claims-brief-also', { figure })),
  );
  const isNobody = first.relation === 'unattributed';
  const unnamed = all.filter((one) => one.first.relation === 'unattributed').length;
  const name = isNobody
    ? language.text('claims-brief-nobody', {
        publishers: unnamed > 1 ? language.list(publishersOf(dossier, first.claim)) : '',
        several: unnamed > 1 && publishersOf(dossier, first.claim).length > 0 ? 'yes' : 'no',
      })
    : briefPartyName(dossier, first.claim.claimedBy);
  if (first.relation !== 'denial') return language.spans('claims-brief', { claimant: name, figures });
  const denial = denialWords(first.claim, LONGEST_DENIAL[brief.noteSize], language);
  return language.spans('claims-brief-denial', { claimant: name, denial, figures });
}

/** When a denial was made, where a figure beside it was reported later: it is no answer to that. */
function whenDenied({ claim, relation }: Shown, all: readonly Claimant[], brief: Brief, language: Language) {
  if (relation !== 'denial') return [];
  const figures = all.flatMap(({ rows }) => rows.map((row) => row.claim).filter(isNoDenial));
  const later = figures.filter((figure) => wasSaidBefore(claim, figure));
  if (later.length === 0) return [];
  const day = language.shortDate(parseEdtf(claim.reportedOn), yearOf(brief));
  return [language.text('claims-brief-denied', { day, alone: figures.length === 1 ? 'yes' : 'no' })];
}

function figureWords({ claim }: Shown, { language }: NameContext): Spans {
  const { low, qualifier, asPrinted } = claim.count;
  if (qualifier === 'denial') return [];
  if (low === null) return language.spans('claims-brief-words', { printed: { kind: 'quote', text: asPrinted } });
  return [{ kind: 'strong', text: countedFigure(claim, language) }];
}

/** What it counts that others do not, its days and places where they are others, and that a side speaks of itself. */
function marksOf(row: Shown, all: readonly Claimant[], brief: Brief, context: NameContext): Spans {
  const { days, place } = brief;
  const { language } = context;
  const { claim, relation } = row;
  const period = parseEdtf(claim.period);
  const words = [
    ...(days.some((day) => sameDays(day, period))
      ? []
      : [language.text('claims-brief-days', { days: language.shortDate(period, yearOf(brief)) })]),
    ...(isElsewhere(claim, all, place) ? [placesOf(claim, context)] : []),
    ...(relation === 'own-loss' ? [language.text('claims-brief-own')] : []),
    ...secondHandWords(row, brief, context),
    ...whenDenied(row, all, brief, language),
    ...supersededWords(row, all, brief, context),
  ];
  return [noteMark(claim, all, brief, context), ...(words.length === 0 ? [] : [` (${words.join(', ')})`])].filter(
    (span) => span !== '',
  );
}

/** Of a figure that was asked for, what took its place, unless that stands beside it. */
function supersededWords(
  row: Shown,
  all: readonly Claimant[],
  { isAskedFor }: Brief,
  { dossier, language }: NameContext,
): readonly string[] {
  const { claim, superseded } = row;
  if (superseded?.who !== 'nobody' && !hasGivenWay(row)) return [];
  const by = superseded?.by;
  const isBeside = all.some(({ rows }) => rows.some((other) => other.claim === by));
  if (by === undefined || isBeside || !isAskedFor?.(claim)) return [language.text('claims-brief-superseded')];
  const words = { by: briefPartyName(dossier, by.claimedBy), figure: briefFigure(by, language) };
  return [language.text('claims-brief-superseded-by', words)];
}

/** Who reported it, where nobody read it of its claimant. The press is not second-hand: it is the claimant. */
function secondHandWords(
  { claim, relation }: Shown,
  { noteSize }: Brief,
  { dossier, language }: NameContext,
): readonly string[] {
  if (['press', 'unattributed', 'denial'].includes(relation)) return [];
  const reporters = reportersOf(dossier, claim);
  const isSaid = normalise(claim.attribution).includes(normalise(language.text('claims-second-hand')));
  if (reporters.length === 0 && !isSaid) return [];
  const isNamed = reporters.length === 1 && noteSize === 'whole';
  return [
    isNamed ? language.text('claims-reported-by', { reporter: reporters.join() }) : language.text('claims-second-hand'),
  ];
}

/** The year that the heading ends with: it is not said again. */
function yearOf({ days }: Brief): number | undefined {
  const end = days.at(-1)?.end;
  return typeof end === 'object' ? end.year : undefined;
}

/** What it counts: in another unit than the figures that it stands beside, or as its source says. */
function noteMark(
  claim: Claim,
  all: readonly Claimant[],
  { noteSize, notes }: Brief,
  { language }: NameContext,
): string {
  const isOfOtherUnit = all.some(({ first }) => unitOf(first.claim) !== unitOf(claim));
  const scope = isOfOtherUnit ? language.text('claims-brief-units') : claim.scope;
  if (scope === undefined) return '';
  const note =
    noteSize === 'whole' ? scope : noteSize === 'short' ? shortened(scope) : language.text('claims-brief-otherwise');
  if (!notes.includes(note)) notes.push(note);
  return MARKS[notes.indexOf(note)] ?? '*';
}

/** The first thing that it says, without what follows. */
function shortened(scope: string): string {
  const [first = scope] = scope.split(/[;:]\s/u);
  return cutAtWord(first, SHORT_NOTE);
}
