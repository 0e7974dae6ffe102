/** /casualties over the shipped dossier: who says what, as printed, and nothing added up. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../src/core/dossier/dates/edtf.ts';
import { chatForTests } from '../core/chat/chat-for-tests.ts';

const chat = await chatForTests();
const rowsOf = async (line: string) => (await chat.says(line)).split('\n').filter((text) => text.startsWith('• '));

describe('/casualties', () => {
  it('puts 58 and 23 side by side, each with its claimant and what it is', async () => {
    const text = await chat.says('/casualties who:"Pakistani soldiers" harm:killed');
    expect(text).toMatch(
      /• Afghanistan \(Taliban government\): 58 \(printed as “58 Pakistani soldiers”\)\. A side about the other side\./u,
    );
    expect(text).toMatch(/• Pakistan military: 23 \(printed as “23 soldiers”\)\. A side about its own losses\./u);
    const [, incident = ''] = text.split('Overnight fighting along the Durand Line · 11–12 October 2025');
    expect(incident).toContain('58');
    expect(incident).toContain('23');
    expect(text).not.toContain('81');
    expect(text).toContain('this bot never adds them up');
  });

  it('names the rival of each figure', async () => {
    const rows = await rowsOf('/casualties who:"Pakistani soldiers" harm:killed');
    expect(rows.find((row) => row.includes(': 58 '))).toContain('Conflicts with the figure of Pakistan military.');
    expect(rows.find((row) => row.includes(': 23 '))).toContain(
      'Conflicts with the figure of Afghanistan (Taliban government).',
    );
  });

  it('keeps “over 440” as printed', async () => {
    const rows = await rowsOf('/casualties who:afghan-civilians harm:injured');
    const [row] = rows.filter((text) => text.includes('440'));
    expect(row).toMatch(/^• UN: more than 440 \(printed as “over 440 wounded”\)\./u);
  });

  it('leaves “dozens” a word', async () => {
    const rows = await rowsOf('/casualties harm:killed');
    const [row] = rows.filter((text) => text.includes('dozens dead'));
    expect(row).toMatch(/^• [^:]*: in words only: “dozens dead”\./u);
    expect(row).not.toMatch(/\b(12|24|36)\b/u);
  });

  it('has a row for the side that gave no figure, and none for one that did', async () => {
    const text = await chat.says('/casualties who:"Pakistani civilians" harm:injured');
    expect(text).toContain('• No figure from Afghanistan (Taliban government).');
    expect(text).not.toContain('• No figure from Pakistan.');
  });

  it('shows each claim once where nothing is chosen', async () => {
    const rows = await rowsOf('/casualties');
    const claims = [...chat.dossier().claims.values()];
    // But for the figures that their own claimant replaced: they are in the row of the one that did.
    const replaced = rows.filter((row) => row.includes('Before that, from the same claimant:'));
    expect(replaced.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !row.startsWith('• No figure from'))).toHaveLength(claims.length - replaced.length);
    for (const { count } of claims) expect(rows.some((row) => row.includes(count.asPrinted))).toBe(true);
  });

  it('is about civilians of all sides, or one harm only', async () => {
    const text = await chat.says('/casualties who:civilian harm:injured');
    const titles = text.split('\n').filter((line) => /^(Killed|Injured|Captured|Displaced|Missing): /u.test(line));
    expect(new Set(titles)).toEqual(new Set(['Injured: Afghan civilians', 'Injured: Pakistani civilians']));
  });

  it('shows rivals beside the figures of one claimant', async () => {
    const text = await chat.says('/casualties claimant:unama harm:killed');
    expect(text).toContain(
      'Harm: killed\nIncidents for which UNAMA (United Nations Assistance Mission in Afghanistan) gave a figure',
    );
    expect(text).toContain('• UNAMA: at least 17');
    expect(text).toContain('• Afghanistan (Taliban government): more than 12');
    // A side stands for all of its parties.
    expect(await chat.says('/casualties claimant:pakistan who:pakistani-soldiers')).toContain(
      '• Pakistan military: 23',
    );
  });

  it('on: keeps the figures of periods that were over, and counts the others', async () => {
    const text = await chat.says('/casualties on:2025-10-12');
    expect(text).toContain('• Afghanistan (Taliban government): 58');
    expect(text).not.toMatch(/Spin Boldak|UNAMA/u);
    const past = [...chat.dossier().claims.values()].filter(({ period }) => {
      const { earliest, latest } = parseEdtf(period);
      return earliest <= '2025-10-12' && latest > '2025-10-12';
    });
    expect(past.length).toBeGreaterThan(1);
    expect(text).toContain(`${past.length} figures whose period runs past that day are left out.`);
  });

  it('on: says which figures were reported after that day, and gives them no age', async () => {
    const text = await chat.says('/casualties on:2025-10-12 who:"Pakistani soldiers"');
    expect(text).not.toContain('after the day you asked about');
    const later = await chat.says('/casualties on:2025-10-31 harm:injured');
    expect(later).toMatch(/UN: more than 440 .* \(reported around 8 November 2025, after the day you asked about\)/u);
    expect(later).toContain('Newest fact in this answer: around 8 November 2025, after the day you asked about.');
    expect(later).not.toContain(' 0 days old');
  });

  it('known:2025-10-15 has no figure that was printed later', async () => {
    const rows = await rowsOf('/casualties known:2025-10-15');
    const dossier = chat.dossier();
    const dates = new Map([...dossier.claims.values()].map((claim) => [claim.count.asPrinted, claim]));
    let seen = 0;
    for (const [printed, claim] of dates) {
      const firstOut =
        claim.sources.map((id) => parseEdtf(dossier.sources.get(id)?.publishedOn ?? '9999').latest).toSorted()[0] ?? '';
      const isShown = rows.some((row) => row.includes(`printed as “${printed}”`) || row.includes(`⁨“${printed}”⁩`));
      if (!isShown) continue;
      seen++;
      expect({ printed, firstOut: firstOut <= '2025-10-15' }).toEqual({ printed, firstOut: true });
    }
    expect(seen).toBeGreaterThan(15);
    expect(rows.join('\n')).toContain('58 Pakistani soldiers');
    expect(rows.join('\n')).not.toMatch(/UNAMA|over 440|16 October|Paktika/u);
  });

  it('known: cites only sources that were out', async () => {
    const rows = await rowsOf('/casualties known:2025-10-15 who:"Pakistani soldiers" harm:killed');
    expect(rows.join('\n')).not.toMatch(/Sources?:.*unknown publisher|November/u);
    // Both figures, and the armed group that is said to have been there: it gave none.
    expect(rows).toHaveLength(3);
  });

  it('says of no match that it is not zero', async () => {
    const text = await chat.says('/casualties harm:displaced');
    expect(text).toContain('No figure here matches. That does not mean that nobody was harmed.');
    expect(text).toContain('This answer rests on no dated fact.');
  });

  it.each([
    ['harm:hurt', '“hurt” is not one of the choices for harm: killed, injured, captured, displaced, missing.'],
    ['who:civlian', 'Did you mean who:civilian'],
    [
      'who:soldiers',
      '“soldiers” could be several things for who. Please choose: who:pakistani-soldiers (Pakistani soldiers) · who:taliban-fighters',
    ],
    [
      'claimant:taliban',
      '“taliban” could be several things for claimant. Please choose: claimant:afghanistan (Afghanistan (Taliban government)) · ',
    ],
  ])('%s is refused in words', async (args, words) => {
    expect(await chat.says(`/casualties ${args}`)).toContain(words);
    expect(chat.bugs).toEqual([]);
  });
});
