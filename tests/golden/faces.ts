/** How a page looks on each platform, as text to compare: the words as sent, then what goes with them as JSON. */

import { createHash } from 'node:crypto';
import { toModal } from '../../src/adapters/discord/modal.ts';
import { pageLimits as onDiscord, render as renderDiscord } from '../../src/adapters/discord/render.ts';
import {
  pageLimits as onTelegram,
  renderNotice,
  render as renderTelegram,
} from '../../src/adapters/telegram/render.ts';
import { numberButtons } from '../../src/adapters/terminal/numbering.ts';
import { renderPage, renderPushed, type TerminalLook } from '../../src/adapters/terminal/render.ts';
import type { Page } from '../../src/core/reply/page.ts';
import { type PageLimits, UNLIMITED } from '../../src/core/reply/page-limits.ts';
import { english } from '../core/chat/chat-for-tests.ts';

export interface Face {
  readonly name: string;
  readonly limits: PageLimits;
  readonly show: (page: Page) => string;
  /** A message that nobody asked for. `isUpdated`: it changes one that was sent before. */
  readonly showPushed: (page: Page, isUpdated: boolean) => string;
}

const BOT = 'truceline_bot';
const SCREEN: TerminalLook = { columns: 80, isStyled: true };
/** UTF-16 units. What is longer is recorded as its hash: its words stand below it anyway. */
const MAX_JSON = 1500;

/** All of it, as no platform changes it; then at a terminal, on one page too, since screens differ in their rows. */
const whole: Face = {
  name: 'neutral',
  limits: UNLIMITED,
  show: (page) =>
    atTerminal(page, renderPage(page, numberButtons(page.ask === 'text' ? { buttons: [] } : page).buttons, SCREEN)),
  showPushed: (page, isUpdated) =>
    atTerminal(page, renderPushed(page, numberButtons(page).buttons, SCREEN, english, isUpdated)),
};

/** Styles can be seen in the file, and drive nobody's terminal. */
function atTerminal(page: Page, text: string): string {
  return [json(page), '---- terminal', text.replaceAll('\u001b', '␛')].join('\n');
}

const showDiscord = (page: Page): string => {
  const { content, embeds, ...rest } = renderDiscord(page);
  const [{ title, description, color }] = embeds;
  const above = [content, title ?? ''].filter((line) => line !== '');
  const form = page.form ? [JSON.stringify(toModal(page.form, english.text('form-page-unchanged')))] : [];
  return [...above, description, JSON.stringify({ ...rest, color, audience: page.audience }), ...form].join('\n');
};
const discord: Face = { name: 'discord', limits: onDiscord, show: showDiscord, showPushed: showDiscord };

const showTelegram = (page: Page): string => {
  const { text, ...rest } = renderTelegram(page, BOT);
  const notice = page.audience === 'here' ? [] : [`as a notice: ${renderNotice(page)}`];
  return [text, JSON.stringify(rest), ...notice].join('\n');
};
const telegram: Face = { name: 'telegram', limits: onTelegram, show: showTelegram, showPushed: showTelegram };

export const FACES: readonly Face[] = [whole, discord, telegram];

/** In full, or its hash where it is long. */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= MAX_JSON ? text : `sha256 ${createHash('sha256').update(text).digest('hex')}`;
}
