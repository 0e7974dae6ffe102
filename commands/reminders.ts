/** /reminders: shows which data is going stale, and lets each moderator snooze their own reminders. */

import { type CommandContext, command } from '../src/core/chat/command.ts';
import { snoozeActions, staleBlocks } from '../src/core/messages/kinds/reminder.ts';
import { DAY_MS, REMIND_FROM_HOUR, SNOOZES, snoozeKey } from '../src/core/messages/reminder-day.ts';
import { staleIn } from '../src/core/messages/stale-data.ts';
import { type Reply, reply } from '../src/core/reply/reply.ts';
import type { Block } from '../src/core/reply/span.ts';
import { slotSpan } from '../src/core/subscriptions/schedule-words.ts';

export default command({
  name: 'reminders',
  who: 'moderator',
  isConfidential: true,
  params: {
    snooze: { kind: 'choice', choices: ['1d', '3d', '7d'] },
    do: { kind: 'choice', choices: ['show', 'resume'] },
  },
  async run({ snooze, do: what = 'show' }, context) {
    const { store, asker, now } = context;
    const key = snoozeKey(asker.id);
    const kept = Number((await store.recall(key)) ?? 0);
    const until = snooze === undefined ? (what === 'resume' ? 0 : kept) : now + SNOOZES[snooze] * DAY_MS;
    if (until !== kept) await store.remember(key, String(until));
    return shown(until, context);
  },
});

function shown(until: number, context: CommandContext): Reply {
  const { language, now, timezone, posting, staleAfterDays } = context;
  const limits = { newsAfterDays: posting.remindAfterDays, ceasefireAfterDays: staleAfterDays };
  const stale = staleIn(context, limits);
  const isSnoozed = until > now;
  const when: Block = {
    kind: 'text',
    spans: isSnoozed
      ? language.spans('reminders-snoozed', { time: slotSpan(until, timezone, language) })
      : language.spans('reminders-daily', { hour: REMIND_FROM_HOUR, timezone }),
  };
  const fresh: Block = {
    kind: 'text',
    spans: language.spans('reminders-fresh', { news: limits.newsAfterDays, ceasefire: limits.ceasefireAfterDays }),
  };
  return reply({
    blocks: [
      { kind: 'heading', spans: language.spans('reminders-title') },
      ...(stale.length === 0 ? [fresh] : staleBlocks(stale, context)),
      when,
    ],
    actions: isSnoozed
      ? [{ label: language.text('reminders-resume'), command: 'reminders', args: { do: 'resume' } }]
      : snoozeActions(language),
  });
}
