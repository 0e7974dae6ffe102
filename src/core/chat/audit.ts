/** The audit record of a moderating command: who gave it, when, where, with what arguments, and how it ended. */

import type { RawArguments } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';
import type { Asker, Chat } from './asker.ts';
import type { AnyCommand } from './command.ts';
import { parseRawArguments } from './raw-arguments.ts';
import { isModerating } from './roles.ts';

/** Longest value that is recorded in full, in UTF-16 units. */
const MAX_VALUE = 200;

export interface AuditRecord {
  /** Unix time in ms. */
  readonly at: number;
  /** The asker's id. */
  readonly who: string;
  readonly command: string;
  /** Values by parameter. A long value, or a text that does not parse, is replaced by its length. */
  readonly args: RawArguments;
  /** The chat's id. */
  readonly from: string;
  /** `refused`: the asker may not give this command, or not in this chat. `error`: allowed, but it failed. */
  readonly outcome: 'done' | 'refused' | 'error';
  /** The message id of the error that was answered, or `bug`; null if the command succeeded. */
  readonly reason: string | null;
}

interface Given {
  readonly args: RawArguments | string;
  /** Answers to a draft. Only the length of a text and the names of a form's fields are recorded. */
  readonly freeText?: string | undefined;
  readonly formAnswers?: Readonly<Record<string, string>> | undefined;
  readonly asker: Asker;
  readonly place: Chat;
}

const REFUSALS: ReadonlySet<string> = new Set(['error-not-allowed', 'error-not-admin', 'error-in-private']);

/** Does `work`, and records it if the command is a moderating one. Rejects as `work` does. */
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

/** The record needs arguments even if the command is refused before anything parses them. */
function parsed(text: string, params: AnyCommand['params']): RawArguments {
  try {
    return parseRawArguments(text, params);
  } catch (error) {
    if (error instanceof UserError) return { '': `(${text.length} characters)` };
    throw error;
  }
}
