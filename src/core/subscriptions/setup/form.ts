/** The form of /subscribe: what is chosen so far, menus for the rest, and one action that stores exactly that. */
import type { RawArguments, Reply } from '../../reply/reply.ts';
import { reply } from '../../reply/reply.ts';
import type { WordingContext } from '../../wording/wording-context.ts';
import { DEFAULTS } from '../choose-settings.ts';
import { settingsBlocks } from '../settings-blocks.ts';
import { settingsLine } from '../spoken/settings-line.ts';
import type { Settings } from '../subscription.ts';
import { argumentsOf, changedArguments } from './arguments.ts';
import { choicesOf, STEPS, type Step } from './choices.ts';

export interface Setup {
  readonly settings: Settings;
  readonly step: Step;
  /** What is in force; undefined where there is no subscription. */
  readonly before: Settings | undefined;
  /** The time that was given: a schedule of several times a day has a first one that nobody chose. */
  readonly at: string | undefined;
  /** `channel:` where it was given. */
  readonly where: RawArguments;
  /** What the chat is called. */
  readonly chat: string;
}

/** All of its state is in the arguments of its buttons: it outlives a restart, and storing nothing is the rule. */
export function setupForm(setup: Setup, context: WordingContext): Reply {
  const { settings, step, before, at, where, chat } = setup;
  const { language } = context;
  const kind = before ? 'change' : 'new';
  const base = before ?? DEFAULTS;
  // Each choice keeps the others.
  const changed = changedArguments(settings, base, at);
  const line = { kind: 'code' as const, text: `/subscribe ${settingsLine(settings, base)}` };
  return reply({
    title: language.spans('setup-title', { kind, chat }),
    blocks: settingsBlocks({ settings, status: 'active', resumeAt: null }, context),
    footer: [
      { kind: 'note', spans: language.spans('setup-how', { kind, action: language.text('setup-do', { kind }) }) },
      { kind: 'note', spans: language.spans('setup-typed', { line }) },
    ],
    choices: choicesOf(step, settings, context),
    actions: [
      {
        label: language.text('setup-do', { kind }),
        command: 'subscribe',
        args: { ...argumentsOf(settings), ...where },
        style: 'primary',
      },
      ...STEPS.filter((other) => other !== step).map((other) => ({
        label: language.text('setup-step', { step: other }),
        command: 'subscribe',
        args: { do: other, ...changed, ...where },
      })),
    ],
    showAgain: { command: 'subscribe', args: { do: step, ...changed, ...where } },
  });
}
