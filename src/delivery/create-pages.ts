/** From queued deliveries to the pages that are sent. */

import { toPushedPage } from '../core/chat/to-pushed-page.ts';
import type { Dossier } from '../core/dossier/dossier.ts';
import type { Composed } from '../core/messages/compose.ts';
import { isForTeam } from '../core/messages/delivery.ts';
import { traitsOf } from '../core/messages/kinds/index.ts';
import type { Messenger } from '../core/ports/messenger.ts';
import type { Store } from '../core/ports/store.ts';
import type { Language } from '../core/reply/language.ts';
import type { Page } from '../core/reply/page.ts';
import type { Sending } from './sending.ts';
import type { TeamDirectory } from './team.ts';

/** Deliveries of equal content share one page, for as long as the composer keeps that content. */
export function createPages(parts: {
  readonly compose: (content: string, now: number) => Composed;
  readonly store: Pick<Store, 'keep'>;
  readonly language: Language;
  readonly messenger: Messenger;
  readonly dossier: () => Dossier;
  readonly team: TeamDirectory;
}): Sending['pageOf'] {
  const { compose, store, language, messenger, dossier, team } = parts;
  const pages = new WeakMap<Composed, Promise<Page>>();
  return async ({ kind, content, audience }, now) => {
    const { head } = dossier();
    const composed = compose(content, now);
    if (composed.isEmpty && !traitsOf(kind).isSentEmpty) return undefined;
    // The recipient may have left the team meanwhile.
    if (kind === 'reminder' && (await team.placeOf(audience)) === undefined) return undefined;
    const known = pages.get(composed);
    const chat = { store, language, isForOne: isForTeam(kind) };
    const page = known ?? toPushedPage(composed.reply, composed.more, messenger.pageLimits, chat, composed.mark);
    if (!known) pages.set(composed, page);
    try {
      return { page: await page, head, materialSeq: composed.materialSeq };
    } catch (error) {
      // The next delivery tries again: a failure of the database, which keeps the buttons, may be over by then.
      pages.delete(composed);
      throw error;
    }
  };
}
