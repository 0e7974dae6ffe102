/** From what a delivery is to show to the words it is sent in. Pure: the same for the same dossier, content and day. */

import { dayOf } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { memoise } from '../dossier/memoise.ts';
import type { Announcement } from '../dossier/revision.ts';
import type { Language } from '../reply/language.ts';
import type { Composed, Composing } from './composed.ts';
import { decodeContent } from './content.ts';
import { type Content, type ContentOf, type DeliveryKind, messageKind } from './kinds/index.ts';
import type { ComposeText } from './message-kind.ts';

export type { Composed } from './composed.ts';

/** One message has room for few addresses; the whole list is a button away. */
const MOST_SOURCES = 2;
/** Composed messages kept: subscriptions alike are due at the same slots, so few differ at a time. */
const MAX_KEPT = 200;

export function compose(content: Content, composing: Composing): Composed {
  return composeKind(content.kind, content, composing);
}

/** As `compose`, by the text of a content. Throws `ZodError` for a text that is none. */
const composeText: ComposeText = (content, composing) => compose(decodeContent(content), composing);

/** `kind` beside its content: so the compiler sees that they belong together. */
function composeKind<K extends DeliveryKind>(kind: K, content: ContentOf<K>, composing: Composing): Composed {
  const context = { ...composing, timezone: content.timezone, mostSources: MOST_SOURCES };
  return messageKind(kind).compose(content, context, composeText);
}

/**
 * Composes each content once for as long as the ledger and the day are the same, and gives the same object for it.
 * `content` is the text of a delivery, `now` Unix time in ms. Throws `ZodError` for a text that is no content.
 */
export function createComposer(parts: {
  readonly dossier: () => Dossier;
  readonly language: Language;
  readonly staleAfterDays: number;
  readonly announced: () => readonly Announcement[];
}): (content: string, now: number) => Composed {
  const composeOnce = memoise(
    (_key: readonly (string | number)[], content: Content, composing: Composing) => compose(content, composing),
    MAX_KEPT,
  );
  return (text, now) => {
    const [dossier, announced, content] = [parts.dossier(), parts.announced(), decodeContent(text)];
    const key = [dossier.head, announced.length, dayOf(now, content.timezone), text];
    return composeOnce(key, content, { ...parts, dossier, announced, now });
  };
}
