/** /casualties: what a mark, a count of cases and a report of a report say where there is room for little. */
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier());

describe('what is said in short', () => {
  it('names what a superseded figure gave way to, where that does not stand beside it', async () => {
    expect(await chat.says('/casualties id:cas-un-89')).toContain('UN 89 (superseded by UN human rights office: 129)');
    // Where it was not asked for, the mark alone: what it gave way to is in the figures in full.
    expect(await chat.says('/casualties incident:cas-un-89')).toContain('UN 89 (superseded)');
  });

  it('counts all cases that it mentions', async () => {
    const text = await chat.says('/casualties who:"pakistani civilians" harm:killed');
    expect(text).toContain('Also in 9 cases (5 in Afghanistan, 1 in Pakistan and 3 with no one country given): ');
  });

  it('says of an incident without figures that accounts differ, and who read what elsewhere', async () => {
    const text = await chat.says('/casualties incident:bagram');
    expect(text).toContain('satellite images in the New York Times as PTV and ARY reported them.\nAccounts differ.\n');
  });
});
