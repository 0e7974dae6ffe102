/** Dossiers for the tests of the rules: the real names and sources, with other entries in their place. */

import { commands } from '../../../commands/index.ts';
import { NO_NUMBERS } from '../../../src/adapters/terminal/numbering.ts';
import { renderPage } from '../../../src/adapters/terminal/render.ts';
import { type Engine, runCommand, runPress } from '../../../src/core/chat/run-command.ts';
import { type Dossier, foldDossier } from '../../../src/core/dossier/dossier.ts';
import type {
  AnyEntry,
  Ceasefire,
  Claim,
  Development,
  EntryKind,
  Quote,
  Talks,
} from '../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { type Baseline, planImport } from '../../../src/dossier-files/baseline.ts';
import { readBaseline } from '../../../src/dossier-files/read-baseline.ts';
import { loadLanguage } from '../../../src/language/load-language.ts';
import { createMemoryStore, detailsOf } from '../chat/chat-for-tests.ts';
import { createMemoryModerators } from '../chat/memory-moderators.ts';
import { createMemoryDesk } from '../chat/memory-posting.ts';
import { createMemorySubscriptions } from '../chat/memory-subscriptions.ts';
import { foldAutumnDossier } from './real-dossier.ts';

export const baseline: Baseline = await readBaseline('data/pakistan-afghanistan');
/** The day of the tests: a year after the newest entry. */
export const NOW = Date.UTC(2026, 10, 22, 12);

const NAMES: ReadonlySet<EntryKind> = new Set(['party', 'person', 'place', 'source']);
/** Parties, people, places and sources of the real dossier. */
export const names: readonly AnyEntry[] = baseline.entries.filter(({ kind }) => NAMES.has(kind));

export const claim = (changes: Partial<Claim>): AnyEntry => ({
  kind: 'claim',
  fields: {
    id: 'cas-test',
    period: '2025-11-06',
    victims: 'pakistani-soldiers',
    harm: 'killed',
    count: { low: 7, high: 7, qualifier: 'exact', asPrinted: 'seven soldiers' },
    claimedBy: 'afghanistan',
    stance: 'asserts',
    attribution: 'A spokesman, 6 November',
    places: ['spin-boldak'],
    development: null,
    status: 'reported',
    conflictsWith: [],
    sources: ['src-alj-1106'],
    reportedOn: '2025-11-06',
    ...changes,
  },
});

export const quote = (changes: Partial<Quote>): AnyEntry => ({
  kind: 'quote',
  fields: {
    id: 'q-test',
    date: '2025-11-06',
    speaker: 'zabihullah-mujahid',
    party: 'afghanistan',
    text: 'The ceasefire will hold.',
    venue: 'post on X',
    topics: ['ceasefire'],
    development: null,
    sources: ['src-alj-1106'],
    ...changes,
  },
});

export const ceasefire = (changes: Partial<Ceasefire>): AnyEntry => ({
  kind: 'ceasefire',
  fields: {
    id: 'cf-test',
    effectiveFrom: '2025-10-19',
    state: 'in-force',
    headline: 'Ceasefire signed in Doha',
    terms: ['Immediate ceasefire'],
    mediators: ['qatar'],
    positions: [],
    sources: ['src-kuna-1019'],
    ...changes,
  },
});

export const talks = (changes: Partial<Talks>): AnyEntry => ({
  kind: 'talks',
  fields: {
    id: 'talks-test',
    round: 3,
    date: '2025-11-06/2025-11-07',
    venue: 'Istanbul',
    city: 'istanbul',
    mediators: ['turkiye'],
    delegations: [],
    outcome: 'collapsed',
    outcomeSummary: 'No agreement.',
    sources: ['src-cna-1108'],
    ...changes,
  },
});

export const development = (changes: Partial<Development>): AnyEntry => ({
  kind: 'development',
  fields: {
    id: 'dev-test',
    date: '2025-11-06',
    category: 'clash',
    title: 'Fire at the crossing',
    summary: 'Each side says that the other fired first.',
    parties: ['afghanistan', 'pakistan-military'],
    places: ['spin-boldak'],
    status: 'disputed',
    significance: 'major',
    sources: ['src-alj-1106'],
    related: [],
    ...changes,
  },
});

/** As the baseline's first import; `later` are revisions after it. */
export function dossierOf(entries: readonly AnyEntry[], later: readonly RevisionDraft[] = []): Dossier {
  const { drafts } = planImport({ conflict: baseline.conflict, entries: [...names, ...entries] }, [], NOW);
  return foldDossier(
    [...drafts, ...later].map((draft, index) => ({ ...draft, seq: index + 1 })),
    baseline.conflict,
  );
}

/** What was published by 10 November 2025, for tests that expect certain answers. */
export const autumnDossier: Dossier = await foldAutumnDossier();

export const realDossier: Dossier = foldDossier(
  planImport(baseline, [], NOW).drafts.map((draft, index) => ({ ...draft, seq: index + 1 })),
  baseline.conflict,
);

/** What the bot answers to `line`, or the detail of that answer which is named, as plain text on one page. */
export async function answerTo(line: string, dossier: Dossier, now = NOW, detail?: string): Promise<string> {
  const { page } = await asked(line, dossier, now, detail);
  return renderPage(page, NO_NUMBERS.buttons, PLAIN);
}

/** The same, and after it each of its details. */
export async function fullAnswerTo(line: string, dossier: Dossier, now = NOW): Promise<string> {
  return [await answerTo(line, dossier, now), ...(await detailsTo(line, dossier, now))].join('\n');
}

/** Each of its details. */
export async function detailsTo(line: string, dossier: Dossier, now = NOW): Promise<readonly string[]> {
  const { page, chat, who } = await asked(line, dossier, now);
  const details = await detailsOf(page, chat.store);
  const opened = await Promise.all(details.map((data) => runPress(data, who, UNLIMITED, chat)));
  return opened.map((one) => renderPage(one, NO_NUMBERS.buttons, PLAIN));
}

const PLAIN = { columns: undefined, isStyled: false } as const;

async function asked(line: string, dossier: Dossier, now: number, detail?: string) {
  const [, command = '', args = ''] = /^\/(\S+)\s*(.*)$/u.exec(line) ?? [];
  const chat: Engine = {
    commands,
    dossier: () => dossier,
    store: createMemoryStore(),
    subscriptions: createMemorySubscriptions(),
    moderators: createMemoryModerators(),
    owners: new Set(),
    isPerson: () => false,
    audit: () => undefined,
    posting: createMemoryDesk(() => dossier),
    language: loadLanguage('en'),
    timezone: 'UTC',
    staleAfterDays: 7,
    floodLimit: () => 0,
    clock: () => now,
    reportBug: (error) => {
      throw error;
    },
  };
  const who = { asker: { id: 'test:1', roles: new Set<never>() }, place: { id: 'test:1', isPrivate: true } };
  const shown = { page: 0, ...(detail === undefined ? {} : { detail }) };
  const page = await runCommand({ command, args, ...who }, UNLIMITED, chat, shown);
  return { page, chat, who };
}
