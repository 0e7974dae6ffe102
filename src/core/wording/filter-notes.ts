/** A filter is named wherever it decides what is shown: what is left out must not look like what did not happen. */

import type { Changes } from '../changes/changes.ts';
import type { Filters } from '../changes/filters.ts';
import { newestFirst, parseEdtf } from '../dossier/dates/edtf.ts';
import { SECTIONS } from '../dossier/kinds/index.ts';
import { dateOf } from '../dossier/news.ts';
import type { Block, Spans } from '../reply/span.ts';
import { sideNames } from './names.ts';
import type { NameContext, WordingContext } from './wording-context.ts';

/** No block where all is shown. */
export function filterNotes({ topics, side }: Filters, { dossier, language }: NameContext): readonly Block[] {
  const words = topics.map((topic) => language.text('topic-word', { topic }));
  const label = sideNames({ dossier, language }).find(({ id }) => id === side)?.label ?? side;
  return [
    ...(topics.length === 0 ? [] : [language.spans('filter-topics', { topics: language.list(words) })]),
    ...(label === null ? [] : [language.spans('filter-side', { side: label })]),
  ].map((spans) => ({ kind: 'note', spans }));
}

/** How much of the changes the filter left out; no block where it is nothing. */
export function leftOutNotes({ leftOut }: Changes, { language }: Pick<WordingContext, 'language'>): readonly Block[] {
  const count = leftOut.filter(({ why }) => why === 'topic' || why === 'side').length;
  return count === 0 ? [] : [{ kind: 'note', spans: language.spans('filter-left-out', { count }) }];
}

/** The same with what it is and of when: "Left out: 1 development of 28 Nov 2025." Empty where it is nothing. */
export function leftOutSpans({ leftOut }: Changes, { dossier, language }: NameContext): Spans {
  const entries = leftOut
    .filter(({ why }) => why === 'topic' || why === 'side')
    .flatMap(({ id }) => dossier.history(id).at(-1)?.entry ?? []);
  const items = SECTIONS.flatMap(({ name, kind }) => {
    const dates = entries.filter((entry) => entry.kind === kind).flatMap((entry) => dateOf(entry) ?? []);
    const [newest] = dates.toSorted(newestFirst);
    if (newest === undefined) return [];
    const words = { what: name, count: dates.length, date: language.shortDate(parseEdtf(newest)) };
    return [language.text('digest-left-item', words)];
  });
  return items.length === 0 ? [] : language.spans('digest-left', { items: language.list(items) });
}
