/** The bot of this version driven one call at a time, so that it can be left in the middle of anything. */

import { toPushedPage } from '../../../src/core/chat/page.ts';
import { compose as composeOnce, createComposer } from '../../../src/core/digest/compose.ts';
import { shownIn } from '../../../src/core/digest/compose-correction.ts';
import { type Delivery, isForPerson, isForTeam } from '../../../src/core/digest/delivery.ts';
import { foldDossier } from '../../../src/core/dossier/dossier.ts';
import type { Revision, RevisionDraft } from '../../../src/core/dossier/revision.ts';
import type { SendOutcome } from '../../../src/core/messenger.ts';
import type { Announcement, Rendering } from '../../../src/core/ports.ts';
import { createCrew } from '../../../src/delivery/crew.ts';
import { handOver } from '../../../src/delivery/hand-over.ts';
import { planAlerts, planBoards, planDigests } from '../../../src/delivery/plan.ts';
import { composedOnce, planCorrections } from '../../../src/delivery/plan-corrections.ts';
import { planReminders } from '../../../src/delivery/plan-reminders.ts';
import { planReports } from '../../../src/delivery/plan-reports.ts';
import { progressOf } from '../../../src/delivery/progress.ts';
import { settlementOf } from '../../../src/delivery/settlement.ts';
import { loadLanguage } from '../../../src/language/load-language.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { logForTests } from '../../adapters/log-for-tests.ts';
import { smallConflict } from '../../core/dossier/build-entries.ts';
import { createRecordingMessenger } from '../../delivery/recording-messenger.ts';

export type OldProcess = Awaited<ReturnType<typeof oldProcess>>;

/** How a round of sending goes. */
export interface Round {
  /** Chats that are left as they are. */
  readonly except?: readonly string[];
  /** Only one delivery of each chat, where it would otherwise go on until nothing is due. */
  readonly isOnce?: boolean;
  /** The outcome; undefined: sent. `'hangs'`: the process dies before it is known. */
  readonly answer?: (delivery: Delivery) => SendOutcome | 'hangs' | undefined;
}

const LEASE_MS = 30_000;
const platforms = ['discord', 'telegram'] as const;
type Platform = (typeof platforms)[number];

/** `at` is the clock, Unix time in ms. */
export async function oldProcess(url: string, start: number) {
  let now = start;
  const clock = () => now;
  const store = await openStore({ url, role: 'bot', clock });
  const { outbox, subscriptions } = store;
  const language = loadLanguage('en');
  const { log } = logForTests();
  const ledger: Revision[] = [];
  let announced: readonly Announcement[] = [];
  let current = foldDossier(ledger, smallConflict);
  const dossier = () => current;
  const composing = { dossier, language, staleAfterDays: 7, announced: () => announced };
  const compose = createComposer(composing);
  const crew = createCrew({ owners: new Set(), moderators: store.moderators, local: 'terminal:local', isThere: false });
  const numbers = new Map<string, number>();
  const planningFor = (platform: Platform) => {
    const onProblem = (error: unknown): never => {
      throw error;
    };
    const planning = { platform, store, subscriptions, outbox, dossier, compose, onProblem };
    const shown = composedOnce((rendering: Rendering) =>
      shownIn(rendering, { dossier: current, language, staleAfterDays: 7, announced, now: rendering.at }, composeOnce),
    );
    const progress = (seq: number) => progressOf(seq, { store, outbox, platforms });
    const reporting = { ...planning, crew, timezone: 'UTC', progress, reported: new Set<number>() };
    const limits = { newsAfterDays: 3, ceasefireAfterDays: 7 };
    return {
      planning,
      correcting: { ...planning, log, plannedSince: new Map<number, number>(), shown },
      reporting,
      reminding: { ...reporting, limits, reminded: new Map<string, number>() },
    };
  };
  const parts = { discord: planningFor('discord'), telegram: planningFor('telegram') };

  const attempt = async (platform: Platform, delivery: Delivery, answer: Round['answer']): Promise<void> => {
    const told = answer?.(delivery);
    if (told === 'hangs') return;
    const composed = compose(delivery.content, now);
    const isOwed = !['alert', 'correction', 'drill', 'reminder'].includes(delivery.kind);
    if (!isOwed && composed.isEmpty) {
      return outbox.settle([{ delivery, at: now, state: 'dead', reason: 'obsolete' }]);
    }
    const chat = { store, language, isForOne: isForTeam(delivery.kind) };
    const messenger = createRecordingMessenger({ dedupeMs: platform === 'discord' ? 90_000 : 0 }, platform);
    messenger.send = async (place) => {
      if (told !== undefined) return told;
      const number = (numbers.get(place) ?? 0) + 1;
      numbers.set(place, number);
      return { kind: 'sent', message: platform === 'discord' ? `4${String(number).padStart(17, '0')}` : `${number}` };
    };
    messenger.edit = async (_place, message) => told ?? { kind: 'sent', message };
    const page = await toPushedPage(composed.reply, composed.more, messenger.fits, chat, composed.mark);
    const pacer = { spend: () => undefined };
    // @ts-expect-error: of the pacer only this is used.
    const outcome = await handOver(delivery, page, { messenger, outbox, clock, log, pacer });
    const isRefusal = outcome.kind === 'gone' || outcome.kind === 'refused';
    const context = {
      now,
      isRepeatable: messenger.limits.dedupeMs > 0,
      isFirst: delivery.attemptedAt === now,
      random: 0,
      head: current.head,
      materialSeq: composed.materialSeq,
      subscription: isRefusal && !isForPerson(delivery) ? await subscriptions.of(delivery.place) : undefined,
    };
    await outbox.settle([settlementOf(delivery, outcome, context)]);
  };

  return {
    store,
    crew,
    dossier,
    language,
    parts,
    clock,
    at: (time: number) => void (now = time),
    async publish(drafts: readonly RevisionDraft[], announce = false) {
      const added = await store.append(drafts, current.head, { announce });
      if (added === 'moved on') throw new Error('somebody else wrote to the ledger');
      ledger.push(...added);
      current = foldDossier(ledger, smallConflict);
      announced = await store.announcementsAfter(0);
    },
    digests: (platform: Platform) => planDigests(parts[platform].planning, now),
    alerts: (platform: Platform) => planAlerts(parts[platform].planning, now),
    boards: (platform: Platform) => planBoards(parts[platform].planning, now),
    reminders: (platform: Platform) => planReminders(parts[platform].reminding, now),
    corrections: (platform: Platform) => planCorrections(parts[platform].correcting, now),
    reports: (platform: Platform) => planReports(parts[platform].reporting, now),
    async send(platform: Platform, { except = [], isOnce = false, answer }: Round = {}) {
      const options = { platform, limit: 1000, now, holder: `process-of-${platform}`, leaseMs: LEASE_MS, except };
      for (;;) {
        const claimed = await outbox.claim({ ...options, head: current.head });
        for (const delivery of claimed) await attempt(platform, delivery, answer);
        if (isOnce || claimed.length === 0) return;
      }
    },
  };
}
