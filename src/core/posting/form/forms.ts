/** The forms: each kind of entry as questions. Choices come from the schemas, so the two cannot say different things. */

import type { NamingContext } from '../../chat/command.ts';
import { overlaps, parseEdtf, tryParseEdtf } from '../../dossier/edtf.ts';
import {
  ceasefireSchema,
  claimSchema,
  developmentSchema,
  placeSchema,
  sourceSchema,
  talksSchema,
} from '../../dossier/entries.ts';
import type { Named } from '../../wording/named.ts';
import { newAddresses } from './addresses.ts';
import type { FormKind, Purpose } from './draft.ts';
import type { Field, FieldKind, Form } from './field.ts';

type Within = Pick<NamingContext, 'dossier'>;

const choice = (schema: { readonly options: readonly string[] }): FieldKind => ({
  kind: 'choice',
  choices: schema.options,
});
const parties = ({ dossier }: Within): readonly Named[] =>
  [...dossier.parties.values()].map(({ id, name, shortName, aliases }) => ({
    id,
    label: shortName,
    aliases: [name, ...aliases],
  }));
/** Those that stand for nobody in particular first: a source that names no claimant must not be given one of the sides. */
const claimants = ({ dossier }: Within): readonly Named[] => {
  const all = parties({ dossier });
  const isNobody = ({ id }: Named) => dossier.conflict.unattributed.includes(id);
  return [...all.filter(isNobody), ...all.filter((one) => !isNobody(one))];
};
const people = ({ dossier }: Within): readonly Named[] =>
  [...dossier.people.values()].map(({ id, name, aliases }) => ({ id, label: name, aliases }));
const places = ({ dossier }: Within): readonly Named[] =>
  [...dossier.places.values()].map(({ id, name, aliases }) => ({ id, label: name, aliases }));
const developments = ({ dossier }: Within): readonly Named[] =>
  [...dossier.developments.values()].toReversed().map(({ id, title }) => ({ id, label: title, aliases: [] }));
/** A figure can only contradict one for the same harm in meeting periods. */
const claims = ({ dossier }: Within, answers?: Readonly<Record<string, string>>): readonly Named[] => {
  const period = tryParseEdtf(answers?.['period'] ?? '');
  return [...dossier.claims.values()]
    .filter(
      (one) =>
        answers === undefined || (period && one.harm === answers['harm'] && overlaps(parseEdtf(one.period), period)),
    )
    .map(({ id, claimedBy, count }) => ({
      id,
      label: `${count.asPrinted} · ${dossier.parties.get(claimedBy)?.shortName ?? claimedBy}`,
      aliases: [],
    }));
};
const victims = ({ dossier }: Within): readonly Named[] => dossier.conflict.victimGroups;
const topics = ({ dossier }: Within): readonly Named[] => dossier.conflict.topics;

const none = { value: [] };
const nothing = { value: null };
const isNew = (answers: Readonly<Record<string, string>>, { dossier }: Within) =>
  newAddresses(answers['sources'] ?? '', dossier).length > 0;

/** The sources of an entry, and what a new one needs to be known by. */
const SOURCES: readonly Field[] = [
  { name: 'sources', path: 'sources', is: { kind: 'sources' } },
  { name: 'sourcePublisher', path: null, is: { kind: 'text' }, when: isNew },
  { name: 'sourceTitle', path: null, is: { kind: 'text' }, when: isNew },
  { name: 'sourceDate', path: null, is: { kind: 'date' }, when: isNew },
  { name: 'sourceKind', path: null, is: choice(sourceSchema.shape.kind), when: isNew },
];
const MEDIATORS: Field = {
  name: 'mediators',
  path: 'mediators',
  is: { kind: 'name', names: parties, several: true },
  empty: none,
};
const ALIASES: Field = { name: 'aliases', path: 'aliases', is: { kind: 'lines' }, empty: none };
const PLACES: Field = {
  name: 'places',
  path: 'places',
  is: { kind: 'name', names: places, several: true },
  empty: none,
};
const DEVELOPMENT: Field = {
  name: 'development',
  path: 'development',
  is: { kind: 'name', names: developments },
  empty: nothing,
};
const DATE: Field = { name: 'date', path: 'date', is: { kind: 'date' } };
const VENUE: Field = { name: 'venue', path: 'venue', is: { kind: 'text' } };
const PARTY: Field = { name: 'party', path: 'party', is: { kind: 'name', names: parties } };
/** Whether what is published is told at once: see `alertedIn`. */
const ANNOUNCE: Field = { name: 'announce', path: null, is: { kind: 'choice', choices: ['yes', 'no'] } };
const NAME: Field = { name: 'name', path: 'name', is: { kind: 'text' } };
const hasNumber = ({ qualifier }: Readonly<Record<string, string>>) => qualifier !== 'words' && qualifier !== 'denial';

