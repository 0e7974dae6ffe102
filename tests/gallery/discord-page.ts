/** Messages as Discord's dark theme shows them. An approximation: fonts and distances differ from the real client. */
import { type Json, record, records, text } from '../fakes/json.ts';
import { markdownToHtml } from './discord-markdown.ts';
import { escapeHtml, htmlPage } from './html.ts';

export interface DiscordItem {
  /** What was asked; left out for what is sent unasked. */
  readonly asked?: string;
  /** The body of the message as it was posted. */
  readonly body: Json;
}

const STYLE = `
body{background:#1a1a1e;color:#dfe0e2;font:16px/22px "gg sans","Noto Sans",sans-serif}
.m{position:relative;padding:10px 16px 6px 72px;margin-bottom:6px}
.phone .m{padding-left:60px;padding-right:10px}
.m .a{position:absolute;left:16px;top:12px;width:40px;height:40px;border-radius:50%;background:#5865f2;display:flex;align-items:center;justify-content:center;font-weight:700;color:#fff}
.phone .m .a{left:10px}
.n{font-weight:600;color:#fff}
.n .tag{background:#5865f2;border-radius:4px;font-size:10px;padding:1px 5px;margin:0 6px;vertical-align:2px}
.n time{font-size:12px;color:#94959c;font-weight:400}
.cmd{font-size:13px;color:#94959c;margin:0 0 4px}
.cmd b{color:#c9cdfb;font-weight:500;background:#5865f233;border-radius:3px;padding:0 3px}
.em{border-left:4px solid #3a3a41;background:#242429;border-radius:4px;padding:10px 16px 14px 12px;max-width:516px;margin-top:4px;font-size:14px;line-height:18px;overflow-wrap:anywhere}
.phone .em{max-width:none}
.em h3{margin:8px 0 2px;font-size:16px;line-height:20px;font-weight:700;color:#fff}
.em h3:first-child{margin-top:0}
.em p{margin:0}
.em p.e{height:10px}
.em ul{margin:2px 0 0;padding-left:18px}
.em li{margin-bottom:3px}
.card{border-radius:8px;padding:12px 16px}
.card hr{border:0;border-top:1px solid #3a3a41;margin:12px 0}
.em small,.foot{display:block;font-size:12px;line-height:16px;color:#94959c;margin-top:2px}
.foot{margin-top:8px}
.m a{color:#6ea6f5}
.m code{background:#111214;border-radius:4px;padding:1px 3px;font:12px "Noto Sans Mono",monospace}
.q{display:flex;gap:8px;margin:2px 0}
.q>i{flex:0 0 4px;background:#4e4e57;border-radius:4px}
.row{display:flex;gap:8px;flex-wrap:wrap;margin-top:8px;max-width:516px}
.b{background:#97979f1f;border:1px solid #97979f14;color:#fff;border-radius:8px;padding:6px 15px;font-size:14px;font-weight:500;line-height:18px}
.b.s1{background:#5865f2}.b.s3{background:#248046}.b.s4{background:#da373c}
.menu{flex:1 1 100%;background:#17171a;color:#94959c;display:flex;justify-content:space-between;font-weight:400}`;

/** `width` is in CSS pixels; below 500 it is a telephone. */
export function discordPage(items: readonly DiscordItem[], width: number): string {
  const body = items.map(itemToHtml).join('');
  return htmlPage(width < 500 ? `<div class="phone">${body}</div>` : body, STYLE, width);
}

function itemToHtml({ asked, body }: DiscordItem): string {
  const content = text(body['content']);
  return [
    '<div class="m">',
    asked === undefined ? '' : `<div class="cmd">↱ <b>ayesha</b> used <b>${escapeHtml(asked)}</b></div>`,
    '<div class="a">T</div><div class="n">Truceline<span class="tag">APP</span><time>15:28</time></div>',
    content === '' ? '' : `<div>${markdownToHtml(content)}</div>`,
    ...records(body['embeds']).map(embedToHtml),
    ...records(body['components']).map(componentToHtml),
    '</div>',
  ].join('');
}

const [ACTION_ROW, TEXT_DISPLAY, SEPARATOR, CONTAINER] = [1, 10, 14, 17];

function componentToHtml(one: Json): string {
  switch (one['type']) {
    case ACTION_ROW:
      return rowToHtml(one);
    case TEXT_DISPLAY:
      return `<div>${markdownToHtml(text(one['content']))}</div>`;
    case SEPARATOR:
      return '<hr>';
    case CONTAINER:
      return `<div class="em card" style="${edgeOf(one['accent_color'])}">${records(one['components']).map(componentToHtml).join('')}</div>`;
    default:
      throw new Error(`No component of type ${String(one['type'])} is drawn`);
  }
}

function edgeOf(color: unknown): string {
  return typeof color === 'number' ? `border-left-color:#${color.toString(16).padStart(6, '0')}` : '';
}

function embedToHtml(embed: Json): string {
  const title = text(embed['title']);
  const footer = text(record(embed['footer'])['text']);
  return [
    `<div class="em" style="${edgeOf(embed['color'])}">`,
    title === '' ? '' : `<h3>${markdownToHtml(title).replaceAll(/<\/?p>/gu, '')}</h3>`,
    markdownToHtml(text(embed['description'])),
    footer === '' ? '' : `<div class="foot">${escapeHtml(footer)}</div>`,
    '</div>',
  ].join('');
}

const SELECT = 3;

function rowToHtml(row: Json): string {
  const shown = records(row['components']).map((one) => {
    if (one['type'] !== SELECT)
      return `<span class="b s${Number(one['style'])}">${escapeHtml(text(one['label']))}</span>`;
    const chosen = records(one['options']).find((option) => option['default'] === true);
    const label = text(chosen?.['label'] ?? one['placeholder']) || 'Make a selection';
    return `<span class="b menu">${escapeHtml(label)}<span>▾</span></span>`;
  });
  return `<div class="row">${shown.join('')}</div>`;
}
