/** docs/your-conflict.md: every rule has its row, and each message that it quotes is one that the code says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { conflictSchema } from '../../src/core/dossier/conflict.ts';
import { filesIn } from '../architecture/sources.ts';

const page = readFileSync('docs/your-conflict.md', 'utf8');
const rows = [...page.matchAll(/^\| (R\d+) \| (.+?) \| (.+) \|$/gmu)].map(([, rule = '', , message = '']) => ({
  rule,
  messages: [...message.matchAll(/`([^`]+)`/gu)].map(([, text = '']) => text),
}));
const source = [...filesIn('src/core/dossier', 'src/dossier-files'), 'src/command-line.ts']
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('docs/your-conflict.md', () => {
  test('has the rules R1 to R24, each once', () => {
    expect(rows.map(({ rule }) => rule)).toEqual([...Array(24).keys()].map((index) => `R${index + 1}`));
  });

  test('quotes messages as the code says them', () => {
    const quoted = rows.flatMap(({ messages }) => messages);
    expect(quoted.length).toBeGreaterThan(20);
    const parts = quoted.flatMap((message) => message.split('…').map((part) => part.trim())).filter(Boolean);
    expect(parts.filter((part) => !source.includes(part))).toEqual([]);
  });

  test('has every message that names a rule', () => {
    const named = [...source.matchAll(/[^{}'`“”]{12,}\((R\d+)\)['`]/gu)].map(([text = '', rule]) => ({ text, rule }));
    expect(named.length).toBeGreaterThan(6);
    const missing = named.filter(({ text }) => !page.includes(text.replace(/['`]$/u, '').trim()));
    expect(missing).toEqual([]);
  });

  test('describes every field of conflict.json', () => {
    const described = new Set([...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gmu)].flatMap(([, names = '']) => names));
    const fields = Object.keys(conflictSchema.shape);
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.filter((field) => ![...described].some((names) => names.includes(`\`${field}\``)))).toEqual([]);
  });
});
