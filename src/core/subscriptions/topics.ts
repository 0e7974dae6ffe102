/** Parses topics as people type them: several categories of developments in one value. */

import { developmentCategorySchema } from '../dossier/entries.ts';
import type { Topic } from '../dossier/kinds/field-schemas.ts';
import { together, UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { nearest } from '../wording/nearest.ts';

export const TOPICS = developmentCategorySchema.options;
/** The value that removes a filter. */
export const ALL = 'all';

/** Each topic, and the words for it: the source of a regular expression without groups. */
export const TOPIC_FORMS = Object.entries({
  talks: 'talks?|negotiations?',
  ceasefire: 'cease-?fires?|truces?',
  clash: 'clash(?:es)?|fighting',
  airstrike: 'air-?strikes?',
  attack: 'attacks?',
  accident: 'accidents?',
  statement: 'statements?',
  humanitarian: 'humanitarian',
  border: 'borders?',
  diplomacy: 'diplomacy|diplomatic',
  other: 'other',
} satisfies Record<Topic, string>);

/**
 * `typed` is separated by commas, spaces or "and". The result is in the order of `TOPICS`, each once; empty for `all`.
 * Throws `UserError` for all that are not topics, with the nearest one.
 */
export function parseTopics(typed: string): readonly Topic[] {
  const words = typed
    .toLowerCase()
    .split(/[\s,;&+]+/u)
    .filter((word) => word !== '' && word !== 'and' && word !== 'or');
  if (words.length === 1 && words[0] === ALL) return [];
  const topics = together(words.map((word) => () => toTopic(word)));
  if (topics.length === 0) throw unknown(typed);
  return TOPICS.filter((topic) => topics.includes(topic));
}

function toTopic(word: string): Topic {
  const [name] = TOPIC_FORMS.find(([, form]) => new RegExp(`^(?:${form})$`, 'u').test(word)) ?? [];
  const topic = TOPICS.find((one) => one === name);
  if (topic) return topic;
  throw unknown(word);
}

function unknown(typed: string): UserError {
  const [suggestion] = nearest(typed, TOPICS, 1);
  const words = { typed: visible(typed), topics: TOPICS.join(', ') };
  return suggestion === undefined
    ? new UserError('topics-unknown', words)
    : new UserError('topics-near', { ...words, suggestion });
}
