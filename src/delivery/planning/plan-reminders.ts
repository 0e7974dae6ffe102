/** Reminders to the team of one platform that data is stale: one a day for each person, unless it is snoozed. */

import type { Dossier } from '../../core/dossier/dossier.ts';
import { encodeContent } from '../../core/messages/content.ts';
import { newDelivery } from '../../core/messages/delivery.ts';
import { reminder } from '../../core/messages/kinds/reminder.ts';
import { reminderDay, snoozeKey } from '../../core/messages/reminder-day.ts';
import { type StaleLimits, staleIn } from '../../core/messages/stale-data.ts';
import type { Outbox } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';
import type { TeamDirectory } from '../team.ts';

export interface Reminding {
  readonly platform: string;
  readonly store: Pick<Store, 'recall'>;
  readonly outbox: Pick<Outbox, 'queueForPerson'>;
  readonly dossier: () => Dossier;
  readonly team: TeamDirectory;
  readonly limits: StaleLimits;
  /** IANA name. */
  readonly timezone: string;
  /**
   * The day (its beginning, Unix time in ms) that each person was last reminded on; its own to fill. What is stored
   * says the same after a restart.
   */
  readonly reminded: Map<string, number>;
}

/**
 * The outbox has one for a person and a day, however often it is planned, and whatever becomes of it. Resolves to what
 * was planned.
 */
export async function planReminders(reminding: Reminding, now: number): Promise<number> {
  const { platform, store, outbox, dossier, team, limits, timezone, reminded } = reminding;
  const day = reminderDay(now, timezone);
  if (day === undefined || staleIn({ dossier: dossier(), now, timezone }, limits).length === 0) return 0;
  let planned = 0;
  for (const person of await team.of(platform)) {
    if (reminded.get(person) === day.from) continue;
    const snoozedUntil = Number((await store.recall(snoozeKey(person))) ?? 0);
    const place = await team.placeOf(person);
    if (snoozedUntil > now || place === undefined) continue;
    const isPlanned = await outbox.queueForPerson(
      newDelivery({
        kind: 'reminder',
        audience: person,
        about: reminder.about(day.from),
        place,
        content: encodeContent({ kind: 'reminder', timezone, ...limits }),
        dueAt: now,
        expiresAt: day.to - 1,
      }),
    );
    reminded.set(person, day.from);
    planned += isPlanned ? 1 : 0;
  }
  return planned;
}
