/** Makes a subscription's settings from what an admin typed. What is not given keeps its value or its default. */

import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { fromCron, parseClock, toCron } from './schedule.ts';
import type { Settings } from './subscription.ts';
import { ALL, parseTopics } from './topics.ts';

/** The value that ends quiet hours. */
export const OFF = 'off';

/** All that a new subscription has but for its time zone, which is the conflict's. */
const DEFAULTS: Omit<Settings, 'timezone'> = {
  schedule: toCron('daily'),
  topics: [],
  side: null,
  alerts: 'breaking',
  when: 'changes',
  quiet: null,
  board: 'off',
};

/** The arguments of /subscribe. `side` and `timezone` are ids. */
export interface SettingsInput {
  readonly schedule?: string | undefined;
  readonly at?: string | undefined;
  readonly timezone?: string | undefined;
  readonly topics?: string | undefined;
  readonly side?: string | undefined;
  readonly alerts?: Settings['alerts'] | undefined;
  readonly when?: Settings['when'] | undefined;
  readonly quiet?: string | undefined;
  readonly board?: Settings['board'] | undefined;
}

/**
 * `before` is undefined for a new subscription: then `local` is its time zone where none was given. Throws `UserError`
 * for a value that is not understood.
 */
export function chooseSettings(chosen: SettingsInput, given: Settings | undefined, local: string): Settings {
  const before = given ?? { ...DEFAULTS, timezone: local };
  const { timezone, topics, side, alerts, when, quiet, board } = chosen;
  return {
    schedule: chooseSchedule(chosen, before),
    timezone: timezone ?? before.timezone,
    topics: topics === undefined ? before.topics : parseTopics(topics),
    side: side === undefined ? before.side : side === ALL ? null : side,
    alerts: alerts ?? before.alerts,
    when: when ?? before.when,
    quiet: quiet === undefined ? before.quiet : parseQuiet(quiet),
    board: board ?? before.board,
  };
}

/** A new time alone keeps the named schedule. A new schedule alone keeps the time, if there was one. */
function chooseSchedule({ schedule, at }: SettingsInput, before: Settings): string {
  const was = fromCron(before.schedule);
  if (schedule !== undefined) return toCron(schedule, at, was?.at);
  return at === undefined ? before.schedule : toCron(was?.name ?? before.schedule, at);
}

/** `22:00-07:00`, `22:00-07:00 except breaking`, or `off`. */
function parseQuiet(typed: string): Settings['quiet'] {
  if (typed.toLowerCase() === OFF) return null;
  const match = /^(\d{1,2}:\d\d) ?(?:-|–|to) ?(\d{1,2}:\d\d)(,? except breaking)?$/iu.exec(
    typed.replaceAll(/\s+/gu, ' '),
  );
  if (!match) throw new UserError('subscribe-quiet', { typed: visible(typed) });
  const [from, to] = [parseClock(match[1] ?? ''), parseClock(match[2] ?? '')];
  if (from === to) throw new UserError('subscribe-quiet-same', { time: from });
  return { from, to, exceptBreaking: match[3] !== undefined };
}
