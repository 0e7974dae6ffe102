/** Why a delivery is not sent, in words: reasons of ours as sentences, a platform's as it gave them. */

import type { Language } from '../reply/language.ts';
import type { Spans } from '../reply/span.ts';

/** Reasons of ours; all others are a platform's words, or the id of a logged bug. */
const OWN_REASONS: ReadonlySet<string> = new Set([
  'overtaken',
  'expired',
  'paused',
  'unsubscribed',
  'suspended',
  'nothing-new',
  'too-late',
  'obsolete',
  'interrupted',
  'unreadable',
  'unreachable',
  'settings',
  'not-prepared',
  'too-slow',
  'not-arrived',
  'original-open',
  'original-unknown',
]);

/** Why a delivery is not sent, as a sentence. */
export function reasonWords(reason: string, language: Language): Spans {
  return OWN_REASONS.has(reason)
    ? language.spans('why-reason', { reason })
    : language.spans('why-reason-platform', { reason: { kind: 'code', text: reason } });
}