export const FORMS: Readonly<Record<FormKind, Form>> = {
  development: {
    prefix: 'dev',
    named: 'title',
    initial: { related: [] },
    fields: [
      ...SOURCES,
      DATE,
      { name: 'category', path: 'category', is: choice(developmentSchema.shape.category) },
      { name: 'title', path: 'title', is: { kind: 'text' } },
      { name: 'summary', path: 'summary', is: { kind: 'text', isLong: true } },
      { name: 'parties', path: 'parties', is: { kind: 'name', names: parties, several: true }, empty: none },
      PLACES,
      { name: 'status', path: 'status', is: choice(developmentSchema.shape.status) },
      { name: 'significance', path: 'significance', is: choice(developmentSchema.shape.significance) },
      { ...ANNOUNCE, when: ({ significance }) => significance === 'breaking' || significance === 'major' },
      { name: 'related', path: 'related', is: { kind: 'name', names: developments, several: true }, empty: none },
    ],
  },
  quote: {
    prefix: 'q',
    named: 'text',
    initial: {},
    fields: [
      ...SOURCES,
      { name: 'excerpt', path: null, is: { kind: 'verbatim', isLong: true } },
      { name: 'text', path: 'text', is: { kind: 'verbatim', isLong: true } },
      { name: 'speaker', path: 'speaker', is: { kind: 'name', names: people }, empty: nothing },
      PARTY,
      DATE,
      VENUE,
      { name: 'topics', path: 'topics', is: { kind: 'name', names: topics, several: true } },
      DEVELOPMENT,
      ANNOUNCE,
    ],
  },
  claim: {
    prefix: 'cas',
    named: 'printed',
    initial: { status: 'reported', conflictsWith: [], count: { low: null, high: null } },
    fields: [
      ...SOURCES,
      { name: 'claimedBy', path: 'claimedBy', is: { kind: 'name', names: claimants } },
      { name: 'stance', path: 'stance', is: choice(claimSchema.shape.stance) },
      { name: 'victims', path: 'victims', is: { kind: 'name', names: victims } },
      { name: 'harm', path: 'harm', is: choice(claimSchema.shape.harm) },
      { name: 'printed', path: 'count.asPrinted', is: { kind: 'verbatim' } },
      { name: 'qualifier', path: 'count.qualifier', is: choice(claimSchema.shape.count.shape.qualifier) },
      { name: 'low', path: 'count.low', is: { kind: 'number', isWhole: true }, when: hasNumber },
      { name: 'high', path: 'count.high', is: { kind: 'number', isWhole: true }, empty: nothing, when: hasNumber },
      { name: 'period', path: 'period', is: { kind: 'date' } },
      { name: 'reportedOn', path: 'reportedOn', is: { kind: 'date' } },
      { name: 'attribution', path: 'attribution', is: { kind: 'text' } },
      PLACES,
      DEVELOPMENT,
      { name: 'scope', path: 'scope', is: { kind: 'text' }, empty: { value: undefined } },
      {
        name: 'conflictsWith',
        path: 'conflictsWith',
        is: { kind: 'name', names: claims, several: true },
        empty: none,
      },
      ANNOUNCE,
    ],
  },
  ceasefire: {
    prefix: 'cf',
    named: 'headline',
    initial: {},
    fields: [
      ...SOURCES,
      { name: 'effectiveFrom', path: 'effectiveFrom', is: { kind: 'date' } },
      { name: 'state', path: 'state', is: choice(ceasefireSchema.shape.state) },
      { name: 'headline', path: 'headline', is: { kind: 'text' } },
      { name: 'terms', path: 'terms', is: { kind: 'lines' }, empty: none },
      MEDIATORS,
      {
        name: 'positions',
        path: 'positions',
        is: { kind: 'by party', words: 'summary', nothing: { quote: null } },
        empty: none,
      },
      ANNOUNCE,
    ],
  },
  talks: {
    prefix: 'talks',
    named: 'venue',
    initial: {},
    fields: [
      ...SOURCES,
      { name: 'round', path: 'round', is: { kind: 'number', isWhole: true } },
      DATE,
      VENUE,
      { name: 'city', path: 'city', is: { kind: 'name', names: places } },
      MEDIATORS,
      {
        name: 'delegations',
        path: 'delegations',
        is: { kind: 'by party', words: 'note', nothing: { lead: null } },
        empty: none,
      },
      { name: 'outcome', path: 'outcome', is: choice(talksSchema.shape.outcome) },
      { name: 'outcomeSummary', path: 'outcomeSummary', is: { kind: 'text', isLong: true } },
      ANNOUNCE,
    ],
  },
  source: {
    prefix: 'src',
    named: 'publisher',
    initial: {},
    fields: [
      { name: 'url', path: 'url', is: { kind: 'address' }, empty: nothing },
      { name: 'sourcePublisher', path: 'publisher', is: { kind: 'text' } },
      { name: 'sourceTitle', path: 'title', is: { kind: 'text' } },
      { name: 'sourceDate', path: 'publishedOn', is: { kind: 'date' } },
      { name: 'sourceKind', path: 'kind', is: choice(sourceSchema.shape.kind) },
      { name: 'language', path: 'language', is: { kind: 'text' } },
      { name: 'accessNote', path: 'accessNote', is: { kind: 'text' } },
    ],
  },
  person: {
    prefix: 'person',
    named: 'name',
    initial: {},
    fields: [NAME, { name: 'role', path: 'role', is: { kind: 'text' } }, PARTY, ALIASES],
  },
  place: {
    prefix: 'place',
    named: 'name',
    initial: {},
    fields: [
      NAME,
      { name: 'placeKind', path: 'kind', is: choice(placeSchema.shape.kind) },
      { name: 'country', path: 'country', is: { kind: 'text' }, empty: nothing },
      { name: 'admin1', path: 'admin1', is: { kind: 'text' }, empty: { value: '' } },
      { name: 'lat', path: 'lat', is: { kind: 'number', isWhole: false } },
      { name: 'lon', path: 'lon', is: { kind: 'number', isWhole: false } },
      ALIASES,
    ],
  },
};

const REASON: Field = { name: 'reason', path: null, is: { kind: 'text' } };
const WEIGHT: Field = { name: 'weight', path: null, is: { kind: 'choice', choices: ['minor', 'material'] } };

/** Whom a drill goes to. */
const REACH: Field = { name: 'reach', path: null, is: { kind: 'choice', choices: ['me', 'subscribers'] } };

/** Everything that is asked for this purpose, in order. */
export function fieldsFor(form: FormKind, purpose: Purpose): readonly Field[] {
  const { fields } = FORMS[form];
  const unannounced = fields.filter((field) => field.name !== ANNOUNCE.name);
  switch (purpose) {
    case 'post':
      return fields;
    case 'update':
      // Of what more is known, only a development that becomes more significant is told at once.
      return [...(form === 'development' ? fields : unannounced), REASON];
    case 'correct':
      return [...unannounced, REASON, WEIGHT];
    case 'retract':
      return [REASON, WEIGHT];
    case 'drill':
      return [...unannounced, REACH];
  }
}
