/** One incident of /casualties: all that is known of each of its figures, and nothing of them left out. */
import { describe, expect, it } from 'vitest';
import { claimsOf, compareClaims } from '../../../src/core/dossier/casualties/compare.ts';
import { allIncidentFigures } from '../../../src/core/dossier/casualties/incident-figures.ts';
import { chatForTests, chatOver } from '../../core/chat/chat-for-tests.ts';
import { claim as claimOf, development, dossierOf, fullAnswerTo } from '../../core/dossier/crafted-dossier.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = await chatForTests();
/** The rows of an answer and of all its details. */
const rowsOf = async (line: string) =>
  (await chat.saysInFull(line)).split('\n').filter((text) => text.startsWith('• '));
const incidentIds = () => allIncidentFigures(chat.dossier()).map(({ id }) => id);

describe('one incident', () => {
  it('is shown at once where a filter leaves no other', async () => {
    const text = await chat.says('/casualties who:cricketers');
    expect(text).toContain('Strikes hit Paktika hours after the truce extension was reported · 17 Oct 2025');
    expect(text).toContain('• ACB: 3 (printed as “three players”). Before that, from the same claimant: 8');
  });

  it('is found by name, place, day and the id of a figure, and asked back where several could be meant', async () => {
    for (const typed of ['"Overnight fighting along the Durand Line"', '"11–12 Oct 2025"', 'cas-pak-soldiers-58']) {
      expect(await chat.says(`/casualties incident:${typed}`)).toMatch(/^Overnight fighting along the Durand Line · /u);
    }
    expect(await chat.says('/casualties incident:"spin boldak"')).toContain('could be several things for incident');
    expect(await chat.says('/casualties incident:2025-10-09/2025-10-30')).toMatch(/^9–30 Oct 2025 · Durand Line\n/u);
  });

  it('is found under an id that an older view did not have', async () => {
    const text = await chat.says('/casualties incident:dev-spin-boldak-15-oct known:2025-10-15');
    expect(text).toContain('15 Oct 2025');
    expect(text).not.toMatch(/UNAMA|here matches/u);
  });

  it('says in full what 58 and 23 are: claimant, relation, words, rival, sources', async () => {
    const rows = await rowsOf('/casualties incident:dev-clashes-11-12-oct');
    const of = (start: string) => rows.find((row) => row.startsWith(start)) ?? '';
    const theirs = of('• Afghanistan (Taliban government): 58.');
    expect(theirs).toContain('A side’s claim about the other side.');
    expect(theirs).toContain('Zabihullah Mujahid, press conference in Kabul, 12 October');
    expect(theirs).toContain('Conflicts with the figure of Pakistan military.');
    expect(theirs).toContain('Sources: KabulNow, c. 12 Oct 2025, NationPress, 12 Oct 2025');
    const own = of('• Pakistan military: 23.');
    expect(own).toContain('A side’s claim about its own losses.');
    expect(own).toContain('Conflicts with the figure of Afghanistan (Taliban government).');
  });

  it('gives the words that were printed where they say more than the number', async () => {
    const rows = (await rowsOf('/casualties incident:dev-chaman-6-nov')).join('\n');
    expect(rows).toContain('Spin Boldak hospital: 5 (printed as “four women and one man”)');
    expect(rows).toContain('Spin Boldak hospital: 6. Places: Spin Boldak. From');
    const un = (await rowsOf('/casualties incident:cas-press-450')).join('\n');
    expect(un).toMatch(/• UN: more than 440 \(printed as “over 440 wounded”\)\./u);
    expect((await rowsOf('/casualties incident:cas-dozens-dead')).join('\n')).toMatch(
      /: in words only: “dozens dead”\. Unattributed: the source names no claimant\./u,
    );
  });

  it('tells what is reported of it, each side’s account, and from where', async () => {
    const text = await chat.saysInFull('/casualties incident:dev-paktika-strikes');
    expect(text).toContain('Accounts differ.');
    expect(text).toContain('Accused by Afghanistan (Taliban government): Pakistan.');
    expect(text).toMatch(/Sources: WION, 17 Oct 2025/u);
  });

  it('does not say that accounts differ of what nobody disputes: each may tell another part', async () => {
    const dossier = dossierOf([
      development({
        status: 'confirmed',
        accounts: [
          { party: 'pakistan', summary: 'It pauses until the 24th', quote: null },
          { party: 'afghanistan', summary: 'It pauses too', quote: null },
        ],
      }),
      claimOf({ development: 'dev-test' }),
    ]);
    const text = await fullAnswerTo('/casualties incident:dev-test', dossier);
    expect(text).toContain('What each says:\nPakistan: It pauses until the 24th.');
    expect(text).not.toContain('Accounts differ');
  });

  it('has each harm in one group, with links to the sources: two taps and a menu from the overview', async () => {
    const { buttons } = await chat.answers('/casualties');
    const [menu] = buttons.flat().filter(({ label }) => label === '11–12 Oct 2025 · Durand Line');
    expect(await chat.pressed(menu?.data ?? '')).toContain('58 · Pakistan military 23 (own losses)');
    const page = await chat.answers('/casualties incident:dev-clashes-11-12-oct');
    expect(page.blocks.map(({ kind }) => kind)).toContain('group');
    expect(page.buttons.flat().map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Killed in full (5)', 'Injured in full (3)', 'What is reported']),
    );
  });
});

describe('an account', () => {
  it('is of the party that its source names: an official of a country is none of its army', async () => {
    const real = chatOver(await foldRealDossier());
    const text = await real.saysInFull('/casualties incident:dev-kabul-13-mar');
    expect(text).toContain('Pakistan: A Pakistani security official told media that militants were the target.');
    expect(text).not.toContain('Pakistan military: A security official');
  });
});

describe('with all incidents opened', () => {
  it('every claim has one row in full, but for those that their own claimant replaced', async () => {
    const all = await Promise.all(incidentIds().map((id) => chat.saysInFull(`/casualties incident:${id}`)));
    const text = all.join('\n');
    const dossier = chat.dossier();
    const rows = compareClaims(dossier, [...dossier.claims.values()]).flatMap(({ comparisons }) =>
      comparisons.flatMap((one) => one.rows),
    );
    expect(rows.flatMap(claimsOf)).toHaveLength(dossier.claims.size);
    const shown = text.split('\n').filter((line) => /^• .*(?:Sources?|Single source)\b/u.test(line));
    expect(shown).toHaveLength(rows.length);
    expect(rows.filter(({ claim }) => !text.includes(claim.attribution))).toEqual([]);
  });
});
