/** The inverse of `readSettings`: all settings in one line that can be typed after /subscribe. */
import type { Topic } from '../../dossier/kinds/field-schemas.ts';
import { fromCron, SCHEDULES } from '../schedule.ts';
import type { Settings } from '../subscription.ts';
import { quietText } from './clock.ts';

const PLURALS: Readonly<Partial<Record<Topic, string>>> = {
  clash: 'clashes',
  airstrike: 'airstrikes',
  attack: 'attacks',
  accident: 'accidents',
  statement: 'statements',
};

/**
 * "daily at 08:00, Europe/Paris, only clashes, quiet 22:00-07:00". Without what is as in `base`, where
 * that holds already; how often is always said.
 */
export function settingsLine(settings: Settings, base?: Settings): string {
  const said = base ? partsOf(base) : [];
  return partsOf(settings)
    .filter((part, index) => index === 0 || part !== said[index])
    .join(', ');
}

function partsOf({ schedule, timezone, topics, side, alerts, when, quiet, board }: Settings): readonly string[] {
  return [
    scheduleLine(schedule),
    timezone,
    topics.length === 0 ? 'all topics' : `only ${topics.map((topic) => PLURALS[topic] ?? topic).join(' and ')}`,
    side === null ? 'all sides' : `only about ${side}`,
    { off: 'no alerts', breaking: 'breaking alerts', all: 'all alerts' }[alerts],
    { changes: 'only changes', always: 'always' }[when],
    quietLine(quiet),
    { off: 'no board', beside: 'with a board', instead: 'board instead' }[board],
  ];
}

function scheduleLine(cron: string): string {
  const named = fromCron(cron);
  if (named === undefined) return cron;
  const name = SCHEDULES.find((one) => one === named.name) ?? `every ${named.name.toString().replaceAll(',', ' and ')}`;
  return `${name} at ${named.first}`;
}

function quietLine(quiet: Settings['quiet']): string {
  return quiet === null ? 'not quiet' : `quiet ${quietText(quiet)}`;
}
