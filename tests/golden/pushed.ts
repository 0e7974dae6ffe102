/** What is sent unasked, as data and as text: the only place here that knows how a message is composed. */
import { toPushedPage } from '../../src/core/chat/to-pushed-page.ts';
import type { Dossier } from '../../src/core/dossier/dossier.ts';
import type { AnyEntry } from '../../src/core/dossier/entries.ts';
import type { Announcement } from '../../src/core/dossier/revision.ts';
import { compose } from '../../src/core/messages/compose.ts';
import { encodeContent } from '../../src/core/messages/content.ts';
import type { Coverage } from '../../src/core/messages/coverage.ts';
import { isForTeam } from '../../src/core/messages/delivery.ts';
import type { Content } from '../../src/core/messages/kinds/index.ts';
import { english } from '../core/chat/chat-for-tests.ts';
import { FACES, json } from './faces.ts';
import { NOW } from './ledger.ts';

type Of<K extends Content['kind']> = Extract<Content, { readonly kind: K }>;
type Filters = Partial<Pick<Of<'board'>, 'topics' | 'side' | 'timezone'>>;
const ALL = { topics: [], side: null, timezone: 'UTC' } as const;

export function digest(
  from: number | null,
  to: number,
  changes: Filters & Partial<Pick<Of<'digest'>, 'slot' | 'isLate' | 'doubtfulSlot'>> = {},
): Content {
  return { kind: 'digest', ...ALL, from, to, slot: NOW, isLate: false, doubtfulSlot: null, ...changes };
}

/** `to` is null where it was held over quiet hours. */
export function alert(
  from: number,
  to: number | null,
  changes: Filters & Partial<Pick<Of<'alert'>, 'alerts' | 'heldUntil' | 'repeats'>> = {},
): Content {
  return { kind: 'alert', ...ALL, alerts: 'all', from, to, heldUntil: null, repeats: 0, ...changes };
}

export function board(changes: Filters = {}): Content {
  return { kind: 'board', ...ALL, ...changes };
}

/** What was sent when the ledger ended at `head`, corrected. `at`, when it was sent, is Unix time in ms. */
export function correction(
  form: 'edit' | 'notice',
  original: Content,
  head: number,
  at: number,
  timezone = 'UTC',
): Content {
  const kind = form === 'edit' ? 'correction' : 'notice';
  return { kind, timezone, original: encodeContent(original), head, at };
}

export function notice(place: string, reason: string, willRetry: boolean, chat?: string): Content {
  const fields = { timezone: 'UTC', place, reason, willRetry };
  return { kind: 'suspension', ...fields, ...(chat !== undefined && { chat }) };
}

export function greeting(to: 'chat' | 'adder', chat: string | null, channel: string | null): Content {
  return { kind: 'greeting', timezone: 'UTC', to, chat, channel, adder: null };
}

export function drill(entries: readonly AnyEntry[], timezone = 'UTC'): Content {
  return { kind: 'drill', timezone, entries };
}

export function report(coverage: Coverage, isFinished: boolean, isUnserved?: boolean): Content {
  return {
    kind: 'report',
    timezone: 'UTC',
    coverage,
    isFinished,
    ...(isUnserved === undefined ? {} : { isUnserved }),
  };
}

export function reminder(newsAfterDays: number, ceasefireAfterDays: number, timezone = 'UTC'): Content {
  return { kind: 'reminder', timezone, newsAfterDays, ceasefireAfterDays };
}

export interface Pushed {
  readonly name: string;
  readonly content: Content;
  readonly dossier: Dossier;
  /** Unix time in ms; `NOW` unless given. */
  readonly now?: number;
  readonly announced?: readonly Announcement[];
}

/** All of them, under headings, with what decides who is told of their corrections. */
export async function transcriptOf(messages: readonly Pushed[]): Promise<string> {
  const parts: string[] = [];
  for (const message of messages) parts.push(await sent(message));
  return parts.join('\n');
}

async function sent({ name, content, dossier, now = NOW, announced = [] }: Pushed): Promise<string> {
  const composing = { dossier, language: english, now, staleAfterDays: 7, announced };
  const { reply, more, isEmpty, shown, states, mark, materialSeq } = compose(content, composing);
  const chat = { store: { keep: () => Promise.resolve() }, language: english, isForOne: isForTeam(content.kind) };
  const isUpdated = content.kind === 'board' || content.kind === 'correction';
  const faces = FACES.map(async (face) => {
    const page = await toPushedPage(reply, more, face.limits, chat, mark);
    return `---- ${face.name}\n${face.showPushed(page, isUpdated)}`;
  });
  return [
    `==== ${name}`,
    `---- decides ${JSON.stringify({ isEmpty, materialSeq, more })}`,
    `shows ${json(shown)}, repeats ${json(states ?? [])}`,
    ...(await Promise.all(faces)),
  ].join('\n');
}
