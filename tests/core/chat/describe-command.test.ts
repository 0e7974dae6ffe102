/** The words for commands and parameters: they exist, they are short enough, and the examples work. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { describeCommand, describeParam, exampleOf } from '../../../src/core/chat/describe-command.ts';
import { admin, chatForTests, english, here } from './chat-for-tests.ts';

/** Discord's limit for a description; Telegram's is 256. */
const MAX_DESCRIPTION = 100;
/** An admin and owner in private, who subscribes before they ask how that stands: in the order of the commands. */
const chat = await chatForTests(
  {},
  { asker: { ...admin, roles: new Set(['channel-admin', 'owner'] as const) }, place: { ...here, isPrivate: true } },
);

describe.each(commands.map((command) => [command.name, command] as const))('/%s', (name, command) => {
  it('has a name that both platforms take', () => {
    expect(name).toMatch(/^[a-z]{1,32}$/u);
    for (const param of Object.keys(command.params)) expect(param).toMatch(/^[a-z]{1,32}$/u);
  });

  it('has words, short enough, for itself and for each parameter', () => {
    const words = [
      describeCommand(command, english),
      ...Object.keys(command.params).map((param) => describeParam(command, param, english)),
    ];
    for (const text of words) {
      expect(text).not.toBe('');
      expect(text.length).toBeLessThanOrEqual(MAX_DESCRIPTION);
    }
  });

  it('has at most one parameter for loose words, and it says so in its usage', async () => {
    const rest = Object.values(command.params).filter((param) => 'rest' in param && param.rest);
    expect(rest.length).toBeLessThan(2);
    const help = await chat.saysInFull(`/help ${name}`);
    expect(help).toContain(describeCommand(command, english));
    for (const param of Object.keys(command.params)) expect(help).toContain(`${param}: `);
  });

  it('has an example that is answered on the shipped dossier', async () => {
    const example = exampleOf(command, { dossier: chat.dossier(), language: english });
    const page = await chat.answers(example);
    expect({ example, bugs: chat.bugs }).toEqual({ example, bugs: [] });
    // In private, a confidential answer may be for everybody there: that is the asker alone.
    expect(command.isConfidential ? ['asker', 'here'] : ['here']).toContain(page.audience);
    expect(await chat.says(example)).not.toMatch(/No (figure|quotation) here matches/u);
  });
});

describe('buttons', () => {
  it('have labels of at most 80 characters, Discord’s limit', async () => {
    const labels = (await chat.answers('/ceasefire')).buttons.flat().map(({ label }) => label);
    expect(labels.slice(-2)).toEqual(['Casualty figures', 'Quotes']);
    expect(Math.max(...labels.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});
