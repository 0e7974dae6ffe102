/** What moderators write: every form from its first question to what became of it, and what is refused. */
import { FORM_KINDS, type FormKind, newDraft } from '../../src/core/chat/form/draft.ts';
import type { Chat } from '../../src/core/chat/run-command.ts';
import { subscriptionForTests } from '../delivery/subscription-for-tests.ts';
import { soundAnswers } from '../hostile/sound-answers.ts';
import { LATER, NOW } from './ledger.ts';
import type { Group } from './recorded.ts';
import type { Conversation } from './speak.ts';

/** Channels that something published reaches, or does not. */
async function channels({ subscriptions }: Chat): Promise<void> {
  const quiet = { from: '00:00', to: '23:59', exceptBreaking: false };
  await subscriptions.put(subscriptionForTests({ id: 'sub-a', place: 'test:a' }, { alerts: 'all' }));
  await subscriptions.put(
    subscriptionForTests({ id: 'sub-b', place: 'test:b' }, { alerts: 'breaking', side: 'pakistan' }),
  );
  await subscriptions.put(subscriptionForTests({ id: 'sub-c', place: 'test:c' }, { alerts: 'off' }));
  await subscriptions.put(subscriptionForTests({ id: 'sub-d', place: 'test:d' }, { alerts: 'all', quiet }));
}
const said = (answers: readonly string[]) => answers.map((one) => `> ${one === '' ? '-' : one}`);
const NEWS = new Set<FormKind>(['development', 'quote', 'claim', 'ceasefire', 'talks']);
const moderator = { as: 'moderator', before: channels } as const;
/** Each with a new source of its own, where it has sources. */
const sound = (form: FormKind) => {
  const answers = soundAnswers(form);
  return { ...answers, ...('sources' in answers ? { sources: `https://example.org/${form}` } : {}) };
};
/** All answers at once. */
const filledIn = (form: FormKind) => JSON.stringify(sound(form));
/** The same for a drill, which announces nothing. */
const rehearsed = (form: FormKind, reach: 'me' | 'subscribers') =>
  JSON.stringify({ ...sound(form), announce: undefined, reach });

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
  'desk-post': [
    {
      ...moderator,
      name: 'something new',
      steps: FORM_KINDS.flatMap((form) => [`/post ${form}`, ...said(Object.values(sound(form))), '[Publish']),
    },
  ],
  'desk-change': [
    {
      ...moderator,
      name: 'updated, corrected, taken back',
      desk: { coverage: (seq) => Promise.resolve(unfinished(seq)) },
      steps: CHANGED.flatMap(([id, field, first, second]) => [
        ...[`/update ${id}`, `> ${field}`, `> ${first}`, '> More is known.', '[Publish'],
        ...[`/correct ${id}`, `> ${field}`, `> ${second}`, '> It was misread.', '> material', '[Publish', '[How far'],
        ...[`/retract ${id}`, '> The source took it back.', '> minor', '[Publish', `/update ${id}`],
      ]),
    },
    {
      ...moderator,
      name: 'rivals',
      steps: [
        ...['/correct cas-6-nov-5-hospital', '> conflictsWith', '> cas-6-nov-5-seed', '> They differ.', '> minor'],
        ...['[Publish', '/retract cas-pak-soldiers-23', '> A hoax.', '> material', '[Publish'],
      ],
    },
    {
      ...moderator,
      name: 'which',
      later: LATER,
      steps: [
        ...[
          '/update',
          '/correct',
          '/retract',
          '/update nothing',
          '/correct pakistan',
          '/retract dev-made-4',
          '/update asif',
        ],
        ...['/correct dev-made-1', '[Done', '> -', '> It was wrong.', '> minor', '/post', '[Place', '/drafts'],
      ],
    },
  ],
  'desk-review': [
    {
      ...moderator,
      name: 'sent back and approved',
      desk: { moderators: () => Promise.resolve(2) },
      steps: [
        ...['/review', '/post claim', filledIn('claim'), '[Send for review', '/drafts', '/review'],
        ...['/review do:show id:$draft', '/review do:approve id:$draft', '@second', '/review', '[Casualty claim'],
        ...['/review do:return id:$draft', '/review do:return id:$draft reason:"terrorists\u202e"'],
        ...['/review do:return id:$draft reason:"Which official?"', '/review do:show id:none', '@moderator', '/drafts'],
        ...['[Casualty claim', '[Send for review', '@second', '/review', '[Casualty claim', '[Approve', '/review'],
      ],
    },
    {
      ...moderator,
      name: 'a correction, a retraction and a drill',
      desk: { moderators: () => Promise.resolve(3), review: new Set(['corrections', 'retractions']) },
      steps: [
        ...['/correct kabul', '> aliases', '> Capital', '> It was misread.', '> minor', '[Send for review'],
        ...['/retract q-asif-enough', '> A hoax.', '> material', '[Send for review', '/drill quote'],
        ...[rehearsed('quote', 'subscribers'), '[Send for review', '@second', '/review', '[Quotation'],
        ...[
          '[Approve',
          '/review',
          '[Quotation',
          '[Approve',
          '/review',
          '[Place',
          '[Approve',
          '/review',
          '/corrections',
        ],
      ],
    },
  ],
  'desk-drafts': [
    {
      ...moderator,
      name: 'nothing is lost',
      steps: [
        ...[
          '/drafts',
          '/post person',
          '> A Person',
          '/post claim',
          '> http://plain.example.org/x',
          '/drafts',
          '[Person',
        ],
        ...[
          '> back',
          '> Another Person',
          '> cancel',
          '[Go on',
          '[‹ One back',
          '[Stop',
          '[Discard',
          '[Go on',
          '/drafts',
        ],
        ...['[Casualty claim', '> src-seed', '> Taliban', '> -', '> pakstan', '> pakistan', '> back', '[‹ One back'],
        ...['/drafts do:discard id:$draft', '[Discard for good', '/drafts', '/drafts do:show id:d0000000000'],
        ...[
          '/drafts do:publish id:$draft',
          '/drafts do:set id:$draft field:nothing to:x',
          '/drafts do:publish',
          '> skip',
        ],
      ],
    },
    {
      ...moderator,
      name: 'what is not understood',
      steps: [
        ...['/post claim', '> http://plain.example.org/x', '> https://example.org/1, https://example.org/2', '> -'],
        ...[
          '> src-nothing',
          '> src-seed',
          '> Taliban',
          '> nobody',
          '> pakistan',
          '> asserted',
          '> asserts',
          '> soldier',
        ],
        ...['> pakistani-soldiers', '> kiled', '> killed', '> ”closed', '> 58', '> exact', '> many', '> 58', '> 58'],
        ...['> soon', '> 2027-01-01', '> 2027-01-01', '> Terrorists', '> Mars', '> -', '> -', '> -', '> cas-nothing'],
        ...['> -', '> no', '[Change', '> period', '> 2025-10-11/2025-10-12', '[Change', '> reportedOn', '> 2025-10-12'],
        ...['[Change', '> Attribution', '> A spokesman', '[Change', '> claimedBy', '> afghanistan', '[Change', '> low'],
        ...[
          '> 70',
          '[Change',
          '> nothing',
          '> done',
          '/drafts do:publish id:$draft seen:forged',
          `> ${'x'.repeat(8001)}`,
        ],
        ...[
          '/post place',
          '> A Town',
          '> village',
          '> city',
          '> Pakistan',
          '> PK',
          '> Sindh',
          '> north',
          '> 91',
          '> 34.5',
        ],
        ...[
          '> 69.2',
          '> -',
          '/post ceasefire',
          '> src-seed',
          '> 2025-11-09',
          '> strained',
          '> A headline',
          '> -',
          '> -',
        ],
        ...[
          '> no colon here',
          '> Mars: words',
          '> pakistan: Taliban said so',
          '> yes',
          '/post nothing',
          '/post devlopment',
        ],
      ],
    },
    {
      ...moderator,
      name: 'doubts',
      steps: [
        ...['/post quote', '> src-seed', '> He said: “the talks are over”', '> The talks are over', '> khawaja-asif'],
        ...[
          '> pakistan',
          '> 2025-11-07',
          '> Geo News',
          '> talks',
          '> -',
          '> no',
          '[Change',
          '> text',
          '> the talks are over',
        ],
        ...['/post development', '> src-seed', '> today', '> talks', '> The regime admits it', '> Taliban attacked.'],
        ...[
          '> pakistan',
          '> kabul',
          '> reported',
          '> routine',
          '> -',
          '[Change',
          '> title',
          '> Talks go on',
          '[Change',
        ],
        ...['> significance', '> major', '> yes', '[Publish', '/drafts'],
      ],
    },
    {
      ...moderator,
      name: 'too many',
      before: async ({ desk }: Chat) => {
        for (let index = 0; index < 50; index++)
          await desk.drafts.save(
            newDraft({ form: 'place', purpose: 'post', author: 'telegram:4242' }, NOW - 60_000 * index),
          );
      },
      steps: ['/post claim', '/drafts'],
    },
  ],
  'desk-drill': [
    {
      ...moderator,
      name: 'to oneself',
      steps: FORM_KINDS.filter((form) => NEWS.has(form)).flatMap((form) => [
        ...[`/drill ${form}`, rehearsed(form, 'me'), '[Send the drill'],
      ]),
    },
    {
      ...moderator,
      name: 'to subscribers',
      steps: [
        ...['/drill', '[Development', rehearsed('development', 'subscribers'), '[Change', '> significance'],
        ...['> routine', '[Change', '> significance', '> major', '[Send the drill', '/drafts', '/drill place'],
      ],
    },
    {
      as: 'moderator',
      name: 'to nobody',
      steps: ['/drill talks', rehearsed('talks', 'subscribers'), '[Send the drill'],
    },
  ],
  'desk-form': [
    {
      ...moderator,
      name: 'filled in',
      steps: FORM_KINDS.flatMap((form) => [
        `/post ${form}`,
        JSON.stringify(Object.fromEntries(Object.keys(sound(form)).map((name) => [name, '']))),
        JSON.stringify({ ...sound(form), ...(form === 'claim' ? { victims: 'nobody' } : {}) }),
        JSON.stringify({ nothing: 'x' }),
      ]),
    },
  ],
};

function unfinished(seq: number) {
  const coverage = { seq, messages: 3, edited: 1, noticed: 0, notices: 1, pending: 2, failed: [] };
  return { coverage, isFinished: false };
}
