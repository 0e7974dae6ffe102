/** What a reader has to know of a digest's time: that it is late, or that the one before may be missing. */
import { parseEdtf } from '../dossier/dates/edtf.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import type { Block } from '../reply/span.ts';
import { slotSpan } from '../subscriptions/schedule-words.ts';
import type { MessageContext } from './composed.ts';

/** Of a digest: its slot and that of the one before, where that may not have arrived. Unix time in ms. */
export interface DigestSlot {
  readonly slot: number;
  readonly isLate: boolean;
  readonly doubtfulSlot: number | null;
  readonly timezone: string;
}

/** The day in words that a digest is of: that of its slot, in the subscription's time zone. */
export function dayOfSlot(
  { slot, timezone }: Pick<DigestSlot, 'slot' | 'timezone'>,
  { language }: Pick<MessageContext, 'language'>,
): string {
  return language.date(parseEdtf(dayOf(slot, timezone)));
}

export function slotNotes(
  { slot, isLate, doubtfulSlot, timezone }: DigestSlot,
  { language }: MessageContext,
): readonly Block[] {
  const at = (time: number) => ({ time: slotSpan(time, timezone, language) });
  return [
    ...(isLate ? [language.spans('digest-late', at(slot))] : []),
    ...(doubtfulSlot === null ? [] : [language.spans('digest-doubtful', at(doubtfulSlot))]),
  ].map((spans) => ({ kind: 'note', spans }));
}
