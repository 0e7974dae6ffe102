/** What supports the answer about the ceasefire, in full: terms, incidents, talks, the sides' words and the sources. */

import type { Detail } from '../../reply/reply.ts';
import type { Block } from '../../reply/span.ts';
import { asOfNote, isPast, type When } from '../as-of.ts';
import { citeSources } from '../cite.ts';
import type { WordingContext } from '../wording-context.ts';
import type { CeasefireFacts } from './first-screen.ts';
import { incidentBlocks } from './incident-blocks.ts';
import { positionBlocks } from './position-blocks.ts';
import { leadBlocks, stateBlocks, talksBlocks } from './state-blocks.ts';

/** Each is composed only when it is opened. */
export function ceasefireDetails(
  { view, found, round, dates }: CeasefireFacts,
  asked: When,
  context: WordingContext,
): readonly Detail[] {
  const { dossier, language } = context;
  const sources = (ids: readonly string[]): Block => ({
    kind: 'note',
    spans: citeSources(dossier, [...new Set(ids)], language),
  });
  const counted = found.shown.length + found.alsoSince;
  const isMoreListed = [found.maybeLater, found.dayBefore, found.apart.shown].some(({ length }) => length > 0);
  return [
    {
      name: 'terms',
      label: language.text('truce-terms-button'),
      blocks: () => [...leadBlocks(view, isPast(asked, context), context), ...stateBlocks(view, context)],
    },
    {
      name: 'breaches',
      label: language.text('truce-breaches-button', {
        count: counted,
        more: counted === 0 && isMoreListed ? 'yes' : 'no',
      }),
      blocks: () => incidentBlocks(view, found, context),
    },
    ...(round
      ? [
          {
            name: 'talks',
            label: language.text('truce-talks-button'),
            blocks: () => [...talksBlocks(round, view.day, context), sources(round.sources)],
          },
        ]
      : []),
    {
      name: 'sources',
      label: language.text('truce-sources-button'),
      blocks: () => [
        ...positionBlocks(view, context),
        { kind: 'text', spans: language.spans('truce-state-sources'), staysWithNext: true },
        sources([...view.state.sources, ...view.newest.sources]),
        asOfNote(dates, asked, context),
      ],
    },
  ];
}
