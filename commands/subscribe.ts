/** /subscribe: digests, alerts and a board for this chat. Given again, it changes only the settings that are given. */

import { createHash } from 'node:crypto';
import type { Chat, Right } from '../src/core/chat/asker.ts';
import { type CommandContext, command, type NamingContext } from '../src/core/chat/command.ts';
import { formatCommand } from '../src/core/chat/raw-arguments.ts';
import { targetChat } from '../src/core/chat/target-chat.ts';
import { sameJson } from '../src/core/dossier/same-json.ts';
import { type RawArguments, reply } from '../src/core/reply/reply.ts';
import type { Block } from '../src/core/reply/span.ts';
import { chooseSettings, OFF } from '../src/core/subscriptions/choose-settings.ts';
import { dueAfter } from '../src/core/subscriptions/due.ts';
import { SCHEDULES } from '../src/core/subscriptions/schedule.ts';
import { settingsBlocks } from '../src/core/subscriptions/settings-blocks.ts';
import type { Settings, Subscription } from '../src/core/subscriptions/subscription.ts';
import { localTimezone, timezoneNames } from '../src/core/subscriptions/timezones.ts';
import { ALL, TOPICS } from '../src/core/subscriptions/topics.ts';
import { sideNames } from '../src/core/wording/names.ts';

const sidesOrAll = (context: NamingContext) => [
  { id: ALL, label: context.language.text('subscribe-all-sides'), aliases: ['both'] },
  ...sideNames(context),
];

const params = {
  schedule: { kind: 'text', offered: [...SCHEDULES, '0 8 * * 1,4'], rest: true },
  at: { kind: 'text', offered: ['08:00', '20:00'] },
  timezone: { kind: 'name', names: timezoneNames, strict: true },
  topics: { kind: 'text', offered: [ALL, ...TOPICS] },
  side: { kind: 'name', names: sidesOrAll, strict: true },
  alerts: {
    kind: 'choice',
    choices: ['off', 'breaking', 'all'],
    synonyms: { none: 'off', on: 'breaking', major: 'all' },
  },
  when: { kind: 'choice', choices: ['changes', 'always'] },
  quiet: { kind: 'text', offered: ['22:00-07:00', '22:00-07:00 except breaking', OFF] },
  board: { kind: 'choice', choices: ['off', 'beside', 'instead'], synonyms: { none: 'off', on: 'beside' } },
  channel: { kind: 'text' },
} as const;

export default command({
  name: 'subscribe',
  who: 'channel-admin',
  params,
  example: ({ dossier }) => {
    const timezone = localTimezone(dossier.conflict);
    return { schedule: 'weekdays', at: '09:00', timezone, quiet: '22:00-07:00' };
  },
  async run(args, context) {
    const { language, subscriptions } = context;
    const place = await targetChat(args.channel, context);
    const before = await subscriptions.of(place.id);
    const chosen = { ...args, timezone: args.timezone?.id, side: args.side?.id };
    const local = localTimezone(context.dossier.conflict, context.timezone);
    const settings = chooseSettings(chosen, before?.settings, local);
    // Asked before anything is stored: if the platform does not answer, nothing is half done.
    const lacking = await lackingRights(place, settings);
    const subscription = before ? changed(before, settings, context) : created(place, settings, context);
    await subscriptions.put(subscription);
    const where: RawArguments = args.channel === undefined ? {} : { channel: args.channel };
    const code = (name: string) => ({ kind: 'code' as const, text: formatCommand(name, where) });
    return reply({
      blocks: [
        { kind: 'heading', spans: language.spans('subscribe-title', { change: before ? 'changed' : 'new' }) },
        ...lacking.map((right): Block => ({ kind: 'text', spans: language.spans('subscribe-lacks', { right }) })),
        ...(before === undefined || before.status === 'active'
          ? []
          : [{ kind: 'text' as const, spans: language.spans('subscribe-again', { status: before.status }) }]),
        ...settingsBlocks(subscription, context),
        ...(before?.board.message && before.settings.board !== 'off' && settings.board === 'off'
          ? [{ kind: 'note' as const, spans: language.spans('unsubscribe-board') }]
          : []),
      ],
      footer: [
        ...(subscription.sinceSeq === null && settings.board !== 'instead'
          ? [{ kind: 'note' as const, spans: language.spans('subscribe-first') }]
          : []),
        {
          kind: 'note',
          spans: language.spans('subscribe-next', { show: code('subscription'), stop: code('unsubscribe') }),
        },
      ],
    });
  },
});

async function lackingRights({ missingRights }: Chat, { board }: Settings): Promise<readonly Right[]> {
  if (!missingRights) return [];
  return missingRights(board === 'off' ? ['send', 'read-back'] : ['send', 'pin', 'read-back']);
}

function created({ id: place }: Chat, settings: Settings, { asker, now }: CommandContext): Subscription {
  const hash = createHash('sha256').update(`${place}\n${now}`).digest('base64url');
  return {
    id: `sub-${hash.slice(0, 16)}`,
    place,
    setBy: asker.id,
    settings,
    status: 'active',
    reason: null,
    resumeAt: null,
    nextDueAt: dueAfter(settings, now),
    sinceSeq: null,
    doubtfulSlot: null,
    version: 0,
    board: { message: null, seq: 0, dueAt: 0 },
  };
}

/** Nothing is sent twice. A slot that is due this minute is kept if the schedule does not change. */
function changed(before: Subscription, settings: Settings, { asker, now }: CommandContext): Subscription {
  const is = (...names: readonly (keyof Settings)[]) =>
    names.every((name) => sameJson(before.settings[name], settings[name]));
  const isSameTime = before.status === 'active' && is('schedule', 'timezone') && before.nextDueAt !== null;
  return {
    ...before,
    setBy: asker.id,
    settings,
    status: 'active',
    reason: null,
    resumeAt: null,
    nextDueAt: isSameTime && settings.board !== 'instead' ? before.nextDueAt : dueAfter(settings, now),
    board: is('board', 'topics', 'side', 'timezone') ? before.board : { ...before.board, seq: 0, dueAt: 0 },
  };
}
