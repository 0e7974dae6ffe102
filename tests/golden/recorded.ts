/**
 * Compares what the bot says with what was recorded, byte for byte. Where words are meant to change, `npm run golden`
 * records them anew: read what it changed in `tests/golden/recorded` before you commit it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const FOLDER = join(import.meta.dirname, 'recorded');

/** Every file of the folder; a test compares them with what is there. */
export const GROUPS = [
  'ceasefire',
  'casualties',
  'quotes',
  'changes',
  'changes-lived',
  'history',
  'corrections',
  'help',
  'misunderstood',
  'subscribe',
  'subscription',
  'team',
  'posting-post',
  'posting-change',
  'posting-review',
  'posting-drafts',
  'posting-drill',
  'posting-form',
  'digest-shipped',
  'digest-lived',
  'alert',
  'board',
  'correction-edit',
  'correction-notice',
  'drill',
  'to-people',
  'registered',
  'offered',
  'command-line',
  'exported',
  'terminal',
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * Where and how `text` begins to differ from what was recorded; undefined where it does not. Rejects where nothing
 * was recorded. Where `GOLDEN=record` is set, it is recorded instead.
 */
export async function differenceFrom(group: Group, text: string): Promise<string | undefined> {
  const path = join(FOLDER, `${group}.txt`);
  const said = text.endsWith('\n') ? text : `${text}\n`;
  if (process.env['GOLDEN'] === 'record') await writeFile(path, said);
  const recorded = await readFile(path, 'utf8');
  return recorded === said ? undefined : firstDifference(group, recorded, said);
}

function firstDifference(group: Group, recorded: string, said: string): string {
  const [was, is] = [recorded.split('\n'), said.split('\n')];
  const index = was.findIndex((line, at) => line !== is[at]);
  const line = index === -1 ? was.length : index;
  const headings = is.slice(0, line + 1).filter((one) => /^(?:####|====|----)/u.test(one));
  const near = ['####', '====', '----'].map((mark) => headings.findLast((one) => one.startsWith(mark)) ?? mark);
  const where = `recorded/${group}.txt:${line + 1}`;
  const [before = '(the end)', now = '(the end)'] = [was[line], is[line]];
  const units = Array.from({ length: before.length + 1 }, (_, at) => at);
  const same = units.find((at) => before.charAt(at) !== now.charAt(at)) ?? 0;
  const around = (text: string) => text.slice(Math.max(0, same - 80), same + 160);
  return [where, ...near, `recorded: …${around(before)}`, `said:     …${around(now)}`].join('\n');
}
