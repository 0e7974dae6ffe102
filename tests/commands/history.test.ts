/** /history: every version of an entry, field by field, without its author. */
import { describe, expect, it } from 'vitest';
import { chatForTests, chatOver } from '../core/chat/chat-for-tests.ts';
import {
  ceasefire,
  claim,
  development,
  IMPORTED_AT,
  quote,
  revised,
  smallDossier,
  source,
} from '../core/dossier/build-entries.ts';

const HOUR = 3_600_000;
const real = await chatForTests();
const first = claim('cas', { count: { low: 58, high: 58, qualifier: 'exact', asPrinted: '58' } });
const second = claim('cas', {
  count: { low: 23, high: 23, qualifier: 'at-least', asPrinted: 'at least 23' },
  stance: 'reports',
  sources: ['src', 'src-b'],
  conflictsWith: ['cas-b'],
});
const dossier = smallDossier(
  [
    source('src-b', '2025-10-13'),
    first,
    claim('cas-b', { claimedBy: 'north' }),
    development('dev', '2025-10-11', { title: 'Shelling at the gate' }),
    ceasefire('cf', '2025-10-19', { headline: 'Truce' }),
    quote('q', { text: 'As it was said.' }),
  ],
  [
    revised(second, IMPORTED_AT + HOUR),
    revised(second, IMPORTED_AT + 2 * HOUR, 'retraction'),
    revised(
      development('dev', '2025-10-11', { title: 'Shelling at the gate', related: ['dev'] }),
      IMPORTED_AT + HOUR,
      'update',
    ),
    revised(
      ceasefire('cf', '2025-10-19', {
        headline: 'Truce',
        positions: [{ party: 'north', summary: 'It holds', quote: 'q' }],
      }),
      IMPORTED_AT + HOUR,
    ),
  ],
);
const small = chatOver(dossier);
const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('•'));

describe('/history', () => {
  it('has all versions, the newest first: when, what kind, what was → is in words, why', async () => {
    const text = await small.saysInFull('/history cas');
    const [brief = ''] = text.split('The entry in full');
    expect(lines(brief)[1]).toBe(
      '• 22 Nov 2026: corrected, published here. 58 → at least 23; Kind of statement and Sources changed. Reason: “a better source”.',
    );
    expect(text).toContain('History: figure of south (Killed: northern soldiers, 11–12 October 2025)');
    expect(text).toContain('It was withdrawn and no longer counts. It read: figure of south');
    expect(text).toContain('3 versions, the newest first.');
    expect(lines(text.slice(text.indexOf('All versions (3)')))).toEqual([
      '• 22 November 2026, 02:00 UTC: withdrawn, published here. Reason: “a better source”.',
      '• 22 November 2026, 01:00 UTC: corrected, published here. ' +
        'Figure: 58 (printed as “58”) → at least 23 (printed as “at least 23”). ' +
        'Kind of statement: asserted → reported. ' +
        'Figures it conflicts with: none → north, “58”. ' +
        'Sources: src daily, 12 October 2025 → src daily, 12 October 2025 and src-b daily, 13 October 2025. ' +
        'Reason: “a better source”.',
      '• 22 November 2026, 00:00 UTC: first version, shipped with this bot. ' +
        'By its sources it counts as known from 12 October 2025.',
    ]);
    expect(text).toContain('Nothing is added up');
  });

  it('says more known and corrected apart, and puts links and positions into words', async () => {
    const update = await small.saysInFull('/history dev');
    expect(update).toContain('more is known, published here. Related developments: none → Shelling at the gate.');
    expect(update).toContain('As it stands: Shelling at the gate (11 October 2025; reported).');
    const state = await small.saysInFull('/history id:cf');
    expect(state).toContain('corrected, published here. Positions: none → north: It holds.');
  });

  it('never names the author, nor shows JSON', async () => {
    const texts = await Promise.all(['cas', 'cas-b', 'dev', 'cf', 'q'].map((id) => small.saysInFull(`/history ${id}`)));
    for (const text of texts) {
      expect(text).not.toMatch(/telegram:7|baseline|[[\]{}]/u);
      expect(text).toContain('shipped with this bot');
    }
  });

  it('answers as it would have then', async () => {
    const text = await small.saysInFull('/history cas known:2025-10-20');
    expect(text).toContain('One version.');
    // Its rival stands beside it.
    expect(lines(text)).toEqual([expect.stringContaining('north'), expect.stringContaining('first version')]);
    expect(text).toContain('As it stands: figure of south (Killed: northern soldiers, 11–12 October 2025): 58');
    expect(await real.saysInFull('/history dev-clashes-11-12-oct known:2025-10-01')).toContain(
      'Nothing of dev-clashes-11-12-oct was known here by then.',
    );
  });

  it('finds entries by their words, offers the nearest to an unknown id, and asks which', async () => {
    expect(await small.saysInFull('/history as it was said')).toContain('History: words of north');
    expect(await real.saysInFull('/history cas-pak-soldeirs-58')).toContain(
      'Did you mean id:cas-pak-soldiers-58 (figure of ',
    );
    expect(await real.saysInFull('/history doha')).toMatch(
      /Please choose: id:dev-[^·]+ · .*id:cf-doha-19-oct \(state of the ceasefire, /u,
    );
    expect(await small.saysInFull('/history')).toMatch(/^Which entry\? .* for example \/history [a-z]/u);
    expect([...real.bugs, ...small.bugs]).toEqual([]);
  });

  it('answers for every entry of the shipped dossier that is news', async () => {
    const { developments, quotes, claims, talks, ceasefire: states } = real.dossier();
    const ids = [developments, quotes, claims, talks, states].flatMap((all) => [...all.keys()]);
    expect(ids.length).toBeGreaterThan(200);
    for (const id of ids)
      expect(await real.saysInFull(`/history ${id}`)).toContain('first version, shipped with this bot.');
    expect(real.bugs).toEqual([]);
  });
});
