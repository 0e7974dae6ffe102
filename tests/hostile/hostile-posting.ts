/** The desk on a store on disk, with a watch on what breaks and on how long each value takes. */

import { join } from 'node:path';
import type { Asker, Chat } from '../../src/core/chat/asker.ts';
import { type CommandCall, runCommand, runFreeText, runPress } from '../../src/core/chat/run-command.ts';
import { UNLIMITED } from '../../src/core/reply/page-limits.ts';
import { isPerson } from '../../src/people.ts';
import { postingForTests } from '../core/posting/posting-for-tests.ts';
import { cpuTimer } from '../cpu-time.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { shown } from './hostile-values.ts';

/** Longer than that for one value, in ms of the processor, and others wait: the bot has one thread. */
const MOST_MS = 1500;

/** What a reader must never be sent: directions that turn what comes after, and characters that drive screens. */
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const BREAKING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u061c]/u;

/** Throws where it is not so. `why` is only made then: most values are right, and there are thousands. */
export function must(isSo: boolean, why: () => string): asserts isSo {
  if (!isSo) throw new Error(why());
}

/** Whether a text of ours is of one direction at its end: isolates are closed, overrides not there. */
export function isContained(text: string): boolean {
  if (BREAKING.test(text)) return false;
  let open = 0;
  for (const [mark] of text.matchAll(/[\u2066-\u2069]/gu)) {
    open += mark === '\u2069' ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

export type HostileDesk = Awaited<ReturnType<typeof hostileDesk>>;

export async function hostileDesk() {
  const folder = await temporaryFolder();
  const opened = await postingForTests({ url: `sqlite:${join(folder.path, 'hostile.sqlite')}` });
  const posting = { ...opened, chat: { ...opened.chat, isPerson } };
  const { chat, store, bugs } = posting;
  const slowest = { ms: 0, value: '' };
  const count = { values: 0 };
  /** Does it for `value`: always a page or nothing, never a bug, in time, and all of it contained. */
  async function tried<P extends { readonly blocks: readonly unknown[] } | undefined>(
    value: string,
    work: () => Promise<P>,
  ): Promise<P> {
    const cpu = cpuTimer();
    const page = await work();
    const ms = cpu();
    count.values += 1;
    if (ms > slowest.ms) Object.assign(slowest, { ms, value: shown(value) });
    must(bugs.length === 0, () => `${String(bugs)} for ${shown(value)}`);
    must(ms <= MOST_MS, () => `${Math.round(ms)} ms for ${shown(value)}`);
    return page;
  }
  return {
    ...posting,
    slowest,
    count,
    tried,
    asks: (question: CommandCall, value: string) => tried(value, () => runCommand(question, UNLIMITED, chat)),
    talks: (value: string, who: { readonly asker: Asker; readonly place: Chat }) =>
      tried(value, () => runFreeText(value, who, UNLIMITED, chat)),
    presses: (data: string, who: { readonly asker: Asker; readonly place: Chat }) =>
      tried(data, () => runPress(data, who, UNLIMITED, chat)),
    /** All that the store holds of the desk and the ledger, as text. */
    async dump(): Promise<string> {
      const moderators = await store.moderators.list();
      const drafts = await store.drafts.list({ author: MODERATOR.asker.id });
      return JSON.stringify([await store.revisionsAfter(0), moderators, drafts, await store.announcementsAfter(0)]);
    },
    async close(what: string) {
      process.stdout.write(
        `${what}: ${count.values} values, the slowest ${slowest.ms.toFixed(0)} ms: ${slowest.value}\n`,
      );
      await store.close();
      await folder.remove();
    },
  };
}

const inPrivate = (id: string) => ({ id, isPrivate: true });
export const MODERATOR = {
  asker: { id: 'test:moderator', roles: new Set(['moderator', 'owner', 'channel-admin']) } satisfies Asker,
  place: inPrivate('test:moderator'),
};
export const STRANGER = {
  asker: { id: 'test:stranger', roles: new Set<never>() } satisfies Asker,
  place: inPrivate('test:stranger'),
};
