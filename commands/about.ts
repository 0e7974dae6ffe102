/** /about: where the bot's knowledge comes from, its rules, and how old its dossier is. */

import { command } from '../src/core/chat/command.ts';
import { reply } from '../src/core/reply/reply.ts';
import { asOfNote } from '../src/core/wording/as-of.ts';
import { countsOf } from '../src/core/wording/kinds/index.ts';

export default command({
  name: 'about',
  who: 'anyone',
  isKept: true,
  params: {},
  run(_args, context) {
    const { dossier, language } = context;
    const { about = [] } = dossier.conflict;
    const rules = ['attribution', 'side-by-side', 'no-totals', 'quotes', 'dates', 'corrections', 'neutral'];
    return reply({
      blocks: [
        { kind: 'heading', spans: language.spans('about-title', { conflict: dossier.conflict.name }) },
        { kind: 'text', spans: language.spans('about-what') },
        {
          kind: 'list',
          items: [...rules.map((rule) => language.spans(`about-${rule}`)), ...about.map((line) => [line])],
        },
        { kind: 'text', spans: language.spans('about-counts', countsOf(dossier)) },
      ],
      footer: [
        asOfNote(
          [...dossier.developments.values()].map(({ date }) => date),
          {},
          context,
        ),
      ],
    });
  },
});
