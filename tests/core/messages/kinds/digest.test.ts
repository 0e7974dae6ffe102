/** Digests as they are read: what comes first, what is said of what is missing. */
import { describe, expect, it } from 'vitest';
import type { AnyEntry } from '../../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../../src/core/dossier/revision.ts';
import {
  ceasefire,
  claim,
  development,
  quote,
  revised,
  smallDossier,
  source,
  talksRound,
} from '../../dossier/build-entries.ts';
import { composed, type DigestContent, digestOf, FIRST, LATER } from '../composing.ts';

const figure = (low: number) => ({
  count: { low, high: low, qualifier: 'at-least' as const, asPrinted: `at least ${low}` },
});
/** The digest of `later`, or of `entries` where nothing came later. */
function digest(
  entries: readonly AnyEntry[],
  later: readonly RevisionDraft[] = [],
  changes: Partial<DigestContent> = {},
) {
  const from = later.length === 0 ? FIRST : FIRST + entries.length;
  return composed(digestOf({ from, ...changes }), smallDossier(entries, later));
}
const truce = ceasefire('cf', '2025-10-19', { headline: 'Signed in Doha' });

describe('a digest', () => {
  it('begins with corrections, then the ceasefire with its age, developments, figures, talks and words', () => {
    const entries = [truce, development('dev-old', '2025-10-10', { title: 'Fire at the gate' })];
    const fresh = [
      development('dev', '2025-10-20', { title: 'Shelling', significance: 'major' }),
      claim('cas', figure(5)),
      talksRound('talks-1'),
      quote('q', { text: 'It will hold.' }),
    ];
    const dossier = smallDossier(
      [...entries, ...fresh],
      [revised(development('dev-old', '2025-10-09', { title: 'Fire at the gate' }), LATER, 'correction')],
    );
    const { text, isEmpty, shown } = composed(digestOf({ from: FIRST + 2 }), dossier);
    const order = [
      'Digest of 22 October 2025',
      'Corrections',
      '• Corrected: Fire at the gate (9 October 2025). Date: 10 October 2025 → 9 October 2025. Reason: “a better source”.',
      'Ceasefire',
      'In force — Signed in Doha',
      'Recorded as “in force” since 19 October 2025, 3 days ago.',
      'Developments',
      '• Shelling (20 October 2025; major; reported). ',
      'New figures',
      'Killed: northern soldiers',
      '• south: at least 5 (printed as “at least 5”).',
      'Talks',
      '• Talks are a separate matter; their end is not the end of the ceasefire. Round 1 (Doha, 18 October 2025)',
      'New statements from each side',
      '“It will hold.”',
      '• south: no new statement on record.',
      'Nothing is added up.',
      'As of 22 Oct 2025 (UTC) · newest fact 20 Oct 2025, 2 days ago',
    ];
    const places = order.map((line) => text.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(isEmpty).toBe(false);
    expect(shown).toEqual(['dev-old', 'dev', 'cas', 'talks-1', 'q']);
  });

  it('shows a lower later figure as a revision like any other, was beside is (R10), with what it is (R7)', () => {
    const { text } = digest([claim('cas', figure(58))], [revised(claim('cas', figure(23)), LATER, 'update')]);
    expect(text).toContain('Revised figures');
    expect(text).toContain(
      '• More is known: figure of south (Killed: northern soldiers, 11–12 October 2025). Figure: at least 58 (printed as “at least 58”) → at least 23 (printed as “at least 23”). A side’s claim about the other side. Reason: “a better source”.',
    );
    expect(text).not.toContain('Corrected');
  });

  it('says what was taken back', () => {
    const gone = [claim('cas', figure(58)), quote('q', { text: 'We will not.' })];
    const { text } = digest(
      gone,
      gone.map((entry) => revised(entry, LATER, 'retraction')),
    );
    expect(text).toContain('Withdrawn: figure of south');
    expect(text).toContain('It read: at least 58 (printed as “at least 58”).');
    expect(text).toContain('It read: “We will not.” Reason: “a better source”.');
  });

  it('adds no figures up, and has a row for the side that gave none (R3, R4, R13)', () => {
    const fight = development('dev', '2025-10-11/2025-10-12', { category: 'clash' });
    const { text } = digest([
      fight,
      claim('cas-1', { ...figure(5), development: 'dev' }),
      claim('cas-2', { ...figure(7), development: 'dev', claimedBy: 'south-officials' }),
    ]);
    expect(text).toContain('No figure found from north.');
    expect(text).not.toMatch(/\b12\b(?! Oct)/u);
    expect(text).not.toMatch(/\b0\b/u);
  });

  it('has the rivals and the latest of each side beside a new or revised figure, and counts the others (R7, R13)', () => {
    const before = [
      claim('cas-1', { ...figure(5), claimedBy: 'north', reportedOn: '2025-10-12' }),
      claim('cas-old', { ...figure(4), claimedBy: 'north-army', reportedOn: '2025-10-11' }),
    ];
    const fresh = digest(before, [revised(claim('cas-2', figure(7)), LATER, 'update')]).text;
    expect(fresh).toContain('• north: at least 5');
    expect(fresh).not.toContain('at least 4');
    expect(fresh).toContain('One earlier figure is not shown');
    const told = digest(
      [
        ...before,
        claim('cas-2', figure(7)),
        claim('cas-un', { ...figure(3), claimedBy: 'un', conflictsWith: ['cas-2'] }),
      ],
      [revised(claim('cas-2', figure(6)), LATER, 'update')],
    ).text;
    expect(told).toContain('Already on record');
    expect(told).toContain('• north: at least 5');
    expect(told).toContain('• un: at least 3');
  });

  it('says of figures whose number stayed that more is known, not that they were revised', () => {
    const { text } = digest(
      [claim('cas', figure(5))],
      [revised(claim('cas', { ...figure(5), attribution: 'the army said' }), LATER, 'update')],
    );
    expect(text).toContain('More is known about figures');
    expect(text).not.toContain('Figures revised');
  });

  it('has the newest new words of each side alone, and counts the others (R17)', () => {
    const { text, shown, reply, more } = digest([
      quote('q-north-old', { date: '2025-10-11' }),
      quote('q-north', { date: '2025-10-12' }),
      quote('q-south', { date: '2025-10-10', party: 'south' }),
      quote('q-un', { date: '2025-10-12', party: 'un' }),
    ]);
    expect(shown.toSorted()).toEqual(['q-north', 'q-south']);
    expect(text).toContain('2 more new quotations are not shown.');
    expect(reply.actions[0]).toMatchObject(more);
    expect(text).not.toContain('no new statement');
  });

  it('does not say that a side was silent which a filter left out', () => {
    const said = [
      development('dev-talks', '2025-10-12', { category: 'talks' }),
      quote('q-north', { development: 'dev-talks' }),
      quote('q-south', { party: 'south' }),
    ];
    const byTopic = digest(said, [], { topics: ['talks'] });
    expect(byTopic.text).toContain('Only what is about talks.');
    expect(byTopic.text).toContain('• south: its statements on record are about other topics.');
    expect(byTopic.text).toContain('That choice leaves out one other change.');
    const bySide = digest(said, [], { side: 'pakistan' });
    expect(bySide.text).toContain('Only what involves north.');
    expect(bySide.text).not.toContain('south:');
  });

  it('says in one line that nothing changed, and tells neither a state nor a figure again', () => {
    const { text, isEmpty, shown, reply } = digest([truce, claim('cas', figure(5))], [], { from: FIRST + 2 });
    expect(text).toBe(
      'Nothing new has become known since 19 Oct 2025\nAs of 22 Oct 2025 (UTC) · newest fact 19 Oct 2025, 3 days ago',
    );
    expect({ isEmpty, shown }).toEqual({ isEmpty: true, shown: [] });
    expect(reply.actions.map(({ command }) => command)).toEqual(['ceasefire', 'casualties']);
  });

  it('is empty where only names and sources came', () => {
    expect(digest([source('src-new', '2025-10-20')]).isEmpty).toBe(true);
  });

  it('does not lead with an old state (R15)', () => {
    const dossier = smallDossier([truce, development('dev', '2025-10-20')]);
    const { text } = composed(digestOf({}), dossier, Date.UTC(2025, 11, 1));
    expect(text).toContain(
      '\nState last recorded 19 October 2025, 43 days ago. I don’t know how things stand today.\nLast recorded as in force — Signed in Doha\n',
    );
  });

  it('says the headline of a new state once, with its sources', () => {
    const fell = ceasefire('cf-fell', '2025-10-20', { state: 'strained', headline: 'Fire at the gate' });
    for (const now of [Date.UTC(2025, 9, 22, 12), Date.UTC(2025, 11, 1)]) {
      const { text } = composed(digestOf({}), smallDossier([truce, fell]), now);
      expect(text.split('Fire at the gate')).toHaveLength(2);
      expect(text.split('Signed in Doha')).toHaveLength(2);
      expect(text).toContain('\n• strained (20 October 2025). Single source: ');
    }
  });

  it('says that it is late, and that the one before may not have arrived, by the local clock', () => {
    const { text } = digest([truce], [], {
      timezone: 'Asia/Karachi',
      slot: Date.UTC(2025, 9, 22, 3),
      isLate: true,
      doubtfulSlot: Date.UTC(2025, 9, 21, 3),
    });
    expect(text).toContain('Sent late. It was due on 22 October 2025 at 08:00 (Asia/Karachi).');
    expect(text).toContain(
      'The digest of 21 October 2025 at 08:00 (Asia/Karachi) may not have arrived. /changes since: shows what',
    );
  });

  it('leads on to all of it by the places of the ledger', () => {
    const { more } = digest([truce], [], { to: FIRST, topics: ['clash', 'talks'], side: 'armed-group' });
    const args = { since: `#${FIRST - 1}`, until: `#${FIRST}`, topics: 'clash,talks', side: 'armed-group' };
    expect(more).toEqual({ label: 'The whole digest', command: 'changes', args, detail: 'all' });
  });
});

describe('the first digest', () => {
  const entries = [
    truce,
    ...Array.from({ length: 7 }, (_, day) =>
      development(`dev-${day}`, `2025-10-1${day}`, { title: `Day ${day}`, category: day === 6 ? 'talks' : 'clash' }),
    ),
    quote('q-old', { text: 'Old words.', date: '2025-10-10' }),
    quote('q-new', { text: 'New words.', date: '2025-10-11' }),
  ];

  it('says how things stand: the ceasefire, the newest developments, the last words of each side', () => {
    const { text, shown, isEmpty } = digest(entries, [], { from: null });
    expect(text).toContain('How things stand on 22 October 2025\nCeasefire\nIn force — Signed in Doha');
    expect(shown).toEqual(['dev-6', 'dev-5', 'dev-4', 'q-new']);
    expect(text).toContain('“New words.”');
    expect(text).not.toContain('Old words.');
    expect(text).toContain('• south: no new statement on record.');
    expect(isEmpty).toBe(false);
  });

  it('has no heading for words of sides where none are asked for', () => {
    expect(digest(entries, [], { from: null }).text).toContain('Latest statement from each side');
    expect(digest(entries, [], { from: null, side: 'armed-group' }).text).not.toContain('Latest statement from');
  });

  it('keeps to the filters', () => {
    const { shown, text } = digest(entries, [], { from: null, topics: ['talks'] });
    expect(shown).toEqual(['dev-6']);
    expect(text).toContain('Only what is about talks.');
  });

  it('of an empty dossier says that nothing is known', () => {
    const { text } = digest([], [], { from: null });
    expect(text).toContain('No state of the ceasefire is known here for 22 October 2025.');
    expect(text).toContain('None on record.');
  });
});
