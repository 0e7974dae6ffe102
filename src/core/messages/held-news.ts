/** What an alert tells of that was held over quiet hours. */

import { dossierAt } from '../changes/dossier-at.ts';
import type { Filters } from '../changes/filters.ts';
import { type Alerted, alertedIn } from '../changes/news-level.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import type { MessageContext } from './composed.ts';

/** `from` is a position in the ledger, `heldUntil` Unix time in ms. */
interface Held extends Filters {
  readonly alerts: 'breaking' | 'major' | 'all';
  readonly from: number;
  readonly heldUntil: number | null;
}

/**
 * What was announced while alerts were held, in its wording of now, by what it was when it was announced: what has
 * become breaking since, or is no longer recent, is told all the same. What was told at once then is not told again;
 * what was published quietly stays quiet.
 */
export function heldNews(content: Held, context: MessageContext): readonly Alerted[] {
  const { dossier, announced = [], timezone, staleAfterDays, now } = context;
  const { from, heldUntil, alerts } = content;
  const meanwhile = announced.filter((one) => one.from >= from && (heldUntil === null || one.at < heldUntil));
  const asAnnounced = meanwhile.map((one) => ({ one, dossierThen: dossierAt(dossier, one.to) }));
  const idsOf = (levels: Held['alerts']) =>
    new Set(
      asAnnounced.flatMap(({ one, dossierThen }) => {
        const day = { day: dayOf(one.at, timezone), staleAfterDays };
        return alertedIn(dossierThen, one, { ...content, alerts: levels }, day).map(({ change }) => change.id);
      }),
    );
  const wanted = idsOf(alerts);
  const atOnce = alerts === 'major' ? idsOf('breaking') : new Set<string>();
  const today = { day: dayOf(now, timezone), staleAfterDays };
  return alertedIn(dossier, { from, to: dossier.head }, { ...content, alerts: 'all' }, today).filter(
    ({ change: { id } }) => wanted.has(id) && !atOnce.has(id),
  );
}
