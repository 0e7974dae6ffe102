/** /help: lists the commands, or explains one. Derived from their declarations. */

import {
  type AnyCommand,
  type CommandContext,
  command,
  type NamingContext,
  type Param,
} from '../src/core/chat/command.ts';
import { describeCommand, describeParam, exampleOf } from '../src/core/chat/describe-command.ts';
import { currentRoles, hasRoleFor } from '../src/core/chat/roles.ts';
import { reply } from '../src/core/reply/reply.ts';
import type { Block, Span, Spans } from '../src/core/reply/span.ts';
import { quoted } from '../src/core/reply/visible.ts';

const commandNames = ({ commands }: NamingContext) =>
  commands.map(({ name }) => ({ id: name, label: `/${name}`, aliases: [] }));

export default command({
  name: 'help',
  who: 'anyone',
  params: { command: { kind: 'name', names: commandNames, rest: true } },
  async run(args, context) {
    const { commands, asker, place, language } = context;
    const wanted = commands.find(({ name }) => name === args.command?.id);
    if (wanted) return reply({ blocks: explain(wanted, context) });
    // In a chat with others the list must not reveal who moderates.
    const roles = place.isPrivate ? await currentRoles(asker, context) : asker.roles;
    const usable = commands.filter((one) => hasRoleFor({ roles }, one));
    return reply({
      blocks: [
        { kind: 'heading', spans: language.spans('help-title') },
        { kind: 'list', items: usable.map((one) => toLine(one, context)) },
        { kind: 'note', spans: language.spans('help-more', { example: exampleWithValues(usable, context) }) },
      ],
    });
  },
});

/** Of the first command that has one. */
function exampleWithValues(usable: readonly AnyCommand[], context: CommandContext): string {
  return usable.map((one) => exampleOf(one, context)).find((line) => line.includes(':')) ?? '';
}

function toLine(one: AnyCommand, { language }: CommandContext): Spans {
  const params = Object.keys(one.params).map((name) => `[${name}]`);
  const usage: Spans = [
    named(one),
    ...(params.length === 0 ? [] : [' ', { kind: 'code' as const, text: params.join(' ') }]),
  ];
  return language.spans('help-line', { usage, summary: describeCommand(one, language) });
}

function named({ name }: AnyCommand): Span {
  return { kind: 'command', text: `/${name}`, name };
}

function explain(one: AnyCommand, context: CommandContext): readonly Block[] {
  const { language } = context;
  const params = Object.entries(one.params).map(([name, param]): Spans => {
    const line = language.spans('help-param', {
      name: { kind: 'code', text: `${name}:` },
      what: describeParam(one, name, language),
    });
    const values = valuesOf(param, context).map(quoted);
    return values.length === 0 ? line : [...line, ' ', ...language.spans('help-values', { values: values.join(', ') })];
  });
  const example = exampleOf(one, context);
  return [
    { kind: 'heading', spans: [named(one)] },
    // Some commands explain what readers see of them, e.g. a drill.
    ...(language.has(`command-${one.name}-what`)
      ? [{ kind: 'text' as const, spans: language.spans(`command-${one.name}-what`) }]
      : []),
    { kind: 'text', spans: [describeCommand(one, language)] },
    ...(params.length === 0 ? [] : [{ kind: 'list' as const, items: params }]),
    { kind: 'note', spans: language.spans('help-example', { example: { kind: 'code', text: example } }) },
  ];
}

/** All values that the parameter offers. There can be hundreds of names, so only the first few. */
function valuesOf(param: Param, context: NamingContext): readonly string[] {
  switch (param.kind) {
    case 'choice':
      return param.choices;
    case 'text':
      return param.offered ?? [];
    case 'name':
      return param
        .names(context)
        .slice(0, 6)
        .map(({ id }) => id);
    case 'date':
      return [];
  }
}
