/** A reply's choices as menus, or as buttons where a platform has no menus: never more at a time than it allows. */
import type { Language } from '../reply/language.ts';
import { type Button, type Menu, withoutTwins } from '../reply/page.ts';
import type { PageLimits } from '../reply/page-limits.ts';
import type { Choice } from '../reply/reply.ts';
import { MAX_OPTION_BYTES, type Press } from './button.ts';

interface Option {
  readonly label: string;
  readonly to: Press;
  readonly isChosen?: true;
  /** It takes the choice back. */
  readonly isAll?: true;
}

interface Offering {
  /** The press that is answered. */
  readonly press: Press;
  readonly limits: Pick<PageLimits, 'menu' | 'options'>;
  readonly language: Language;
  /** `room`: see `encodePress`. */
  readonly encode: (press: Press, room?: number) => Promise<string>;
}

/**
 * Menus: one for each choice; of more options than it can have, the last one shows the next. Buttons: one choice at a
 * time where all together have too many options; the others are a button each.
 */
export async function offerChoices(
  choices: readonly Choice[],
  offering: Offering,
): Promise<{ readonly menus: readonly Menu[]; readonly buttons: readonly Button[] }> {
  const { limits } = offering;
  const offered = choices
    .map((choice) => ({ choice, options: optionsOf(choice, offering) }))
    .filter(({ options }) => options.length > 0);
  if (limits.menu > 0) {
    const menus = offered.map(({ choice, options }) => toMenu(choice, options, offering));
    return { menus: await Promise.all(menus), buttons: [] };
  }
  const others = offered.map((one) => ({ ...one, options: one.options.filter(({ isChosen }) => !isChosen) }));
  const isRoomForAll = others.reduce((count, { options }) => count + options.length, 0) <= limits.options;
  const opened = others.find(({ choice }) => choice.param === asked(offering.press)?.param) ?? others[0];
  const inOrder = isRoomForAll ? others : others.toSorted((a, b) => Number(b === opened) - Number(a === opened));
  const buttons = inOrder.map(async (one) =>
    isRoomForAll || one === opened
      ? toButtons(one.choice, one.options, offering)
      : [await wayTo(one.choice.label, one.choice, 0, offering)],
  );
  return { menus: [], buttons: (await Promise.all(buttons)).flat() };
}

/** What takes the choice back is first; it is not there where nothing was chosen. */
function optionsOf({ param, options, chosen, isRequired }: Choice, { press, language }: Offering): readonly Option[] {
  const { command, args } = press;
  const { [param]: given, ...others } = args;
  const isGiven = chosen !== undefined && given !== undefined;
  const all: Option = { label: language.text('choice-all'), to: { command, args: others, page: 0 }, isAll: true };
  return [
    ...(isGiven && !isRequired ? [all] : []),
    ...options.map(({ value, label }) => ({
      label,
      to: { command, args: { ...args, [param]: value }, page: 0 },
      ...(value === chosen ? { isChosen: true as const } : {}),
    })),
  ];
}

async function toMenu(choice: Choice, all: readonly Option[], offering: Offering): Promise<Menu> {
  const { limits, language, encode } = offering;
  const { shown, next } = windowOf(all, choice, limits.menu, limits.menu - 1, offering);
  const options = await Promise.all([
    ...shown.map(async ({ label, to, isChosen }) => ({
      label,
      data: await encode(to, MAX_OPTION_BYTES),
      ...(isChosen ? { isChosen } : {}),
    })),
    ...(next === undefined ? [] : [wayTo(language.text('choice-more'), choice, next, offering)]),
  ]);
  return {
    label: choice.label,
    // The same value twice would be refused.
    options: withoutTwins(options),
  };
}

async function toButtons(choice: Choice, all: readonly Option[], offering: Offering): Promise<readonly Button[]> {
  const { limits, language, encode } = offering;
  const { shown, next } = windowOf(all, choice, limits.options, limits.options, offering);
  return Promise.all([
    ...shown.map(async ({ label, to }) => ({ label, data: await encode(to) })),
    ...(next === undefined ? [] : [wayTo(language.text('choice-more'), choice, next, offering)]),
  ]);
}

/**
 * The options that are shown, and where the next ones begin: after the last ones, the first ones again. All of at most
 * `most`; of more, `size` at a time, with what takes the choice back always among them.
 */
function windowOf(
  options: readonly Option[],
  { param }: Choice,
  most: number,
  size: number,
  { press }: Offering,
): { readonly shown: readonly Option[]; readonly next?: number } {
  if (options.length <= most) return { shown: options };
  const [fixed, others] = [options.filter(({ isAll }) => isAll), options.filter(({ isAll }) => !isAll)];
  const length = size - fixed.length;
  const wanted = asked(press);
  const chosen = Math.max(
    0,
    others.findIndex(({ isChosen }) => isChosen),
  );
  const from = wanted?.param === param && wanted.from < others.length ? wanted.from : chosen - (chosen % length);
  const next = from + length < others.length ? from + length : 0;
  return { shown: [...fixed, ...others.slice(from, from + length)], next };
}

/** The same answer with other options. */
async function wayTo(label: string, { param }: Choice, from: number, { press, encode }: Offering): Promise<Button> {
  const { command, args, page, detail } = press;
  const to = { command, args, page, options: `${param}.${from}`, ...(detail === undefined ? {} : { detail }) };
  return { label, data: await encode(to), part: 'options' };
}

/** Undefined for what no button of ours has. */
function asked({ options = '' }: Press): { readonly param: string; readonly from: number } | undefined {
  const [, param, from] = /^([a-z]{1,32})\.(\d{1,4})$/u.exec(options) ?? [];
  return param === undefined ? undefined : { param, from: Number(from) };
}
