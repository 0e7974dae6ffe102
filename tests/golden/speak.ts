/** Conversations as data, held on every platform: the only way from these tests into the engine. */

import { commands } from '../../commands/index.ts';
import type { Asker, Chat } from '../../src/core/chat/asker.ts';
import { type Engine, runCommand, runFreeText, runPress } from '../../src/core/chat/run-command.ts';
import { answerForm } from '../../src/core/chat/run-form.ts';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';
import type { Page } from '../../src/core/reply/page.ts';
import { openDossier } from '../../src/live-dossier.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { english } from '../core/chat/chat-for-tests.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';
import { FACES, type Face } from './faces.ts';
import { NOW } from './ledger.ts';

/**
 * Steps: `/command …`; `> words` in answer to a question; `[Label` presses a button, `(data` one that is not there;
 * `{json}` fills in a form; `@name` another speaks. `$draft` is a draft's id.
 */
export interface Conversation {
  readonly name: string;
  readonly as: keyof typeof SPEAKERS;
  readonly steps: readonly string[];
  /** Unix time in ms of the first step; a second passes with each. */
  readonly now?: number;
  /** What the ledger has beyond the shipped dossier. */
  readonly later?: readonly RevisionDraft[];
  /** All platforms may hold it in one and the same memory, which is quicker. Left out: where readers ask. */
  readonly changesNothing?: true;
  /** What is there before the first step. */
  readonly before?: (chat: Engine) => Promise<void>;
  /** Makes parts of the chat to replace, for each platform its own: `posting` is merged. */
  readonly chat?: () => Partial<Omit<Engine, 'posting'>>;
  readonly posting?: Partial<Engine['posting']>;
}

const inPrivate = (id: string): Chat => ({ id, isPrivate: true });
const findChannel: Asker['findChannel'] = async (typed) => {
  if (typed === '@unknown') return 'unknown';
  if (typed === '@foreign') return 'not an admin';
  if (typed === '@closed') return 'bot is no admin';
  return { id: 'telegram:-1009', isPrivate: false };
};
const person = (id: string, roles: Asker['roles'] = new Set()): Asker => ({ id, roles });

const SPEAKERS = {
  reader: { asker: person('test:1'), place: { id: 'test:room', isPrivate: false } },
  private: { asker: person('test:1'), place: inPrivate('test:1') },
  admin: { asker: person('test:2', new Set(['channel-admin'])), place: { id: 'test:room', isPrivate: false } },
  lacking: {
    asker: person('test:2', new Set(['channel-admin'])),
    place: { id: 'test:bare', isPrivate: false, missingRights: (rights) => Promise.resolve(rights) },
  },
  channel: {
    asker: { ...person('telegram:7', new Set(['channel-admin'])), findChannel },
    place: inPrivate('telegram:7'),
  },
  moderator: { asker: person('telegram:4242'), place: inPrivate('telegram:4242') },
  second: { asker: person('telegram:4343'), place: inPrivate('telegram:4343') },
  outside: { asker: person('telegram:4242'), place: { id: 'test:room', isPrivate: false } },
  hidden: { asker: person('telegram:4242'), place: { id: 'test:room', isPrivate: false, hidesAnswers: true } },
  owner: { asker: person('telegram:77'), place: inPrivate('telegram:77') },
} as const satisfies Readonly<Record<string, { readonly asker: Asker; readonly place: Chat }>>;

const baseline = await readRealBaseline();
const TEAM = ['telegram:4242', 'telegram:4343'];
const ADDED = { by: 'telegram:77', at: Date.UTC(2025, 10, 10, 9) };

/** All of it said, under a heading for each conversation, each step, and each platform and page. */
export async function transcript(conversations: readonly Conversation[]): Promise<string> {
  const parts: string[] = [];
  for (const conversation of conversations) parts.push(await held(conversation));
  return parts.join('\n');
}

