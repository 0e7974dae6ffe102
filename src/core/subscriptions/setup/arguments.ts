/** Arguments of /subscribe ↔ settings. What the form's buttons carry, typed, gives the same settings. */
import type { RawArguments } from '../../reply/reply.ts';
import { together } from '../../reply/user-error.ts';
import type { Named } from '../../wording/named.ts';
import type { NameContext } from '../../wording/wording-context.ts';
import type { Chosen } from '../choose-settings.ts';
import { fromCron, toCron } from '../schedule.ts';
import { sideOf } from '../sides.ts';
import { quietText, readClock, readQuiet } from '../spoken/clock.ts';
import { readSettings } from '../spoken/read-settings.ts';
import { saidTwice } from '../spoken/rules.ts';
import type { Settings } from '../subscription.ts';
import { ALL, parseTopics } from '../topics.ts';

/** Parsed arguments; `schedule` may say other settings too. */
export interface SettingsArguments {
  readonly schedule?: string;
  readonly at?: string;
  readonly timezone?: Named;
  readonly topics?: string;
  readonly side?: Named;
  readonly alerts?: Settings['alerts'];
  readonly when?: Settings['when'];
  readonly quiet?: string;
  readonly board?: Settings['board'];
}

/** The words of `schedule:`, which are those without a name. Throws `UserError` for all that is wrong in them. */
export function checkWords(typed: string, context: NameContext, raw: RawArguments): void {
  const said = readSettings(typed, context);
  const twice = Object.keys(said).filter((name) => name !== 'schedule' && Object.hasOwn(raw, name));
  together([
    ...twice.map((name) => () => {
      throw saidTwice(name, raw[name] ?? '');
    }),
    () => said.schedule !== undefined && toCron(said.schedule, said.at ?? (raw['at'] && readClockOrNone(raw['at']))),
  ]);
}

/** A wrong one is refused under its own name. */
function readClockOrNone(typed: string): string | undefined {
  return /^\d{1,2}:\d\d$/u.test(typed) ? typed : undefined;
}

/** Throws `UserError` for what `checkWords` and the checks of the other arguments refuse. */
export function chosenOf(args: SettingsArguments, context: NameContext): Chosen {
  const { schedule, at, timezone, topics, side, alerts, when, quiet, board } = args;
  return {
    ...(schedule === undefined ? {} : readSettings(schedule, context)),
    ...(at === undefined ? {} : { at: readClock(at) }),
    ...(timezone && { timezone: timezone.id }),
    ...(topics === undefined ? {} : { topics: parseTopics(topics) }),
    ...(side && { side: sideOf(side.id) }),
    ...(alerts && { alerts }),
    ...(when && { when }),
    ...(quiet === undefined ? {} : { quiet: readQuiet(quiet) }),
    ...(board && { board }),
  };
}

/** All settings as arguments. */
export function argumentsOf(settings: Settings): RawArguments {
  const { schedule, timezone, topics, side, alerts, when, quiet, board } = settings;
  const named = fromCron(schedule);
  return {
    ...(named ? { schedule: named.name.toString(), at: named.first } : { schedule }),
    timezone,
    topics: topics.length === 0 ? ALL : topics.join(),
    side: side ?? ALL,
    alerts,
    when,
    quiet: quietText(quiet),
    board,
  };
}

/**
 * Those by which `settings` differ from `base`. `at` only if it is given: a schedule of several times a day has a first
 * one that nobody chose.
 */
export function changedArguments(settings: Settings, base: Settings, at: string | undefined): RawArguments {
  const before = argumentsOf(base);
  const { at: _first, ...all } = argumentsOf(settings);
  const changed = Object.entries(all).filter(([name, value]) => before[name] !== value);
  return { ...Object.fromEntries(changed), ...(at === undefined ? {} : { at }) };
}
