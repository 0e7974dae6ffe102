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
import { type Reply, reply } from '../src/core/reply/reply.ts';
import { fitsScreen, listOnScreen } from '../src/core/reply/screen.ts';
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
    if (wanted) return explain(wanted, context);
    // In a chat with others the list must not reveal who moderates.
    const roles = place.isPrivate ? await currentRoles(asker, context) : asker.roles;
    const usable = commands.filter((one) => hasRoleFor({ roles }, one));
    const title = language.spans('help-title');
    const more: Block = {
      kind: 'note',
      spans: language.spans('help-more', { example: exampleWithValues(usable, context) }),
    };
    // What everybody may ask comes first.
    const brief = usable.toSorted((a, b) => Number(a.who !== 'anyone') - Number(b.who !== 'anyone'));
    const lines = brief.map((one) => toLine(one, [], context));
    return reply({
      title,
      blocks: [...listOnScreen(lines, [{ kind: 'heading', spans: title }, more]), more],
      details: [
        {
          name: 'all',
          label: language.text('help-all-button', { count: usable.length }),
          blocks: () => [
            { kind: 'list', items: usable.map((one) => toLine(one, Object.keys(one.params), context)) },
            { kind: 'note', spans: language.spans('help-quotation-marks') },
          ],
        },
      ],
    });
  },
});

/** Of the first command that has one. */
function exampleWithValues(usable: readonly AnyCommand[], context: CommandContext): string {
  return usable.map((one) => exampleOf(one, context)).find((line) => line.includes(':')) ?? '';
}

function toLine(one: AnyCommand, params: readonly string[], { language }: CommandContext): Spans {
  const options = params.map((name) => `[${name}]`).join(' ');
  const usage: Spans = [named(one), ...(options === '' ? [] : [' ', { kind: 'code' as const, text: options }])];
  return language.spans('help-line', { usage, summary: describeCommand(one, language) });
}

function named({ name }: AnyCommand): Span {
  return { kind: 'command', text: `/${name}`, name };
}

function explain(one: AnyCommand, context: CommandContext): Reply {
  const { language } = context;
  const params = Object.entries(one.params).map(([name, param]): Spans => {
    const line = language.spans('help-param', {
      name: { kind: 'code', text: `${name}:` },
      what: describeParam(one, name, language),
    });
    const values = valuesOf(param, context).map(quoted);
    return values.length === 0 ? line : [...line, ' ', ...language.spans('help-values', { values: values.join(', ') })];
  });
  const title: Spans = [`/${one.name}`];
  const lead: readonly Block[] = [
    // Some commands explain what readers see of them, e.g. a drill.
    ...(language.has(`command-${one.name}-what`)
      ? [{ kind: 'text' as const, spans: language.spans(`command-${one.name}-what`) }]
      : []),
    { kind: 'text', spans: [describeCommand(one, language)] },
  ];
  const list: readonly Block[] = params.length === 0 ? [] : [{ kind: 'list', items: params }];
  const example = exampleOf(one, context);
  const end: Block = {
    kind: 'note',
    spans: language.spans('help-example', { example: { kind: 'code', text: example } }),
  };
  const whole = [...lead, ...list, end];
  if (fitsScreen([{ kind: 'heading', spans: title }, ...whole])) return reply({ title, blocks: whole });
  return reply({
    title,
    blocks: [
      ...lead,
      { kind: 'text', spans: language.spans('help-params', { params: Object.keys(one.params).join(', ') }) },
      end,
    ],
    details: [
      {
        name: 'params',
        label: language.text('help-params-button', { count: params.length }),
        blocks: () => [...list, { kind: 'note', spans: language.spans('help-quotation-marks') }],
      },
    ],
  });
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
    case 'channel':
      return [];
  }
}
