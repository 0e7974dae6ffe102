/** A subscription's settings in words: what /subscribe confirms and /subscription shows. */

import type { Block, Spans } from '../reply/span.ts';
import { sideNames } from '../wording/names.ts';
import type { NameContext, WordingContext } from '../wording/wording-context.ts';
import { scheduleInWords, slotInWords } from './schedule-words.ts';
import { nextSlot } from './slots.ts';
import type { Settings, Subscription } from './subscription.ts';

/** All settings as one list: schedule with its next time, filters, alerts, quiet hours, board. */
export function settingsBlocks(
  subscription: Pick<Subscription, 'settings' | 'status' | 'resumeAt'>,
  context: NameContext & Pick<WordingContext, 'now'>,
): readonly Block[] {
  const { settings } = subscription;
  const { language } = context;
  const { topics, alerts, when, board } = settings;
  const named = topics.map((topic) => language.text('topic', { topic }));
  const items: readonly Spans[] = [
    ...digestItems(subscription, context),
    ...(board === 'instead' ? [] : [language.spans('settings-when', { when })]),
    topics.length === 0
      ? language.spans('settings-topics-all')
      : language.spans('settings-topics', { topics: language.list(named) }),
    sideItem(settings, context),
    language.spans('settings-alerts', { alerts }),
    quietItem(settings, context),
    language.spans('settings-board', { board }),
  ];
  return [{ kind: 'list', items }];
}

/**
 * The schedule, and its next time: from now, or from when a snooze ends; not if a pause has no end. Where a board
 * replaces the digests, that alone.
 */
export function digestItems(
  { status, resumeAt, settings: { schedule, timezone, board } }: Pick<Subscription, 'settings' | 'status' | 'resumeAt'>,
  { language, now }: Pick<WordingContext, 'language' | 'now'>,
): readonly Spans[] {
  if (board === 'instead') return [language.spans('settings-no-digest')];
  const rhythm = language.spans('settings-schedule', { schedule: scheduleInWords(schedule, timezone, language) });
  if (status !== 'active' && resumeAt === null) return [rhythm];
  const from = status === 'active' ? now : Math.max(now, resumeAt ?? now);
  const slot = nextSlot(schedule, timezone, from);
  return slot === undefined
    ? [rhythm]
    : [
        rhythm,
        language.spans('settings-next', {
          time: { kind: 'instant', text: slotInWords(slot, timezone, language), at: slot },
        }),
      ];
}

function sideItem({ side }: Settings, context: NameContext): Spans {
  const { language } = context;
  if (side === null) return language.spans('settings-side-all');
  const label = sideNames(context).find(({ id }) => id === side)?.label ?? side;
  return language.spans('settings-side', { side: label });
}

function quietItem({ quiet }: Settings, { language }: NameContext): Spans {
  if (quiet === null) return language.spans('settings-quiet-off');
  return language.spans('settings-quiet', quietWords(quiet));
}

/** What the sentences about quiet hours need. */
export function quietWords({ from, to, exceptBreaking, how }: NonNullable<Settings['quiet']>) {
  return { from, to, how, breaking: exceptBreaking ? 'except' : 'too' };
}
