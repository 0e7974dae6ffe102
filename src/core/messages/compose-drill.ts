/** A drill in words: the alert that made-up entries would be, marked in every line. */

import { z } from 'zod';
import { foldDossier } from '../dossier/dossier.ts';
import { anyEntrySchema } from '../dossier/entries.ts';
import { isNews } from '../dossier/news.ts';
import type { Revision } from '../dossier/revision.ts';
import { markBlocks, markText } from '../reply/drill-mark.ts';
import { reply } from '../reply/reply.ts';
import type { Composed, MessageContext } from './composed.ts';
import { composeAlert } from './kinds/alert.ts';

/** The entries are in no ledger. */
export const drillFields = { timezone: z.string(), entries: z.array(anyEntrySchema).readonly() };
type Drill = z.infer<z.ZodObject<typeof drillFields>>;

/** A number of minutes after which readers would wonder what it is about. */
export const DRILL_FOR_MS = 30 * 60_000;

/**
 * Of the dossier it has only the names: what is recorded does not stand among what is not. Corrections do not look at
 * it, and no button of it answers as if it were true.
 */
export function composeDrill({ entries, timezone }: Drill, context: MessageContext): Composed {
  const { dossier, language, now } = context;
  const from = dossier.head + 1;
  const revisions = entries.map((entry, index): Revision => {
    return { seq: from + index, author: 'drill', recordedAt: now, change: 'original', reason: null, entry };
  });
  const names = dossier.revisionsAfter(0).filter(({ entry }) => !isNews(entry));
  const rehearsed = foldDossier([...names, ...revisions], dossier.conflict);
  const to = from + entries.length - 1;
  const span = { topics: [], side: null, timezone, from, to, heldUntil: null };
  const content = { kind: 'alert', ...span, alerts: 'all', repeats: 0 } as const;
  const rehearsal = composeAlert(content, { ...context, dossier: rehearsed }, { once: true });
  const mark = language.text('drill-mark');
  const label = markText(language.text('drill-button'), mark);
  const how = { label, command: 'help', args: { command: 'drill' } };
  return {
    reply: reply({
      title: language.spans('drill-title'),
      tone: 'drill',
      blocks: markBlocks(
        [
          { kind: 'text', spans: language.spans('drill-what') },
          ...(rehearsal.reply.title ? [{ kind: 'heading' as const, spans: rehearsal.reply.title }] : []),
          ...rehearsal.reply.blocks,
        ],
        mark,
      ),
      footer: markBlocks(rehearsal.reply.footer, mark),
      actions: [how],
    }),
    more: how,
    mark,
    isEmpty: rehearsal.isEmpty,
    shown: [],
  };
}
