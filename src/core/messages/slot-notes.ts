/** What a reader has to know of a digest's time: that it is late, or that the one before may be missing. */
import type { Block } from '../reply/span.ts';
import { slotInWords } from '../subscriptions/schedule-words.ts';
import type { MessageContext } from './composed.ts';
import type { Content } from './delivery.ts';

type Slot = Pick<Extract<Content, { kind: 'digest' }>, 'slot' | 'isLate' | 'doubtfulSlot' | 'timezone'>;

export function slotNotes(
  { slot, isLate, doubtfulSlot, timezone }: Slot,
  { language }: MessageContext,
): readonly Block[] {
  const at = (time: number) => ({ time: slotInWords(time, timezone, language), timezone });
  return [
    ...(isLate ? [language.spans('digest-late', at(slot))] : []),
    ...(doubtfulSlot === null ? [] : [language.spans('digest-doubtful', at(doubtfulSlot))]),
  ].map((spans) => ({ kind: 'note', spans }));
}
