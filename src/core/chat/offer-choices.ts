/** A reply's choices as menus, or as buttons where a platform has no menus: never more at a time than it allows. */
import type { Language } from '../reply/language.ts';
import { type Button, type Menu, withoutTwins } from '../reply/page.ts';
import type { PageLimits } from '../reply/page-limits.ts';
import type { Choice } from '../reply/reply.ts';
import { MAX_OPTION_BYTES, type Press } from './button.ts';

type Option = Choice['options'][number];

/** A choice of which something can be chosen. */
interface Offered {
  readonly choice: Choice;
  /** Takes the choice back; left out where nothing was chosen. */
  readonly all?: Button;
  readonly options: readonly Option[];
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
  const offered = (await Promise.all(choices.map((choice) => toOffered(choice, offering)))).filter(
    ({ options, all }) => options.length > 0 || all !== undefined,
  );
  if (limits.menu > 0) {
    return { menus: await Promise.all(offered.map((one) => toMenu(one, offering))), buttons: [] };
  }
  const others = offered.map(({ choice, options, ...one }) => ({
    ...one,
    choice,
    options: options.filter(({ value }) => value !== choice.chosen),
  }));
  const isRoomForAll = others.reduce((count, one) => count + countOf(one), 0) <= limits.options;
  const opened = others.find(({ choice }) => choice.param === asked(offering.press)?.param) ?? others[0];
  const inOrder = isRoomForAll ? others : others.toSorted((a, b) => Number(b === opened) - Number(a === opened));
  const buttons = inOrder.map(async (one) =>
    isRoomForAll || one === opened
      ? toButtons(one, offering)
      : [await wayTo(one.choice.label, one.choice, 0, offering)],
  );
  return { menus: [], buttons: (await Promise.all(buttons)).flat() };
}

async function toOffered(choice: Choice, { press, language, encode, limits }: Offering): Promise<Offered> {
  const { command, args } = press;
  const { param, options, chosen, isRequired } = choice;
  const { [param]: given, ...others } = args;
  if (chosen === undefined || given === undefined || isRequired) return { choice, options };
  const to = { command, args: others, page: 0 };
  const data = await encode(to, limits.menu > 0 ? MAX_OPTION_BYTES : undefined);
  return { choice, options, all: { label: language.text('choice-all', { param }), data } };
}

function countOf({ all, options }: Offered): number {
  return options.length + (all === undefined ? 0 : 1);
}

async function toMenu(one: Offered, offering: Offering): Promise<Menu> {
  const { choice, all } = one;
  const { limits, language } = offering;
  const { shown, next } = windowOf(one, limits.menu, limits.menu - 1, offering);
  const options = await Promise.all([
    ...shown.map(async (option) => ({
      ...(await toButton(option, choice, offering, MAX_OPTION_BYTES)),
      ...(option.value === choice.chosen ? { isChosen: true as const } : {}),
    })),
    ...(next === undefined
      ? []
      : [wayTo(language.text('choice-more', { param: choice.param }), choice, next, offering)]),
  ]);
  return {
    label: choice.label,
    // The same value twice would be refused.
    options: withoutTwins([...(all ? [all] : []), ...options]),
  };
}

async function toButtons(one: Offered, offering: Offering): Promise<readonly Button[]> {
  const { choice, all } = one;
  const { limits, language } = offering;
  const { shown, next } = windowOf(one, limits.options, limits.options, offering);
  const buttons = await Promise.all([
    ...shown.map((option) => toButton(option, choice, offering)),
    ...(next === undefined
      ? []
      : [wayTo(language.text('choice-more', { param: choice.param }), choice, next, offering)]),
  ]);
  return [...(all ? [all] : []), ...buttons];
}

async function toButton(
  { value, label }: Option,
  { param }: Choice,
  { press: { command, args }, encode }: Offering,
  room?: number,
): Promise<{ readonly label: string; readonly data: string }> {
  return { label, data: await encode({ command, args: { ...args, [param]: value }, page: 0 }, room) };
}

/**
 * The options that are shown, and where the next ones begin: after the last ones, the first ones again. All of at most
 * `most`; of more, `size` at a time, with what takes the choice back always among them.
 */
function windowOf(
  one: Offered,
  most: number,
  size: number,
  { press, limits }: Offering,
): { readonly shown: readonly Option[]; readonly next?: number } {
  const { choice, options, all } = one;
  if (countOf(one) <= most) return { shown: options };
  const length = size - (all === undefined ? 0 : 1);
  const first = limits.menu > 0 ? length : Math.min(choice.first ?? length, length);
  const chosen = options.findIndex(({ value }) => value === choice.chosen);
  const ofChosen = chosen < first ? 0 : chosen - ((chosen - first) % length);
  const wanted = asked(press);
  const from = wanted?.param === choice.param && wanted.from < options.length ? wanted.from : ofChosen;
  const end = from + (from === 0 ? first : length);
  return { shown: options.slice(from, end), next: end < options.length ? end : 0 };
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
