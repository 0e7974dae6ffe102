/** The title of an answer with quotations: every filter, day and clock as it was understood (V4, R22). */

import { type Edtf, parseEdtf } from '../../dossier/dates/edtf.ts';
import { periodKind } from '../../dossier/dates/one-event.ts';
import { reachOf } from '../../dossier/speaking-for.ts';
import type { Spans } from '../../reply/span.ts';
import { visible } from '../../reply/visible.ts';
import type { When } from '../as-of.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import type { Named } from '../named.ts';
import { inFull } from '../short-names.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';

/** UTF-16 units of what somebody typed, and of each name. */
const MOST = 44;

/** The names of what was chosen; left out: all. `speaker` is short already. */
export interface Chosen {
  readonly speaker?: string | undefined;
  readonly side?: string | undefined;
  readonly topic?: string | undefined;
  readonly text?: string | undefined;
  readonly period?: Edtf | undefined;
}

/** Which remarks are shown out of how many, counted from 1. */
export interface Shown {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export function quotesTitle(
  chosen: Chosen,
  { from, to, count }: Shown,
  { on, known }: When,
  day: string,
  { language }: Pick<WordingContext, 'language'>,
): Spans {
  const { speaker, side, topic, text, period } = chosen;
  const cut = (words: string | undefined) => (words === undefined ? [] : [cutAtWord(visible(words), MOST)]);
  const [who] = [...(speaker === undefined ? [] : [speaker]), ...cut(side)];
  const isAll = who === undefined && topic === undefined && text === undefined && period === undefined;
  const both = speaker !== undefined && side !== undefined ? cut(side) : [];
  const parts = [
    language.text('quotes-who', {
      who: who ?? '',
      is: isAll ? (from <= 1 ? 'latest' : 'each-side') : who === undefined ? 'anybody' : 'named',
      topic: cut(topic)[0] ?? '',
      about: topic === undefined ? 'all' : 'topic',
      words: cut(text)[0] ?? '',
      has: text === undefined ? 'nothing' : 'words',
    }),
    ...both,
    ...(period ? [language.text('quotes-period', { period: language.shortDate(period), is: periodKind(period) })] : []),
    ...(on ? [language.text('quotes-until', { day: language.shortDate(parseEdtf(day)) })] : []),
    ...(known ? [language.text('quotes-known', { known: language.shortDate(known) })] : []),
    ...(isAll && from <= 1 ? [] : [language.text('quotes-shown', { from, to, count, ...kindOf({ from, to, count }) })]),
  ];
  return [parts.reduce((first, next) => language.text('brief-joined', { first, next }))];
}

/** A party's name says whose words are counted with its own. */
export function speakerName(speaker: Named, { dossier, language }: NameContext): string {
  const reach = dossier.people.has(speaker.id) ? 'itself' : reachOf(dossier, speaker.id);
  return language.text('quotes-speaker', { name: cutAtWord(inFull(dossier, speaker), MOST), reach });
}

function kindOf({ from, to, count }: Shown) {
  const shown = to - from + 1;
  const are = count === 0 ? 'none' : shown === count ? 'all' : from === 1 ? 'first' : shown === 1 ? 'one' : 'some';
  return { are, first: to };
}
