/** What /casualties answers about an incident without figures: that, what is reported, and the days around it. */
import type { IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import { eventsOf, figuresAround, periodsAlike, withoutFigures } from '../../dossier/casualties/without-figures.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Development } from '../../dossier/entries.ts';
import { withoutBrackets } from '../../dossier/text/normalise.ts';
import { withShortDates } from '../../reply/language.ts';
import type { RawArguments, Reply } from '../../reply/reply.ts';
import type { Block } from '../../reply/span.ts';
import { accountSpans } from '../account-spans.ts';
import type { Named } from '../named.ts';
import type { NameContext } from '../wording-context.ts';
import { menuName, wordsForKind } from './incident-name.ts';
import { accountsDetail } from './incident-page.ts';

/** Periods with figures that are offered. */
const MOST_AROUND = 2;

/** All of them as they can be asked for, the newest first. */
export function namesWithoutFigures({ dossier, language }: NameContext): readonly Named[] {
  return withoutFigures(dossier).map((incident) => {
    const { id, title, date, places } = incident;
    const day = parseEdtf(date);
    const known = places.flatMap((place) => dossier.places.get(place) ?? []);
    const [first] = known;
    const days = language.shortDate(day);
    return {
      id,
      label: first ? language.text('claims-short-name', { days, place: withoutBrackets(first.name) }) : days,
      aliases: [title, date, language.date(day), days],
      days: [day],
      places: [
        ...known.flatMap(({ name, aliases }) => [name, ...aliases].map(withoutBrackets)),
        ...wordsForKind(incident, language),
      ],
    };
  });
}

export function titleWithoutFigures({ title, date }: Development, { language }: NameContext): string {
  return language.text('claims-full-name', { title, days: language.shortDate(parseEdtf(date)) });
}

/**
 * `day` is `YYYY-MM-DD`: what was said later is left out of accounts. `fits` says whether blocks are within the first
 * screen. `raw` are all other arguments, for the figures that are offered.
 */
export function pageWithoutFigures(
  incident: Development,
  { day, fits, raw }: { day: string; fits: (blocks: readonly Block[]) => boolean; raw: RawArguments },
  context: NameContext,
): Pick<Reply, 'blocks' | 'details' | 'actions'> {
  const { dossier, language } = context;
  const lead: Block = { kind: 'text', spans: language.spans('casualties-none-of') };
  const short = { ...context, language: withShortDates(language) };
  const [summary] = accountSpans(incident, day, short);
  const { status } = incident;
  const told = [
    ...(summary ? [summary] : []),
    ...(summary && status === 'disputed' ? [language.spans('accounts-lead', { status })] : []),
  ];
  const blocks: readonly Block[] = [lead, ...told.map((spans) => ({ kind: 'text' as const, spans }))];
  return {
    blocks: fits(blocks) ? blocks : [lead],
    details: accountsDetail([incident], day, short),
    actions: aroundActions(figuresAround(dossier, incident), raw, context),
  };
}

/**
 * From figures of a period the ways to those of the days around its events, or of nearly the same days. `matching` has
 * what there are figures of with the filters in `raw`.
 */
export function periodActions(
  one: IncidentFigures,
  matching: readonly IncidentFigures[],
  raw: RawArguments,
  context: NameContext,
): Reply['actions'] {
  const { dossier } = context;
  if (one.incident !== undefined) return [];
  const events = eventsOf(dossier, one).flatMap((event) => figuresAround(dossier, event));
  const others = [...events, ...periodsAlike(dossier, one)].filter(
    ({ id }) => id !== one.id && matching.some((other) => other.id === id),
  );
  return aroundActions(others, raw, context);
}

function aroundActions(all: readonly IncidentFigures[], raw: RawArguments, context: NameContext): Reply['actions'] {
  const { language } = context;
  return [...new Set(all)].slice(0, MOST_AROUND).map((one) => ({
    label: language.text('casualties-around', { name: menuName(one, context) }),
    command: 'casualties',
    args: { ...raw, incident: one.id },
  }));
}
