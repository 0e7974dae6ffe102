/** A subscription's settings in words: what /subscribe confirms and /subscription shows. */

import type { Block, Spans } from '../reply/span.ts';
import { sideNames } from '../wording/names.ts';
import type { WordingContext } from '../wording/wording-context.ts';
import { scheduleInWords, slotInWords } from './schedule-words.ts';
import { nextSlots } from './slots.ts';
import type { Settings, Subscription } from './subscription.ts';

const NEXT_SHOWN = 3;

/** All settings as one list: schedule with its next times, filters, alerts, quiet hours, board. */
export function settingsBlocks(subscription: Subscription, context: WordingContext): readonly Block[] {
  const { settings } = subscription;
  const { language } = context;
  const { alerts, when, board } = settings;
  const items: readonly Spans[] = [
    ...(board === 'instead' ? [] : digestItems(subscription, context)),
    ...(board === 'instead' ? [language.spans('settings-no-digest')] : [language.spans('settings-when', { when })]),
    settings.topics.length === 0
      ? language.spans('settings-topics-all')
      : language.spans('settings-topics', { topics: language.list(settings.topics) }),
    sideItem(settings, context),
    language.spans('settings-alerts', { alerts }),
    quietItem(settings, context),
    language.spans('settings-board', { board }),
  ];
  return [{ kind: 'list', items }];
}

/** The schedule, and its next times: from now, or from when a snooze ends. None if a pause has no end. */
function digestItems(
  { status, resumeAt, settings: { schedule, timezone } }: Subscription,
  { language, now }: WordingContext,
): readonly Spans[] {
  const rhythm = language.spans('settings-schedule', { schedule: scheduleInWords(schedule, timezone, language) });
  if (status !== 'active' && resumeAt === null) return [rhythm];
  const from = status === 'active' ? now : Math.max(now, resumeAt ?? now);
  const slots = nextSlots(schedule, timezone, from, NEXT_SHOWN);
  const times = language.list(slots.map((slot) => slotInWords(slot, timezone, language)));
  return [rhythm, language.spans('settings-next', { times, timezone })];
}

function sideItem({ side }: Settings, context: WordingContext): Spans {
  const { language } = context;
  if (side === null) return language.spans('settings-side-all');
  const label = sideNames(context).find(({ id }) => id === side)?.label ?? side;
  return language.spans('settings-side', { side: label });
}

function quietItem({ quiet, timezone }: Settings, { language }: WordingContext): Spans {
  if (quiet === null) return language.spans('settings-quiet-off');
  const { from, to, exceptBreaking } = quiet;
  return language.spans('settings-quiet', { from, to, timezone, breaking: exceptBreaking ? 'sent' : 'held' });
}
