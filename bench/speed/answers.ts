/** What an answer takes of the processor, on each platform, beside what the bare SDKs take for a constant text. */
import { type Row, spread } from '../measure.ts';
import type { Fakes, MeasuredBot } from './measured-bot.ts';
import { type Question, typed } from './questions.ts';

export type PlatformName = 'discord' | 'telegram';

/** Each question by another person, so that nobody asks too often. */
export async function ask(platform: PlatformName, { command, args }: Question, fakes: Fakes): Promise<void> {
  if (platform === 'discord') await fakes.discord.user().slash(command, args);
  else await fakes.telegram.user().says(typed({ command, args }));
}

/** Milliseconds of the processor for each of `questions`, asked one after the other. */
export async function cpuPerAnswer(
  bot: MeasuredBot,
  fakes: Fakes,
  platform: PlatformName,
  questions: readonly Question[],
): Promise<number> {
  const before = await bot.use();
  for (const question of questions) await ask(platform, question, fakes);
  return ((await bot.use()).cpuMs - before.cpuMs) / questions.length;
}

/** One row: ours beside a baseline, each measured several times in turns. `isMet` judges the medians. */
export function comparedRow(
  what: string,
  ours: readonly number[],
  bare: readonly number[],
  {
    wanted,
    isMet,
    unit = 'ms',
  }: {
    readonly wanted: string;
    readonly isMet: (ours: number, ratio: number) => boolean;
    readonly unit?: string;
  },
): Row {
  const [a, b] = [spread(ours), spread(bare)];
  const ratio = a.median / b.median;
  const say = ({ median, least, most }: typeof a) =>
    `${median.toFixed(2)} ${unit} (${least.toFixed(2)}–${most.toFixed(2)})`;
  return { what, ours: say(a), baseline: say(b), ratio: ratio.toFixed(2), wanted, isMet: isMet(a.median, ratio) };
}
