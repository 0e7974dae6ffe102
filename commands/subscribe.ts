/** /subscribe: digests, alerts and a board for this chat, chosen in a form or said in words. */

import { createHash } from 'node:crypto';
import type { Chat, Right } from '../src/core/chat/asker.ts';
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { formatCommand } from '../src/core/chat/raw-arguments.ts';
import { targetChat } from '../src/core/chat/target-chat.ts';
import { sameJson } from '../src/core/dossier/same-json.ts';
import { type RawArguments, type Reply, reply } from '../src/core/reply/reply.ts';
import type { Block, Spans } from '../src/core/reply/span.ts';
import { visible } from '../src/core/reply/visible.ts';
import { chooseSettings, DEFAULTS } from '../src/core/subscriptions/choose-settings.ts';
import { dueAfter } from '../src/core/subscriptions/due.ts';
import { SCHEDULES } from '../src/core/subscriptions/schedule.ts';
import { settingsBlocks } from '../src/core/subscriptions/settings-blocks.ts';
import { checkWords, chosenOf } from '../src/core/subscriptions/setup/arguments.ts';
import { STEPS } from '../src/core/subscriptions/setup/choices.ts';
import { setupForm } from '../src/core/subscriptions/setup/form.ts';
import { sidesOrAll } from '../src/core/subscriptions/sides.ts';
import { OFF, readClock, readQuiet } from '../src/core/subscriptions/spoken/clock.ts';
import { settingsLine } from '../src/core/subscriptions/spoken/settings-line.ts';
import type { Settings, Subscription } from '../src/core/subscriptions/subscription.ts';
import { localTimezone, timezoneNames } from '../src/core/subscriptions/timezones.ts';
import { ALL, parseTopics, TOPICS } from '../src/core/subscriptions/topics.ts';

/** In UTF-16 units: all settings in words, with all topics, have room. */
const LONGEST_WORDS = 400;

const params = {
  schedule: {
    kind: 'text',
    offered: [...SCHEDULES, 'every monday and thursday at 8', '0 8 * * 1,4'],
    rest: true,
    longest: LONGEST_WORDS,
    check: checkWords,
  },
  at: { kind: 'text', offered: ['08:00', '20:00'], check: (typed: string) => void readClock(typed) },
  timezone: { kind: 'name', names: timezoneNames, strict: true },
  topics: { kind: 'text', offered: [ALL, ...TOPICS], check: (typed: string) => void parseTopics(typed) },
  side: { kind: 'name', names: sidesOrAll, strict: true },
  alerts: {
    kind: 'choice',
    choices: ['off', 'breaking', 'all'],
    synonyms: { none: 'off', on: 'breaking', major: 'all' },
  },
  when: { kind: 'choice', choices: ['changes', 'always'] },
  quiet: {
    kind: 'text',
    offered: ['22:00-07:00', '22:00-07:00 silent', '22:00-07:00 except breaking', OFF],
    check: (typed: string) => void readQuiet(typed),
  },
  board: { kind: 'choice', choices: ['off', 'beside', 'instead'], synonyms: { none: 'off', on: 'beside' } },
  channel: { kind: 'channel' },
  do: { kind: 'choice', choices: STEPS },
} as const;

export default command({
  name: 'subscribe',
  who: 'channel-admin',
  params,
  example: ({ dossier }) => {
    const timezone = localTimezone(dossier.conflict);
    return { schedule: 'weekdays', at: '09:00', timezone, quiet: '22:00-07:00' };
  },
  async run({ do: step, channel, ...args }, context) {
    const { subscriptions, language } = context;
    const place = await targetChat(channel, context);
    const before = await subscriptions.of(place.id);
    const chosen = chosenOf(args, context);
    const settings = chooseSettings(chosen, before?.settings);
    const where: RawArguments = channel === undefined ? {} : { channel };
    const chat = visible(place.name ?? channel ?? language.text('subscribe-here'));
    if (step !== undefined || Object.keys(args).length === 0) {
      return setupForm(
        { settings, step: step ?? 'choose', before: before?.settings, at: chosen.at, where, chat },
        context,
      );
    }
    // Asked before anything is stored: if the platform does not answer, nothing is half done.
    const lacking = await lackingRights(place, settings);
    const subscription = before ? changed(before, place, settings, context) : created(place, settings, context);
    await subscriptions.put(subscription);
    return confirmed({ subscription, before, lacking, where, chat }, context);
  },
});

