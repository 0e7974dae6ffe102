/** The claims as a table with HXL tags: a row for each claim, and no column that mixes two harms. */

import { parseEdtf } from '../core/dossier/edtf.ts';
import type { AnyEntry, Claim, Development, Party, Place, Source } from '../core/dossier/entries.ts';
import { type Cell, toCsv } from './csv.ts';

export const CLAIMS_FILE = 'casualties.csv';

/** Between the values of a cell that has several; a value that is missing leaves its place empty. */
const SEPARATOR = ' | ';

interface Column {
  readonly name: string;
  /** Hashtags and most attributes: https://hxlstandard.org/standard/dictionary/ — the standard lets others be added. */
  readonly tag: string;
  readonly cell: (claim: Claim, names: Names) => Cell;
}

/** What the ids of a claim stand for. */
interface Names {
  readonly parties: ReadonlyMap<string, Party>;
  readonly places: ReadonlyMap<string, Place>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly developments: ReadonlyMap<string, Development>;
}

const HARMS = ['killed', 'injured', 'captured', 'displaced', 'missing'] as const satisfies readonly Claim['harm'][];

/**
 * A row has numbers in the two columns of its own harm alone: whoever adds up a column cannot add the injured to the
 * dead.
 */
const FIGURES: readonly Column[] = HARMS.flatMap((harm) => [
  {
    name: `${harm}_low`,
    tag: `#affected+${harm}+min`,
    cell: (claim) => (claim.harm === harm ? claim.count.low : null),
  },
  {
    name: `${harm}_high`,
    tag: `#affected+${harm}+max`,
    cell: (claim) => (claim.harm === harm ? claim.count.high : null),
  },
]);

const COLUMNS: readonly Column[] = [
  { name: 'id', tag: '#meta+id', cell: ({ id }) => id },
  { name: 'reported_on', tag: '#date+reported', cell: ({ reportedOn }) => reportedOn },
  // EDTF, as it is stored (R8); beside it the first and the last day that it can mean.
  { name: 'period', tag: '#date+occurred', cell: ({ period }) => period },
  { name: 'period_first_day', tag: '#date+start', cell: ({ period }) => firstDay(period) },
  { name: 'period_last_day', tag: '#date+end', cell: ({ period }) => lastDay(period) },
  { name: 'victims', tag: '#group+victims+code', cell: ({ victims }) => victims },
  { name: 'harm', tag: '#impact+type', cell: ({ harm }) => harm },
  { name: 'as_printed', tag: '#description+figure', cell: ({ count }) => count.asPrinted },
  { name: 'qualifier', tag: '#meta+qualifier', cell: ({ count }) => count.qualifier },
  ...FIGURES,
  { name: 'claimant_id', tag: '#group+claimant+code', cell: ({ claimedBy }) => claimedBy },
  {
    name: 'claimant',
    tag: '#group+claimant+name',
    cell: ({ claimedBy }, { parties }) => parties.get(claimedBy)?.name ?? null,
  },
  { name: 'stance', tag: '#meta+stance', cell: ({ stance }) => stance },
  { name: 'attribution', tag: '#description+attribution', cell: ({ attribution }) => attribution },
  { name: 'status', tag: '#status+code', cell: ({ status }) => status },
  { name: 'conflicts_with', tag: '#meta+id+conflicts+list', cell: ({ conflictsWith }) => several(conflictsWith) },
  { name: 'counts', tag: '#description+scope', cell: ({ scope }) => scope ?? null },
  { name: 'event_id', tag: '#event+code', cell: ({ development }) => development },
  {
    name: 'event',
    tag: '#event+name',
    cell: ({ development }, { developments }) =>
      development === null ? null : (developments.get(development)?.title ?? null),
  },
  { name: 'country', tag: '#country+code+v_iso2+list', cell: placed((place) => place.country) },
  { name: 'province', tag: '#adm1+name+list', cell: placed((place) => place.admin1) },
  { name: 'place', tag: '#loc+name+list', cell: placed((place) => place.name) },
  { name: 'place_id', tag: '#loc+code+list', cell: ({ places }) => several(places) },
  { name: 'source_id', tag: '#meta+source+id+list', cell: ({ sources }) => several(sources) },
  { name: 'publisher', tag: '#meta+source+list', cell: sourced((source) => source.publisher) },
  { name: 'published_on', tag: '#date+source+list', cell: sourced((source) => source.publishedOn) },
  { name: 'url', tag: '#meta+url+list', cell: sourced((source) => source.url) },
];

/** The claims among `entries`, in their order, under a row of names and a row of HXL tags. */
export function claimsCsv(entries: readonly AnyEntry[]): string {
  const names: Names = {
    parties: byId(entries.flatMap((entry) => (entry.kind === 'party' ? [entry.fields] : []))),
    places: byId(entries.flatMap((entry) => (entry.kind === 'place' ? [entry.fields] : []))),
    sources: byId(entries.flatMap((entry) => (entry.kind === 'source' ? [entry.fields] : []))),
    developments: byId(entries.flatMap((entry) => (entry.kind === 'development' ? [entry.fields] : []))),
  };
  const claims = entries.flatMap((entry) => (entry.kind === 'claim' ? [entry.fields] : []));
  return toCsv([
    COLUMNS.map(({ name }) => name),
    COLUMNS.map(({ tag }) => tag),
    ...claims.map((claim) => COLUMNS.map(({ cell }) => cell(claim, names))),
  ]);
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}

function placed(of: (place: Place) => string | null): Column['cell'] {
  return (claim, { places }) => several(claim.places.map((id) => valueOf(places.get(id), of)));
}

function sourced(of: (source: Source) => string | null): Column['cell'] {
  return (claim, { sources }) => several(claim.sources.map((id) => valueOf(sources.get(id), of)));
}

function valueOf<T>(entry: T | undefined, of: (entry: T) => string | null): string {
  return entry === undefined ? '' : (of(entry) ?? '');
}

function several(values: readonly string[]): Cell {
  return values.every((value) => value === '') ? null : values.join(SEPARATOR);
}

/** Empty where the period has no beginning. */
function firstDay(period: string): Cell {
  const { start, earliest } = parseEdtf(period);
  return start === 'open' ? null : earliest;
}

/** Empty while the period has no end. */
function lastDay(period: string): Cell {
  const { end, latest } = parseEdtf(period);
  return end === 'open' ? null : latest;
}
