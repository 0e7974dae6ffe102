/** /coverage for moderators: its button after a correction, which correction it means, and the reply without one. */
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/core/messages/coverage.ts';
import { postingForTests } from '../core/posting/posting-for-tests.ts';

const QUOTE = 'q-asif-as-we-speak';
const CLAIM = 'cas-pak-soldiers-58';

function progress(seq: number, coverage: Partial<Progress['coverage']> = {}, isFinished = false): Promise<Progress> {
  const none = { messages: 0, edited: 0, noticed: 0, notices: 0, pending: 0, failed: [] };
  return Promise.resolve({ coverage: { seq, ...none, ...coverage }, isFinished });
}

async function posting(coverage: Partial<Progress['coverage']> = {}, isFinished = false) {
  const bench = await postingForTests({ posting: { coverage: (seq) => progress(seq, coverage, isFinished) } });
  const anna = bench.moderator('anna');
  return {
    bench,
    anna,
    retracts: async (id: string): Promise<string> => {
      await anna.says(`/retract ${id}`);
      await anna.answers('It was not said.', 'minor');
      return anna.presses('Publish');
    },
  };
}

describe('/coverage', () => {
  it('is a button away once a correction is published, and counts what adds up', async () => {
    const failed = [
      { reason: 'suspended', count: 2 },
      { reason: 'Unknown Message', count: 1 },
    ];
    const { anna, bench, retracts } = await posting({
      messages: 9,
      edited: 4,
      noticed: 1,
      notices: 1,
      pending: 1,
      failed,
    });
    expect(await retracts(QUOTE)).toContain('Published');
    expect(anna.labels()).toEqual(['How far it came']);
    const answer = await anna.presses('How far it came');
    expect(answer).toContain(`How far correction #${bench.dossier().head} came\nWithdrawn `);
    expect(answer).toMatch(
      /showed it: 9\n.*Edited: 4\n.*instead: 1\n.*Failed: 2\. The subscription was suspended\.\n.*Failed: 1\. Reason: Unknown Message\.\n.*to do: 1\nOne new message announced it, besides the edit\.\nIt is still being made\./u,
    );
    expect(anna.labels()).toEqual(['How far it came']);
  });

  it('takes the newest one, one by its number, or the newest of an entry', async () => {
    const { anna, bench, retracts } = await posting({}, true);
    await retracts(QUOTE);
    const first = bench.dossier().head;
    await retracts(CLAIM);
    expect(await anna.says('/coverage')).toContain(`correction #${first + 1} came`);
    for (const id of [`#${first}`, String(first), QUOTE]) {
      expect(await anna.says(`/coverage ${id}`)).toContain(`correction #${first} came`);
    }
    expect(await anna.says('/coverage')).toMatch(
      /No message on record showed it\.\nFinished: nothing is left to do\./u,
    );
  });

  it('says what is no correction, and that there is none yet', async () => {
    const { anna, bench } = await posting();
    expect(await anna.says('/coverage')).toBe('Nothing was corrected or withdrawn yet.');
    for (const id of ['#1', CLAIM, 'nonsense']) {
      expect(await anna.says(`/coverage ${id}`)).toContain(`“${id}” is no correction. Give its number`);
    }
    expect(bench.bugs).toEqual([]);
  });
});
