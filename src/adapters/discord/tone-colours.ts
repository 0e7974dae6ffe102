/** The colour beside an embed, by the tone of the reply. */
import type { Tone } from '../../core/reply/reply.ts';

/**
 * 24-bit RGB. Colours of no flag and no side: plain green, red, black, white and blue are on most flags, so none of
 * them is here. Every colour can be told from the others, and from Discord's light and dark background. A colour only
 * repeats what the title says, for those who cannot see it.
 */
export const TONE_COLOURS: Readonly<Record<Tone, number>> = {
  /** Slate: says nothing. */
  normal: 0x5c7080,
  /** Amber, as of a warning light: look at the date. */
  unknown: 0xc98a1b,
  /** Red-orange: something has just happened. */
  breaking: 0xe0562b,
  /** Violet, as a teacher's second pen: something else was said here before. */
  correction: 0x8a63c9,
  /** Grey: nothing has happened. */
  drill: 0x8e9297,
};
