/** How deliveries were told apart until `0007-message-columns`: by `subscription`, `kind`, `slot` and `of`. */
import { z } from 'zod';

export interface OldDelivery {
  readonly kind: string;
  /** The id of a subscription; `coverage:7`, `reminder:` and a person, or `drill:` and a person. */
  readonly subscription: string;
  /**
   * Digests: the slot. Boards and notices of a suspension: when they were planned. Reminders: the day. Drills: the
   * draft, as a number. Reports: 1, 2, 3 … Corrections: the position in the ledger, below zero for the message that
   * announces one. Alerts: the first position, or when quiet hours end; for repeats below zero, each in a range of its
   * own.
   */
  readonly slot: number;
  /** The id of the delivery that it corrects; empty where it corrects none. */
  readonly of: string;
  readonly content: string;
}

/** As the columns of those names are. `position` is 0 where there is none. */
export interface MessageColumns {
  readonly kind: string;
  readonly audience: string;
  readonly about: string;
  readonly position: number;
  readonly repeat: number;
  readonly content: string;
}

/** Repeats of alerts were `-slot`, `-slot - 1e13`, `-slot - 2e13` …: instants in ms are below it. */
const REPEAT_RANGE = 1e13;
const DRAFT_DIGITS = 10;

const correctionSchema = z.looseObject({ kind: z.literal('correction'), form: z.enum(['edit', 'notice']) });
const anySchema = z.looseObject({ kind: z.string() });
const alertSchema = z.looseObject({ heldUntil: z.number().nullable() });

/** The correction that a report is of; undefined for all others. */
export function reportedPosition({ kind, subscription }: Pick<OldDelivery, 'kind' | 'subscription'>) {
  return kind === 'coverage' ? Number(afterColon(subscription)) : undefined;
}

/** `author` is who made the correction that a report is of. Equal contents stay equal. */
export function messageColumnsOf(old: OldDelivery, author: string | undefined): MessageColumns {
  const { kind, subscription, slot, of, content } = old;
  const none = { audience: subscription, position: 0, repeat: 0, content };
  switch (kind) {
    case 'alert':
      return { ...none, kind, ...alertKey(old) };
    case 'correction': {
      const key = { ...none, about: of, position: Math.abs(slot), content: withoutForm(content) };
      return { ...key, kind: slot < 0 ? 'notice' : 'correction' };
    }
    case 'notice':
      return { ...none, kind: 'suspension', about: instant(slot), content: renamed(content, 'suspension') };
    case 'coverage': {
      const key = { audience: author ?? subscription, position: reportedPosition(old) ?? 0, about: String(slot) };
      return { ...none, ...key, kind: 'report', content: renamed(content, 'report') };
    }
    case 'reminder':
      return { ...none, kind, audience: afterColon(subscription), about: instant(slot) };
    case 'drill': {
      const about = `d${slot.toString(16).padStart(DRAFT_DIGITS, '0')}`;
      if (!subscription.startsWith('drill:')) return { ...none, kind, about };
      const audience = afterColon(subscription);
      return { ...none, kind: 'own-drill', about, audience, content: renamed(content, 'own-drill') };
    }
    default:
      return { ...none, kind, about: instant(slot) };
  }
}

function alertKey({ slot, content }: OldDelivery): Pick<MessageColumns, 'about' | 'position' | 'repeat'> {
  const first = Math.abs(slot) % REPEAT_RANGE;
  const repeat = slot < 0 ? Math.floor(-slot / REPEAT_RANGE) + 1 : 0;
  const isHeld = (read(content, alertSchema)?.heldUntil ?? null) !== null;
  return isHeld ? { about: instant(first), position: 0, repeat } : { about: String(first), position: first, repeat };
}

function withoutForm(content: string): string {
  const correction = read(content, correctionSchema);
  if (correction === undefined) return content;
  const { kind, form, ...rest } = correction;
  return JSON.stringify({ kind: form === 'notice' ? 'notice' : kind, ...rest });
}

function renamed(content: string, kind: string): string {
  const found = read(content, anySchema);
  return found === undefined ? content : JSON.stringify({ ...found, kind });
}

/** Undefined for what is not of the schema: such a row is kept as it is. */
function read<T extends z.ZodType>(content: string, schema: T): z.infer<T> | undefined {
  try {
    return schema.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

function afterColon(text: string): string {
  return text.slice(text.indexOf(':') + 1);
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
