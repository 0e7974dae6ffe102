/** Runs a command: flood limit, permission, parsing, reply. Errors become answers in this file and nowhere else. */

import { dayOf, endOfDay } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Store } from '../ports/store.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import type { Turns } from '../ports/turns.ts';
import type { Language } from '../reply/language.ts';
import type { Page } from '../reply/page.ts';
import type { PageLimits } from '../reply/page-limits.ts';
import { type RawArguments, type Reply, reply } from '../reply/reply.ts';
import type { Block } from '../reply/span.ts';
import { UserError, UserErrors } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { nearest } from '../wording/nearest.ts';
import type { Asker, Chat } from './asker.ts';
import { type AuditRecord, audited } from './audit.ts';
import { decodePress, type Press } from './button.ts';
import type { AnyCommand, Args, Params, Posting } from './command.ts';
import type { FloodLimit } from './flood-limit.ts';
import type { KeptPages } from './kept-pages.ts';
import { parseArgs } from './parse-args.ts';
import { parseRawArguments } from './raw-arguments.ts';
import { authorise, isModerating, type Team } from './roles.ts';
import { toPage } from './to-page.ts';

/** A command as an adapter received it. */
export interface CommandCall {
  readonly command: string;
  /** A text on platforms without named options: all that was typed after the command's name. */
  readonly args: RawArguments | string;
  readonly asker: Asker;
  readonly place: Chat;
  /** Text without a command that answers the question of a draft; see `runFreeText`. */
  readonly freeText?: string;
  /** Answers of a form to several questions of a draft, by field; see `answerForm`. */
  readonly formAnswers?: Readonly<Record<string, string>>;
}

/** All that running commands needs; built once by `main`. */
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
  /** Undefined: everything is worked on at once. */
  readonly turns?: Turns;
  /** Pages of commands that say `isKept`. Undefined: each is composed anew. */
  readonly kept?: KeptPages;
  /** Unix time in ms. */
  readonly clock: () => number;
  /** Logs a bug and returns the id under which it is found in the log. */
  readonly reportBug: (error: unknown, call: Pick<CommandCall, 'command' | 'place'>) => string;
  /** Records every moderating command, refused ones too, but none beyond the flood limit. */
  readonly audit: (record: AuditRecord) => void;
}

/**
 * Always resolves to a page. A `UserError` is answered in its own words; any other error is logged, and the answer
 * gives its id. `limits` are the platform's. `shown` says what of the answer is shown, by default its beginning.
 */
export function runCommand(
  call: CommandCall,
  limits: PageLimits,
  engine: Engine,
  shown: Shown = { page: 0 },
): Promise<Page> {
  return inTurn(call, engine, () => runShown(call, limits, engine, shown));
}

type Shown = Omit<Press, 'command' | 'args'>;

function inTurn<T>({ asker }: Pick<CommandCall, 'asker'>, { turns }: Engine, work: () => Promise<T>): Promise<T> {
  return turns === undefined ? work() : turns.take(asker.id, work);
}

async function runShown(call: CommandCall, limits: PageLimits, engine: Engine, shown: Shown): Promise<Page> {
  const answering = { ...call, options: shown.options };
  return answerErrors(answering, limits, engine, async () => {
    // Refusing a form would lose its answers. Opening the form was counted.
    if (call.formAnswers === undefined) refuseFlood(call.asker, engine);
    const command = findCommand(call.command, engine.commands);
    return audited(command, call, engine, async () => {
      const asker = await authorise(command, call.asker, call.place, engine);
      const args = typeof call.args === 'string' ? parseRawArguments(call.args, command.params) : call.args;
      const asked = { now: engine.clock(), dossier: engine.dossier() };
      const compose = async () => {
        const answer = await run(command, args, { ...call, asker }, asked, engine);
        return toPage(answer, { ...(answer.showAgain ?? { command: command.name, args }), ...shown }, limits, engine);
      };
      if (engine.kept === undefined || !mayBeKept(command)) return compose();
      const key = [command.name, Object.entries(args), shown, daysOf(asked, engine), engine.language.tag];
      return engine.kept.of({ dossier: asked.dossier, limits }, key, compose);
    });
  });
}

