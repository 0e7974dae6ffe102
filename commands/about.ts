/** /about: where the bot's knowledge comes from, its rules, and how old its dossier is. */

import { command } from '../src/core/chat/command.ts';
import { reply } from '../src/core/reply/reply.ts';
import type { Spans } from '../src/core/reply/span.ts';
import { asOfNote } from '../src/core/wording/as-of.ts';

export default command({
  name: 'about',
  who: 'anyone',
  params: {},
  run(_args, context) {
    const { dossier, language } = context;
    const counts: Spans = language.spans('about-counts', {
      developments: dossier.developments.size,
      quotes: dossier.quotes.size,
      claims: dossier.claims.size,
      rounds: dossier.talks.size,
      states: dossier.ceasefire.size,
      sources: dossier.sources.size,
    });
    const rules = ['attribution', 'side-by-side', 'no-totals', 'quotes', 'dates', 'corrections', 'neutral', 'limits'];
    return reply({
      blocks: [
        { kind: 'heading', spans: language.spans('about-title', { conflict: dossier.conflict.name }) },
        { kind: 'text', spans: language.spans('about-what') },
        { kind: 'list', items: rules.map((rule) => language.spans(`about-${rule}`)) },
        { kind: 'text', spans: counts },
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
