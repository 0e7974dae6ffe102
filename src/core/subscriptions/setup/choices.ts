/** What can be chosen in the form, three things at a step: a platform may show no more menus at a time. */
import type { Choice } from '../../reply/reply.ts';
import type { NameContext } from '../../wording/wording-context.ts';
import { fromCron, type ScheduleName } from '../schedule.ts';
import { rhythmInWords } from '../schedule-words.ts';
import { quietWords } from '../settings-blocks.ts';
import { sidesOrAll } from '../sides.ts';
import { OFF, quietText, readQuiet } from '../spoken/clock.ts';
import type { Settings } from '../subscription.ts';
import { ALL, TOPICS } from '../topics.ts';

export const STEPS = ['choose', 'choose-what', 'choose-more'] as const;
export type Step = (typeof STEPS)[number];

/** The most wanted first. */
const RHYTHMS: readonly ScheduleName[] = ['daily', 'weekdays', 'weekly', 'twice-daily', 'every-6-hours', 'hourly'];
/** Any other time can be typed. */
const TIMES = ['06:00', '07:00', '08:00', '09:00', '12:00', '18:00', '20:00', '21:00', '22:00', '00:00'];
const QUIET = [
  OFF,
  '22:00-07:00',
  '22:00-07:00 silent',
  '22:00-07:00 except breaking',
  '22:00-07:00 silent except breaking',
  '23:00-08:00',
  '23:00-08:00 silent',
];

export function choicesOf(step: Step, settings: Settings, context: NameContext): readonly Choice[] {
  switch (step) {
    case 'choose':
      return [rhythm(settings, context), ...time(settings, context), zone(settings, context)];
    case 'choose-what':
      return [topics(settings, context), alerts(settings, context), quiet(settings, context)];
    case 'choose-more':
      return [board(settings, context), when(settings, context), side(settings, context)];
  }
}

/** A choice of which one option always holds; the present value is among them, whoever typed it. */
function choice(
  param: string,
  chosen: string,
  values: readonly string[],
  labelOf: (value: string) => string,
  { language }: NameContext,
): Choice {
  const all = values.includes(chosen) ? values : [chosen, ...values];
  return {
    param,
    label: language.text('setup-choice', { param }),
    options: all.map((value) => ({ value, label: labelOf(value) })),
    chosen,
    isRequired: true,
  };
}

function rhythm({ schedule }: Settings, context: NameContext): Choice {
  const { language } = context;
  const named = fromCron(schedule);
  const current = named?.name.toString() ?? schedule;
  const labelOf = (name: string) =>
    RHYTHMS.some((one) => one === name) ? language.text('setup-schedule', { name }) : rhythmInWords(schedule, language);
  return choice('schedule', current, RHYTHMS, labelOf, context);
}

/** None for a cron expression, which has its own times. */
function time({ schedule }: Settings, context: NameContext): readonly Choice[] {
  const named = fromCron(schedule);
  if (named === undefined) return [];
  const labelOf = (at: string) => context.language.text('setup-at', { at });
  return [choice('at', named.first, TIMES, labelOf, context)];
}

function zone({ timezone }: Settings, context: NameContext): Choice {
  const own = (context.dossier.conflict.timezones ?? []).map(({ id }) => id);
  const labelOf = (id: string) => context.language.text('setup-timezone', { timezone: id });
  return choice('timezone', timezone, [...own, 'UTC'], labelOf, context);
}

/** Each topic adds itself, or takes itself away where it is chosen: menus here choose one value at a time. */
function topics({ topics: chosen }: Settings, { language }: NameContext): Choice {
  const toggled = TOPICS.map((topic) => {
    const isOn = chosen.includes(topic);
    const next = TOPICS.filter((one) => (one === topic ? !isOn : chosen.includes(one)));
    const how = isOn ? 'remove' : chosen.length === 0 ? 'only' : 'add';
    return {
      value: next.length === 0 ? ALL : next.join(),
      label: language.text('setup-topic', { how, topic: language.text('topic', { topic }) }),
    };
  });
  const every = { value: ALL, label: language.text('setup-topics-all') };
  return {
    param: 'topics',
    label: language.text('setup-choice', { param: 'topics' }),
    options: chosen.length > 0 ? [...toggled.filter(({ value }) => value !== ALL), every] : toggled,
    isRequired: true,
  };
}

function alerts(settings: Settings, context: NameContext): Choice {
  const labelOf = (value: string) => context.language.text('settings-alerts', { alerts: value });
  return choice('alerts', settings.alerts, ['breaking', 'all', 'off'], labelOf, context);
}

function quiet(settings: Settings, context: NameContext): Choice {
  const labelOf = (value: string) => {
    const hours = readQuiet(value);
    if (hours === null) return context.language.text('settings-quiet-off');
    return context.language.text('setup-quiet', quietWords(hours));
  };
  return choice('quiet', quietText(settings.quiet), QUIET, labelOf, context);
}

function board(settings: Settings, context: NameContext): Choice {
  const labelOf = (value: string) => context.language.text('settings-board', { board: value });
  return choice('board', settings.board, ['off', 'beside', 'instead'], labelOf, context);
}

function when(settings: Settings, context: NameContext): Choice {
  const labelOf = (value: string) => context.language.text('settings-when', { when: value });
  return choice('when', settings.when, ['changes', 'always'], labelOf, context);
}

function side(settings: Settings, context: NameContext): Choice {
  const sides = sidesOrAll(context);
  const labelOf = (id: string) => {
    const { label = id } = sides.find((one) => one.id === id) ?? {};
    return id === ALL
      ? context.language.text('settings-side-all')
      : context.language.text('setup-side', { side: label });
  };
  const ids = sides.map(({ id }) => id);
  return choice('side', settings.side ?? ALL, ids, labelOf, context);
}