/** What an answer depends on beside the question. `now` is Unix time in ms. */
interface Asked {
  readonly now: number;
  readonly dossier: Dossier;
}

/** Whatever a command says of itself: what not everybody may read is composed for whoever asks. */
function mayBeKept({ isKept, isConfidential, who }: AnyCommand): boolean {
  return isKept === true && isConfidential !== true && who === 'anyone';
}

/** Ledgers are read by the days of UTC. */
function daysOf({ now }: Asked, { timezone }: Engine): readonly string[] {
  return [timezone, dayOf(now, timezone), dayOf(now, 'UTC')];
}

/** As `runCommand`, for the data of a pressed button. It may be forged or out of date, and a press may arrive twice. */
export function runPress(
  data: string,
  who: Pick<CommandCall, 'asker' | 'place'>,
  limits: PageLimits,
  engine: Engine,
): Promise<Page> {
  return inTurn(who, engine, () =>
    answerErrors({ command: 'button', ...who }, limits, engine, async () => {
      const { command, args, ...shown } = await decodePress(data, engine.store);
      return runShown({ ...who, command, args }, limits, engine, shown);
    }),
  );
}

/** The command that takes answers to the questions of a draft. */
export const DRAFTS_COMMAND = 'drafts';

/**
 * As `runCommand`, for text without a command in a private chat: it answers the question of the asker's current draft.
 * Undefined if no draft asks anything. The draft is in the store, so a restart in between makes no difference.
 */
export async function runFreeText(
  freeText: string,
  who: Pick<CommandCall, 'asker' | 'place'>,
  limits: PageLimits,
  engine: Engine,
): Promise<Page | undefined> {
  if (!who.place.isPrivate) return undefined;
  const [asked] = await engine.posting.drafts.list({ author: who.asker.id, isAsked: true });
  if (asked === undefined) return undefined;
  return runCommand({ ...who, command: DRAFTS_COMMAND, args: {}, freeText }, limits, engine);
}

async function answerErrors(
  call: Pick<CommandCall, 'command' | 'place'> & { readonly options?: string | undefined },
  limits: PageLimits,
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
    const all = error instanceof UserErrors ? error.all.map(({ id, args }) => language.spans(id, args)) : [];
    const audience = error instanceof UserError && error.isRepeated ? 'asker-quietly' : 'asker';
    const offers = error instanceof UserError ? error.offers : [];
    const actions = offers.map((offer) => ({ ...offer, command: call.command.toLowerCase() }));
    const list: readonly Block[] = all.length === 0 ? [] : [{ kind: 'list', items: all }];
    const choosing = error instanceof UserError ? error.choosing : undefined;
    const choices = choosing ? [{ ...choosing, label: language.text('choice-which') }] : [];
    const said = reply({ blocks: [{ kind: 'text', spans }, ...list], audience, actions, choices });
    const again = choosing
      ? { command: call.command.toLowerCase(), args: choosing.args }
      : { command: 'help', args: {} };
    const options = call.options === undefined ? {} : { options: call.options };
    return toPage(said, { ...again, ...options, page: 0 }, limits, engine);
  }
}

function refuseFlood({ id }: Asker, { floodLimit, clock }: Engine): void {
  const refusal = floodLimit(id, clock());
  if (refusal !== 0)
    throw new UserError('error-flood', { seconds: Math.ceil(refusal.waitMs / 1000) }, !refusal.isFirst);
}

/**
 * The nearest names may be of moderating commands. The list of all commands leaves them out, as everybody may see it.
 */
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

/** A command with `known:` gets the dossier as it was known then, so that no command can forget to look it up. */
async function run(
  command: AnyCommand,
  raw: RawArguments,
  { asker, place, freeText, formAnswers }: CommandCall,
  { now, dossier: current }: Asked,
  engine: Engine,
): Promise<Reply> {
  const today = dayOf(now, engine.timezone);
  const args = parseArgs(raw, command.params, { ...engine, dossier: current, today });
  const known = knownOf(command.params, args);
  const dossier = known === undefined ? current : current.asKnownAt(endOfDay(known));
  const answer = await command.run(args, { ...engine, dossier, now, asker, place, freeText, formAnswers });
  // Whatever audience the command chose, a confidential answer is hidden from others.
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
