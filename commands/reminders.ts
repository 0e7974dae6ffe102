/** /reminders: what has got old, when the asker is reminded of it, and snoozing that. Each person's own. */
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { type Block, type Reply, reply } from '../src/core/chat/reply.ts';
import { snoozeActions, staleBlocks } from '../src/core/digest/compose-reminder.ts';
import { DAY_MS, REMIND_FROM_HOUR, SNOOZES, snoozeKey } from '../src/core/digest/reminding.ts';
import { slotInWords } from '../src/core/digest/schedule-words.ts';
import { staleIn } from '../src/core/digest/staleness.ts';

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
  const { language, now, timezone, desk, staleAfterDays } = context;
  const limits = { newsAfterDays: desk.remindAfterDays, ceasefireAfterDays: staleAfterDays };
  const stale = staleIn(context, limits);
  const isSnoozed = until > now;
  const when: Block = {
    kind: 'text',
    spans: isSnoozed
      ? language.spans('reminders-snoozed', { time: slotInWords(until, timezone, language), timezone })
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
