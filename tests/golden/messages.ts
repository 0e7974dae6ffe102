/** Every kind of message that is sent unasked, about every kind of entry. */
import { developmentCategorySchema } from '../../src/core/dossier/entries.ts';
import { entryOf, KINDS } from './entries.ts';
import { dossierUpTo, LATER, NOW, PARTS, type Part, SHIPPED_TO, THEN } from './ledger.ts';
import { alert, board, correction, digest, drill, greeting, notice, type Pushed, reminder, report } from './pushed.ts';
import type { Group } from './recorded.ts';
import { PROGRESS } from './subscribed.ts';

const HOUR = 3_600_000;
const shipped = dossierUpTo(SHIPPED_TO);
const lived = dossierUpTo();
const head = lived.head;
const FIRST = PARTS.filter(({ life }) => life === undefined);
const LIVES = PARTS.filter(({ life }) => life !== undefined);
const published = FIRST.at(-1)?.to ?? 0;
const whenPublished = LATER[published - SHIPPED_TO - 1]?.recordedAt ?? 0;
const nameOf = ({ kind, life }: Part) => (life === undefined ? `${kind}, first` : `${kind}, life ${life}`);
const dossier = lived;

const TOPICS = developmentCategorySchema.options.map((topic) => ({ topics: [topic] as const }));
const SIDES = ['pakistan', 'afghanistan', 'mediator', 'armed-group', 'observer'].map((side) => ({ side }));
const BOTH = [{ topics: ['clash', 'border'] as const, side: 'pakistan' as const, timezone: 'Asia/Kabul' }];
const CHOSEN = [...TOPICS, ...SIDES, ...BOTH];
/** What the made-up entries are about. */
const CHOSEN_THERE = [...TOPICS.filter(({ topics }) => ['clash'].includes(topics[0])), ...SIDES, ...BOTH];
const named = (what: string, filters: object) => `${what} ${JSON.stringify(filters)}`;

const announced = FIRST.map(({ from, to }, index) => ({ from, to, at: whenPublished - HOUR * (FIRST.length - index) }));
const ORIGINALS: readonly Pick<Pushed, 'name' | 'content'>[] = [
  { name: 'first digest', content: digest(null, published) },
  { name: 'board', content: board() },
  ...FIRST.filter(({ kind }) => KINDS.indexOf(kind) > 3).flatMap((part) => [
    { name: `digest of ${nameOf(part)}`, content: digest(part.from, part.to) },
    { name: `alert of ${nameOf(part)}`, content: alert(part.from, part.to) },
  ]),
];
const digestOf = ({ kind }: Part) => {
  const { from = 0, to = 0 } = FIRST.find((one) => one.kind === kind) ?? {};
  return digest(from, to);
};
const CORRECTED = (form: 'edit' | 'notice'): readonly Pushed[] => [
  ...ORIGINALS.map(({ name, content }) => ({
    name: `${form} of ${name}`,
    content: correction(form, content, published, whenPublished + HOUR),
    dossier,
  })),
  // One life of one entry at a time: as it reads after each of its corrections.
  ...LIVES.filter(({ kind }) => kind === 'claim').map((part) => ({
    name: `${form} of the digest of ${part.kind}, with all of ${nameOf(part)}`,
    content: correction(form, digestOf(part), part.from - 1, NOW, 'Asia/Kabul'),
    dossier: dossierUpTo(part.to),
  })),
  { name: 'of what is shipped', content: correction(form, digest(null, SHIPPED_TO), SHIPPED_TO, THEN), dossier },
  { name: 'of nothing', content: correction(form, board(), head, NOW), dossier },
];

