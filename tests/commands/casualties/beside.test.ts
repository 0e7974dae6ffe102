/** No figure is shown alone where others stand beside it, in its history neither (V3). */
import { afterAll, describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { IMPORTED_AT } from '../../core/dossier/build-entries.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';
import { onScreen } from '../one-screen/on-screen.ts';

const dossier = await foldRealDossier();
const chat = chatOver(dossier, { clock: () => IMPORTED_AT });

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

describe('/history of a figure', () => {
  it('has its rivals beside it, each with its claimant', async () => {
    expect(await chat.says('/history cas-pak-soldiers-23')).toContain(
      '\nPakistani soldiers killed\n• Taliban government 58 · Pakistan military 23 (own losses)\n',
    );
    expect(await chat.says('/history cas-feb27-tal-133')).toContain(
      '• Pakistan PM’s Office 133 (superseded) · Pakistan military 274¹ · Taliban government 13² (own losses)\n',
    );
    expect(await chat.says('/history cas-feb27-tal-133 known:2026-02-27')).not.toContain('Taliban government 13');
  });

  it('is one screen for each figure there is, with who else gave one or who gave none', async () => {
    for (const { id } of dossier.claims.values()) {
      const page = await chat.answers(`/history ${id}`);
      const { characters, lines } = onScreen(page);
      expect([id, characters <= 700, lines <= 24]).toEqual([id, true, true]);
    }
  });
});
