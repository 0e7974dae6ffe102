/** What a reader has to know of a digest's time: that it is late, or that the one before may be missing. */
import type { Block } from '../chat/reply.ts';
import type { Telling } from './composed.ts';
import type { Content } from './delivery.ts';
import { slotInWords } from './schedule-words.ts';

type Slot = Pick<Extract<Content, { kind: 'digest' }>, 'slot' | 'isLate' | 'doubtfulSlot' | 'timezone'>;

export function slotNotes({ slot, isLate, doubtfulSlot, timezone }: Slot, { language }: Telling): readonly Block[] {
  const at = (time: number) => ({ time: slotInWords(time, timezone, language), timezone });
  return [
    ...(isLate ? [language.spans('digest-late', at(slot))] : []),
    ...(doubtfulSlot === null ? [] : [language.spans('digest-doubtful', at(doubtfulSlot))]),
  ].map((spans) => ({ kind: 'note', spans }));
}
