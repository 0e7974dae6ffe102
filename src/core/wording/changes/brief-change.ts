/** One change on a line or two: what is new, or "5 → 7" and why. */

import type { Change } from '../../changes/change.ts';
import { deniersOf } from '../../dossier/casualties/deniers.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { dateOf } from '../../dossier/news.ts';
import type { Remark } from '../../dossier/quotes.ts';
import { cutTo } from '../../reply/cut-to-fit.ts';
import { withShortDates } from '../../reply/language.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import { partyOf, quotedWords, saidBy } from '../brief/said-by.ts';
import { briefChanges } from '../change-rows.ts';
import { headlineOf, nameOf } from '../kinds/index.ts';
import { sentenceEnd } from '../sentence-end.ts';
import { briefPartyName } from '../short-names.ts';
import type { WordingContext } from '../wording-context.ts';

/** In UTF-16 units. */
interface CorrectionRoom {
  /** Of a headline or a name. */
  readonly names: number;
  /** Of a value before and after it was changed; a longer one is not shown, its field named. */
  readonly values: number;
  /** Of the reason that somebody gave. */
  readonly reason: number;
}

export interface ChangeRoom extends CorrectionRoom {
  /** Whether a state of the ceasefire has its headline, where that is no longer than a line or four. */
  readonly headlines: boolean;
  /** The year that the title names: it is not said again. Undefined: the title has none. */
  readonly year: number | undefined;
  /** As it was at the end of what was asked about: what was denied later is not of it. */
  readonly dossier: Dossier;
}

/** UTF-16 units. A longer headline is left out: cut, it could lose what one of two sides did. */
const MOST_HEADLINE = 160;

/** A correction, a retraction, what came back after one, or of what more is known. */
export function briefCorrection(change: Change, room: CorrectionRoom, context: WordingContext): Spans {
  const short = { ...context, language: withShortDates(context.language) };
  const { what, entry, reason } = change;
  const own = briefChanges(change, short, { longest: room.values });
  const changes = what === 'retracted' || what === 'reinstated' ? cutTo(own, room.values * 2) : own;
  return joinSpans([
    short.language.spans('change-brief', {
      what,
      name: cutTo(nameOf(entry, short), room.names),
      has: changes.length > 0 ? 'yes' : 'no',
      changes,
      end: sentenceEnd(changes),
    }),
    ...(reason === null
      ? []
      : [short.language.spans('change-brief-reason', { reason: cutAtWord(reason, room.reason) })]),
  ]);
}

/**
 * A state of the ceasefire, a development, talks or the like that are new; of others what more is known. No headline
 * is cut: it is shown whole or not at all. Only what is in doubt is marked: that a statement is confirmed says nothing
 * of what it states.
 */
export function briefNews(change: Change, room: ChangeRoom, context: WordingContext): Spans {
  const { entry } = change;
  if (change.what !== 'new') return briefCorrection(change, room, context);
  const { language } = context;
  const title = headlineOf(entry, context);
  const day = (date: string) => language.shortDate(parseEdtf(date), room.year);
  if (entry.kind === 'ceasefire') {
    const { state, effectiveFrom, headline } = entry.fields;
    const isShown = room.headlines && headline.length <= MOST_HEADLINE;
    return language.spans('changes-brief-state', {
      state,
      title,
      has: isShown ? 'title' : 'none',
      date: day(effectiveFrom),
    });
  }
  if (entry.kind === 'development') {
    const { id, date, status } = entry.fields;
    // Somebody's figure is not shown without whoever denies it, though it is certain that it was given.
    const deniers = status === 'disputed' ? [] : deniersOf(room.dossier, id);
    return language.spans('changes-brief-development', {
      title,
      date: day(date),
      status: deniers.length > 0 ? 'denied' : status,
      deniers: language.list(deniers.map((party) => briefPartyName(room.dossier, party))),
      count: deniers.length,
    });
  }
  const date = dateOf(entry);
  return date === undefined ? title : language.spans('changes-brief-other', { title, date: day(date) });
}

/** Who said it and when, and the beginning of the words. */
export function briefRemark({ quote }: Remark, room: CorrectionRoom, { dossier, language }: WordingContext): Block {
  const detail = { names: room.names, role: 0, venue: 0 };
  const lead = saidBy({ party: partyOf(dossier, quote.party), quote, date: quote.date }, detail, { dossier, language });
  return { kind: 'group', lead, items: [quotedWords(quote, room.names + room.reason, lead, { language })] };
}
