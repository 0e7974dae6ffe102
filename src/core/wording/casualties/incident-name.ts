/** What an incident or period with figures is called: in a heading, in a menu, and by people who ask for it. */
import { allIncidentFigures, figuresOf, type IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import { developmentsOf } from '../../dossier/casualties/without-figures.ts';
import { compareEdtf, contains, type Edtf, parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Development } from '../../dossier/entries.ts';
import { onceFor } from '../../dossier/memoise.ts';
import { withoutBrackets } from '../../dossier/text/normalise.ts';
import type { Language } from '../../reply/language.ts';
import type { Named } from '../named.ts';
import type { NameContext } from '../wording-context.ts';

/** The days that a heading gives, the first place that it names, if any, and all of an incident's. */
export function headingOf(one: IncidentFigures): {
  readonly days: readonly Edtf[];
  readonly place: string | undefined;
  readonly around: readonly string[];
} {
  return { days: daysOf(one), place: placesOf(one)[0], around: one.incident?.places ?? [] };
}

/** An incident belongs to one dossier, which therefore does not count. */
function namedOnce(nameOf: (one: IncidentFigures, context: NameContext) => string): typeof nameOf {
  const kept = onceFor((_language: Language) => onceFor(nameOf));
  return (one, context) => kept(context.language)(one, context);
}

/**
 * The days of the incident; of a period without one, those of its figures that no other of them contains. A denial of
 * longer days makes theirs no longer.
 */
const daysOf = onceFor((one: IncidentFigures): readonly Edtf[] => {
  if (one.incident !== undefined) return [parseEdtf(one.incident.date)];
  const all = figuresOf(one);
  const figures = all.filter(({ count }) => count.qualifier !== 'denial');
  const dated = new Set((figures.length > 0 ? figures : all).map(({ period }) => period));
  const periods = [...dated].map(parseEdtf).toSorted(compareEdtf);
  const wholes = periods.filter((period) => !periods.some((other) => other !== period && isWithin(period, other)));
  return wholes.length > 0 ? wholes : periods;
});

/** Of two that mean the same days, the first in the alphabet contains the other. */
function isWithin(inner: Edtf, outer: Edtf): boolean {
  return contains(outer, inner) && (!contains(inner, outer) || outer.text < inner.text);
}

/** "11–12 Oct 2025 · Town": short, with what tells most of its places. */
export const shortName = namedOnce((one, context) => {
  const { language } = context;
  const days = daysWords(one, context);
  const place = placeWords(one, context);
  return place === '' ? days : language.text('claims-short-name', { days, place });
});

const placesOf = onceFor(
  (one: IncidentFigures): readonly string[] =>
    one.incident?.places ?? [...new Set(figuresOf(one).flatMap(({ places }) => places))],
);

/** "11–12 Oct 2025 · Town": with the first place alone, for a menu. */
export const menuName = namedOnce((one, context) => {
  const { language } = context;
  const days = daysWords(one, context);
  const [place] = namesOfPlaces(one, context);
  return place === undefined ? days : language.text('claims-short-name', { days, place });
});

/** "Town, 11–12 Oct 2025": the same in a sentence. */
export const placeFirst = namedOnce((one, context) => {
  const days = daysWords(one, context);
  const [place] = namesOfPlaces(one, context);
  return place === undefined ? days : context.language.text('claims-place-first', { days, place });
});

function daysWords(one: IncidentFigures, { language }: NameContext): string {
  return language.text('claims-days', { days: language.list(daysOf(one).map((date) => language.shortDate(date))) });
}

/** "Town and Village", "Town and elsewhere"; empty where no place is given. */
function placeWords(one: IncidentFigures, context: NameContext): string {
  const { language } = context;
  const names = namesOfPlaces(one, context);
  const [first = ''] = names;
  if (names.length < 2) return first;
  return names.length === 2
    ? language.text('claims-places', { places: language.list(names) })
    : language.text('claims-first-place', { place: first });
}

/** Without a town whose street is named too. */
function namesOfPlaces(one: IncidentFigures, { dossier }: NameContext): readonly string[] {
  const all = placesOf(one).flatMap((id) => dossier.places.get(id) ?? []);
  const names = all.map(({ name }) => withoutBrackets(name));
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
}

/** "Overnight fighting along the border · 11–12 Oct 2025"; a period without an incident has its short name. */
export function fullName(one: IncidentFigures, context: NameContext): string {
  const { language } = context;
  if (one.incident === undefined) return shortName(one, context);
  const [date] = daysOf(one);
  const days = date === undefined ? '' : language.shortDate(date);
  return language.text('claims-full-name', { title: one.incident.title, days });
}

/** All incidents and periods with figures, the newest first: by title, days, and the ids of what belongs to them. */
export function incidentNames(context: NameContext): readonly Named[] {
  const { dossier, language } = context;
  return allIncidentFigures(dossier).map((one) => {
    const figures = figuresOf(one);
    const developments = new Set(figures.flatMap((claim) => developmentsOf(dossier, claim).map(({ id }) => id)));
    const dates = daysOf(one);
    return {
      id: one.id,
      label: shortName(one, context),
      aliases: [
        ...(one.incident === undefined ? [] : [one.incident.title]),
        ...dates.flatMap((date) => [date.text, language.date(date), language.shortDate(date)]),
        ...figures.map(({ id }) => id),
        ...[...developments].filter((id) => id !== one.id),
      ],
      days: dates,
      places: [
        ...placesOf(one)
          .flatMap((place) => dossier.places.get(place) ?? [])
          .flatMap(({ name, aliases }) => [name, ...aliases].map(withoutBrackets)),
        ...(one.incident === undefined ? [] : wordsForKind(one.incident, language)),
      ],
    };
  });
}

/** “Air strikes” and “airstrike”. */
export function wordsForKind({ category }: Pick<Development, 'category'>, language: NameContext['language']) {
  return [language.text('topic-word', { topic: category }), category];
}

/** Whether this is what `named` names, also in a view of an earlier day that knows less of it. */
export function isNamed(one: IncidentFigures, { id, aliases }: Named): boolean {
  const ids = figuresOf(one).map((claim) => claim.id);
  if (one.id === id || ids.includes(id)) return true;
  return one.incident === undefined && ids.some((claim) => aliases.includes(claim));
}