export const MESSAGES: Readonly<Partial<Record<Group, readonly Pushed[]>>> = {
  'digest-shipped': [
    { name: 'first, late', content: digest(null, SHIPPED_TO, { isLate: true }), dossier: shipped },
    { name: 'first, in its days', content: digest(null, SHIPPED_TO), dossier: shipped, now: THEN },
    {
      name: 'nothing new',
      content: digest(SHIPPED_TO + 1, SHIPPED_TO, { doubtfulSlot: NOW - 24 * HOUR }),
      dossier: shipped,
    },
    { name: 'all as changes', content: digest(1, SHIPPED_TO), dossier: shipped, now: THEN },
    { name: 'some as changes', content: digest(SHIPPED_TO - 9, SHIPPED_TO), dossier: shipped, now: THEN },
    ...CHOSEN.map((filters) => ({
      name: named('changes', filters),
      content: digest(1, SHIPPED_TO, filters),
      dossier: shipped,
      now: THEN,
    })),
    ...[...SIDES.slice(0, 1), ...BOTH].map((filters) => ({
      name: named('first', filters),
      content: digest(null, SHIPPED_TO, filters),
      dossier: shipped,
    })),
  ],
  'digest-lived': [
    { name: 'first', content: digest(null, head), dossier },
    { name: 'all new', content: digest(SHIPPED_TO + 1, head, { isLate: true, doubtfulSlot: NOW }), dossier },
    { name: 'all changes', content: digest(published + 1, head, { timezone: 'Asia/Kabul' }), dossier },
    ...PARTS.filter(({ kind, life = 0 }) => life < 5 || kind === 'claim' || kind === 'talks').map((part) => ({
      name: nameOf(part),
      content: digest(part.from, part.to),
      dossier: dossierUpTo(part.to),
    })),
    ...LIVES.filter(({ kind, life }) => life === 9 && kind === 'claim').map((part) => ({
      name: `the end of ${nameOf(part)}`,
      content: digest(part.from + 1, part.to),
      dossier: dossierUpTo(part.to),
    })),
    { name: 'what is shipped, corrected', content: digest(head - 8, head), dossier },
    ...CHOSEN_THERE.map((filters) => ({
      name: named('all new', filters),
      content: digest(SHIPPED_TO + 1, head, filters),
      dossier,
    })),
  ],
  alert: [
    ...PARTS.filter(({ kind, life }) => life === undefined || life === 5 || kind === 'development').map((part) => ({
      name: nameOf(part),
      content: alert(part.from, part.to),
      dossier: dossierUpTo(part.to),
    })),
    ...(['breaking', 'major', 'all'] as const).flatMap((alerts) => [
      {
        name: alerts,
        content: alert(SHIPPED_TO + 1, published, { alerts, repeats: 1 }),
        dossier: dossierUpTo(published),
      },
      {
        name: `${alerts}, held`,
        content: alert(SHIPPED_TO + 1, null, { alerts, heldUntil: whenPublished - 3 * HOUR, timezone: 'Asia/Kabul' }),
        dossier,
        announced,
      },
    ]),
    ...CHOSEN_THERE.map((filters) => ({
      name: named('all', filters),
      content: alert(SHIPPED_TO + 1, published, filters),
      dossier,
    })),
    { name: 'shipped', content: alert(1, SHIPPED_TO), dossier: shipped, now: THEN },
    { name: 'nothing', content: alert(head + 1, head + 1), dossier },
  ],
  board: [
    ...[{}, ...CHOSEN].flatMap((filters) => [
      { name: named('shipped', filters), content: board(filters), dossier: shipped },
      { name: named('after a life', filters), content: board(filters), dossier },
    ]),
    { name: 'in its days', content: board(), dossier: shipped, now: THEN },
  ],
  'correction-edit': CORRECTED('edit'),
  'correction-notice': CORRECTED('notice'),
  drill: [
    ...FIRST.map(({ kind }) => ({ name: kind, content: drill([entryOf(kind, 10, 'first')]), dossier })),
    ...FIRST.map(({ kind }) => ({
      name: `${kind}, worded otherwise`,
      content: drill([entryOf(kind, 10, 'second')]),
      dossier,
    })),
    {
      name: 'all at once',
      content: drill(
        [10, 11, 12, 13].flatMap((n) => KINDS.map((kind) => entryOf(kind, n, 'second'))),
        'Asia/Kabul',
      ),
      dossier: shipped,
    },
  ],
  'to-people': [
    ...[true, false].flatMap((willRetry) =>
      [undefined, 'Newsroom *Kabul*'].map((chat) => ({
        name: `suspended, ${willRetry ? 'tried again' : 'for good'}, ${chat ?? 'without a name'}`,
        content: notice('discord:123456789012345678', 'Missing *Access* (50001)', willRetry, chat),
        dossier: shipped,
      })),
    ),
    ...(['chat', 'adder'] as const).flatMap((to) => [
      { name: `greeting of a group, to the ${to}`, content: greeting(to, 'Newsroom *Kabul*', null), dossier: shipped },
      { name: `greeting of a channel, to the ${to}`, content: greeting(to, null, '@front_line'), dossier: shipped },
    ]),
    ...PROGRESS.flatMap((counts, index) =>
      [report, unserved, unfinished].map((of) => {
        const coverage = { seq: (LIVES[index * 5]?.from ?? 1) + index, ...counts };
        return { name: `report ${index}, ${of.name}`, content: of(coverage, true), dossier };
      }),
    ),
    ...[
      [3, 7],
      [3, 9999],
      [9999, 7],
      [9999, 9999],
    ].map(([news = 0, ceasefire = 0]) => ({
      name: `reminder after ${news} and ${ceasefire} days`,
      content: reminder(news, ceasefire, 'Asia/Kabul'),
      dossier: shipped,
    })),
  ],
};

function unserved(coverage: Parameters<typeof report>[0]) {
  return report(coverage, false, true);
}
function unfinished(coverage: Parameters<typeof report>[0]) {
  return report(coverage, false);
}
