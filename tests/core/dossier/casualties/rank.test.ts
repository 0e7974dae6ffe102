/** Which incidents an overview shows first: by how far claimants are apart and how grave it is, never by side. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allIncidentFigures, figuresOf } from '../../../../src/core/dossier/casualties/incident-figures.ts';
import { firstIncidents, rankComparisons } from '../../../../src/core/dossier/casualties/rank.ts';
import type { Conflict } from '../../../../src/core/dossier/conflict.ts';
import { type Dossier, foldDossier } from '../../../../src/core/dossier/dossier.ts';
import type { AnyEntry, Claim } from '../../../../src/core/dossier/entries.ts';
import { overviewOf } from '../../../../src/core/wording/casualties/overview.ts';
import { english } from '../../chat/chat-for-tests.ts';
import { arbitraryClaims, smallIncidents } from '../arbitrary-dossier.ts';
import { claim, development, numbered, original, smallConflict, smallDossier, smallNames } from '../build-entries.ts';

const rankedIds = (dossier: Dossier) => {
  const all = allIncidentFigures(dossier);
  return firstIncidents(dossier, all, all.length).map(({ id }) => id);
};
const incident = (id: string, day: string, significance: 'routine' | 'major' | 'breaking' = 'routine') =>
  development(id, day, { significance });
let made = 0;
const figure = (of: string, day: string, fields: Partial<Claim>) => {
  made += 1;
  const low = 10 + made;
  return claim(`c-${made}`, {
    development: of,
    period: day,
    count: { low, high: low, qualifier: 'exact', asPrinted: String(low) },
    ...fields,
  });
};
const north = { claimedBy: 'north' };
const south = { claimedBy: 'south' };
const un = { claimedBy: 'un' };

describe('firstIncidents', () => {
  it('has first where the sides differ, then where anybody does, then where nobody does', () => {
    const dossier = smallDossier([
      incident('a', '2025-10-13'),
      incident('b', '2025-10-12'),
      incident('c', '2025-10-11'),
      figure('a', '2025-10-13', north),
      figure('b', '2025-10-12', north),
      figure('b', '2025-10-12', un),
      figure('c', '2025-10-11', north),
      figure('c', '2025-10-11', south),
    ]);
    expect(rankedIds(dossier)).toEqual(['c', 'b', 'a']);
  });

  it('counts no branch of one side as another, no equal figure, no denial and nothing that gave way', () => {
    const count = { low: 5, high: 5, qualifier: 'exact' as const, asPrinted: '5' };
    const denial = { low: null, high: null, qualifier: 'denial' as const, asPrinted: 'no' };
    const dossier = smallDossier([
      ...['a', 'b', 'c', 'd', 'e'].map((id) => incident(id, `2025-10-1${id.charCodeAt(0) - 96}`)),
      figure('a', '2025-10-11', { ...north, count }),
      figure('a', '2025-10-11', { ...south, count }),
      figure('b', '2025-10-12', { claimedBy: 'south' }),
      figure('b', '2025-10-12', { claimedBy: 'south-officials' }),
      figure('c', '2025-10-13', north),
      figure('c', '2025-10-13', { ...south, stance: 'denies', count: denial }),
      figure('d', '2025-10-14', { claimedBy: 'south-officials', status: 'superseded', reportedOn: '2025-10-14' }),
      figure('d', '2025-10-14', { ...south, reportedOn: '2025-10-15' }),
      figure('e', '2025-10-15', north),
      figure('e', '2025-10-15', un),
    ]);
    // Only at e does anybody differ; the others come with the newest first.
    expect(rankedIds(dossier)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('has the most significant first among these, then where the sides differ about more, then the newest', () => {
    const both = (of: string, day: string, fields: Partial<Claim> = {}) => [
      figure(of, day, { ...north, ...fields }),
      figure(of, day, { ...south, ...fields }),
    ];
    const dossier = smallDossier([
      incident('old', '2025-10-11'),
      incident('new', '2025-10-15'),
      incident('much', '2025-10-12'),
      incident('grave', '2025-10-10', 'breaking'),
      ...both('old', '2025-10-11'),
      ...both('new', '2025-10-15'),
      ...both('much', '2025-10-12'),
      ...both('much', '2025-10-12', { victims: 'south-civilians' }),
      ...both('grave', '2025-10-10'),
    ]);
    expect(rankedIds(dossier)).toEqual(['grave', 'much', 'new', 'old']);
  });
});

describe('rankComparisons', () => {
  const ranked = (fields: readonly Partial<Claim>[], told?: ReadonlyMap<string, number>) => {
    const dossier = smallDossier([incident('a', '2025-10-11'), ...fields.map((one) => figure('a', '2025-10-11', one))]);
    const [one] = allIncidentFigures(dossier);
    return rankComparisons(dossier, one?.comparisons ?? [], told).map(({ victims, harm }) => `${victims} ${harm}`);
  };
  const injured = { harm: 'injured' as const };
  const southern = { victims: 'south-civilians' };

  it('has first where the sides differ, then the killed, then those whose side is given', () => {
    expect(
      ranked([
        { ...un, victims: 'people' },
        un,
        { ...north, ...injured },
        { ...south, ...injured },
        { ...un, ...injured, ...southern },
      ]),
    ).toEqual(['north-soldiers injured', 'north-soldiers killed', 'people killed', 'south-civilians injured']);
  });

  it('takes turns by the side whose people they are, and begins with whom less was told of', () => {
    const both = (fields: Partial<Claim>) => [
      { ...north, ...fields },
      { ...south, ...fields },
    ];
    const all = [...both({}), ...both(southern)];
    const order = ranked(all);
    expect(new Set(order)).toEqual(new Set(['north-soldiers killed', 'south-civilians killed']));
    expect(ranked(all, new Map([['pakistan', 1]]))).toEqual(['south-civilians killed', 'north-soldiers killed']);
    expect(ranked(all, new Map([['afghanistan', 1]]))).toEqual(['north-soldiers killed', 'south-civilians killed']);
  });
});

/** Every name of one side for one of the other: claimants and victims. */
const MIRROR: Readonly<Record<string, string>> = {
  north: 'south',
  south: 'north',
  'north-army': 'south-officials',
  'south-officials': 'north-army',
  'north-soldiers': 'south-soldiers',
  'south-soldiers': 'north-soldiers',
  'south-civilians': 'north-civilians',
  'north-civilians': 'south-civilians',
  'south-and-rebels': 'north-and-rebels',
  'north-and-rebels': 'south-and-rebels',
};
const mirrored = (id: string) => MIRROR[id] ?? id;
/** The small conflict, with each group of victims on both sides. */
const CONFLICT: Conflict = {
  ...smallConflict,
  victimGroups: smallConflict.victimGroups.flatMap((group) => {
    const id = mirrored(group.id);
    if (id === group.id) return [group];
    const sides = group.sides.map((side) => ({ pakistan: 'afghanistan', afghanistan: 'pakistan' })[side] ?? side);
    return [group, { ...group, id, label: `${group.label} mirrored`, sides }];
  }),
};

