/** /corrections: the public log of corrections and retractions, by nobody in particular. */

import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/core/chat/run-command.ts';
import type { AnyEntry } from '../../src/core/dossier/entries.ts';
import { anybody, chatForTests, chatOver, here } from '../core/chat/chat-for-tests.ts';
import {
  claim,
  development,
  IMPORTED_AT,
  quote,
  revised,
  smallDossier,
  source,
} from '../core/dossier/build-entries.ts';
import { limitsBy } from '../core/reply/limits-for-tests.ts';

const HOUR = 3_600_000;
const figure = (low: number) =>
  claim('cas', { count: { low, high: low, qualifier: 'exact', asPrinted: `${low} soldiers` } });
const dev = (title: string): AnyEntry => development('dev', '2025-10-11', { title });
const log = [
  revised(figure(23), IMPORTED_AT + HOUR),
  revised(dev('Shelling at the gate'), IMPORTED_AT + 2 * HOUR, 'update'),
  revised(quote('q', { text: 'Words.' }), IMPORTED_AT + 3 * HOUR, 'retraction'),
  revised(source('src', '2025-10-12', { publisher: 'Another daily', title: 'Rebuilt' }), IMPORTED_AT + 4 * HOUR),
  revised(figure(29), IMPORTED_AT + 5 * HOUR),
  revised(quote('q', { text: 'Words.' }), IMPORTED_AT + 30 * HOUR, 'correction'),
];
const dossier = smallDossier([figure(58), dev('Shelling'), quote('q', { text: 'Words.' })], log);
const chat = chatOver(dossier, { clock: () => IMPORTED_AT + 40 * HOUR });
/** Those in full, which have the time to the minute. */
const rows = (text: string) => text.split('\n').filter((line) => /^• .*UTC —/u.test(line));

describe('/corrections', () => {
  it('has each correction and retraction of every kind, the newest first: when, was → is, why', async () => {
    const text = await chat.saysInFull('/corrections');
    expect(text).toContain('5 are on record, the newest first.');
    expect(rows(text).map((row) => row.slice(2, 78))).toEqual(
      [
        '23 November 2026, 06:00 UTC — Back on record: words of north (statement, 12 October 2025)',
        '22 November 2026, 05:00 UTC — Corrected: figure of south (Killed: northern sol',
        '22 November 2026, 04:00 UTC — Corrected: source Another daily, 12 October 2025',
        '22 November 2026, 03:00 UTC — Withdrawn: words of north (statement, 12 October',
        '22 November 2026, 01:00 UTC — Corrected: figure of south (Killed: northern sol',
      ].map((row) => row.slice(0, 76)),
    );
    expect(text).toContain('Figure: 58 (printed as “58 soldiers”) → 23 (printed as “23 soldiers”).');
    expect(text).toContain('Figure: 23 (printed as “23 soldiers”) → 29 (printed as “29 soldiers”).');
    expect(text).toContain('Publisher: src daily → Another daily.');
    expect(text).toContain('It read: “Words.”');
    expect(text).toContain('Reason: “a better source”.');
    expect(text).toContain('All versions: /history cas');
    expect(text).toContain('Nothing is added up');
  });

  it('has each on a line on one screen: when, 58 → 23 and why', async () => {
    expect((await chat.says('/corrections')).split('\n')).toContain(
      '• 22 Nov 2026 — figure of south (Killed: northern soldiers, 11–12 Oct 2025): 58 → 23. “a better source”',
    );
  });

  it('leaves out what is only more, what was shipped, and who it was', async () => {
    const text = await chat.saysInFull('/corrections');
    expect(text).not.toMatch(/Shelling|telegram:7|baseline|Rebuilt/u);
  });

  it('begins where it is told to', async () => {
    const text = await chat.saysInFull('/corrections 2026-11-23');
    expect(text).toContain('What became known from 23 November 2026 on.');
    expect(rows(text)).toHaveLength(1);
    expect(rows(await chat.saysInFull(`/corrections since:#${dossier.head - 2}`))).toHaveLength(2);
    expect(await chat.saysInFull('/corrections soon')).toContain('I don’t understand “soon” as a date for since.');
  });

  it('says where there is none', async () => {
    const real = await chatForTests();
    expect(await real.says('/corrections')).toContain('Nothing was corrected or withdrawn yet.');
    const later = chatOver(dossier, { clock: () => IMPORTED_AT + 80 * HOUR });
    expect(await later.says('/corrections since:today')).toContain('Nothing was corrected or withdrawn in that time.');
    expect([...real.bugs, ...later.bugs, ...chat.bugs]).toEqual([]);
  });

  it('is cut into pages, one way through all of them', async () => {
    const limits = limitsBy((blocks) => JSON.stringify(blocks).length < 2500);
    const question = { command: 'corrections', args: {}, asker: anybody, place: here };
    const first = await runCommand(question, limits, chat, { page: 0, detail: 'all' });
    expect(JSON.stringify(first.blocks)).toContain('Back on record');
    expect(JSON.stringify(first.blocks)).not.toContain('58 soldiers');
    expect(first.buttons.flat().map(({ label }) => label)).toContain('Next ›');
    expect(JSON.stringify((await runCommand(question, limits, chat, { page: 9, detail: 'all' })).blocks)).toContain(
      '58 soldiers',
    );
  });
});
