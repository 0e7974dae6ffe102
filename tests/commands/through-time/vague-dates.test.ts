/** What is dated by a month or a year alone: it is no news of a day, it is not hidden, and it has no age in days. */
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { openDetail } from '../../core/chat/open-details.ts';
import { IMPORTED_AT } from '../../core/dossier/build-entries.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';
import { onScreen } from '../one-screen/on-screen.ts';

const dossier = await foldRealDossier();
// A day after the import: what came with it must not be the news of yesterday.
const chat = chatOver(dossier, { clock: () => IMPORTED_AT + 86_400_000 });
/** The count of January to March 2026, whose only source is dated “2026~”. */
const COUNT = 'UN count for January–March 2026';

describe('a source dated by its year', () => {
  it('is no news of the day of the import, and named as what may be', async () => {
    const text = await chat.saysInFull('/changes since:yesterday');
    expect(text).toContain('Nothing is certain to have become known then.');
    expect(text).toContain(
      `2 entries may also have become known in that time, or before it; their sources give no day: ${COUNT}`,
    );
    expect(text).not.toMatch(new RegExp(`^• .*${COUNT}`, 'mu'));
  });

  it('is named, not denied, in a stretch that ends before the import', async () => {
    const text = await chat.saysInFull('/changes since:2026-01-01 until:2026-10-30');
    expect(text).toMatch(new RegExp(`in that time, or before or after it; .*${COUNT}`, 'u'));
    expect(text).not.toMatch(new RegExp(`^• .*${COUNT}`, 'mu'));
  });

  it('is listed in a stretch that has all of its days', async () => {
    expect(await chat.saysInFull('/changes since:2026-03-01')).toMatch(new RegExp(`^• .*${COUNT}`, 'mu'));
    expect(await chat.saysInFull('/changes since:2026-03-01')).not.toContain('their sources give no day');
  });

  it('is not named in a stretch before what it counts was over', async () => {
    expect(await chat.saysInFull('/changes since:2026-01-01 until:2026-02-28')).not.toContain(COUNT);
  });

  it('is shown to who asks for what was known, with the doubt', async () => {
    const text = await chat.says('/casualties known:2026-10-30 incident:cas-q1-370');
    expect(text).toContain('UN more than 370');
    expect(text).toContain('1 of them may have come out later than 30 Oct 2026: no day given.');
    expect(dossier.asKnownAt(Date.UTC(2026, 1, 20)).claims.has('cas-q1-370')).toBe(false);
  });

  it('has no age in days', async () => {
    expect(await chat.says('/casualties id:cas-q1-370')).toContain('newest report c. 2026, no day given');
  });

  it('says in its history between which days it became known', async () => {
    expect(await chat.says('/history dev-un-q1-2026')).toContain(
      'By its sources it became known between 31 March 2026 and 22 November 2026: they give no day.',
    );
  });
});

describe('an incident dated by its month', () => {
  it('is not counted on a day of that month, as it may be of later', async () => {
    const on = async (day: string) => {
      const line = `/ceasefire on:${day}`;
      return { screen: await chat.says(line), incidents: await openDetail(chat, line, 'breaches') };
    };
    const within = await on('2026-02-20');
    expect(within.incidents).not.toContain('Bajaur');
    expect(within.incidents).toContain(
      '2 more that are not clearly between the sides are dated so roughly that they may be of another time.',
    );
    const after = await on('2026-02-28');
    expect(after.incidents).not.toMatch(/^• .*Bajaur/mu);
  });

  it('is told as what may be of later, by what each side says of it, the accuser first', async () => {
    const line = '/ceasefire on:2026-03-20';
    const screen = await chat.says(line);
    expect(screen).toContain('After 18 Mar 2026: no dated incident. 1 report, 19 Mar to c. 24 Mar 2026, ');
    expect(screen).toMatch(
      /may be of a later day \(Afghan Defence Ministry: Pakistan violated the pause; Pakistan.*: The allegation is frivolous and false\)\./u,
    );
    expect(screen).toContain('Until midnight 23–24 March 2026, the end named by Pakistan');
    const { characters, lines } = onScreen(await chat.answers(line));
    expect(characters).toBeLessThanOrEqual(700);
    expect(lines).toBeLessThanOrEqual(24);
    expect(await openDetail(chat, line, 'breaches')).toMatch(
      /One more is dated so roughly that it may be of after 20 March 2026\. It is not counted:\n• Pakistan denies breaking/u,
    );
  });
});
