/** No side's count stands alone: a figure of the other side, its denial, or that none was found is beside it (R13). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/core/dossier/casualties/compare.ts';
import { allIncidentFigures } from '../../../src/core/dossier/casualties/incident-figures.ts';
import { relationOf } from '../../../src/core/dossier/casualties/relation.ts';
import { selectFigures } from '../../../src/core/dossier/casualties/select.ts';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import { wasIn } from '../../../src/core/dossier/dates/one-event.ts';
import { mostTelling } from '../../../src/core/wording/casualties/claimants.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { claim, development, smallConflict, smallDossier } from '../../core/dossier/build-entries.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier());
const dossier = chat.dossier();
const DAYS = ['2025-10-15', '2025-10-31', '2026-02-27', '2026-03-01', '2026-03-05'];
const PERIODS = ['2025-10', '2025-10-15', '2026-02-26/2026-03-02', '2026-03', '2026-02/2026-04'];
const sideOf = (party: string) => dossier.parties.get(party)?.side;
const firstOf = (text: string, title: string) => {
  const lines = text.split('\n');
  return lines[lines.indexOf(title) + 1] ?? '';
};
const rowOf = (text: string, start: string) => text.split('\n').find((line) => line.startsWith(`• ${start}`)) ?? '';

describe('beside one side’s count', () => {
  it('stands what the other said for other days, with these days', async () => {
    const text = await chat.says('/casualties incident:cas-un-34');
    expect(firstOf(text, 'Pakistani soldiers killed')).toBe(
      '• Taliban government 110 (reported by The Week) · Pakistan military 12 (for 26–27 Feb, own losses)',
    );
    expect(firstOf(text, 'Afghan Taliban forces killed')).toContain(
      'Taliban government 13¹ (for 26–27 Feb, own losses)',
    );
  });

  it.each(allIncidentFigures(dossier).map((one) => [one.id, one] as const))(
    'of %s is a word on the side whose people they are, and on the side that fought them',
    (_, { comparisons, incident }) => {
      const both = dossier.conflict.sides.map(({ side }) => side);
      const present = incident && new Set(incident.parties.map(sideOf));
      for (const { victims, harm } of comparisons) {
        const theirs = dossier.conflict.victimGroups.find((group) => group.id === victims)?.sides ?? [];
        if (!both.some((side) => theirs.includes(side))) continue;
        const heard = comparisons
          .filter((one) => one.victims === victims && one.harm === harm)
          .flatMap(({ rows, noFigureFrom, saidElsewhere }) => [
            ...[...rows.flatMap(claimsOf), ...saidElsewhere].map(({ claimedBy }) => claimedBy),
            ...noFigureFrom,
          ])
          .map(sideOf);
        const expected = both.filter((side) => theirs.includes(side) || !present || present.has(side));
        expect([victims, expected.filter((side) => !heard.includes(side))]).toEqual([victims, []]);
      }
    },
  );

  it('three days’ dead are not set beside a quarter’s, nor one incident’s', async () => {
    const quarter = await chat.saysInFull('/casualties incident:cas-q1-370');
    expect(quarter).toContain('• No figure for these days found from Afghanistan (Taliban government).');
    expect(quarter).not.toMatch(/408|Interior Ministry/u);
    const turk = await chat.saysInFull('/casualties incident:cas-turk-56');
    expect(turk).not.toMatch(/local officials|listed by itself/u);
  });

  it('a denial of the same report stands beside all of its figures', async () => {
    expect(await chat.says('/casualties incident:cas-turk-69-year')).toContain(
      '• Pakistan, for 26 Feb – 6 Mar 2026: rejects claims of others, giving no figure',
    );
  });
});

describe('a figure of the press that its own entry sets apart from others', () => {
  it('is set apart wherever it is shown, and its record tells of no other in its attribution', async () => {
    for (const line of ['incident:dev-islamabad-mosque', 'on:2026-02-10', 'who:pakistani-civilians harm:killed']) {
      const text = await chat.says(`/casualties ${line}`);
      expect(text).toMatch(/press, unattributed at least 69[¹²]/u);
      expect(text).toMatch(/\n[¹²] (?:Far above others|Not like the others: see the incident)\./u);
    }
    const aside = [...dossier.claims.values()].filter(({ attribution }) =>
      /other (?:reports|counts|figures)/u.test(attribution),
    );
    expect(aside).toEqual([]);
  });
});

describe('quotation marks around a denial', () => {
  it('are for words that the source has in them: its own report is no words of the claimant', async () => {
    const deny = (id: string, asPrinted: string) =>
      claim(id, {
        claimedBy: 'north',
        stance: 'denies',
        count: { low: null, high: null, qualifier: 'denial', asPrinted },
      });
    const others = [claim('c-1', {}), claim('c-3', { period: '2025-12-01', reportedOn: '2025-12-01' })];
    const saying = (asPrinted: string) =>
      chatOver(smallDossier([...others, deny('c-2', asPrinted)])).says('/casualties');
    expect(await saying('insists that it hit nobody')).toContain(', as reported: insists that it hit nobody; gave no');
    expect(await saying('“We hit nobody”')).toContain(': “We hit nobody”; gave no figure');
  });
});

describe('people displaced', () => {
  it('of both sides are on one screen, and figures in several units are not left to be compared', async () => {
    const text = await chat.says('/casualties harm:displaced');
    expect(firstOf(text, 'Pakistani civilians displaced')).toContain('UNHCR about 3,000 people');
    expect(text).toMatch(/115,000 people · .* 8,400 families¹ /u);
    expect(text).toContain('\n¹ Not the same unit.');
    expect(await chat.saysInFull('/casualties harm:displaced incident:cas-displaced-115000')).toMatch(
      /8,400 families .*\n• These figures are in different units and cannot be compared\./u,
    );
  });
});

describe('a denial', () => {
  it('of longer days stands with its days beside what it names or covers, and beside no other victims', async () => {
    const denied = '“insists it has not killed any civilians”';
    for (const incident of ['dev-khas-kunar', 'cas-un-34', 'cas-q1-370']) {
      const text = await chat.saysInFull(`/casualties incident:${incident}`);
      expect(text).toContain(
        `• Pakistan, for 26 Feb – 6 Mar 2026: rejects claims of others, giving no figure; printed as ${denied}.`,
      );
    }
    expect(firstOf(await chat.says('/casualties period:2026-02-26/2026-03-01'), 'Afghan civilians killed')).toBe(
      '• UN at least 34 · Taliban government 55 · Pakistan, as reported: insists it has not killed any civilians; gave no figure (for 26 Feb – 6 Mar)',
    );
    const unstated = await chat.saysInFull('/casualties incident:dev-khost-paktika-28-feb');
    expect(unstated).not.toMatch(/rejects|insists|disputes/u);
    expect(await chat.says('/casualties incident:cas-turk-56')).toMatch(/UN human rights office.* 56[^•]*Pakistan/su);
    const day = await chat.says('/casualties on:2026-03-01');
    // A bare “none” would be read as nought.
    expect(day).toContain('• Afghan local officials 3 · no figure: Pakistan\n');
    expect(await chat.says('/casualties on:2025-10-17')).toMatch(/no figure: Taliban government, Pakistan\n/u);
    // Whoever asks for the days of a figure that it names is told with whom it is disputed.
    const then = await chat.saysInFull('/casualties period:"26 February to 2 March 2026" incident:cas-unama-42');
    expect(then).toContain('Pakistan');
    expect(then).toMatch(/UNAMA: at least 42.*Disputed by Pakistan/u);
  });

  it.each(DAYS)('is not of days that on:%s leaves out, nor is any figure', (on) => {
    for (const { comparisons } of selectFigures(dossier, { endedBy: on })) {
      for (const { rows, saidElsewhere } of comparisons) {
        const late = [...rows.flatMap(claimsOf), ...saidElsewhere].filter(
          ({ period }) => parseEdtf(period).latest > on,
        );
        expect(late.map(({ id }) => id)).toEqual([]);
      }
    }
  });

  it.each(PERIODS)('nor is a figure of other days than those of period:%s', (text) => {
    const period = parseEdtf(text);
    for (const { comparisons } of selectFigures(dossier, { period })) {
      for (const { rows, saidElsewhere } of comparisons) {
        const others = [...rows.flatMap(claimsOf), ...saidElsewhere].filter(
          ({ period: days, count }) => count.qualifier !== 'denial' && !wasIn(parseEdtf(days), period),
        );
        expect(others.map(({ id }) => id)).toEqual([]);
      }
    }
  });

  it('disputes what was reported by its day; of later figures it says that it came before', async () => {
    const text = await chat.saysInFull('/casualties incident:dev-omid-hospital');
    const denial = rowOf(text, 'Pakistan Information Ministry: rejects');
    expect(denial).toContain('It disputes what Afghan Health Ministry and Afghan Interior Ministry said.');
    expect(denial).toContain('Said before the later figure of UN.');
    const un = rowOf(text, 'UN: at least 143');
    expect(un).toContain('Earlier denied: Pakistan Information Ministry (17 Mar 2026), before this figure.');
    expect(un).not.toContain('Disputed by');
    expect(text).toContain('Pakistan Information Ministry denies targeting a hospital; gave no figure (17 Mar)');
    const paktika = await chat.saysInFull('/casualties incident:dev-paktika-strikes');
    expect(rowOf(paktika, 'UNAMA: 11')).not.toContain('Disputed by');
    expect(rowOf(paktika, 'Afghanistan (Taliban government): at least 10')).toContain(
      'Disputed by Pakistan Information Ministry',
    );
  });
});

describe('the dead of an armed group that one side alone counts', () => {
  it('stand with what the other side says happened, whichever it is', async () => {
    expect(await chat.saysInFull('/casualties incident:dev-feb-22-strikes')).toMatch(
      /Members of armed groups killed\n[^]*\nTaliban government: Only civilians were targeted, [^]*baseless[^\n]*\.\n[^]*baseless[^\n]*\.\n/u,
    );
    for (const [one, other] of [
      ['north', 'south'],
      ['south', 'north'],
    ] as const) {
      const strike = development('dev', '2025-10-11/2025-10-12', {
        parties: ['north', 'south', 'rebels'],
        accounts: [
          { party: one, summary: 'Rebels were hit', quote: null },
          { party: other, summary: 'Homes were hit', quote: null },
        ],
      });
      const dead = (id: string, victims: string, claimedBy: string) =>
        claim(id, {
          victims,
          claimedBy,
          development: 'dev',
          attribution: 'A spokesman said so on the day. '.repeat(9),
        });
      const small = chatOver(
        smallDossier([strike, dead('c-1', 'rebel-fighters', one), dead('c-2', 'rebel-fighters', 'un')], [], {
          ...smallConflict,
          victimGroups: [
            ...smallConflict.victimGroups,
            { id: 'rebel-fighters', label: 'rebels', sides: ['armed-group'], status: 'combatant', aliases: [] },
          ],
        }),
      );
      const text = await small.says('/casualties');
      expect(text).toContain(`\n${other}: Homes were hit.\n`);
      expect(text).not.toContain('Rebels were hit');
    }
  });
});

describe('where not all claimants fit', () => {
  it('the UN stays, before a second claimant of a side', async () => {
    const text = await chat.says('/casualties who:"afghan civilians" period:"feb to apr 2026"');
    expect(text).toMatch(
      /UN at least 143 .*· Afghan Health Ministry about 400 · .*Pakistan Information Ministry denies /u,
    );
  });

  it('one of each side and a third party are kept, whatever the room', () => {
    const groups = allIncidentFigures(dossier).flatMap(({ comparisons }) => comparisons);
    const claimantsOf = (at: number) =>
      (groups[at]?.rows ?? []).map(({ claim: own }) => {
        const first = { claim: own, relation: relationOf(dossier, own) };
        return { first, rows: [first] };
      });
    fc.assert(
      fc.property(fc.nat(groups.length - 1), fc.integer({ min: 1, max: 8 }), (at, most) => {
        const all = claimantsOf(at);
        const shown = mostTelling(all, { most }, dossier);
        const kinds = (some: Readonly<typeof all>) =>
          new Set(
            some.flatMap(({ first }) => {
              const side = sideOf(first.claim.claimedBy);
              const isOfSide = dossier.conflict.sides.some((one) => one.side === side);
              return isOfSide ? [side] : first.relation === 'third-party' ? ['third'] : [];
            }),
          );
        expect(kinds(shown)).toEqual(kinds(all));
      }),
    );
  });
});
