/** How casualty claims are worded, and the columns of their table in an export. */
import { relationOf } from '../../dossier/casualties/relation.ts';
import { supersededBy } from '../../dossier/casualties/series.ts';
import { overlaps, parseEdtf, tryParseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { type Claim, claimSchema, type Unit, unitOf } from '../../dossier/entries.ts';
import type { Spans } from '../../reply/span.ts';
import { attributionOf, supersededWords } from '../casualties/claim-sentences.ts';
import { briefFigure, figureOf } from '../casualties/figure.ts';
import type { Answers } from '../forms/form.ts';
import { ANNOUNCE, choice, DEVELOPMENT, EMPTY_LIST, NO_VALUE, PLACES, SOURCES } from '../forms/shared-fields.ts';
import type { Named } from '../named.ts';
import { partyNames, victimNames } from '../names.ts';
import { partyName, victimsName } from '../short-names.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';
import { type Column, firstDay, lastDay, placesCell, severalCell, sourcesCell } from './column.ts';
import { noAnswers, type WordingKind } from './kind.ts';
import { dateWords, developmentWords, partyWords, placeWords, sourceWords, withSources } from './value-words.ts';

const hasNumber = ({ qualifier }: Answers) => qualifier !== 'words' && qualifier !== 'denial';

export const claim = {
  kind: 'claim',
  name: claimName,
  headline: (fields, { dossier, language }) =>
    language.spans('headline-claim', {
      claimant: partyName(dossier, fields.claimedBy),
      says: saysWhat(fields, dossier),
      figure: briefFigure(fields, language),
      victims: victimsName(dossier, fields.victims),
      harm: fields.harm,
    }),
  label: ({ count }) => count.asPrinted,
  line: ({ victims, harm, count, claimedBy }) => `${victims} ${harm}: “${count.asPrinted}”, by ${claimedBy}`,
  row: claimRow,
  // R7: what kind of statement a figure is, labelled in each row that has one.
  inEachRow: relationWords,
  lastWords: (fields, { language }) => figureOf(fields, language),
  caveat: 'casualties-not-added',
  fields: {
    id: 'no words',
    count: {
      brief: (fields, { language }) => figureOf(fields, language),
      terse: (fields, { language }) => [{ kind: 'strong', text: briefFigure(fields, language) }],
    },
    unit: { brief: (fields, { language }) => language.spans('unit-name', { unit: unitOf(fields) }) },
    victims: { brief: aboutWords },
    harm: { brief: aboutWords },
    claimedBy: { brief: ({ claimedBy }, context) => partyWords([claimedBy], context) },
    period: { brief: ({ period }, context) => dateWords(period, context) },
    places: { brief: ({ places }, context) => placeWords(places, context) },
    reportedOn: { brief: ({ reportedOn }, context) => dateWords(reportedOn, context) },
    attribution: { brief: ({ attribution }) => [attribution] },
    status: { brief: ({ status }, { language }) => language.spans('claim-status-word', { status }) },
    scope: { brief: ({ scope }) => (scope === undefined ? [] : [scope]) },
    sources: { full: sourceWords },
    stance: { full: ({ stance }, { language }) => language.spans('stance-word', { stance }) },
    development: {
      full: ({ development }, context) => developmentWords(development === null ? [] : [development], context),
    },
    conflictsWith: { full: rivalWords },
  },
  counts: ({ claims }) => ({ claims: claims.size }),
  form: {
    prefix: 'cas',
    named: 'printed',
    initial: { status: 'reported', conflictsWith: [], count: { low: null, high: null } },
    notAsked: [],
    fields: [
      ...SOURCES,
      { name: 'claimedBy', path: 'claimedBy', is: { kind: 'name', names: claimants } },
      { name: 'stance', path: 'stance', is: choice(claimSchema.shape.stance) },
      { name: 'victims', path: 'victims', is: { kind: 'name', names: victimNames } },
      { name: 'harm', path: 'harm', is: choice(claimSchema.shape.harm) },
      { name: 'printed', path: 'count.asPrinted', is: { kind: 'verbatim' } },
      { name: 'qualifier', path: 'count.qualifier', is: choice(claimSchema.shape.count.shape.qualifier) },
      { name: 'low', path: 'count.low', is: { kind: 'number', isWhole: true }, when: hasNumber },
      { name: 'high', path: 'count.high', is: { kind: 'number', isWhole: true }, empty: NO_VALUE, when: hasNumber },
      {
        name: 'unit',
        path: 'unit',
        is: choice(claimSchema.shape.unit.unwrap()),
        empty: { value: undefined },
        when: ({ harm }) => harm === 'displaced',
      },
      { name: 'period', path: 'period', is: { kind: 'date' } },
      { name: 'reportedOn', path: 'reportedOn', is: { kind: 'date' } },
      { name: 'attribution', path: 'attribution', is: { kind: 'text' } },
      PLACES,
      DEVELOPMENT,
      { name: 'scope', path: 'scope', is: { kind: 'text' }, empty: { value: undefined } },
      {
        name: 'conflictsWith',
        path: 'conflictsWith',
        is: { kind: 'name', names: rivalNames, several: true },
        empty: EMPTY_LIST,
      },
      ANNOUNCE,
    ],
    answered: noAnswers,
  },
  columns: [
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
    { name: 'unit', tag: '#meta+unit', cell: (fields) => unitOf(fields) },
    ...claimSchema.shape.harm.options.flatMap((harm) => figureColumns(harm, 'people')),
    ...figureColumns('displaced', 'families'),
    ...figureColumns('displaced', 'households'),
    { name: 'claimant_id', tag: '#group+claimant+code', cell: ({ claimedBy }) => claimedBy },
    {
      name: 'claimant',
      tag: '#group+claimant+name',
      cell: ({ claimedBy }, { parties }) => parties.get(claimedBy)?.name ?? null,
    },
    { name: 'stance', tag: '#meta+stance', cell: ({ stance }) => stance },
    { name: 'attribution', tag: '#description+attribution', cell: ({ attribution }) => attribution },
    { name: 'status', tag: '#status+code', cell: ({ status }) => status },
    { name: 'conflicts_with', tag: '#meta+id+conflicts+list', cell: ({ conflictsWith }) => severalCell(conflictsWith) },
    { name: 'counts', tag: '#description+scope', cell: ({ scope }) => scope ?? null },
    { name: 'event_id', tag: '#event+code', cell: ({ development }) => development },
    {
      name: 'event',
      tag: '#event+name',
      cell: ({ development }, { developments }) =>
        development === null ? null : (developments.get(development)?.title ?? null),
    },
    { name: 'country', tag: '#country+code+v_iso2+list', cell: placesCell((place) => place.country) },
    { name: 'province', tag: '#adm1+name+list', cell: placesCell((place) => place.admin1) },
    { name: 'place', tag: '#loc+name+list', cell: placesCell((place) => place.name) },
    { name: 'place_id', tag: '#loc+code+list', cell: ({ places }) => severalCell(places) },
    { name: 'source_id', tag: '#meta+source+id+list', cell: ({ sources }) => severalCell(sources) },
    { name: 'publisher', tag: '#meta+source+list', cell: sourcesCell((source) => source.publisher) },
    { name: 'published_on', tag: '#date+source+list', cell: sourcesCell((source) => source.publishedOn) },
    { name: 'url', tag: '#meta+url+list', cell: sourcesCell((source) => source.url) },
  ],
} as const satisfies WordingKind<'claim'>;

function claimName({ claimedBy, victims, harm, period, count }: Claim, { dossier, language }: NameContext): Spans {
  return language.spans('name-claim', {
    is: count.qualifier === 'denial' ? 'denial' : 'figure',
    claimant: { kind: 'strong', text: partyName(dossier, claimedBy) },
    harm,
    victims: victimsName(dossier, victims),
    period: language.date(parseEdtf(period)),
  });
}

function saysWhat({ claimedBy, count }: Claim, { conflict }: Dossier): 'number' | 'unattributed' | 'denial' | 'words' {
  if (count.qualifier === 'denial') return 'denial';
  if (count.low === null) return 'words';
  return conflict.unattributed.includes(claimedBy) ? 'unattributed' : 'number';
}

function claimRow(fields: Claim, context: WordingContext): Spans {
  const { language } = context;
  const sentences = [
    language.spans('claims-row', { claimant: claimName(fields, context), figure: figureOf(fields, language) }),
    relationWords(fields, context),
    attributionOf(fields, language),
    ...supersededWords(supersededBy(context.dossier, fields), context),
  ];
  return withSources(sentences, fields, context);
}

function relationWords(fields: Claim, { dossier, language }: NameContext): Spans {
  return language.spans('claims-row-relation', { relation: relationOf(dossier, fields) });
}

/** Who came to which harm. */
function aboutWords({ victims, harm }: Claim, { dossier, language }: NameContext): Spans {
  return language.spans('claims-who', { victims: victimsName(dossier, victims), harm });
}

function rivalWords({ conflictsWith }: Claim, { dossier, language }: NameContext): Spans {
  const rivals = conflictsWith.flatMap((id) => dossier.claims.get(id) ?? []);
  return language.list(
    rivals.map(({ claimedBy, count }) =>
      language.text('rival-words', {
        party: partyName(dossier, claimedBy),
        printed: { kind: 'quote', text: count.asPrinted },
      }),
    ),
  );
}

/** Those that stand for nobody first: where a source names no claimant, a side must not become one. */
function claimants(context: Pick<NameContext, 'dossier'>): readonly Named[] {
  const { unattributed } = context.dossier.conflict;
  const isNobody = ({ id }: Named) => unattributed.includes(id);
  const all = partyNames(context);
  return [...all.filter(isNobody), ...all.filter((one) => !isNobody(one))];
}

/** A figure can only contradict one for the same harm, in the same unit, in meeting periods. */
function rivalNames({ dossier }: Pick<NameContext, 'dossier'>, answers?: Answers): readonly Named[] {
  const period = tryParseEdtf(answers?.['period'] ?? '');
  const fits = (one: Claim) =>
    answers === undefined ||
    (period &&
      one.harm === answers['harm'] &&
      unitOf(one) === (answers['unit'] || 'people') &&
      overlaps(parseEdtf(one.period), period));
  return [...dossier.claims.values()].filter(fits).map(({ id, claimedBy, count }) => ({
    id,
    label: `${count.asPrinted} · ${partyName(dossier, claimedBy)}`,
    aliases: [],
  }));
}

/**
 * A row has numbers in the columns of its own harm and unit alone: a sum over a column adds neither the injured to the
 * dead nor households to people (R3, R21).
 */
function figureColumns(harm: Claim['harm'], unit: Unit): readonly Column<Claim>[] {
  const [name, tag] = unit === 'people' ? [harm, harm] : [`${harm}_${unit}`, `${harm}+${unit}`];
  const cell = (end: 'low' | 'high') => (one: Claim) =>
    one.harm === harm && unitOf(one) === unit ? one.count[end] : null;
  return [
    { name: `${name}_low`, tag: `#affected+${tag}+min`, cell: cell('low') },
    { name: `${name}_high`, tag: `#affected+${tag}+max`, cell: cell('high') },
  ];
}
