/** What moderators begin, get wrong, rehearse and fill in: drafts, drills and forms. */

import type { Engine } from '../../src/core/chat/run-command.ts';
import { newDraft } from '../../src/core/posting/form/draft.ts';
import { DRILL_KINDS, FORM_KINDS } from '../../src/core/wording/forms/form-kinds.ts';
import { moderator, rehearsed, sound } from './answers.ts';
import { each } from './each.ts';
import { NOW } from './ledger.ts';
import type { Group } from './recorded.ts';
import type { Conversation } from './speak.ts';

const KNOWN_PAGE =
  'https://news.az/news/ttp-leader-reportedly-killed-in-suspected-pakistani-airstrikes-on-kabul?utm_source=x';

export const DRAFTED: Readonly<Partial<Record<Group, readonly Conversation[]>>> = {
  'posting-drafts': [
    {
      ...moderator,
      name: 'nothing is lost',
      steps: [
        ...each(
          '/drafts | /post person | > A Person | /post claim | > http://plain.example.org/x | /drafts',
          '[Person',
        ),
        ...each('> back | > Another Person | > cancel | [Go on | [‹ One back | [Stop | [Discard | [Go on', '/drafts'),
        ...each('[Casualty claim | > src-seed | > Taliban | > - | > pakstan | > pakistan | > back | [‹ One back'),
        ...each('/drafts do:discard id:$draft | [Discard for good | /drafts | /drafts do:show id:d0000000000'),
        ...each(
          '/drafts do:publish id:$draft | /drafts do:set id:$draft field:nothing to:x | /drafts do:publish',
          '> skip',
        ),
      ],
    },
    {
      ...moderator,
      name: 'what is not understood',
      steps: [
        ...each('/post claim | > http://plain.example.org/x | > https://example.org/1, https://example.org/2', '> -'),
        ...each('> src-nothing | > src-seed | > Taliban | > nobody | > pakistan | > asserted | > asserts', '> soldier'),
        ...each('> pakistani-soldiers | > kiled | > killed | > ”closed | > 58 | > exact | > many | > 58 | > 58'),
        ...each('> soon | > 2027-01-01 | > 2027-01-01 | > Terrorists | > Mars | > - | > - | > - | > cas-nothing'),
        ...each('> - | > no | [Change | > period | > 2025-10-11/2025-10-12 | [Change | > reportedOn', '> 2025-10-12'),
        ...each('[Change | > Attribution | > A spokesman | [Change | > claimedBy | > afghanistan | [Change', '> low'),
        ...each('> 70 | [Change | > nothing | > done | /drafts do:publish id:$draft seen:forged'),
        `> ${'x'.repeat(8001)}`,
        ...each('/post place | > A Town | > village | > city | > Pakistan | > PK | > Sindh | > north | > 91', '> 34.5'),
        ...each(
          '> 69.2 | > - | /post ceasefire | > src-seed | > 2025-11-09 | > strained | > A headline | > nothing | > -',
          '> -',
        ),
        ...each(
          '> no colon here | > Mars: words | > pakistan: Taliban said so | > yes | /post nothing',
          '/post devlopment',
        ),
      ],
    },
    {
      ...moderator,
      name: 'doubts',
      steps: [
        ...each('/post quote | > src-seed | > He said: “the talks are over” | > The talks are over', '> khawaja-asif'),
        ...each(
          '> pakistan | > 2025-11-07 | > Geo News | > talks | > - | > no | [Change | > text',
          '> the talks are over',
        ),
        ...each('/post development | > src-seed | > today | > talks | > The regime admits it', '> Taliban attacked.'),
        ...each('> pakistan | > kabul | > reported | > routine | > - | [Change | > title | > Talks go on', '[Change'),
        ...each('> significance | > major | > yes | [Publish | /drafts'),
      ],
    },
    {
      ...moderator,
      name: 'too many',
      before: async ({ posting }: Engine) => {
        for (let index = 0; index < 50; index++)
          await posting.drafts.save(
            newDraft({ form: 'place', purpose: 'post', author: 'telegram:4242' }, NOW - 60_000 * index),
          );
      },
      steps: ['/post claim', '/drafts'],
    },
    {
      ...moderator,
      name: 'overtaken',
      steps: [
        ...each('/correct kabul | > aliases | > Capital | > It was misread. | @second | /correct kabul | > name'),
        ...each('> Kabul city | > It was wrong. | > minor | [Publish | @moderator | /drafts | [Place | > material'),
        ...each('[Discard | [Discard for good | /post source'),
        `> ${'x'.repeat(8001)}`,
        `> ${KNOWN_PAGE}`,
        ...each('> News.Az | > TTP leader reportedly killed | > 2025-10-10 | > wire | > en | > Read in full.'),
      ],
    },
  ],
  'posting-drill': [
    {
      ...moderator,
      name: 'to oneself',
      steps: DRILL_KINDS.flatMap((form) => [`/drill ${form}`, rehearsed(form), ...each('> me | [Send the drill')]),
    },
    {
      ...moderator,
      name: 'to subscribers',
      steps: [
        ...each('/drill | [Development'),
        rehearsed('development', 'subscribers'),
        ...each('[Change | > significance'),
        ...each('> routine | [Change | > significance | > major | [Send the drill | /drafts | /drill place'),
      ],
    },
    {
      as: 'moderator',
      name: 'to nobody',
      steps: ['/drill talks', rehearsed('talks', 'subscribers'), '[Send the drill'],
    },
  ],
  'posting-form': [
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