function dossierOf(claims: readonly Claim[], mirror: (id: string) => string): Dossier {
  const entries: readonly AnyEntry[] = [
    ...smallNames,
    ...smallIncidents.map((entry) =>
      entry.kind === 'development'
        ? { ...entry, fields: { ...entry.fields, parties: entry.fields.parties.map(mirror) } }
        : entry,
    ),
    ...claims.map((fields) => ({
      kind: 'claim' as const,
      fields: { ...fields, claimedBy: mirror(fields.claimedBy), victims: mirror(fields.victims) },
    })),
  ];
  return foldDossier(numbered(entries.map(original)), CONFLICT);
}

describe('with the names of the two sides exchanged', () => {
  it('the same incidents are chosen, in the same order, for the same figures', () => {
    let chosen = 0;
    const shownIn = (dossier: Dossier) => {
      const { shown } = overviewOf(allIncidentFigures(dossier), { fits: () => true }, { dossier, language: english });
      return shown.map((one) => ({ id: one.id, figures: figuresOf(one).map(({ id }) => id) }));
    };
    fc.assert(
      fc.property(arbitraryClaims(), (claims) => {
        const [one, other] = [dossierOf(claims, (id) => id), dossierOf(claims, mirrored)];
        expect(rankedIds(other)).toEqual(rankedIds(one));
        expect(shownIn(other)).toEqual(shownIn(one));
        chosen += rankedIds(one).length;
      }),
      { numRuns: 200 },
    );
    expect(chosen).toBeGreaterThan(200);
  });
});
