/** A page's buttons and menus as Discord's rows of components. Pure. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { FormPage } from '../../core/reply/form-page.ts';
import type { Button, Menu, Page } from '../../core/reply/page.ts';
import { shorten } from '../shorten.ts';
import { formId } from './modal.ts';

/** Source: discord-api-docs, components/reference.mdx:94-321. */
const MAX_LABEL = 80;
export const MAX_PER_ROW = 5;
const MAX_ROWS = 5;
export const MAX_OPTIONS = 25;
const MAX_OPTION_LABEL = 100;
const MAX_PLACEHOLDER = 150;
/** A menu takes a whole row. As many are shown however many buttons there are; more where these leave rows free. */
const MENUS = 3;
/** A button or an option without text is refused. */
const NOTHING = '…';

/** Blue, green and red; grey is what all others are. */
const STYLES = {
  primary: ButtonStyle.Primary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const satisfies Readonly<Record<NonNullable<Button['style']>, ButtonStyle>>;

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** Menus stand below the ways to other parts of the answer, and above what runs another command. */
export function toComponents({ buttons, menus, form }: Pick<Page, 'buttons' | 'menus' | 'form'>): readonly Row[] {
  if (form) return buttonRows(formRows(form, buttons), MAX_ROWS).map(rowOf);
  const rowsNeeded = Math.ceil(buttons.flat().length / MAX_PER_ROW);
  const shownMenus = menus
    .slice(0, Math.max(MENUS, MAX_ROWS - rowsNeeded))
    .map((menu, index) => rowOf([toSelect(menu, index)]));
  const rows = buttonRows(buttons, MAX_ROWS - shownMenus.length);
  const first = rows.findLastIndex((row) => row.some(({ part }) => part !== undefined)) + 1;
  return [...rows.slice(0, first).map(rowOf), ...shownMenus, ...rows.slice(first).map(rowOf)];

  function rowOf(row: readonly Button[] | readonly [APIStringSelectComponent]): Row {
    return {
      type: ComponentType.ActionRow,
      components: row.map((one) => ('data' in one ? toButton(one) : one)),
    };
  }
}

/** One button opens the form; the others that do not answer the question stay. */
function formRows({ draft, open }: FormPage, buttons: Page['buttons']): Page['buttons'] {
  const others = buttons.flat().filter(({ isAnswer }) => isAnswer !== true);
  return [[{ label: open, data: formId({ draft, unshown: [] }), style: 'primary' }, ...others]];
}

/** Buttons that do the same would be refused: custom ids are unique in a message. */
function buttonRows(rows: Page['buttons'], most: number): Page['buttons'] {
  const seen = new Set<string>();
  const distinct = rows.map((row) =>
    row.filter(({ data }) => {
      const isNew = !seen.has(data);
      seen.add(data);
      return isNew;
    }),
  );
  const rowsOf = (some: Page['buttons']) => some.flatMap((row) => chunks(row, MAX_PER_ROW));
  // As many as there is room for: where rows of their own would leave some out, they stand close.
  const shown = rowsOf(distinct).length > most ? rowsOf([distinct.flat()]) : rowsOf(distinct);
  return shown.slice(0, most);
}

function toButton({ label, data, style }: Button): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: style === undefined ? ButtonStyle.Secondary : STYLES[style],
    label: fitting(label, MAX_LABEL),
    custom_id: data,
  };
}

/** Each option carries what a button would carry; the id of the menu only has to be another than all others. */
function toSelect({ label, options }: Menu, index: number): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: `menu;${index}`,
    placeholder: fitting(label, MAX_PLACEHOLDER),
    options: options.slice(0, MAX_OPTIONS).map((option) => ({
      label: fitting(option.label, MAX_OPTION_LABEL),
      value: option.data,
      ...(option.isChosen ? { default: true } : {}),
    })),
  };
}

function fitting(text: string, max: number): string {
  const short = shorten(text.toWellFormed(), max);
  return short.trim() === '' ? NOTHING : short;
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return all.flatMap((_, index) => (index % size === 0 ? [all.slice(index, index + size)] : []));
}
