/** /casualties: figures for a part of the places of an incident. */
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier());

describe('figures for a part of where it happened', () => {
  it('say so, whosever people they count', async () => {
    expect(await chat.says('/casualties who:"pakistani civilians"')).toMatch(
      /\n13 Mar 2026 · Quetta and elsewhere .*\nPakistani civilians injured in Quetta\n/u,
    );
    expect(await chat.says('/casualties incident:quetta')).toContain('“two children in Quetta”). Places: Quetta. ');
    const december = await chat.says('/casualties incident:dev-chaman-dec');
    expect(december).toContain('\nAfghan civilians killed in Spin Boldak\n');
    expect(december).toContain('\nPakistani civilians injured in Chaman\n');
    // A town is no part of the town, nor of its province.
    expect(await chat.says('/casualties incident:dev-islamabad-mosque')).toContain('\nPakistani civilians killed\n');
  });
});