async function held(conversation: Conversation): Promise<string> {
  const { name, as, steps, now = NOW, changesNothing = as === 'reader' } = conversation;
  const shared = changesNothing ? await openMemory(conversation) : undefined;
  const worlds = await Promise.all(
    FACES.map(async (face) => openWorld(face, conversation, shared ?? (await openMemory(conversation)))),
  );
  const lines = [`#### ${name}, by ${as}, at ${Temporal.Instant.fromEpochMilliseconds(now).toString()}`];
  let speaker = as;
  for (const [index, step] of steps.entries()) {
    const named = Object.keys(SPEAKERS).find((one): one is typeof as => step === `@${one}`);
    lines.push(`==== ${step}`);
    if (named !== undefined) speaker = named;
    else for (const world of worlds) lines.push(await world.takes(step, speaker, now + index * 1000));
  }
  for (const { close } of worlds) await close();
  return lines.join('\n');
}

async function openMemory({ later = [], now = NOW }: Conversation) {
  const store = await openStore({ url: 'sqlite::memory:', role: 'bot', clock: () => now });
  const live = await openDossier(baseline, store, ADDED.at);
  if (later.length > 0) await store.append(later, live.current().head);
  await live.refresh();
  for (const id of TEAM) await store.moderators.add({ id, ...ADDED });
  return { store, live };
}

async function openWorld(
  face: Face,
  { before, chat: parts, posting, now: start = NOW }: Conversation,
  { store, live }: Awaited<ReturnType<typeof openMemory>>,
) {
  let now = start;
  let bugs = 0;
  const chat: Engine = {
    commands,
    dossier: live.current,
    store,
    subscriptions: store.subscriptions,
    moderators: store.moderators,
    owners: new Set([ADDED.by]),
    isPerson: (id) => /^(?:discord|telegram):[1-9]\d*$/u.test(id),
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
      coverage: () => Promise.reject(new Error('no coverage here')),
      ...posting,
    },
    language: english,
    timezone: 'UTC',
    staleAfterDays: 7,
    floodLimit: () => 0,
    clock: () => now,
    reportBug: () => `bug-${(bugs += 1)}`,
    ...parts?.(),
  };
  await before?.(chat);
  let page: Page | undefined;
  const saying = async (step: string, who: (typeof SPEAKERS)[keyof typeof SPEAKERS]) => {
    const rest = step.slice(1).trimStart();
    switch (step.charAt(0)) {
      case '/': {
        const typed = rest.includes('$draft') ? rest.replaceAll('$draft', await newestDraft(chat)) : rest;
        const [, command = '', args = ''] = /^(\S*)\s*([^]*)$/u.exec(typed) ?? [];
        return runCommand({ command, args, ...who }, face.limits, chat);
      }
      case '>':
        return runFreeText(rest, who, face.limits, chat);
      case '[':
        return runPress(buttonOf(page, rest), who, face.limits, chat);
      case '(':
        return runPress(rest, who, face.limits, chat);
      case '{':
        return answerForm(page?.form?.draft ?? '', JSON.parse(step), who, face.limits, chat);
      default:
        throw new Error(`no step: ${step}`);
    }
  };
  return {
    /** What it says, on all pages. */
    async takes(step: string, speaker: keyof typeof SPEAKERS, at: number): Promise<string> {
      now = at;
      const who = SPEAKERS[speaker];
      const shown: string[] = [];
      for (let next = await saying(step, who); next; ) {
        page = next;
        shown.push(`---- ${face.name} ${shown.length + 1}\n${face.show(page)}`);
        const on = page.buttons.flat().find(({ label }) => label === english.text('page-next'));
        next = on && (await runPress(on.data, who, face.limits, chat));
      }
      return shown.length === 0 ? `---- ${face.name}: nothing` : shown.join('\n');
    },
    close: () => store.close(),
  };
}

/** The id of what waits for a second moderator, or else of what a moderator wrote last. */
async function newestDraft({ posting }: Engine): Promise<string> {
  const waiting = await posting.drafts.list({ state: 'waiting' });
  const [draft] = waiting.length > 0 ? waiting : await posting.drafts.list({ author: TEAM[0] ?? '' });
  return draft?.id ?? 'none';
}

function buttonOf(page: Page | undefined, label: string): string {
  const buttons = page?.buttons.flat() ?? [];
  const found = buttons.find((one) => one.label.startsWith(label));
  if (found) return found.data;
  const shown = JSON.stringify(page?.blocks);
  throw new Error(`no button “${label}”, only: ${buttons.map((one) => one.label).join(', ')}, under ${shown}`);
}
