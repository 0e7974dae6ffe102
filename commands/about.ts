/** /about: where the bot's knowledge comes from, its rules, and how old its dossier is. */

import { command } from '../src/core/chat/command.ts';
import { reply } from '../src/core/reply/reply.ts';
import type { Spans } from '../src/core/reply/span.ts';
import { shortAsOf } from '../src/core/wording/as-of.ts';
import { countsOf } from '../src/core/wording/kinds/index.ts';

/** What a reader has to know first. */
const FIRST = ['attribution', 'side-by-side', 'no-totals'] as const;
const MORE = ['quotes', 'dates', 'corrections', 'neutral'] as const;

export default command({
  name: 'about',
  who: 'anyone',
  isKept: true,
  params: {},
  run(_args, context) {
    const { dossier, language } = context;
    const { about = [] } = dossier.conflict;
    const rule = (name: string): Spans => language.spans(`about-${name}`);
    const all = [...[...FIRST, ...MORE].map(rule), ...about.map((line): Spans => [line])];
    return reply({
      title: language.spans('about-title', { conflict: dossier.conflict.name }),
      blocks: [
        { kind: 'text', spans: language.spans('about-what') },
        { kind: 'list', items: FIRST.map(rule) },
        { kind: 'text', spans: language.spans('about-counts', countsOf(dossier)) },
      ],
      details: [
        {
          name: 'rules',
          label: language.text('about-rules-button', { count: all.length }),
          blocks: () => [{ kind: 'list', items: all }],
        },
      ],
      footer: [
        shortAsOf(
          [...dossier.developments.values()].map(({ date }) => date),
          {},
          context,
        ),
      ],
    });
  },
});
