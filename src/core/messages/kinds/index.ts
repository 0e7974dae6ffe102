/** The kinds of messages: the only line besides its own file that a new kind needs. */
import { z } from 'zod';
import type { MessageKind, MessageTraits } from '../message-kind.ts';
import { alert } from './alert.ts';
import { board } from './board.ts';
import { correction } from './correction.ts';
import { digest } from './digest.ts';
import { drill } from './drill.ts';
import { greeting } from './greeting.ts';
import { notice } from './notice.ts';
import { ownDrill } from './own-drill.ts';
import { reminder } from './reminder.ts';
import { report } from './report.ts';
import { suspension } from './suspension.ts';

/** By the name that is stored. */
export const MESSAGE_KINDS = {
  digest,
  alert,
  board,
  correction,
  notice,
  suspension,
  report,
  reminder,
  drill,
  'own-drill': ownDrill,
  greeting,
} as const;

export type DeliveryKind = keyof typeof MESSAGE_KINDS;
/** What a message of this kind is to show. */
export type ContentOf<K extends DeliveryKind> = Readonly<z.infer<(typeof MESSAGE_KINDS)[K]['content']>>;
/** What any message is to show. */
export type Content = { readonly [K in DeliveryKind]: ContentOf<K> }[DeliveryKind];

type Kinds = { readonly [K in DeliveryKind]: Pick<MessageKind<ContentOf<K>, never>, 'compose'> & MessageTraits };
const KINDS: Kinds = MESSAGE_KINDS;

/** With a `compose` that takes the content of this very kind. */
export function messageKind<K extends DeliveryKind>(kind: K): Kinds[K] {
  return KINDS[kind];
}

export const kindSchema = z.enum(Object.values(MESSAGE_KINDS).map(({ content }) => content.shape.kind.value));

export function traitsOf(kind: DeliveryKind): MessageTraits {
  return MESSAGE_KINDS[kind];
}

/** The kinds of which this is true, as they are stored. */
export function kindsWith(isSo: (traits: MessageTraits) => boolean): readonly DeliveryKind[] {
  return kindSchema.options.filter((kind) => isSo(traitsOf(kind)));
}
