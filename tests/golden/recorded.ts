/**
 * Compares what the bot says with what was recorded, byte for byte. Where words are meant to change, `npm run golden` records them
 * anew: read what it changed in `tests/golden/recorded` before you commit it.
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
  'desk-post',
  'desk-change',
  'desk-review',
  'desk-drafts',
  'desk-drill',
  'desk-form',
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

/** Throws at the first line that differs, and where nothing was recorded; records instead where `GOLDEN=record` is set. */
export async function matchesRecorded(group: Group, text: string): Promise<void> {
  const path = join(FOLDER, `${group}.txt`);
  const said = text.endsWith('\n') ? text : `${text}\n`;
  if (process.env['GOLDEN'] === 'record') return writeFile(path, said);
  const recorded = await readFile(path, 'utf8');
  if (recorded !== said) throw new Error(firstDifference(group, recorded, said));
}

function firstDifference(group: Group, recorded: string, said: string): string {
  const [was, is] = [recorded.split('\n'), said.split('\n')];
  const index = was.findIndex((line, at) => line !== is[at]);
  const line = index === -1 ? was.length : index;
  const headings = is.slice(0, line + 1).filter((one) => /^(?:####|====|----)/u.test(one));
  const near = ['####', '====', '----'].map((mark) => headings.findLast((one) => one.startsWith(mark)) ?? mark);
  const where = `recorded/${group}.txt:${line + 1}`;
  return [where, ...near, `recorded: ${was[line] ?? '(the end)'}`, `said:     ${is[line] ?? '(the end)'}`].join('\n');
}
