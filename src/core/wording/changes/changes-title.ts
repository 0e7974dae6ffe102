/** The title of /changes: the stretch and the filters as they were understood (V4). */

import type { Filters } from '../../changes/filters.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Spans } from '../../reply/span.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import { sideNames } from '../names.ts';
import type { NameContext } from '../wording-context.ts';

/** A position in the ledger, or a day (`YYYY-MM-DD`). */
type Bound = { readonly position: number } | { readonly day: string };

export interface Stretch {
  readonly since: Bound;
  readonly until: Bound | undefined;
}

/** UTF-16 units of a side's name. */
const MOST = 44;

export function changesTitle({ since, until }: Stretch, { topics, side }: Filters, context: NameContext): Spans {
  const { dossier, language } = context;
  const words = (bound: Bound) =>
    'position' in bound ? `#${bound.position}` : language.shortDate(parseEdtf(bound.day));
  const days = until && 'day' in since && 'day' in until ? `${since.day}/${until.day}` : undefined;
  const stretch = language.text('changes-title', {
    since: words(since),
    from: 'position' in since ? 'position' : 'day',
    until: until ? words(until) : '',
    days: days === undefined ? '' : language.shortDate(parseEdtf(days)),
    ends: until === undefined ? 'no' : sameBound(since, until) ? 'same' : days === undefined ? 'yes' : 'days',
  });
  const label = sideNames({ dossier, language }).find(({ id }) => id === side)?.label ?? side;
  const parts = [
    stretch,
    ...(topics.length === 0
      ? []
      : [
          language.text('changes-title-topics', {
            topics: language.list(topics.map((topic) => language.text('topic-word', { topic }))),
          }),
        ]),
    ...(label === null ? [] : [language.text('changes-title-side', { side: cutAtWord(label, MOST) })]),
  ];
  return [parts.reduce((first, next) => language.text('brief-joined', { first, next }))];
}

function sameBound(a: Bound, b: Bound): boolean {
  return 'day' in a && 'day' in b && a.day === b.day;
}
