/** A `Chat` over the real baseline for the adapters' tests: real commands and words, a store in memory, bugs kept. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import type { AuditRecord } from '../../src/core/chat/audit.ts';
import { type AnyCommand, command } from '../../src/core/chat/command.ts';
import { createFloodLimit } from '../../src/core/chat/flood-limit.ts';
import type { Engine } from '../../src/core/chat/run-command.ts';
import { foldDossier } from '../../src/core/dossier/dossier.ts';
import type { Store } from '../../src/core/ports/store.ts';
import type { Language } from '../../src/core/reply/language.ts';
import { reply } from '../../src/core/reply/reply.ts';
import { parseBaseline, planImport } from '../../src/dossier-files/baseline.ts';
import { loadLanguage } from '../../src/language/load-language.ts';
import { createTurns } from '../../src/turns.ts';
import { createMemoryModerators } from '../core/chat/memory-moderators.ts';
import { createMemoryDesk } from '../core/chat/memory-posting.ts';
import { createMemorySubscriptions } from '../core/chat/memory-subscriptions.ts';

const FOLDER = join(import.meta.dirname, '../../data/pakistan-afghanistan');
/** The day of the tests: long after the baseline was written. */
const NOW = Date.UTC(2026, 10, 22, 12);

const files = new Map(readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));
const baseline = parseBaseline(files);
const revisions = planImport(baseline, [], NOW).drafts.map((draft, index) => ({ ...draft, seq: index + 1 }));
const dossier = foldDossier(revisions, baseline.conflict);
const english = loadLanguage('en');

export interface ChatForTests extends Engine {
  /** The errors that were reported, under the ids `bug-1`, `bug-2`, … */
  readonly bugs: readonly unknown[];
  /** What was recorded of moderating commands, the oldest first. */
  readonly audits: readonly AuditRecord[];
  readonly remembered: ReadonlyMap<string, string>;
}

export function chatForTests(changes: Partial<Engine> = {}): ChatForTests {
  const bugs: unknown[] = [];
  const audits: AuditRecord[] = [];
  const remembered = new Map<string, string>();
  return {
    commands,
    dossier: () => dossier,
    store: storeInMemory(remembered),
    subscriptions: createMemorySubscriptions(),
    moderators: createMemoryModerators(),
    owners: new Set<string>(),
    isPerson: (id) => /^\w+:[1-9]\d*$/u.test(id),
    audit: (record) => void audits.push(record),
    posting: createMemoryDesk(() => dossier),
    language: english,
    timezone: 'UTC',
    staleAfterDays: 14,
    floodLimit: createFloodLimit(1000),
    turns: createTurns(),
    clock: () => NOW,
    reportBug: (error) => `bug-${bugs.push(error)}`,
    ...changes,
    bugs,
    audits,
    remembered,
  };
}

/** Only what an adapter and buttons need of it; the contract suite is for the real ones. */
function storeInMemory(remembered: Map<string, string>): Store {
  const readOnly = () => Promise.reject(new Error('adapters do not write revisions'));
  return {
    append: readOnly,
    revisionsAfter: readOnly,
    announcementsAfter: readOnly,
    async remember(key, value) {
      remembered.set(key, value);
    },
    async keep(key, value) {
      remembered.set(key, value);
    },
    recall: async (key) => remembered.get(key),
    forgetUnused: async () => 0,
    close: async () => undefined,
  };
}

/** Words for commands that only tests have. */
function withWords(words: Readonly<Record<string, string>>): Language {
  return {
    ...english,
    has: (id) => id in words || english.has(id),
    text: (id, args) => words[id] ?? english.text(id, args),
  };
}

/** Answers "late news" when it is let go on. */
export function slowCommand(name = 'slow'): { readonly slow: AnyCommand; readonly goOn: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = command({
    name,
    who: 'anyone',
    params: {},
    async run() {
      await promise;
      return reply({ blocks: [{ kind: 'text', spans: ['late news'] }] });
    },
  });
  return { slow, goOn: resolve };
}

export const brokenCommand: AnyCommand = command({
  name: 'broken',
  who: 'anyone',
  params: {},
  run() {
    throw new Error('the wheels came off');
  },
});

export const testWords = withWords({
  'command-slow-summary': 'Takes its time',
  'command-broken-summary': 'Throws',
});
