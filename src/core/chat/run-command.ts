/** From what was typed to a reply: flood limit, find the command, permission, parse, run. The one place where errors become words. */

import type { Dossier } from '../dossier/dossier.ts';
import { dayOf, endOfDay } from '../dossier/knowledge.ts';
import type { Store } from '../ports/store.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import type { Language } from '../reply/language.ts';
import type { Page } from '../reply/page.ts';
import { type RawArguments, type Reply, reply } from '../reply/reply.ts';
import type { Fits } from '../reply/split-blocks.ts';
import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { nearest } from '../wording/nearest.ts';
import type { Asker, Chat } from './asker.ts';
import { type AuditRecord, audited } from './audit.ts';
import { decodePress } from './button.ts';
import type { AnyCommand, Args, Params, Posting } from './command.ts';
import type { FloodLimit } from './flood-limit.ts';
import { parseArgs } from './parse-args.ts';
import { parseRawArguments } from './raw-arguments.ts';
import { authorise, isModerating, type Team } from './roles.ts';
import { toPage } from './to-page.ts';

/** A question, as an adapter hands it on. */
export interface CommandCall {
  readonly command: string;
  /** Text where the platform has no named options: all that was typed after the command's name. */
  readonly args: RawArguments | string;
  readonly asker: Asker;
  readonly place: Chat;
  /** Free words that answer what a draft asks; see `runTalk`. */
  readonly freeText?: string;
  /** Answers to several questions of a draft, by field; see `answerForm`. */
  readonly formAnswers?: Readonly<Record<string, string>>;
}

/** All that answering needs; built once by `main`. */
export interface Engine extends Team {
  readonly commands: readonly AnyCommand[];
  /** The dossier as it is known now; a getter, since moderators and other processes add to it. */
  readonly dossier: () => Dossier;
  readonly store: Store;
  readonly subscriptions: Subscriptions;
  readonly posting: Posting;
  readonly language: Language;
  readonly timezone: string;
  readonly staleAfterDays: number;
  readonly floodLimit: FloodLimit;
  /** Unix time in ms. */
  readonly clock: () => number;
  /** Logs a bug and returns the id under which it is found in the log. */
  readonly reportBug: (error: unknown, call: Pick<CommandCall, 'command' | 'place'>) => string;
  /** Told of every moderating command, refused ones too; not of those beyond the flood limit. */
  readonly audit: (record: AuditRecord) => void;
}

/**
 * Always resolves to a page: errors for the asker are said, anything else is logged with an id and answered with it.
 * `fits` is the platform's; `page` counts from 0 and is the last one where the answer has fewer.
 */
export async function runCommand(call: CommandCall, fits: Fits, engine: Engine, page = 0): Promise<Page> {
  return answerErrors(call, fits, engine, async () => {
    // A form that was filled in would be lost; opening it counted.
    if (call.formAnswers === undefined) refuseFlood(call.asker, engine);
    const command = findCommand(call.command, engine.commands);
    return audited(command, call, engine, async () => {
      const asker = await authorise(command, call.asker, call.place, engine);
      const args = typeof call.args === 'string' ? parseRawArguments(call.args, command.params) : call.args;
      const answer = await run(command, args, { ...call, asker }, engine);
      return toPage(answer, { ...(answer.showAgain ?? { command: command.name, args }), page }, fits, engine);
    });
  });
}

/** As `runCommand`, for a button's data as it came back: it may be forged, stale, or pressed twice. */
export async function runPress(
  data: string,
  who: Pick<CommandCall, 'asker' | 'place'>,
  fits: Fits,
  engine: Engine,
): Promise<Page> {
  return answerErrors({ command: 'button', ...who }, fits, engine, async () => {
    const { command, args, page } = await decodePress(data, engine.store);
    return runCommand({ ...who, command, args }, fits, engine, page);
  });
}

/** The command that answers to what a draft asks are handed to. */
export const DRAFTS_COMMAND = 'drafts';

/**
 * As `runCommand`, for words without a command in a private place: an answer to what a draft of the asker's asks. Undefined
 * where none does. The state is in the store: it makes no difference whether the bot was started anew in between.
 */
export async function runFreeText(
  freeText: string,
  who: Pick<CommandCall, 'asker' | 'place'>,
  fits: Fits,
  engine: Engine,
): Promise<Page | undefined> {
  if (!who.place.isPrivate) return undefined;
  const [asked] = await engine.posting.drafts.list({ author: who.asker.id, isAsked: true });
  if (asked === undefined) return undefined;
  return runCommand({ ...who, command: DRAFTS_COMMAND, args: {}, freeText }, fits, engine);
}

async function answerErrors(
  call: Pick<CommandCall, 'command' | 'place'>,
  fits: Fits,
  engine: Engine,
  work: () => Promise<Page>,
): Promise<Page> {
  try {
    return await work();
  } catch (error) {
    const { language } = engine;
    const spans =
      error instanceof UserError
        ? language.spans(error.id, error.args)
        : language.spans('error-bug', { id: engine.reportBug(error, call) });
    const audience = error instanceof UserError && error.isRepeated ? 'asker-quietly' : 'asker';
    const said = reply({ blocks: [{ kind: 'text', spans }], audience });
    return toPage(said, { command: 'help', args: {}, page: 0 }, fits, engine);
  }
}

function refuseFlood({ id }: Asker, { floodLimit, clock }: Engine): void {
  const refusal = floodLimit(id, clock());
  if (refusal !== 0)
    throw new UserError('error-flood', { seconds: Math.ceil(refusal.waitMs / 1000) }, !refusal.isFirst);
}

/** A mistyped moderating command is understood too; the list of what can be asked is for everybody, and leaves them out. */
function findCommand(name: string, commands: readonly AnyCommand[]): AnyCommand {
  const found = commands.find((command) => command.name === name.toLowerCase());
  if (found) return found;
  const names = commands.filter((command) => !isModerating(command)).map((command) => command.name);
  const near = nearest(
    name,
    commands.map((command) => command.name),
  );
  const offered = (near.length > 0 ? near : names).map((one) => `/${one}`).join(' ');
  throw new UserError(near.length > 0 ? 'error-command-near' : 'error-command-unknown', {
    typed: visible(name),
    offered,
  });
}

/** A command that takes `known:` gets the dossier of that moment: no command can forget to look at it. */
async function run(
  command: AnyCommand,
  raw: RawArguments,
  { asker, place, freeText, formAnswers }: CommandCall,
  engine: Engine,
): Promise<Reply> {
  const [now, current] = [engine.clock(), engine.dossier()];
  const today = dayOf(now, engine.timezone);
  const args = parseArgs(raw, command.params, { ...engine, dossier: current, today });
  const known = knownOf(command.params, args);
  const dossier = known === undefined ? current : current.asKnownAt(endOfDay(known));
  const answer = await command.run(args, { ...engine, dossier, now, asker, place, freeText, formAnswers });
  // Where others are there, what is confidential is hidden from them, whatever the command thought of.
  return command.isConfidential === true && !place.isPrivate ? { ...answer, audience: 'asker' } : answer;
}

function knownOf(params: Params, args: Args<Params>): string | undefined {
  const name = Object.keys(params).find((key) => {
    const param = params[key];
    return param?.kind === 'date' && param.clock === 'knowledge';
  });
  const value = name === undefined ? undefined : args[name];
  return typeof value === 'object' && 'latest' in value ? value.latest : undefined;
}
