/** /casualties id: over the shipped dossier: one figure with all that there is of it, and its rivals beside it. */
import { describe, expect, it } from 'vitest';
import { decodePress } from '../../../src/core/chat/button.ts';
import { runPress } from '../../../src/core/chat/run-command.ts';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { anybody, chatOver, english, here } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const dossier = await foldRealDossier();
const chat = chatOver(dossier);

describe('one figure', () => {
  it('has its words as printed, who said it, when it was reported, and its sources', async () => {
    for (const { id, count, attribution, reportedOn, sources } of dossier.claims.values()) {
      const text = (await chat.says(`/casualties id:${id}`)).replaceAll(/[\u2068\u2069]/gu, '');
      expect(text).toMatch(/^One figure · /u);
      for (const words of [count.asPrinted, attribution]) expect(text).toContain(words);
      expect(text).toContain(`reported ${english.shortDate(parseEdtf(reportedOn))}`);
      for (const source of sources) expect(text).toContain(dossier.sources.get(source)?.publisher);
    }
  });

  it('has beside it what others say of the same', async () => {
    const text = await chat.says('/casualties id:cas-spb-29');
    expect(text).toContain('Conflicts with the figure of Afghan local officials.');
    expect(text).toMatch(/\nPeople \(side not stated\) killed in Spin Boldak\n• .*Afghan local officials 40.*29/u);
  });

  it('that a later one of its claimant replaced says so, and has that beside it', async () => {
    const text = await chat.says('/casualties id:cas-mosque-12');
    expect(text).toContain('Superseded by a later figure of the same claimant (reported 7 Feb 2026).');
    expect(text).toMatch(/\nPakistani civilians killed\n• .*36/u);
  });

  it('is opened from its incident, and leads back to it and to its versions', async () => {
    const line = '/casualties incident:dev-omid-hospital known:2026-04-01';
    const options = (await chat.answers(line)).buttons.flat();
    const presses = await Promise.all(options.map(async ({ data }) => decodePress(data, chat.store)));
    const figures = presses.filter(({ args }) => args['id'] !== undefined);
    expect(figures).toHaveLength(6);
    const [first] = options.filter((_, at) => presses[at]?.args['id'] !== undefined);
    expect(first?.label).toMatch(/^UN: at least 143 · Afghan civilians killed \(21 Mar 2026\)$/u);
    const labels = options.map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith('Pakistan Information'))).toEqual([
      'Pakistan Information…: “No hospital, no drug rehabilitation…” · Afghan civilians killed (17 Mar 2026)',
    ]);
    const opened = await runPress(first?.data ?? '', { asker: anybody, place: here }, UNLIMITED, chat);
    const [back, versions] = opened.buttons.flat();
    expect(await chat.pressed(back?.data ?? '')).toBe(await chat.says(line));
    expect(await chat.pressed(versions?.data ?? '')).toBe(await chat.says('/history cas-omid-143'));
  });

  it('is not shown by what was known before, nor on a day before its own', async () => {
    for (const when of ['known:2026-03-01', 'on:2026-03-01']) {
      expect(await chat.says(`/casualties id:cas-omid-143 ${when}`)).toContain('No figure here matches.');
    }
  });
});
