/** Discord's markdown as HTML: as much of it as the bot's renderer writes. An approximation for looking at. */
import { escapeHtml } from './html.ts';

/** What is escaped is put aside first, so that it is never read as markup. */
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!~|>:<@&$%^=,;?'"/])/gu;
const ASIDE = /\uE000(\d+)\uE001/gu;
const CODE = /\uE002(\d+)\uE003/gu;

/** As a reader in UTC sees `<t:…:f>`. */
const INSTANT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

export function markdownToHtml(source: string): string {
  const escaped: string[] = [];
  const text = source.replaceAll(ESCAPED, (_, sign: string) => `\uE000${escaped.push(sign) - 1}\uE001`);
  const inline = (line: string) =>
    inlineToHtml(line).replaceAll(ASIDE, (_, at: string) => escapeHtml(escaped[Number(at)] ?? ''));
  return blocksOf(text.split('\n'), inline).join('');
}

function inlineToHtml(line: string): string {
  const codes: string[] = [];
  const text = line.replaceAll(/`([^`]+)`/gu, (_, code: string) => `\uE002${codes.push(code) - 1}\uE003`);
  return escapeHtml(text)
    .replaceAll(/\[([^\]]*)\]\((?:&lt;)?[^)\s]*?(?:&gt;)?\)/gu, '<a>$1</a>')
    .replaceAll(/\*\*([^*]+)\*\*/gu, '<b>$1</b>')
    .replaceAll(/\*([^*]+)\*/gu, '<i>$1</i>')
    .replaceAll(/&lt;t:(\d+):f&gt;/gu, (_, seconds: string) => INSTANT.format(Number(seconds) * 1000))
    .replaceAll(CODE, (_, at: string) => `<code>${escapeHtml(codes[Number(at)] ?? '')}</code>`);
}

interface Run {
  readonly kind: 'list' | 'quote';
  readonly lines: readonly string[];
}

/** Lines become blocks; items of a list, and lines of a quotation, that follow each other are one. */
function blocksOf(lines: readonly string[], inline: (line: string) => string): readonly string[] {
  const html: string[] = [];
  let run: Run | undefined;
  const flush = () => {
    if (run?.kind === 'list') html.push(`<ul>${run.lines.map((line) => `<li>${line}</li>`).join('')}</ul>`);
    if (run?.kind === 'quote') html.push(`<div class="q"><i></i><div>${run.lines.join('<br>')}</div></div>`);
    run = undefined;
  };
  const goOn = (kind: Run['kind'], line: string) => {
    if (run?.kind !== kind) flush();
    run = { kind, lines: [...(run?.lines ?? []), inline(line)] };
  };
  for (const line of lines) {
    const [, mark = '', rest = line] = /^(#{1,3} |-# |- |> ?)?(.*)$/su.exec(line) ?? [];
    if (mark === '- ') goOn('list', rest);
    else if (mark.startsWith('>')) goOn('quote', rest);
    else {
      flush();
      if (mark === '-# ') html.push(`<small>${inline(rest)}</small>`);
      else if (mark.startsWith('#')) html.push(`<h3>${inline(rest)}</h3>`);
      else html.push(line === '' ? '<p class="e"></p>' : `<p>${inline(line)}</p>`);
    }
  }
  flush();
  return html;
}
