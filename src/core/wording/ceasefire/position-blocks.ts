/** What each side says of the ceasefire, as blocks. */

import { type Position, saidOn } from '../../dossier/ceasefire/positions.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { quoteInline } from '../cite.ts';
import type { WordingContext } from '../wording-context.ts';

/** The last word of every side, a row for one that has said nothing (R13), and what was said at the fall. */
export function positionBlocks(view: CeasefireView, context: WordingContext): readonly Block[] {
  const { positions, silent, positionsAtFall, fall } = view;
  const { language } = context;
  const items = [
    ...positions.map((position) => toPosition(position, context)),
    ...silent.map(({ shortName }) => language.spans('ceasefire-silent', { party: shortName })),
  ];
  return [
    { kind: 'heading', spans: language.spans('ceasefire-positions') },
    { kind: 'list', items },
    ...(fall && positionsAtFall.length > 0
      ? [
          {
            kind: 'text' as const,
            spans: language.spans('ceasefire-positions-at-fall', {
              state: fall.state,
              date: language.date(parseEdtf(fall.effectiveFrom)),
            }),
            staysWithNext: true as const,
          },
          {
            kind: 'list' as const,
            items: positionsAtFall.map((position) => toPosition(position, context, 'ceasefire-position-then')),
          },
        ]
      : []),
  ];
}

function toPosition(
  { party, summary, quote, from, isOlder }: Position,
  { dossier, language }: WordingContext,
  id = isOlder ? 'ceasefire-position-older' : 'ceasefire-position',
): Spans {
  const words = {
    party: { kind: 'strong' as const, text: party.shortName },
    date: language.date(parseEdtf(saidOn({ quote, from }))),
    summary,
  };
  const position = language.spans(id, words);
  return quote ? joinSpans([position, quoteInline(dossier, quote, language)]) : position;
}
