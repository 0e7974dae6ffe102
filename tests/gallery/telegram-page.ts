/** Messages as Telegram's dark theme shows them. An approximation: fonts and distances differ from the real client. */
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { escapeHtml, htmlPage } from './html.ts';

export interface TelegramItem {
  /** What was asked; left out for what is sent unasked. */
  readonly asked?: string;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[];
}

const STYLE = `
body{background:#0f1a24;color:#fff;font:16px/21px Roboto,"Noto Sans",sans-serif;padding:8px}
.w{max-width:min(100%,480px);margin:0 0 10px}
.u{margin:0 0 8px auto;background:#2b5278;border-radius:14px 14px 4px;padding:7px 10px;width:max-content;max-width:80%}
.bub{background:#182533;border-radius:14px 14px 14px 4px;padding:7px 11px 6px;white-space:pre-wrap;overflow-wrap:anywhere}
.bub a,.u a{color:#6ab3f3}
.bub code{font:14px "Noto Sans Mono",monospace;color:#6ab3f3}
.bq{border-left:3px solid #6ab3f3;background:#6ab3f31a;border-radius:4px;padding:3px 8px;margin:2px 0}
.bq.ex{max-height:69px;overflow:hidden;position:relative}
.bq.ex:after{content:"⌄";position:absolute;right:6px;bottom:2px;color:#6ab3f3}
.t{float:right;font-size:11px;color:#6d7f8f;margin:6px 0 -2px 8px}
.kr{display:flex;gap:4px;margin-top:4px}
.kr span{flex:1 1 0;min-width:0;background:#2b3a4a;border-radius:8px;padding:8px 3px;text-align:center;font-size:14px;line-height:18px;font-weight:500;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;position:relative}
.kr .primary{background:#3a7cc3}.kr .success{background:#3b8a4d}.kr .danger{background:#b84646}
.kr .url:after{content:"↗";position:absolute;right:4px;top:0;font-size:10px;color:#9db3c4}`;

/** `width` is in CSS pixels. */
export function telegramPage(items: readonly TelegramItem[], width: number): string {
  return htmlPage(items.map(itemToHtml).join(''), STYLE, width);
}

function itemToHtml({ asked, text, entities, keyboard }: TelegramItem): string {
  const rows = keyboard.map((row) => `<div class="kr">${row.map(buttonToHtml).join('')}</div>`);
  return [
    asked === undefined ? '' : `<div class="u">${escapeHtml(asked)}</div>`,
    `<div class="w"><div class="bub">${textToHtml(text, entities)}<span class="t">15:28</span></div>${rows.join('')}</div>`,
  ].join('');
}

function buttonToHtml(button: InlineKeyboardButton): string {
  const style = 'style' in button && typeof button.style === 'string' ? button.style : '';
  return `<span class="${style}${'url' in button ? ' url' : ''}">${escapeHtml(button.text)}</span>`;
}

const TAGS: Readonly<Partial<Record<MessageEntity['type'], readonly [string, string]>>> = {
  bold: ['<b>', '</b>'],
  italic: ['<i>', '</i>'],
  underline: ['<u>', '</u>'],
  code: ['<code>', '</code>'],
  text_link: ['<a>', '</a>'],
  blockquote: ['<div class="bq">', '</div>'],
  expandable_blockquote: ['<div class="bq ex">', '</div>'],
};

/** Entities are counted in UTF-16 units, as strings are. */
function textToHtml(text: string, entities: readonly MessageEntity[]): string {
  const begins = new Map<number, string>();
  const ends = new Map<number, string>();
  for (const { type, offset, length } of entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)) {
    const [open, close] = TAGS[type] ?? ['', ''];
    begins.set(offset, (begins.get(offset) ?? '') + open);
    ends.set(offset + length, close + (ends.get(offset + length) ?? ''));
  }
  const units = Array.from({ length: text.length + 1 }, (_, at) => {
    const sign = text.charAt(at);
    return (ends.get(at) ?? '') + (begins.get(at) ?? '') + escapeHtml(sign);
  });
  return units
    .join('')
    .replaceAll('</div>\n', '</div>')
    .replaceAll(/(^|[\s(])(\/[a-z]+(?:@\w+)?)/gu, '$1<a>$2</a>');
}
