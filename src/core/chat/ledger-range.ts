/** `since:` and `until:` of /changes and /corrections: days when something became known, or positions (`#120`). */

import type { Where } from '../changes/changes.ts';
import { parseEdtf, tryParseEdtf } from '../dossier/dates/edtf.ts';
import { type Between, dayOf, endOfDay, knownBetween, publishedFrom, startOfDay } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import { onceFor } from '../dossier/memoise.ts';
import { isNews } from '../dossier/news.ts';
import type { Revision } from '../dossier/revision.ts';
import { type Block, joinSpans, type Spans } from '../reply/span.ts';
import { UserError } from '../reply/user-error.ts';
import type { CommandContext } from './command.ts';
import { readAsked } from './dates/read-date.ts';
import { type Beside, parseDate } from './parse-date.ts';

/** A position in the ledger, or a day on which something became known: `YYYY-MM-DD`, in UTC as for `known:`. */
type Bound = { readonly position: number } | { readonly day: string };

export interface LedgerRange {
  /** After this position, or from this day on. */
  readonly since: Bound;
  /** Up to this position, or to the end of this day; undefined: to the end of the ledger. */
  readonly until: Bound | undefined;
}

/** Days before the end that are shown if `since:` is not given. */
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
  const end = until === undefined ? undefined : parseBound('until', until, context, beside);
  // “Before april” alone is all from the beginning to the end of March.
  const upTo = since === undefined || end !== undefined ? undefined : parseUpTo(since, context);
  const range: LedgerRange = {
    since:
      upTo !== undefined && context.dossier.begins !== undefined
        ? { day: context.dossier.begins }
        : since === undefined
          ? defaultSince(end, context)
          : parseBound('since', since, context, beside),
    until: upTo ?? end,
  };
  if (isBackward(range)) throw new UserError('changes-order');
  return range;
}

function defaultSince(until: Bound | undefined, { now }: CommandContext): Bound {
  const end = until !== undefined && 'day' in until ? startOfDay(until.day) : now;
  return { day: dayOf(Math.min(end, now) - DEFAULT_DAYS * DAY_MS, 'UTC') };
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

/** The last day of what was said to be before a day or until it; undefined for other words, and in an empty dossier. */
function parseUpTo(typed: string, context: CommandContext): Bound | undefined {
  const today = dayOf(context.now, context.timezone);
  if (context.dossier.begins === undefined || readAsked(typed, today, context.language)?.start !== 'open')
    return undefined;
  return { day: parseDate('until', typed, 'knowledge', { ...context, today }).latest };
}

function isBackward({ since, until }: LedgerRange): boolean {
  if (until === undefined) return false;
  if ('position' in since) return 'position' in until && since.position > until.position;
  return 'day' in until && since.day > until.day;
}

/**
 * A function that says whether a revision lies before, within or after the range. What may have become known before a
 * day, or after one, for all that its sources say, is not within: see `mayLieIn`.
 */
export function whereIn(dossier: Dossier, { since, until }: LedgerRange): Where {
  const publishedOn = publishedFrom(dossier.revisionsAfter(0));
  return (revision) => {
    const { from, by } = knownBetween(revision, publishedOn);
    const isBefore = 'position' in since ? revision.seq <= since.position : from < startOfDay(since.day);
    if (isBefore) return 'before';
    if (until === undefined) return 'within';
    const isAfter = 'position' in until ? revision.seq > until.position : by > endOfDay(until.day);
    return isAfter ? 'after' : 'within';
  };
}

/** The news that may have become known in the range or not: their sources are dated too roughly to tell. */
export function mayLieIn(dossier: Dossier, range: LedgerRange): readonly AnyEntry[] {
  const { since, until } = range;
  const where = whereIn(dossier, range);
  const mayLie = ({ revision, from, by }: RoughlyKnown) => {
    const mayBeSince = 'position' in since ? revision.seq > since.position : by >= startOfDay(since.day);
    const mayBeUntil =
      until === undefined || ('position' in until ? revision.seq <= until.position : from <= endOfDay(until.day));
    return mayBeSince && mayBeUntil && where(revision) !== 'within';
  };
  return roughlyKnownIn(dossier)
    .filter(mayLie)
    .flatMap(({ revision: { entry } }) => {
      // An entry that stands no longer has no place in a list of what is known.
      const last = dossier.history(entry.fields.id).at(-1);
      return last?.change === 'retraction' ? [] : (last?.entry ?? entry);
    });
}

interface RoughlyKnown extends Between {
  readonly revision: Revision;
}

/** The news whose sources give no day on which it became known. */
const roughlyKnownIn = onceFor((dossier: Dossier): readonly RoughlyKnown[] => {
  const revisions = dossier.revisionsAfter(0);
  const publishedOn = publishedFrom(revisions);
  return revisions
    .filter(({ entry }) => isNews(entry))
    .map((revision) => ({ revision, ...knownBetween(revision, publishedOn) }))
    .filter(({ from, by }) => from < by);
});

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
