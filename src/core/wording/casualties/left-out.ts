/** Figures that a filter leaves out though they may be of the same people: said, counted, and a tap away. */

import { figuresOf, type IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import type { FigureFilter } from '../../dossier/casualties/select.ts';
import { selectFigures } from '../../dossier/casualties/select.ts';
import type { Claim } from '../../dossier/entries.ts';
import { wordsOf } from '../../dossier/text/normalise.ts';
import { withShortDates } from '../../reply/language.ts';
import type { Detail, RawArguments, Reply } from '../../reply/reply.ts';
import type { Block } from '../../reply/span.ts';
import { victimsAtStart, victimsInShort } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { comparisonBlock, ownWords } from './claim-blocks.ts';
import { menuName, shortName } from './incident-name.ts';

/** Where victims were asked for: figures for people whose side, or whose side and status, no source gives. */
export function sideNotStated(
  filter: FigureFilter,
  { isAsked, raw }: { isAsked: (one: IncidentFigures) => boolean; raw: RawArguments },
  { dossier, language }: NameContext,
): { readonly notes: readonly Block[]; readonly actions: Reply['actions'] } {
  const { victimGroups } = dossier.conflict;
  const asked = victimGroups.filter(({ id, status }) => id === filter.who || status === filter.who);
  // Of a group without a side everybody in it was asked for.
  if (asked.every(({ sides }) => sides.length === 0)) return { notes: [], actions: [] };
  const groups = victimGroups
    .filter((group) => group.sides.length === 0 && !asked.includes(group))
    .filter(({ status }) => status === 'unknown' || asked.some((one) => one.status === status))
    .map(({ id }) => ({ id, found: selectFigures(dossier, { ...filter, who: id }).filter(isAsked) }))
    .filter(({ found }) => found.length > 0);
  if (groups.length === 0) return { notes: [], actions: [] };
  const cases = new Map(groups.flatMap(({ found }) => found.map((one) => [one.id, one] as const)));
  // Whoever asked for one side's people takes them for these, unless it is said where they were.
  const isOfOneSide = new Set(asked.flatMap(({ sides }) => sides)).size === 1;
  const byCountry = Map.groupBy(isOfOneSide ? cases.values() : [], (one) => countryOf(one, dossier));
  const inOrder = [...byCountry].toSorted(([a], [b]) => Number(a === undefined) - Number(b === undefined));
  const where = inOrder.flatMap(([country, { length }]) =>
    country === undefined
      ? byCountry.size === 1
        ? []
        : [language.text('casualties-in-no-country', { count: length })]
      : [
          language.text('casualties-in-country', {
            count: length,
            all: cases.size,
            country: language.country(country),
          }),
        ],
  );
  const words = {
    victims: language.list(groups.map(({ id }) => victimsInShort(dossier, id))),
    count: cases.size,
    known: where.length > 0 ? 'yes' : 'no',
    where: language.list(where),
  };
  return {
    notes: [{ kind: 'note', spans: language.spans('casualties-also-on-file', words) }],
    actions: groups.map(({ id }) => ({
      label: victimsAtStart(dossier, id),
      command: 'casualties',
      args: { ...raw, who: id },
    })),
  };
}

/** The country (ISO 3166-1 alpha-2) that all places of its figures are in; undefined: several, or it is not known. */
function countryOf(one: IncidentFigures, { places }: NameContext['dossier']): string | undefined {
  const countries = new Set(figuresOf(one).flatMap((claim) => claim.places.map((id) => places.get(id)?.country)));
  const [country] = countries;
  return countries.size === 1 ? (country ?? undefined) : undefined;
}

const MESSAGES = {
  longer: { note: 'casualties-left-out-longer', label: 'casualties-longer' },
  unfinished: { note: 'casualties-left-out-unfinished', label: 'casualties-unfinished' },
} as const;

/**
 * The figures that also count days outside the period that was asked for (`longer`), or that run past the day
 * (`unfinished`): each in full with its days.
 */
export function figuresOfOtherDays(
  which: 'longer' | 'unfinished',
  all: readonly IncidentFigures[],
  context: NameContext,
): { readonly notes: readonly Block[]; readonly details: readonly Detail[] } {
  const { language } = context;
  const count = all.flatMap(figuresOf).length;
  if (count === 0) return { notes: [], details: [] };
  const short = { ...context, language: withShortDates(language) };
  return {
    notes: [{ kind: 'note', spans: language.spans(MESSAGES[which].note, { count }) }],
    details: [
      {
        name: which,
        label: language.text(MESSAGES[which].label, { count }),
        blocks: () =>
          all.flatMap(({ comparisons, ...one }) => [
            { kind: 'heading' as const, spans: [shortName({ ...one, comparisons }, context)] },
            ...comparisons.map((comparison) =>
              comparisonBlock(comparison, { ...ownWords(comparisons), period: true }, short),
            ),
          ]),
      },
    ],
  };
}

/** Incidents that are named for words about a harm of which no figure is on file. */
const MOST_IN_WORDS = 3;

/** Where no figure of a harm is on file: figures of other harms whose attribution has the word for it. */
export function inWordsOnly(
  harm: Claim['harm'],
  { isAsked, raw, ...filter }: FigureFilter & { isAsked: (one: IncidentFigures) => boolean; raw: RawArguments },
  context: NameContext,
): { readonly notes: readonly Block[]; readonly actions: Reply['actions'] } {
  const { dossier, language } = context;
  const word = language.text('harm-done', { harm });
  const hasWord = ({ attribution }: Claim) => wordsOf(attribution).includes(word);
  const { harm: _, ...others } = raw;
  const found = selectFigures(dossier, filter)
    .filter((one) => isAsked(one) && figuresOf(one).some(hasWord))
    .slice(0, MOST_IN_WORDS);
  if (found.length === 0) return { notes: [], actions: [] };
  const names = found.map((one) => menuName(one, context));
  return {
    notes: [{ kind: 'note', spans: language.spans('casualties-in-words', { word, incidents: language.list(names) }) }],
    actions: found.map((one) => ({
      label: menuName(one, context),
      command: 'casualties',
      args: { ...others, incident: one.id },
    })),
  };
}

/** Where no figure is of the days that were asked for: those of other days. */
export function ofOtherDays(
  filter: FigureFilter,
  { isAsked, raw }: { isAsked: (one: IncidentFigures) => boolean; raw: RawArguments },
  context: NameContext,
): { readonly notes: readonly Block[]; readonly actions: Reply['actions'] } {
  const { dossier, language } = context;
  const found = selectFigures(dossier, { ...filter, period: undefined })
    .filter(isAsked)
    .slice(0, MOST_IN_WORDS);
  if (found.length === 0) return { notes: [], actions: [] };
  const names = found.map((one) => menuName(one, context));
  const { period: _, ...others } = raw;
  return {
    notes: [{ kind: 'note', spans: language.spans('casualties-of-other-days', { incidents: language.list(names) }) }],
    actions: found.map((one) => ({
      label: menuName(one, context),
      command: 'casualties',
      args: { ...others, incident: one.id },
    })),
  };
}
