/** Composes for tests: in English, over the small conflict, a month after its fighting unless a test says otherwise. */

import type { Dossier } from '../../../src/core/dossier/dossier.ts';
import { compose } from '../../../src/core/messages/compose.ts';
import type { Composed } from '../../../src/core/messages/composed.ts';
import type { Content } from '../../../src/core/messages/kinds/index.ts';
import { english } from '../chat/chat-for-tests.ts';
import { IMPORTED_AT, smallNames } from '../dossier/build-entries.ts';
import { textOf } from '../reply/text-of.ts';

/** The place in a small ledger after the names that it begins with. */
export const FIRST = smallNames.length + 1;
export const LATER = IMPORTED_AT + 1;
/** 22 October 2025, 12:00 UTC. */
export const NOW = Date.UTC(2025, 9, 22, 12);
/** The day of an alert that is composed then. */
export const TODAY = { day: '2025-10-22', staleAfterDays: 7 };

export type DigestContent = Extract<Content, { kind: 'digest' }>;

export function digestOf(changes: Partial<DigestContent>): DigestContent {
  const filters = { topics: [], side: null, timezone: 'UTC' };
  return { kind: 'digest', ...filters, from: FIRST, to: 999, slot: NOW, isLate: false, doubtfulSlot: null, ...changes };
}

export type AlertContent = Extract<Content, { kind: 'alert' }>;

export function alertOf(changes: Partial<AlertContent> = {}): AlertContent {
  const filters = { topics: [], side: null, timezone: 'UTC' };
  return { kind: 'alert', ...filters, alerts: 'all', from: FIRST, to: 999, heldUntil: null, repeats: 0, ...changes };
}

export function composed(content: Content, dossier: Dossier, now = NOW): Composed & { readonly text: string } {
  const made = compose(content, { dossier, language: english, now, staleAfterDays: 7 });
  const { title, blocks, footer } = made.reply;
  const heading = title ? [{ kind: 'heading' as const, spans: title }] : [];
  return { ...made, text: textOf([...heading, ...blocks, ...footer]) };
}
