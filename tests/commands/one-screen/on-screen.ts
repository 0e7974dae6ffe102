/** Counts what of a message is on the screen, as the narrowest platform shows it, apart from the bot's own measure. */
import { render } from '../../../src/adapters/telegram/render.ts';
import type { Page } from '../../../src/core/reply/page.ts';

/** Characters that are seen, and lines of 42 columns, broken between words, without empty ones. */
export function onScreen({ details: _folded, ...page }: Page): {
  readonly characters: number;
  readonly lines: number;
} {
  const { text: sent } = render({ ...page, details: [], buttons: [] }, 'bot');
  // Signs that only turn the writing are not seen.
  const text = sent.replaceAll(/\p{Cf}/gu, '');
  const written = text.split('\n').filter((line) => line !== '');
  const lines = written.flatMap((line) => {
    const rows = [''];
    for (const word of line.split(' ')) {
      const row = rows.at(-1) ?? '';
      const longer = row === '' ? word : `${row} ${word}`;
      if (longer.length <= 42) rows[rows.length - 1] = longer;
      else rows.push(...(word.match(/.{1,42}/gsu) ?? ['']));
    }
    return rows[0] === '' && rows.length > 1 ? rows.slice(1) : rows;
  });
  return { characters: text.replaceAll('\n', '').length, lines: lines.length };
}
