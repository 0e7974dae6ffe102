/** What readers ask: every command with its options, and what is not understood. */
import { each } from './each.ts';
import { idOf, KINDS } from './entries.ts';
import { LATER, SHIPPED_TO, THEN } from './ledger.ts';
import type { Group } from './recorded.ts';
import type { Conversation } from './speak.ts';

/** The place in the ledger after which the corrections of what is shipped come, and of one life of each kind. */
const LIFE = SHIPPED_TO + LATER.length - 48;

/** On the shipped dossier a year later; on the same in its own days; after a life of updates and corrections. */
export const reader = { name: 'the shipped dossier', as: 'reader' } as const;
export const fresh = { ...reader, name: 'in its own days', now: THEN } as const;
export const lived = { ...reader, name: 'after a life', later: LATER } as const;

const WHEN = ['on:2025-10-20', 'known:2025-10-20', 'on:2025-10-16 known:2025-11-01', 'on:2025-10', 'known:2025-10'];
const WRONG_WHEN = [
  'on:2030-01-01',
  'on:soon',
  'on:2025-01-01',
  'known:2025-01-01',
  'on:2025-11-05 known:2025-10-20',
  'on:',
  'on:2025-10-20 on:2025-10-21',
];
export const of = (command: string, all: readonly string[]) => all.map((args) => `/${command} ${args}`.trim());

export const ASKED: Readonly<Partial<Record<Group, readonly Conversation[]>>> = {
  ceasefire: [
    {
      ...reader,
      steps: of('ceasefire', [
        '',
        ...WHEN,
        ...WRONG_WHEN,
        'on:2025-10-09',
        'on:2025-10-12',
        'now',
        '2025',
        'on:yesterday',
        'on:today',
        'known:yesterday',
      ]),
    },
    { ...fresh, steps: of('ceasefire', each(' | on:2025-10-30 | on:2025-10-14 | known:2025-11-08')) },
    { ...lived, steps: of('ceasefire', ['', 'on:2026-11-20', 'known:2026-11-26', 'known:2025-11-10']) },
    {
      ...reader,
      name: 'its buttons',
      steps: ['/ceasefire on:2025-10-20', '[Quotes', '/ceasefire', '[Casualty figures'],
    },
  ],
  casualties: [
    {
      ...reader,
      steps: of('casualties', [
        '',
        'who:civilian',
        'who:combatants harm:wounded',
        'afghan-civilians',
        'who:"Pakistani soldiers" harm:killed',
        'claimant:pakistan who:combatant harm:killed',
        'claimant:afghanistan harm:injured',
        'claimant:unama',
        'harm:displaced',
        'harm:captured',
        'harm:kiled',
        'who:nobody',
        'who:taliban',
        'claimant:taliban',
        'claimant:pakstan',
        'soldiers',
        'who:ttp harm:killed harm:injured',
      ]),
    },
    {
      ...fresh,
      steps: of('casualties', ['harm:killed who:civilian', 'on:2025-10-20', 'known:2025-10-14', ...WRONG_WHEN]),
    },
    {
      ...lived,
      steps: of('casualties', ['who:pakistani-soldiers', 'who:afghan-civilians harm:injured on:2026-11-24']),
    },
  ],
  quotes: [
    {
      ...reader,
      steps: of('quotes', [
        '',
        'speaker:asif topic:talks',
        'speaker:zabihullah topic:ceasefire',
        'speaker:khawaja on:2025-10-20',
        'side:pakistan topic:ttp',
        'side:afghanistan topic:durand-line',
        'side:mediator',
        'side:observer',
        'side:armed-group',
        'side:taliban',
        'side:nobody',
        'talks are over',
        'will hold',
        'qwertyuiop',
        'speaker:nobody',
        'speaker:asi',
        'topic:border',
        'topic:weather',
        'text:"open war" side:pakistan',
        'topic:mediation known:2025-10-20',
      ]),
    },
    { ...fresh, steps: of('quotes', ['topic:accountability', 'on:2025-10-12', 'known:2025-10-12', ...WRONG_WHEN]) },
    { ...lived, steps: of('quotes', ['speaker:envoy', 'topic:durand-line side:afghanistan', 'made']) },
  ],
  changes: [
    {
      ...reader,
      steps: of('changes', [
        '',
        'since:2025-11-08',
        'since:2025-11-01 until:2025-11-03',
        'since:2025-10-09 until:2025-10-10 side:pakistan',
        'since:2025-10-15 until:2025-10-16 topics:clash,airstrike',
        'since:2025-10-01 until:2025-11-30 topics:humanitarian',
        'since:2025-11-05 side:mediator topics:talks',
        'since:yesterday',
        'since:today until:today',
        'since:2025-11-10 until:2025-11-01',
        'since:120',
        'since:#99999',
        'since:#430 until:#432',
        'topics:weather',
        'topics:talk',
        'topics:all side:pakistan',
        'side:both',
        'since:soon',
        'until:2025-01-01',
        'last week',
      ]),
    },
    { ...fresh, steps: of('changes', ['', 'since:today', 'since:2025-11-09 side:afghanistan']) },
  ],
  'changes-lived': [
    {
      ...lived,
      steps: of('changes', [
        `since:#${SHIPPED_TO} topics:clash`,
        `since:#${SHIPPED_TO} topics:border side:afghanistan`,
        `since:#${SHIPPED_TO + 72} until:#${SHIPPED_TO + 90}`,
        `since:#${LIFE}`,
        'since:yesterday',
        'since:2026-11-27 side:pakistan',
      ]),
    },
  ],
  history: [
    {
      ...reader,
      steps: of('history', [
        '',
        ...each('cas-pak-soldiers-58 | dev-kabul-explosions | q-asif-enough | cf-doha-19-oct | talks-doha-1'),
        ...each('khawaja-asif | kabul | src-alj-1106 | pakistan | talks-istanbul-3 known:2025-10-20 | asif', 'nothing'),
        ...each('cas-pak-soldiers-58 known:2025-10-14 | id:cas-spb-12 | Kabul explosions | taliban'),
      ]),
    },
    {
      ...lived,
      steps: of('history', [
        ...KINDS.map((kind) => idOf(kind, 1)),
        ...KINDS.map((kind) => idOf(kind, 7)),
        ...each('cas-pak-soldiers-58 | dev-kabul-explosions | kabul | afghanistan | cas-made-1 known:2026-11-25'),
      ]),
    },
  ],
  corrections: [
    { ...reader, name: 'what is shipped, corrected', later: LATER.slice(-9), steps: ['/corrections'] },
    { ...reader, steps: of('corrections', ['', 'since:2025-11-01', 'since:soon']) },
    {
      ...lived,
      steps: of('corrections', [
        `since:#${LIFE}`,
        ...each('since:2026-11-28 | since:100 | since:yesterday topics:talks'),
      ]),
    },
  ],
};
