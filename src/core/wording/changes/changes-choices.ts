/** What changes can be narrowed to by choosing: a side, a topic (V5). */

import { type Changes, changesInOrder } from '../../changes/changes.ts';
import { type Filters, leftOutBy } from '../../changes/filters.ts';
import { developmentCategorySchema } from '../../dossier/entries.ts';
import { type Choice, filterChoice } from '../../reply/reply.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import { sideNames } from '../names.ts';
import type { NameContext } from '../wording-context.ts';

/** UTF-16 units of a label. */
const MOST_LABEL = 60;

/** Every option has at least one of the changes. Sides first: there are fewer, and the first may all be buttons. */
export function changesChoices(changes: Changes, { topics, side }: Filters, context: NameContext): readonly Choice[] {
  const { dossier, language } = context;
  const found = changesInOrder(changes).map(({ entry }) => entry);
  const passes = (filters: Filters) => found.some((entry) => leftOutBy(entry, filters, dossier) === undefined);
  const ofTopics = developmentCategorySchema.options.filter((topic) => passes({ topics: [topic], side: null }));
  const ofSides = sideNames(context).filter(({ id }) => passes({ topics: [], side: id }));
  const choice = (param: 'topics' | 'side', options: Choice['options'], chosen: string | undefined) =>
    filterChoice({ param, label: language.text('changes-choose', { param }), options }, chosen);
  const option = (param: 'topics' | 'side', name: string) =>
    cutAtWord(language.text('changes-option', { param, name }), MOST_LABEL);
  return [
    ...choice(
      'side',
      ofSides.map(({ id, label }) => ({ value: id, label: option('side', label) })),
      side ?? undefined,
    ),
    ...choice(
      'topics',
      ofTopics.map((topic) => ({ value: topic, label: option('topics', language.text('topic-word', { topic })) })),
      topics.length === 0 ? undefined : topics.join(','),
    ),
  ];
}
