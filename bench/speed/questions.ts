/** Questions to ask a bot: one again and again, or each only once. */
import type { RawArguments } from '../../src/core/reply/reply.ts';

export interface Question {
  readonly command: string;
  readonly args: RawArguments;
}

export const USUAL: Question = { command: 'ceasefire', args: {} };

const FIRST_DAY = '2025-10-10';
const DAYS = 195;

/** No two alike, on all days of the shipped dossier, the commands in turn. */
export const NEW_QUESTIONS: readonly Question[] = Array.from({ length: DAYS }, (_, index) => {
  // A step that shares no divisor with the number of days meets each once, far from the one before.
  const day = Temporal.PlainDate.from(FIRST_DAY).add({ days: (index * 71) % DAYS });
  const on = day.toString();
  return [
    { command: 'ceasefire', args: { on } },
    { command: 'casualties', args: { on } },
    { command: 'quotes', args: { on } },
    { command: 'casualties', args: { who: 'civilian', on } },
    { command: 'changes', args: { since: on, until: day.add({ days: 7 }).toString() } },
    { command: 'quotes', args: { topic: 'ceasefire', on } },
  ];
}).flat();

/** As they were known on each of those days. */
export const EARLIER_VIEWS: readonly Question[] = NEW_QUESTIONS.flatMap(({ command, args: { on } }) =>
  on === undefined ? [] : [{ command, args: { known: on } }],
).filter(
  ({ command, args }, index, all) =>
    all.findIndex((other) => other.command === command && other.args.known === args.known) === index,
);

/** As it is typed. */
export function typed({ command, args }: Question): string {
  return [`/${command}`, ...Object.entries(args).map(([name, value]) => `${name}:${value}`)].join(' ');
}
