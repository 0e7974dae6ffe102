/** Delivery for one platform: plans what is due at every minute and at every change, and sends what is queued. */

import type { Logger } from 'pino';
import type { Dossier } from '../core/dossier/dossier.ts';
import type { Announcement } from '../core/dossier/revision.ts';
import { createComposer } from '../core/messages/compose.ts';
import { shownIn } from '../core/messages/shown-in.ts';
import type { Corrections, Rendering } from '../core/ports/corrections.ts';
import type { Messenger } from '../core/ports/messenger.ts';
import type { Outbox } from '../core/ports/outbox.ts';
import type { Store } from '../core/ports/store.ts';
import type { Subscriptions } from '../core/ports/subscriptions.ts';
import type { Language } from '../core/reply/language.ts';
import { createPages } from './create-pages.ts';
import { tickEachMinute } from './minute-tick.ts';
import type { Pacer } from './pacing.ts';
import { forgetOld } from './planning/forget-old.ts';
import type { Planning } from './planning/in-batches.ts';
import { planAlerts } from './planning/plan-alerts.ts';
import { planBoards } from './planning/plan-boards.ts';
import { composedOnce, planCorrections } from './planning/plan-corrections.ts';
import { planDigests } from './planning/plan-digests.ts';
import { planReminders } from './planning/plan-reminders.ts';
import { planReports } from './planning/plan-reports.ts';
import { progressOf } from './progress.ts';
import { sendQueued } from './send-queued.ts';
import type { TeamDirectory } from './team.ts';
import { createWakeSignal } from './wake-signal.ts';

const FORGET_EVERY_MS = 86_400_000;
/** Milliseconds between checks of the progress of a correction. */
const REPORT_EVERY_MS = 5000;

export interface DeliveryOptions {
  readonly messenger: Messenger;
  readonly pacer: Pacer;
  readonly store: Pick<Store, 'announcementsAfter' | 'remember' | 'recall' | 'keep' | 'forgetUnused'>;
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly corrections: Corrections;
  readonly dossier: () => Dossier;
  /** Calls back whenever the dossier has changed. Returns the function that unsubscribes. */
  readonly onChange: (listener: () => void) => () => void;
  readonly language: Language;
  readonly staleAfterDays: number;
  /** IANA name, for messages to moderators. */
  readonly timezone: string;
  readonly team: TeamDirectory;
  /** Moderators are reminded when the newest development is older than this, in days. */
  readonly remindAfterDays: number;
  /** All platforms that are served, this one included. */
  readonly platforms: readonly string[];
  readonly holder: string;
  readonly isAlone: boolean;
  /** Unix time in ms. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** Calls back at every full minute. Returns the function that stops it. */
  readonly eachMinute?: (onTick: () => Promise<void>) => () => void;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Resolves once `signal` aborted and every send under way is recorded. */
export async function deliver(options: DeliveryOptions): Promise<void> {
  const {
    messenger,
    store,
    subscriptions,
    outbox,
    corrections,
    dossier,
    language,
    staleAfterDays,
    clock,
    log,
    signal,
  } = options;
  const { platform } = messenger;
  const wake = createWakeSignal();
  let announced: readonly Announcement[] = [];
  const compose = createComposer({ dossier, language, staleAfterDays, announced: () => announced });
  const onProblem: Planning['onProblem'] = (error, { id }) =>
    log.error({ err: error, platform, subscription: id }, 'A subscription could not be planned for');
  const planning: Planning = { platform, store, subscriptions, outbox, dossier, compose, onProblem };

  const correcting = {
    ...planning,
    corrections,
    log,
    plannedSince: new Map<number, number>(),
    shown: composedOnce((rendering: Rendering) =>
      shownIn(rendering, { dossier: dossier(), language, staleAfterDays, announced, now: rendering.at }),
    ),
  };

  const reporting = {
    ...planning,
    outbox,
    team: options.team,
    timezone: options.timezone,
    progress: (seq: number) => progressOf(seq, { store, corrections, platforms: options.platforms }),
    reported: new Set<number>(),
  };
  const reminding = {
    ...reporting,
    limits: { newsAfterDays: options.remindAfterDays, ceasefireAfterDays: staleAfterDays },
    reminded: new Map<string, number>(),
  };
  let again: NodeJS.Timeout | undefined;
  const report = async (now: number): Promise<number> => {
    const { planned: count, isLive } = await planReports(reporting, now);
    clearTimeout(again);
    if (isLive && !signal.aborted) again = setTimeout(() => void planCorrected(['reports']), REPORT_EVERY_MS).unref();
    return count;
  };

  /** Once a day, and at the start. */
  let forgottenAt = Number.NEGATIVE_INFINITY;
  const forget = async (now: number): Promise<number> => {
    if (now - forgottenAt < FORGET_EVERY_MS) return 0;
    forgottenAt = now;
    return forgetOld({ outbox, store }, platform, now);
  };
  const plans = {
    announced: async () => {
      announced = await store.announcementsAfter(0);
      return 0;
    },
    digests: () => planDigests(planning, clock()),
    alerts: () => planAlerts(planning, clock()),
    boards: () => planBoards(planning, clock()),
    reminders: () => planReminders(reminding, clock()),
    corrections: () => planCorrections(correcting, clock()),
    reports: () => report(clock()),
    forgotten: () => forget(clock()),
  };
  type Kind = Exclude<keyof typeof plans, 'announced'>;
  /** Plans run one after another: two at once would only block each other. */
  let planned = Promise.resolve();
  /** Runs beside the other plans: a correction of many messages takes seconds to plan, and alerts cannot wait. */
  let plannedCorrections = Promise.resolve();
  const planAfter = async (before: Promise<void>, kinds: readonly Kind[]): Promise<void> => {
    await before;
    for (const kind of ['announced', ...kinds] as const) {
      if (signal.aborted) return;
      try {
        const count = await plans[kind]();
        if (count > 0) log.info({ platform, [kind]: count }, 'Planned');
        if (count > 0) wake.ring();
      } catch (error) {
        // The next minute tries again: what is due stays due.
        log.error({ err: error, platform, kind }, 'What is due could not be planned; trying again in a minute');
      }
    }
  };
  const plan = (kinds: readonly Kind[]): Promise<void> => {
    planned = planAfter(planned, kinds);
    return planned;
  };
  const planCorrected = (kinds: readonly Kind[]): Promise<void> => {
    plannedCorrections = planAfter(plannedCorrections, kinds);
    return plannedCorrections;
  };

  const all = ['alerts', 'digests', 'boards', 'reminders', 'forgotten'] as const;
  const corrected = ['corrections', 'reports'] as const;
  const planEverything = async (): Promise<void> => {
    await Promise.all([plan(all), planCorrected(corrected)]);
  };
  const stopTicking = (options.eachMinute ?? tickEachMinute)(planEverything);
  const stopListening = options.onChange(() => {
    void plan(['alerts', 'boards']);
    void planCorrected(corrected);
  });
  // Sending starts after the first plan: that reads the announcements which messages are composed from, and marks the
  // deliveries that are overtaken.
  await planEverything();
  const pageOf = createPages({ compose, store, language, messenger, dossier, team: options.team });
  await sendQueued({ ...options, pageOf, head: () => dossier().head, wake });
  stopTicking();
  stopListening();
  await Promise.all([planned, plannedCorrections]);
  clearTimeout(again);
}
