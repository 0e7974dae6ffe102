/** A command is a value that turns arguments into a reply. Help, slash JSON, menus and completion derive from it. */

import type { Dossier } from '../dossier/dossier.ts';
import type { Edtf } from '../dossier/edtf.ts';
import type { Progress } from '../messages/coverage.ts';
import type { Drafts } from '../ports/drafts.ts';
import type { Planned } from '../ports/outbox.ts';
import type { Store } from '../ports/store.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import type { Language } from '../reply/language.ts';
import type { Reply } from '../reply/reply.ts';
import type { Named } from '../wording/named.ts';
import type { Asker, Chat, Role } from './asker.ts';
import type { Team } from './roles.ts';

export interface ChoiceParam {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  /** Other words for a choice, in lower case: `wounded` for `injured`. Understood, not offered. */
  readonly synonyms?: Readonly<Record<string, string>>;
}

export type Param =
  /** Free words. At most one parameter of a command takes the words typed without a name (`rest`). `offered` are examples. */
  | { readonly kind: 'text'; readonly rest?: true; readonly offered?: readonly string[] }
  | ChoiceParam
  /** A name out of the dossier; ambiguous names are asked back, never guessed (Taliban is not TTP). */
  | {
      readonly kind: 'name';
      readonly names: (context: NamingContext) => readonly Named[];
      readonly rest?: true;
      /** Three letters are no part of a name here (IST is not Istanbul), and one letter at most is mistyped. */
      readonly strict?: true;
    }
  /** A day or a month. `event`: how things stood then, by what is known now. `knowledge`: what would have been answered then. */
  | { readonly kind: 'date'; readonly clock: 'event' | 'knowledge' };

export type Params = Readonly<Record<string, Param>>;

/** What a list of names may depend on. */
export interface NamingContext {
  readonly dossier: Dossier;
  readonly language: Language;
  readonly commands: readonly AnyCommand[];
}

/** The parsed value of a parameter; every parameter may be left out. */
type Arg<P extends Param> = P extends { kind: 'text' }
  ? string
  : P extends { kind: 'choice'; choices: readonly (infer C)[] }
    ? C
    : P extends { kind: 'name' }
      ? Named
      : Edtf;

export type Args<P extends Params> = { readonly [K in keyof P]?: Arg<P[K]> };

/** What a second moderator has to approve, where there are two or more. */
export type Reviewed = 'claims' | 'ceasefire' | 'retractions' | 'developments' | 'quotes' | 'talks' | 'corrections';

/** What moderators write with. */
export interface Posting {
  readonly drafts: Drafts;
  /** How many people may moderate. */
  readonly moderators: () => Promise<number>;
  readonly review: ReadonlySet<Reviewed>;
  /** The platforms whose subscriptions a publication reaches. */
  readonly platforms: readonly string[];
  /** Queues drills; what is queued already stays as it is. Resolves to the number queued. */
  readonly drill: (deliveries: Planned['deliveries']) => Promise<number>;
  /** The dossier with all that the ledger has by now. */
  readonly refresh: () => Promise<Dossier>;
  /** How far the correction at this place in the ledger has come by now. */
  readonly coverage: (seq: number) => Promise<Progress>;
  /** Older than this, in days, and moderators are reminded that there is no newer development. */
  readonly remindAfterDays: number;
}

export interface CommandContext extends Team {
  /** The dossier as known now, or as it was known at the moment that `known:` names. */
  readonly dossier: Dossier;
  readonly commands: readonly AnyCommand[];
  readonly store: Store;
  readonly subscriptions: Subscriptions;
  readonly posting: Posting;
  /** Free words that answer what a draft asks; undefined where a command was given. */
  readonly freeText?: string | undefined;
  /** Answers to several questions of a draft at once, by field; undefined where no form was filled in. */
  readonly formAnswers?: Readonly<Record<string, string>> | undefined;
  /** Unix time in ms. */
  readonly now: number;
  readonly asker: Asker;
  readonly place: Chat;
  readonly language: Language;
  /** IANA name; decides what "today" is. */
  readonly timezone: string;
  /** R15: older than this, in days, and the ceasefire answer leads with "Last known". */
  readonly staleAfterDays: number;
}

export interface Command<P extends Params = Params> {
  /** Lower-case letters only, at most 32: Telegram allows `[a-z0-9_]`, Discord the same and more. */
  readonly name: string;
  readonly who: 'anyone' | Role;
  readonly params: P;
  /** Its answers are for the asker's eyes: where others would see them it is refused, to everybody alike. */
  readonly isConfidential?: true;
  run(args: Args<P>, context: CommandContext): Promise<Reply> | Reply;
}

/** A command whose parameters do not matter to the holder. Method bivariance makes every `Command<P>` one of these. */
export type AnyCommand = Command;

/** Gives a command literal its parameter types. */
export function command<const P extends Params>(definition: Command<P>): Command<P> {
  return definition;
}
