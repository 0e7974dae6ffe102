/** A command with everything that a reply can have: details, choices with many options, and styled actions. */
import { type AnyCommand, command } from '../../src/core/chat/command.ts';
import type { Language } from '../../src/core/reply/language.ts';
import { reply } from '../../src/core/reply/reply.ts';
import type { Block } from '../../src/core/reply/span.ts';
import { testWords } from './chat-for-tests.ts';

export const INCIDENTS = 60;
export const LONG_DETAIL = 'Timeline';

const text = (words: string): Block => ({ kind: 'text', spans: [words] });

/** `composed` gets the names of the details that were composed. */
export function layeredCommand(composed: string[] = []): AnyCommand {
  const detail = (name: string, label: string, blocks: readonly Block[]) => ({
    name,
    label,
    blocks: () => {
      composed.push(name);
      return blocks;
    },
  });
  return command({
    name: 'layered',
    who: 'anyone',
    params: { incident: { kind: 'text' }, victims: { kind: 'text' } },
    run: ({ incident, victims = 'all' }) =>
      reply({
        title: [`Figures: ${incident ?? 'all incidents'}, ${victims}`],
        tone: 'unknown',
        blocks: [text('What leads.')],
        details: [
          detail('terms', 'Terms', [text('The terms.'), { kind: 'quotation', text: 'No war', by: ['Somebody'] }]),
          detail('breaches', 'Breaches (3)', [{ kind: 'list', items: [['One'], ['Two'], ['Three']] }]),
          detail(
            'timeline',
            LONG_DETAIL,
            Array.from({ length: 90 }, (_, day) => text(`Day ${day}: ${'long '.repeat(12)}`)),
          ),
        ],
        choices: [
          {
            param: 'incident',
            label: 'Choose an incident',
            options: Array.from({ length: INCIDENTS }, (_, at) => ({ value: `i-${at}`, label: `Incident ${at}` })),
            ...(incident === undefined ? {} : { chosen: incident }),
          },
          {
            param: 'victims',
            label: `Victims: ${victims}`,
            options: ['soldiers', 'civilians', 'fighters of the other side'].map((one) => ({ value: one, label: one })),
            chosen: victims,
          },
        ],
        footer: [{ kind: 'note', spans: ['As of today.'] }],
        actions: [
          { label: 'Approve', command: 'layered', args: { incident: 'approved' }, style: 'success' },
          { label: 'Discard', command: 'layered', args: { incident: 'gone' }, style: 'danger' },
        ],
      }),
  });
}

export const layeredWords: Language = {
  ...testWords,
  has: () => true,
  text: (id, words) => (/^(?:command|param)-/u.test(id) && !testWords.has(id) ? 'A word' : testWords.text(id, words)),
};
