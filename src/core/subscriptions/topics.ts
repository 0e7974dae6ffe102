/** Parses topics as people type them: several categories of developments in one value. */

import { developmentCategorySchema } from '../dossier/entries.ts';
import type { Topic } from '../dossier/kinds/field-schemas.ts';
import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { nearest } from '../wording/nearest.ts';

export const TOPICS = developmentCategorySchema.options;
/** The value that removes a filter. */
export const ALL = 'all';

/**
 * `typed` is separated by commas or spaces. The result is in the order of `TOPICS`, each once; empty for `all`. Throws
 * `UserError` for what is not a topic, with the nearest one.
 */
export function parseTopics(typed: string): readonly Topic[] {
  const words = typed
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter((word) => word !== '');
  if (words.length === 1 && words[0] === ALL) return [];
  const topics = words.map(toTopic);
  if (topics.length === 0) throw unknown(typed);
  return TOPICS.filter((topic) => topics.includes(topic));
}

function toTopic(word: string): Topic {
  const topic = TOPICS.find((one) => one === word);
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