interface Done {
  readonly subscription: Subscription;
  readonly before: Subscription | undefined;
  readonly lacking: readonly Right[];
  readonly where: RawArguments;
  readonly chat: string;
}

function confirmed({ subscription, before, lacking, where, chat }: Done, context: CommandContext): Reply {
  const { language } = context;
  const { settings } = subscription;
  const code = (text: string) => ({ kind: 'code' as const, text });
  const text = (spans: Spans): Block => ({ kind: 'text', spans });
  const note = (spans: Spans): Block => ({ kind: 'note', spans });
  const line = `/subscribe ${settingsLine(settings, DEFAULTS)}`;
  const action = (what: 'preview' | 'pause') => ({
    label: language.text('subscribe-do', { do: what }),
    command: 'subscription',
    args: { do: what, ...where },
  });
  return reply({
    title: language.spans('subscribe-title', { change: before ? 'changed' : 'new', chat }),
    blocks: [
      ...lacking.map((right) => text(language.spans('subscribe-lacks', { right }))),
      ...(before ? [text(changesIn(before.settings, settings, context))] : []),
      ...(before === undefined || before.status === 'active'
        ? []
        : [text(language.spans('subscribe-again', { status: before.status }))]),
      ...settingsBlocks(subscription, context),
      ...(before?.board.message && before.settings.board !== 'off' && settings.board === 'off'
        ? [note(language.spans('unsubscribe-board'))]
        : []),
    ],
    footer: [
      ...(subscription.sinceSeq === null && settings.board !== 'instead'
        ? [note(language.spans('subscribe-first'))]
        : []),
      note(language.spans('subscribe-next', { stop: code(formatCommand('unsubscribe', where)), line: code(line) })),
    ],
    actions: [
      action('preview'),
      action('pause'),
      {
        label: language.text('subscribe-do', { do: 'choose' }),
        command: 'subscribe',
        args: { do: 'choose', ...where },
      },
    ],
  });
}

function changesIn(before: Settings, settings: Settings, { language }: CommandContext): Spans {
  const names = Object.entries(settings).flatMap(([name, value]) => {
    const was = Object.entries(before).find(([other]) => other === name)?.[1];
    return sameJson(was, value) ? [] : [language.text('setting', { name })];
  });
  if (names.length === 0) return language.spans('subscribe-unchanged');
  return language.spans('subscribe-changed', { settings: language.list(names) });
}

async function lackingRights({ missingRights }: Chat, { board }: Settings): Promise<readonly Right[]> {
  if (!missingRights) return [];
  return missingRights(board === 'off' ? ['send', 'read-back'] : ['send', 'pin', 'read-back']);
}

function created({ id: place, name }: Chat, settings: Settings, context: CommandContext): Subscription {
  const { asker, now } = context;
  const hash = createHash('sha256').update(`${place}\n${now}`).digest('base64url');
  return {
    id: `sub-${hash.slice(0, 16)}`,
    place,
    name: name ?? null,
    setBy: asker.id,
    settings,
    status: 'active',
    reason: null,
    resumeAt: null,
    nextDueAt: dueAfter(settings, now),
    sinceSeq: toldSoFar(null, settings, context),
    doubtfulSlot: null,
    version: 0,
    board: { message: null, seq: 0, dueAt: 0 },
  };
}

/** Nothing is sent twice. A slot that is due this minute is kept if the schedule does not change. */
function changed(before: Subscription, { name }: Chat, settings: Settings, context: CommandContext): Subscription {
  const { asker, now } = context;
  const is = (...names: readonly (keyof Settings)[]) =>
    names.every((one) => sameJson(before.settings[one], settings[one]));
  const isSameTime = before.status === 'active' && is('schedule', 'timezone') && before.nextDueAt !== null;
  return {
    ...before,
    name: name ?? before.name,
    setBy: asker.id,
    settings,
    status: 'active',
    reason: null,
    resumeAt: null,
    sinceSeq: toldSoFar(before.sinceSeq, settings, context),
    nextDueAt: isSameTime && settings.board !== 'instead' ? before.nextDueAt : dueAfter(settings, now),
    board: is('board', 'topics', 'side', 'timezone') ? before.board : { ...before.board, seq: 0, dueAt: 0 },
  };
}

/**
 * The board that is posted at once says how things stand, so that the first digest beside it tells only what is new
 * since the subscription began.
 */
function toldSoFar(
  sinceSeq: Subscription['sinceSeq'],
  { board }: Settings,
  { dossier }: CommandContext,
): Subscription['sinceSeq'] {
  return sinceSeq ?? (board === 'beside' ? dossier.head : null);
}
