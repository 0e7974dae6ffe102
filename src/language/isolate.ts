/** Puts Unicode isolates (UAX #9) around texts of another direction that would reorder the sentence around them. */
import { plainText } from '../core/reply/quotation-marks.ts';
import type { Spans } from '../core/reply/span.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Blocks whose characters run right to left (UAX #9, default Bidi_Class), and the right-to-left mark. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/g;
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** True for a language written right to left, e.g. `ps`, `fa-AF`, `ur`. */
export function isRightToLeft(tag: string): boolean {
  return RIGHT_TO_LEFT_SCRIPTS.has(new Intl.Locale(tag).maximize().script ?? '');
}

/** The text, isolated where right-to-left characters in it could reorder a left-to-right sentence. */
export function isolateText(text: string): string {
  return needsIsolation(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
}

/** As `isolateText`. The marks are spans of their own, so that a source's words stay as printed (R14). */
export function isolateSpans(spans: Spans): Spans {
  return needsIsolation(plainText(spans)) ? alwaysIsolate(spans) : spans;
}

/** For the items of a sentence in a right-to-left language, where names in Latin script are the common case. */
export function alwaysIsolate(spans: Spans): Spans {
  return [FIRST_STRONG_ISOLATE, ...spans, POP_ISOLATE];
}

/** Ignores what is isolated already, e.g. a list that was put into the sentence. */
function needsIsolation(text: string): boolean {
  return RIGHT_TO_LEFT.test(text.replace(ISOLATED, ''));
}
