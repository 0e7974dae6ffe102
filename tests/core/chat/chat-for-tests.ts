/** A chat to talk to in tests: the dossier of autumn 2025, the English words, a store in memory and a fixed clock. */

import { commands } from '../../../commands/index.ts';
import type { Asker, Chat } from '../../../src/core/chat/asker.ts';
import type { AuditRecord } from '../../../src/core/chat/audit.ts';
import { decodePress } from '../../../src/core/chat/button.ts';
import { createFloodLimit } from '../../../src/core/chat/flood-limit.ts';
import { type CommandCall, type Engine, runCommand, runPress } from '../../../src/core/chat/run-command.ts';
import type { Dossier } from '../../../src/core/dossier/dossier.ts';
import type { Revision } from '../../../src/core/dossier/revision.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import type { Page } from '../../../src/core/reply/page.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { loadLanguage } from '../../../src/language/load-language.ts';
import { foldAutumnDossier } from '../dossier/real-dossier.ts';
import { textOf } from '../reply/text-of.ts';
import { createMemoryModerators } from './memory-moderators.ts';
import { createMemoryDesk } from './memory-posting.ts';
import { createMemorySubscriptions } from './memory-subscriptions.ts';

/** A year after the newest entry of that dossier. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export const english = loadLanguage('en');
export const anybody: Asker = { id: 'test:1', roles: new Set() };
export const admin: Asker = { id: 'test:2', roles: new Set(['channel-admin']) };
export const here: Chat = { id: 'test:room', isPrivate: false };

export interface TestChat extends Engine {
  /** The answer to what was typed, all on one page, as plain text: a line for each block and list item. */
  says(line: string): Promise<string>;
  /** The same, and after it each of the details that the answer has buttons for. */
  saysInFull(line: string): Promise<string>;
  /** The same as a page, with its buttons. */
  answers(line: string): Promise<Page>;
  /** What pressing a button answers. */
  pressed(data: string): Promise<string>;
  /** Errors that were reported as bugs, the oldest first. */
  readonly bugs: readonly unknown[];
  /** What was recorded of moderating commands, the oldest first. */
  readonly audits: readonly AuditRecord[];
}

/** Who speaks in a test, and where; nobody in particular unless it says so. */
type Speaker = Partial<Pick<CommandCall, 'asker' | 'place'>>;

/** A chat over the dossier of autumn 2025; `changes` replaces any of its parts. */
export async function chatForTests(changes: Partial<Engine> = {}, speaker: Speaker = {}): Promise<TestChat> {
  return chatOver(await foldAutumnDossier(), changes, speaker);
}

/** A chat over a dossier of the test's own. */
export function chatOver(dossier: Dossier, changes: Partial<Engine> = {}, speaker: Speaker = {}): TestChat {
  const bugs: unknown[] = [];
  const audits: AuditRecord[] = [];
  const chat: Engine = {
    commands,
    dossier: () => dossier,
    store: createMemoryStore(),
    subscriptions: createMemorySubscriptions(),
    moderators: createMemoryModerators(),
    owners: new Set<string>(),
    isPerson: (id) => /^\w+:[1-9]\d*$/u.test(id),
    audit: (record) => void audits.push(record),
    posting: createMemoryDesk(() => dossier),
    language: english,
    timezone: 'UTC',
    staleAfterDays: 7,
    floodLimit: createFloodLimit(10_000),
    clock: () => NOW,
    reportBug: (error) => `bug-${bugs.push(error)}`,
    ...changes,
  };
  const who = { asker: anybody, place: here, ...speaker };
  const answers = (line: string) => {
    const [, command = '', args = ''] = /^\/(\S+)\s*([^]*)$/u.exec(line) ?? [];
    return runCommand({ command, args, ...who }, UNLIMITED, chat);
  };
  const pressed = async (data: string) => textOf(wholeOf(await runPress(data, who, UNLIMITED, chat)));
  return {
    ...chat,
    bugs,
    audits,
    answers,
    says: async (line) => textOf(wholeOf(await answers(line))),
    saysInFull: async (line) => {
      const page = await answers(line);
      const details = await detailsOf(page, chat.store);
      return [textOf(wholeOf(page)), ...(await Promise.all(details.map(pressed)))].join('\n');
    },
    pressed,
  };
}

/** The data of the buttons that open a detail. */
export async function detailsOf({ buttons }: Page, store: Pick<Store, 'recall'>): Promise<readonly string[]> {
  const all = buttons.flat().map(async ({ data }) => ({ data, press: await decodePress(data, store) }));
  return (await Promise.all(all)).flatMap(({ data, press }) => (press.detail === undefined ? [] : [data]));
}

/** A store that forgets when the test ends; the real ones are in `tests/contracts`. */
export function createMemoryStore(): Store {
  const ledger: Revision[] = [];
  const facts = new Map<string, string>();
  return {
    append(drafts, after) {
      if (ledger.length !== after) return Promise.resolve('moved on');
      const added = drafts.map((draft, index) => ({ ...draft, seq: after + 1 + index }));
      ledger.push(...added);
      return Promise.resolve(added);
    },
    revisionsAfter: (seq) => Promise.resolve(ledger.slice(seq)),
    announcementsAfter: () => Promise.resolve([]),
    remember(key, value) {
      facts.set(key, value);
      return Promise.resolve();
    },
    keep(key, value) {
      facts.set(key, value);
      return Promise.resolve();
    },
    recall: (key) => Promise.resolve(facts.get(key)),
    forgetUnused: () => Promise.resolve(0),
    close: () => Promise.resolve(),
  };
}
