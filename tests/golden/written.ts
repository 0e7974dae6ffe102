/** What moderators publish: every form from first question to what became of it, changes, and review. */

import { FORM_KINDS } from '../../src/core/wording/forms/form-kinds.ts';
import { filledIn, moderator, rehearsed, said, sound } from './answers.ts';
import { each } from './each.ts';
import { LATER } from './ledger.ts';
import type { Group } from './recorded.ts';
import type { Conversation } from './speak.ts';

/** Two changes of a field, for each form. */
const CHANGED = [
  ['dev-kabul-explosions', 'title', 'Explosions in Kabul and Paktika', 'Explosions in Kabul'],
  ['q-mujahid-will-hold', 'venue', 'a post on X', 'a post'],
  ['cas-pak-soldiers-58', 'attribution', 'Zabihullah Mujahid, a spokesman', 'A spokesman'],
  ['cf-conditional-9-nov', 'terms', 'No agreed end date\nNo fire', 'No fire'],
  ['talks-istanbul-3', 'outcome', 'extended', 'collapsed'],
  ['src-alj-1106', 'sourceDate', '2025-11-06~', '2025-11-07'],
  ['khawaja-asif', 'role', 'Minister of Defence of Pakistan', 'Minister'],
  ['kabul', 'aliases', 'Kabul city\nCapital', 'Capital'],
] as const;

export const WRITTEN: Readonly<Partial<Record<Group, readonly Conversation[]>>> = {
  'posting-post': [
    {
      ...moderator,
      name: 'something new',
      steps: FORM_KINDS.flatMap((form) => [`/post ${form}`, ...said(Object.values(sound(form))), '[Publish']),
    },
  ],
  'posting-change': [
    {
      ...moderator,
      name: 'updated, corrected, taken back',
      posting: { coverage: (seq) => Promise.resolve(unfinished(seq)) },
      steps: CHANGED.flatMap(([id, field, first, second]) => [
        `/update ${id}`,
        `> ${field}`,
        `> ${first}`,
        ...each('> More is known. | [Publish'),
        `/correct ${id}`,
        `> ${field}`,
        `> ${second}`,
        ...each('> It was misread. | > material | [Publish | [How far'),
        `/retract ${id}`,
        ...each('> The source took it back. | > minor | [Publish'),
        `/update ${id}`,
      ]),
    },
    {
      ...moderator,
      name: 'rivals',
      steps: [
        ...each('/correct cas-6-nov-5-hospital | > conflictsWith | > cas-6-nov-5-seed | > They differ. | > minor'),
        ...each('[Publish | /retract cas-pak-soldiers-23 | > A hoax. | > material | [Publish'),
      ],
    },
    {
      ...moderator,
      name: 'which',
      later: LATER,
      steps: [
        ...each(
          '/update | /correct | /retract | /update nothing | /correct pakistan | /retract dev-made-4',
          '/update asif',
        ),
        ...each('/correct dev-made-1 | [Done | > - | > It was wrong. | > minor | /post | [Place | /drafts'),
      ],
    },
  ],
  'posting-review': [
    {
      ...moderator,
      name: 'sent back and approved',
      posting: { moderators: () => Promise.resolve(2) },
      steps: [
        ...each('/review | /post claim'),
        filledIn('claim'),
        ...each('[Send for review | /drafts | /drafts do:show id:$draft | /review'),
        ...each('/review do:show id:$draft | /review do:approve id:$draft | @second | /review | [Casualty claim'),
        ...each('/review do:return id:$draft'),
        '/review do:return id:$draft reason:"terrorists\u202e"',
        ...each(
          '/review do:return id:$draft reason:"Which official?" | /review do:show id:none | @moderator',
          '/drafts',
        ),
        ...each('[Casualty claim | [Send for review | @second | /review | [Casualty claim | [Approve | /review'),
      ],
    },
    {
      ...moderator,
      name: 'a correction, a retraction and a drill',
      posting: { moderators: () => Promise.resolve(3), review: new Set(['corrections', 'retractions']) },
      steps: [
        ...each('/correct kabul | > aliases | > Capital | > It was misread. | > minor | [Send for review'),
        ...each('/retract q-asif-enough | > A hoax. | > material | [Send for review | /drill quote'),
        rehearsed('quote', 'subscribers'),
        ...each('[Send for review | @second | /review | [Quotation'),
        ...each('[Approve | /review | [Quotation | [Approve | /review | [Place | [Approve | /review', '/corrections'),
      ],
    },
  ],
};

function unfinished(seq: number) {
  const coverage = { seq, messages: 3, edited: 1, noticed: 0, notices: 1, pending: 2, failed: [] };
  return { coverage, isFinished: false };
}
