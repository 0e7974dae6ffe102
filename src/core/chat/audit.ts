/** What is recorded of every moderating command: who, what, when, where from, and how it ended. */

import type { RawArguments } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';
import type { Asker, Chat } from './asker.ts';
import type { AnyCommand } from './command.ts';
import { parseRawArguments } from './raw-arguments.ts';
import { isModerating } from './roles.ts';

/** Longest value that is recorded whole, in UTF-16 units. */
const MAX_VALUE = 200;

export interface AuditRecord {
  /** Unix time in ms. */
  readonly at: number;
  /** The asker's id. */
  readonly who: string;
  readonly command: string;
  /** What was given, by parameter; of long values and of what does not parse only the length. */
  readonly args: RawArguments;
  /** The place's id. */
  readonly from: string;
  /** `refused`: the asker may not, or not there. `error`: admitted, and not done. */
  readonly outcome: 'done' | 'refused' | 'error';
  /** The id of the words that were answered, or `bug`; null where it was done. */
  readonly reason: string | null;
}

interface Given {
  readonly args: RawArguments | string;
  /** Words and forms that answer a draft: that there were some, and to which questions. */
  readonly freeText?: string | undefined;
  readonly formAnswers?: Readonly<Record<string, string>> | undefined;
  readonly asker: Asker;
  readonly place: Chat;
}

const REFUSALS: ReadonlySet<string> = new Set(['error-not-allowed', 'error-not-admin', 'error-in-private']);

/** Does `work`, and records it where the command is a moderating one. Rejects as `work` does. */
export async function audited<T>(
  command: AnyCommand,
  { args, asker, place, freeText, formAnswers }: Given,
  { audit, clock }: { readonly audit: (record: AuditRecord) => void; readonly clock: () => number },
  work: () => Promise<T>,
): Promise<T> {
  if (!isModerating(command)) return work();
  const given = {
    at: clock(),
    who: asker.id,
    command: command.name,
    args: { ...recorded(args, command), ...answersTo(freeText, formAnswers) },
    from: place.id,
  };
  try {
    const done = await work();
    audit({ ...given, outcome: 'done', reason: null });
    return done;
  } catch (error) {
    const reason = error instanceof UserError ? error.id : 'bug';
    audit({ ...given, outcome: REFUSALS.has(reason) ? 'refused' : 'error', reason });
    throw error;
  }
}

function answersTo(freeText: Given['freeText'], formAnswers: Given['formAnswers']): RawArguments {
  if (freeText !== undefined) return { talk: `(${freeText.length} characters)` };
  return formAnswers === undefined ? {} : { fields: Object.keys(formAnswers).join(', ').slice(0, MAX_VALUE) };
}

function recorded(args: RawArguments | string, { params }: AnyCommand): RawArguments {
  const short = (value: string) => (value.length > MAX_VALUE ? `(${value.length} characters)` : value);
  const named = typeof args === 'string' ? parsed(args, params) : args;
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [short(name), short(value)]));
}

/** A question that is refused is not parsed for an answer, only for the record. */
function parsed(text: string, params: AnyCommand['params']): RawArguments {
  try {
    return parseRawArguments(text, params);
  } catch (error) {
    if (error instanceof UserError) return { '': `(${text.length} characters)` };
    throw error;
  }
}
