/** `since:` and `until:` of /changes and /corrections: days when something became known, or positions (`#120`). */

import type { Where } from '../changes/changes.ts';
import { parseEdtf, tryParseEdtf } from '../dossier/dates/edtf.ts';
import { dayOf, endOfDay, knownAt, publishedFrom, startOfDay } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { type Block, joinSpans, type Spans } from '../reply/span.ts';
import { UserError } from '../reply/user-error.ts';
import type { CommandContext } from './command.ts';
import { type Beside, parseDate } from './parse-date.ts';

/** A position in the ledger, or a day on which something became known: `YYYY-MM-DD`, in UTC as for `known:`. */
type Bound = { readonly position: number } | { readonly day: string };

export interface LedgerRange {
  /** After this position, or from this day on. */
  readonly since: Bound;
  /** Up to this position, or to the end of this day; undefined: to the end of the ledger. */
  readonly until: Bound | undefined;
}

/** Days that are shown if `since:` is not given. */
const DEFAULT_DAYS = 7;
const DAY_MS = 86_400_000;
const POSITION = /^#(\d{1,9})$/u;
/** A position without its `#`. */
const BARE_NUMBER = /^\d{1,9}$/u;

/**
 * Throws `UserError` for what is neither a day nor a position, for a future day, and if `until` lies before `since`.
 * `beside` is for the refusal of two days where one is taken.
 */
export function parseLedgerRange(
  { since, until }: { readonly since?: string; readonly until?: string },
  context: CommandContext,
  beside: Beside,
): LedgerRange {
  const range: LedgerRange = {
    since:
      since === undefined
        ? { day: dayOf(context.now - DEFAULT_DAYS * DAY_MS, 'UTC') }
        : parseBound('since', since, context, beside),
    until: until === undefined ? undefined : parseBound('until', until, context, beside),
  };
  if (isBackward(range)) throw new UserError('changes-order');
  return range;
}

/** A month begins with its first day and ends with its last. */
function parseBound(name: 'since' | 'until', typed: string, context: CommandContext, beside: Beside): Bound {
  const position = POSITION.exec(typed)?.[1];
  if (position !== undefined) return { position: Number(position) };
  if (BARE_NUMBER.test(typed) && tryParseEdtf(typed) === undefined)
    throw new UserError('changes-not-a-day', { name, typed });
  const today = dayOf(context.now, context.timezone);
  const { earliest, latest } = parseDate(name, typed, 'knowledge', { ...context, today }, beside);
  return { day: name === 'since' ? earliest : latest };
}

function isBackward({ since, until }: LedgerRange): boolean {
  if (until === undefined) return false;
  if ('position' in since) return 'position' in until && since.position > until.position;
  return 'day' in until && since.day > until.day;
}

/** A function that says whether a revision lies before, within or after the range. */
export function whereIn(dossier: Dossier, { since, until }: LedgerRange): Where {
  const publishedOn = publishedFrom(dossier.revisionsAfter(0));
  const from = 'day' in since ? startOfDay(since.day) : 0;
  const to = until !== undefined && 'day' in until ? endOfDay(until.day) : 0;
  return (revision) => {
    const at = knownAt(revision, publishedOn);
    const isBefore = 'position' in since ? revision.seq <= since.position : at < from;
    if (isBefore) return 'before';
    if (until === undefined) return 'within';
    const isAfter = 'position' in until ? revision.seq > until.position : at > to;
    return isAfter ? 'after' : 'within';
  };
}

/** The sentence that says where the range begins. */
export function sinceNote({ since }: LedgerRange, { language }: Pick<CommandContext, 'language'>): Spans {
  return 'position' in since
    ? language.spans('changes-after', { position: String(since.position) })
    : language.spans('changes-from-day', { day: language.date(parseEdtf(since.day)) });
}

/** A note that says what the range is. */
export function rangeNotes(range: LedgerRange, { language }: Pick<CommandContext, 'language'>): readonly Block[] {
  const { until } = range;
  const day = (text: string) => language.date(parseEdtf(text));
  const sentences = [
    sinceNote(range, { language }),
    ...(until === undefined
      ? []
      : [
          'position' in until
            ? language.spans('changes-up-to', { position: String(until.position) })
            : language.spans('changes-to-day', { day: day(until.day) }),
        ]),
    language.spans('changes-as-now'),
  ];
  return [{ kind: 'note', spans: joinSpans(sentences) }];
}
