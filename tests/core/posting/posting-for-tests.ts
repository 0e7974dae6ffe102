/** Posting in tests: the shipped dossier in a real store in memory, several moderators, and a clock that moves. */

import { commands } from '../../../commands/index.ts';
import type { Asker } from '../../../src/core/chat/asker.ts';
import type { Posting } from '../../../src/core/chat/command.ts';
import { type Engine, runCommand, runFreeText, runPress } from '../../../src/core/chat/run-command.ts';
import type { Page } from '../../../src/core/reply/page.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { progressOf } from '../../../src/delivery/progress.ts';
import { openDossier } from '../../../src/live-dossier.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { english, NOW } from '../chat/chat-for-tests.ts';
import { readRealBaseline } from '../dossier/real-dossier.ts';
import { textOf } from '../reply/text-of.ts';

const moderator = (id: string): Asker => ({ id, roles: new Set(['moderator']) });

/** `desk` replaces parts of it; `url` is that of a store that is to be on disk. */
export async function postingForTests({
  posting = {},
  bugs = [],
  url = 'sqlite::memory:',
}: {
  posting?: Partial<Posting>;
  bugs?: unknown[];
  url?: string;
} = {}) {
  let now = NOW;
  const store = await openStore({ url, role: 'bot' });
  const live = await openDossier(await readRealBaseline(), store, NOW);
  const chat: Engine = {
    commands,
    dossier: live.current,
    store,
    subscriptions: store.subscriptions,
    moderators: store.moderators,
    owners: new Set(),
    isPerson: () => false,
    audit: () => undefined,
    posting: {
      drafts: store.drafts,
      moderators: () => Promise.resolve(1),
      review: new Set(['claims', 'ceasefire', 'retractions']),
      platforms: ['test'],
      drill: store.drill,
      refresh: async () => {
        await live.refresh();
        return live.current();
      },
      remindAfterDays: 3,
      coverage: (seq) => progressOf(seq, { store, corrections: store.corrections, platforms: [] }),
      ...posting,
    },
    language: english,
    timezone: 'UTC',
    staleAfterDays: 7,
    floodLimit: () => 0,
    clock: () => (now += 1000),
    reportBug: (error) => `bug-${bugs.push(error)}`,
  };
  /** Somebody in their private chat: words are commands where they begin with a slash. */
  const person = (asker: Asker, place = { id: asker.id, isPrivate: true }) => {
    let page: Page | undefined;
    const labels = () => page?.buttons.flat().map((one) => one.label) ?? [];
    const shown = (next: Page) => {
      page = next;
      return textOf(wholeOf(next));
    };
    return {
      async says(words: string): Promise<string> {
        const [, command = '', args = ''] = /^\/(\S+)\s*([^]*)$/u.exec(words) ?? [];
        const said = command === '' ? await runFreeText(words, { asker, place }, UNLIMITED, chat) : undefined;
        return shown(said ?? (await runCommand({ command: command || 'help', args, asker, place }, UNLIMITED, chat)));
      },
      async presses(label: string): Promise<string> {
        const button = page?.buttons.flat().find((one) => one.label.startsWith(label));
        if (!button) throw new Error(`no button “${label}”, only: ${labels().join(', ')}`);
        return shown(await runPress(button.data, { asker, place }, UNLIMITED, chat));
      },
      async pressesData(data: string): Promise<string> {
        return shown(await runPress(data, { asker, place }, UNLIMITED, chat));
      },
      dataOf: (label: string) => page?.buttons.flat().find((one) => one.label.startsWith(label))?.data ?? '',
      labels,
      /** Answers one question after another; the last answer’s reply. */
      async answers(...all: readonly string[]): Promise<string> {
        let last = '';
        for (const one of all) last = await this.says(one);
        return last;
      },
    };
  };
  return {
    chat,
    store,
    bugs,
    person,
    moderator: (name: string) => person(moderator(`test:${name}`)),
    dossier: live.current,
  };
}

/** Answers to the questions of a claim, in their order. */
export const CLAIM_ANSWERS = [
  'https://www.example.org/news/1?utm_source=x',
  'Example Press',
  'Officials speak of losses',
  '2025-11-08',
  'news-report',
  'pakistan',
  'asserts',
  'afghan-civilians',
  'killed',
  'at least seven people',
  'at-least',
  '7',
  '-',
  '2025-11-07',
  '2025-11-08',
  'An official told Example Press',
  '-',
  '-',
  '-',
  '-',
  'no',
] as const;
