/** Makes a subscription's settings from what an admin chose. What is not given keeps its value or its default. */

import { fromCron, toCron } from './schedule.ts';
import type { Settings } from './subscription.ts';

/** What a new subscription has where nothing else is chosen. No side's time zone is taken for granted. */
export const DEFAULTS: Settings = {
  schedule: toCron('daily'),
  timezone: 'UTC',
  topics: [],
  side: null,
  alerts: 'breaking',
  when: 'changes',
  quiet: null,
  board: 'off',
};

/** Settings as they were given, understood one by one: `schedule` is what `toCron` takes, `at` is `HH:MM`. */
export type Chosen = Readonly<Partial<Settings>> & { readonly at?: string };

/** `given` is undefined for a new subscription. Throws `UserError` where schedule and time do not go together. */
export function chooseSettings(chosen: Chosen, given: Settings | undefined): Settings {
  const before = given ?? DEFAULTS;
  const { at: _at, ...settings } = chosen;
  return { ...before, ...settings, schedule: chooseSchedule(chosen, before) };
}

/** A new time alone keeps the named schedule. A new schedule alone keeps the time, if there was one. */
function chooseSchedule({ schedule, at }: Chosen, before: Settings): string {
  const was = fromCron(before.schedule);
  if (schedule !== undefined) return toCron(schedule, at, was?.isOnceADay ? was.first : undefined);
  return at === undefined ? before.schedule : toCron(was?.name.toString() ?? before.schedule, at);
}
