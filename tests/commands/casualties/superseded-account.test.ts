/** No figure that a later one took the place of is told as what its claimant says now (R10). */
import { afterAll, describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { IMPORTED_AT } from '../../core/dossier/build-entries.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier(), { clock: () => IMPORTED_AT });

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

describe('an account with a figure that was superseded', () => {
  const SUPERSEDED = 'The figure 133 was superseded: Pakistan military then gave 274 (reported 27 February 2026).';

  it.each(['/history dev-open-war', '/changes since:2026-02-26 until:2026-02-28', '/ceasefire on:2026-02-27'])(
    'says so and what came then: %s',
    async (line) => {
      expect(await chat.saysInFull(line)).toContain(`133 Afghan Taliban were killed. ${SUPERSEDED}`);
    },
  );

  it('says nothing of the kind about a figure that stands, and nothing of a later day than was asked about', async () => {
    expect(await chat.saysInFull('/history dev-khost-strike')).not.toContain('was superseded');
    expect(await chat.saysInFull('/ceasefire on:2026-02-26')).not.toContain(SUPERSEDED);
  });
});
