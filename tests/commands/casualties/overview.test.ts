/** /casualties over the shipped dossier: who says what, side by side, nothing added up; in full where it is opened. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import { chatForTests, chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = await chatForTests();
const real = chatOver(await foldRealDossier());
/** The rows of an answer and of all its details. */
const rowsOf = async (line: string) =>
  (await chat.saysInFull(line)).split('\n').filter((text) => text.startsWith('• '));
const choicesIn = async (line: string, param: string) => {
  const { buttons } = await chat.answers(line);
  return buttons
    .flat()
    .flatMap(({ label, data }) => (new URLSearchParams(data.split(';')[2]).has(param) ? [label] : []));
};
/** Ids of what `/casualties` shows by itself, and of each incident and period with its figures. */
const incidentIds = async () => {
  const { buttons } = await chat.answers('/casualties');
  const args = buttons.flat().map(({ data }) => new URLSearchParams(data.split(';')[2]));
  return args.flatMap((one) => one.get('incident') ?? []);
};

describe('the overview', () => {
  it('puts 58 and 23 side by side on the first screen, one of them its own loss', async () => {
    const lines = (await real.says('/casualties known:2025-11-10')).split('\n');
    expect(lines[0]).toBe('Casualties known by 10 Nov 2025');
    expect(lines[1]).toBe('18 incidents and periods, 2 shown in part. Nothing is added up.');
    const at = lines.indexOf('Pakistani soldiers killed');
    expect(lines[at + 1]).toBe('• Taliban government 58 · Pakistan military 23 (own losses)');
    expect(lines.slice(0, at).findLast((line) => /^\d/u.test(line))).toBe('11–12 Oct 2025 · Durand Line and elsewhere');
    expect(lines.join('\n')).not.toContain('81');
    expect(lines).toContain('¹ Not like the others: see the incident.');
  });

  it('shows the dead of both sides of an incident before another, and names the latest that there is no room for', async () => {
    const text = await real.says('/casualties');
    const [, battle = ''] = /^(?:.*\n)*?(11–12 Oct 2025 · (?:.*\n)*?)16 Mar/mu.exec(text) ?? [];
    expect(battle).toContain('Pakistani soldiers killed\n');
    expect(battle).toContain('Afghan Taliban forces killed\n');
    expect(text).toMatch(/^Also: Kunar province, 27 Apr 2026 \(latest\)/mu);
  });

  it('has the gravest toll of civilians on file, by the least that anybody says', async () => {
    const text = await real.says('/casualties');
    expect(text).toContain(
      '16 Mar 2026 · Pul-e-Charkhi, Kabul\nAfghan civilians killed\n• UN at least 143 (second-hand) · ',
    );
  });

  it('says of which incident it is the latest, who is silent, and how old the newest figure is', async () => {
    const text = await chat.says('/casualties');
    expect(text).toContain('Spin Boldak, 6 Nov 2025 (latest)');
    expect(await chat.says('/casualties incident:dev-chaman-6-nov')).toContain('no figure found from Pakistan');
    expect(text).toContain('As of 22 Nov 2026 (UTC) · newest report c. 8 Nov 2025, about 379 days ago');
    expect(text).not.toMatch(/printed as|Single source/u);
  });

  it('marks what counts otherwise, and says how', async () => {
    const text = await chat.says('/casualties incident:dev-clashes-11-12-oct harm:killed');
    expect(text).toContain(
      '• Pakistan military more than 200¹, also about 200¹ (reported by Shafaq News) · Taliban government 9² (own losses)',
    );
    expect(text).toContain('¹ Counts “Taliban and affiliated” fighters together');
    expect(text).toContain('² Afghan soldiers only.');
  });

  it('tells a denial, words without a number, and what names nobody as what they are', async () => {
    const paktika = await chat.says('/casualties incident:dev-paktika-strikes');
    expect(paktika).toContain(
      'Pakistan Information Ministry rejects claims that civilians were targeted; gave no figure (18 Oct)',
    );
    expect(paktika).toContain('ACB 8 (Urgun district)');
    expect(await chat.says('/casualties harm:injured on:2025-10-31 incident:cas-press-450')).toContain(
      '• UN more than 440 (reported by unknown publisher) · press, unattributed 450 · no figure for these days found from',
    );
    const words = await chat.says('/casualties incident:cas-dozens-dead');
    expect(words).toMatch(/in words only: “dozens dead”/u);
    expect(words).not.toMatch(/\b(12|24|36)\b/u);
  });

  it('shows a series once and what gave way to it not at all', async () => {
    const mosque = await real.says('/casualties incident:dev-islamabad-mosque');
    // 31 is marked as disputed, and so is no earlier count of 36.
    expect(mosque).toContain(
      'Pakistani local officials 36 (reported by Daily Pakistan), also at least 31¹ · press, unattributed at least 69',
    );
    expect(mosque).not.toMatch(/\b12\b/u);
    const militants = await real.says('/casualties incident:dev-feb-22-strikes');
    expect(militants).toMatch(/Pakistan military at least 70 \(.*\) · Pakistan at least 80/u);
  });

  it('keeps the unit with the number', async () => {
    const text = await real.says('/casualties harm:displaced');
    expect(text).toContain('8,400 families');
    expect(text).toContain('16,400 households');
  });

  it('is titled with what was understood', async () => {
    const titleOf = async (line: string) => (await chat.says(line)).split('\n')[0];
    expect(await titleOf('/casualties')).toBe('Casualties: who claims what');
    expect(await titleOf('/casualties who:"Pakistani soldiers" harm:killed')).toBe('Pakistani soldiers killed');
    expect(await titleOf('/casualties who:civilian')).toBe('Casualties among civilians of all sides');
    expect(await titleOf('/casualties harm:wounded known:2025-11-01')).toBe('People injured, known by 1 Nov 2025');
    expect(await titleOf('/casualties claimant:unama')).toBe(
      'Casualties, where UNAMA (United Nations Assistance Mission in Afghanistan) gave a figure or denied one',
    );
    expect(await titleOf('/casualties claimant:pakistan on:2025-10')).toBe(
      'Casualties, where Pakistan or its side gave a figure or denied one, up to 31 Oct 2025',
    );
    expect(await titleOf('/casualties incident:dev-mir-ali harm:killed known:2025-11-01')).toBe(
      'Suicide attack on a security compound at Mir Ali · 17 Oct 2025 · People killed, known by 1 Nov 2025',
    );
  });

  it('offers the incidents and the victims to choose from, those that it shows first', async () => {
    const incidents = await choicesIn('/casualties', 'incident');
    expect(incidents).toHaveLength(18);
    expect(incidents.slice(0, 2)).toEqual(['11–12 Oct 2025 · Durand Line', '15 Oct 2025 · Spin Boldak']);
    const victims = await choicesIn('/casualties', 'who');
    expect(victims).toContain('Pakistani soldiers');
    expect(victims[0]).toBe('Afghan civilians');
    // A filter stays: what is chosen is narrower.
    expect((await choicesIn('/casualties harm:injured', 'incident')).length).toBeLessThan(18);
    const { buttons } = await chat.answers('/casualties harm:injured known:2025-11-10');
    const narrower = buttons.flat().map(({ data }) => data);
    expect(narrower.length).toBeGreaterThan(5);
    for (const data of narrower) expect(data).toMatch(/#|harm=injured&known=2025-11-10/u);
  });
});

describe('a claimant', () => {
  it('is shown beside others for the same harm, also where its figure gave way to another', async () => {
    const text = await chat.says('/casualties claimant:unama harm:killed');
    expect(text).toMatch(
      /^People killed, where UNAMA \(United Nations Assistance Mission in Afghanistan\) gave a figure or denied one\n/u,
    );
    const spinBoldak = await chat.says('/casualties claimant:unama harm:killed incident:dev-spin-boldak-15-oct');
    expect(spinBoldak).toContain('UNAMA at least 17');
    expect(spinBoldak).toContain('Taliban government more than 12');
    expect(await chat.says('/casualties claimant:unama incident:cas-press-450')).toContain('UNAMA at least 36');
    // A side stands for all of its parties.
    expect(await chat.says('/casualties claimant:pakistan who:pakistani-soldiers')).toContain(
      'Pakistan military 23 (own losses)',
    );
  });
});

describe('the two clocks', () => {
  it('on: keeps the figures of periods that were over, and counts the others', async () => {
    const text = await chat.says('/casualties on:2025-10-12');
    expect(text).toContain('Taliban government 58');
    expect(text).not.toMatch(/Spin Boldak|UNAMA/u);
    const past = [...chat.dossier().claims.values()].filter(({ period }) => {
      const { earliest, latest } = parseEdtf(period);
      return earliest <= '2025-10-12' && latest > '2025-10-12';
    });
    expect(past.length).toBeGreaterThan(1);
    expect(text).toContain(`${past.length} figures whose period runs past that day are left out.`);
    const open = await chat.saysInFull('/casualties on:2025-10-12');
    expect(open).toContain(`Figures of periods past that day (${past.length})`);
    expect(open).toContain('AFP: more than 70. For 9–30 Oct 2025.');
  });

  it('on: says which figures were reported after that day, and gives them no age', async () => {
    const text = await chat.saysInFull('/casualties on:2025-10-12 who:"Pakistani soldiers"');
    expect(text).not.toContain('after the day you asked about');
    expect(await chat.says('/casualties on:2025-10-31 harm:injured')).toContain(
      'newest report c. 8 Nov 2025, after the day you asked about',
    );
    const later = await chat.saysInFull('/casualties on:2025-10-31 harm:injured incident:cas-press-450');
    expect(later).toMatch(/UN: more than 440 .* \(reported c\. 8 Nov 2025, after the day you asked about\)/u);
  });

  it('known:2025-10-15 has no figure that was printed later', async () => {
    const dossier = chat.dossier();
    const ids = await incidentIds();
    const answers = await Promise.all(ids.map((id) => chat.saysInFull(`/casualties known:2025-10-15 incident:${id}`)));
    const text = answers.join('\n');
    let seen = 0;
    for (const { attribution, sources } of dossier.claims.values()) {
      if (!text.includes(attribution)) continue;
      seen++;
      const firstOut = sources
        .map((id) => parseEdtf(dossier.sources.get(id)?.publishedOn ?? '9999').latest)
        .toSorted()[0];
      expect({ attribution, isOut: (firstOut ?? '') <= '2025-10-15' }).toEqual({ attribution, isOut: true });
    }
    expect(seen).toBeGreaterThan(15);
    expect(text).toContain('Afghanistan (Taliban government): 58.');
    expect(text).not.toMatch(/UNAMA|over 440|Paktika hours/u);
  });

  it('known: cites only sources that were out', async () => {
    const rows = await rowsOf('/casualties known:2025-10-15 who:"Pakistani soldiers" harm:killed');
    expect(rows.join('\n')).not.toMatch(/Sources?:.*unknown publisher|Nov/u);
    // Side by side, then both figures in full. An armed group that may have been there is not asked for beside a side.
    expect(rows).toHaveLength(3);
  });
});

describe('what is not there', () => {
  it('is not zero', async () => {
    const text = await chat.says('/casualties harm:displaced');
    expect(text).toContain('No figure here matches. That does not mean that nobody was harmed.');
    expect(text).toContain('no dated facts in this answer');
  });

  it('is said of the side that gave no figure, and not of one that did', async () => {
    const text = await chat.saysInFull('/casualties who:"Pakistani civilians" harm:injured');
    expect(text).toContain('• No figure found from Afghanistan (Taliban government).');
    expect(text).not.toContain('No figure found from Pakistan');
  });

  it('is about civilians of all sides, or one harm only', async () => {
    const ids = await incidentIds();
    const all = await Promise.all(
      ids.map((id) => chat.saysInFull(`/casualties who:civilian harm:injured incident:${id}`)),
    );
    const titles = all.join('\n').match(/^(?:Killed|Injured|Captured|Displaced|Missing): .*$/gmu);
    expect(new Set(titles)).toEqual(new Set(['Injured: Afghan civilians', 'Injured: Pakistani civilians']));
  });

  it.each([
    ['harm:scared', '“scared” is not one of the choices for harm: killed, injured, captured, displaced, missing.'],
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
