/** A command is a value that turns arguments into a reply. Help, slash JSON, menus and completion derive from it. */

import type { Edtf } from '../dossier/dates/edtf.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { ReviewedKind } from '../dossier/kinds/index.ts';
import type { Progress } from '../messages/coverage.ts';
import type { Drafts } from '../ports/drafts.ts';
import type { Planned } from '../ports/outbox.ts';
import type { Store } from '../ports/store.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import type { Language } from '../reply/language.ts';
import type { RawArguments, Reply } from '../reply/reply.ts';
import type { Named } from '../wording/named.ts';
import type { Asker, Chat, Role } from './asker.ts';
import type { Team } from './roles.ts';

export interface ChoiceParam {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  /** Other words for a choice, in lower case: `wounded` for `injured`. They are understood, but not offered. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** Left out, it leaves nothing out of the answer: “all” means that. */
  readonly isFilter?: true;
}

/** A name out of a list, mostly of the dossier. The bot asks back what an ambiguous name means and never guesses. */
export interface NameParam {
  readonly kind: 'name';
  readonly names: (context: NamingContext) => readonly Named[];
  /** Understood, but not offered: nothing is on file for these, and none of `names` may be taken for one of them. */
  readonly also?: (context: NamingContext) => readonly Named[];
  /** Understood where none of all these is meant: nothing is on file for these either, and they are many. */
  readonly silent?: (context: NamingContext) => readonly Named[];
  /** Left out, it leaves nothing out of the answer: “all” means that. */
  readonly isFilter?: true;
  /** A choice of the same command whose words may stand beside the name: “civilians killed”. */
  readonly beside?: string;
  readonly rest?: true;
  /** At most one letter may be mistyped, and nothing is suggested for three letters (EST is not Estonia). */
  readonly strict?: true;
}

/** Free text. One parameter of a command at most takes the words typed without a name (`rest`). */
interface TextParam {
  readonly kind: 'text';
  readonly rest?: true;
  /** Examples. */
  readonly offered?: readonly string[];
  /** In UTF-16 units; left out: as long as a name may be. */
  readonly longest?: number;
  /**
   * Throws `UserError` for what the command will not understand, so that everything wrong is said in one answer. `raw`
   * are all arguments.
   */
  readonly check?: (typed: string, context: NamingContext, raw: RawArguments) => void;
  /** Whether these words lead to something: they are offered where they were typed for another parameter. */
  readonly finds?: (typed: string, context: NamingContext) => boolean;
}

export type Param =
  | TextParam
  | ChoiceParam
  | NameParam
  /** Another chat, which a platform lets people pick where it can. The value is what its `findChannel` takes. */
  | { readonly kind: 'channel' }
  /** A day or several. `event`: how things stood then, by what is known now. `knowledge`: what was known then. */
  | { readonly kind: 'date'; readonly clock: 'event' | 'knowledge' };

export type Params = Readonly<Record<string, Param>>;

/** What a list of names may depend on. */
export interface NamingContext {
  readonly dossier: Dossier;
  readonly language: Language;
  readonly commands: readonly AnyCommand[];
}

/** The parsed value of a parameter. */
type Arg<P extends Param> = P extends { kind: 'text' | 'channel' }
  ? string
  : P extends { kind: 'choice'; choices: readonly (infer C)[] }
    ? C
    : P extends { kind: 'name' }
      ? Named
      : Edtf;

/** Parsed values by parameter. Every parameter may be left out. */
export type Args<P extends Params> = { readonly [K in keyof P]?: Arg<P[K]> };

/** A kind of post that a second moderator has to approve, if there are two or more. */
export type Reviewed = ReviewedKind | 'retractions' | 'corrections';

/** What commands of moderators need beside the dossier. */
export interface Posting {
  readonly drafts: Drafts;
  /** How many people may moderate. */
  readonly moderators: () => Promise<number>;
  readonly review: ReadonlySet<Reviewed>;
  /** The platforms whose subscriptions receive what is published. */
  readonly platforms: readonly string[];
  /** Queues deliveries of a drill; one that is queued already is left as it is. Resolves to the number queued. */
  readonly drill: (deliveries: Planned['deliveries']) => Promise<number>;
  /** Reads the ledger and resolves to the dossier as it is now. */
  readonly refresh: () => Promise<Dossier>;
  /** How far the correction at this position of the ledger has come. */
  readonly coverage: (seq: number) => Promise<Progress>;
  /** In days: moderators are reminded if the newest development is older. */
  readonly remindAfterDays: number;
}

export interface CommandContext extends Team {
  /** The dossier as known now, or as it was known at the end of the day that `known:` names. */
  readonly dossier: Dossier;
  readonly commands: readonly AnyCommand[];
  readonly store: Store;
  readonly subscriptions: Subscriptions;
  readonly posting: Posting;
  /** Text without a command that answers the question of a draft; undefined if a command was given. */
  readonly freeText?: string | undefined;
  /** Answers of a form to several questions of a draft, by field; undefined if no form was sent. */
  readonly formAnswers?: Readonly<Record<string, string>> | undefined;
  /** Unix time in ms. */
  readonly now: number;
  readonly asker: Asker;
  readonly place: Chat;
  readonly language: Language;
  /** IANA name; decides what "today" is. */
  readonly timezone: string;
  /** In days (R15): if the last report is older, the answer about the ceasefire begins with "Last known". */
  readonly staleAfterDays: number;
}

export interface Command<P extends Params = Params> {
  /** Lower-case letters only, at most 32: Telegram allows `[a-z0-9_]`, Discord the same and more. */
  readonly name: string;
  readonly who: 'anyone' | Role;
  readonly params: P;
  /** Only the asker may see the answers. Where others would see them the bot refuses, to everybody alike. */
  readonly isConfidential?: true;
  /**
   * The reply depends on nothing but the arguments, the dossier, the language and what day it is: not on the asker, the
   * chat, the hour or what is in the store. It is kept, and handed out to whoever asks the same.
   */
  readonly isKept?: true;
  /** Arguments that are answered in any dossier, for /help. Left out: the line `command-NAME-example` is shown. */
  readonly example?: (context: Pick<NamingContext, 'dossier'>) => RawArguments;
  run(args: Args<P>, context: CommandContext): Promise<Reply> | Reply;
}

/** A command of any parameters. Method bivariance makes every `Command<P>` one of these. */
export type AnyCommand = Command;

/** Gives a command literal its parameter types. */
export function command<const P extends Params>(definition: Command<P>): Command<P> {
  return definition;
}
