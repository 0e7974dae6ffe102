/** /changes of a stretch that has ended: later figures are not of it. */
import { expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier());

it('shows the figures of those days, and none that was reported after them', async () => {
  const then = await chat.saysInFull('/changes since:2026-02-26 until:2026-02-28');
  expect(then).toContain('274');
  expect(then).not.toMatch(/\b352\b|\b110 \(|1 March 2026\)/u);
  const later = await chat.saysInFull('/changes since:2026-02-26 until:2026-03-02');
  expect(later).toContain('352');
  expect(chat.bugs).toEqual([]);
});
