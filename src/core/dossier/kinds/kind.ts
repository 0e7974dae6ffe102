/** All that the dossier has to know of a kind of entry. A kind that lacks a part does not compile. */
import { z } from 'zod';
import type { Conflict } from '../conflict.ts';
import type { Side, Significance, Topic } from './field-schemas.ts';
import type { Reference } from './reference.ts';

/**
 * `Around` is what the kind asks of the other entries: the conflict and some of the dossier's maps, each by its name
 * there. Lists of fields and of dates are in the order in which they are spoken of.
 */
export interface Kind<Name extends string, Fields, Around, Target extends string = string> {
  readonly kind: Name;
  readonly schema: z.ZodType<Fields> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  /** The entry with its kind beside it. Parties, places and sources have a field `kind` of their own. */
  readonly entry: z.ZodType<{ readonly kind: Name; readonly fields: Fields }>;
  /** The file of a dossier's folder that has the entries of this kind: one JSON array. */
  readonly file: string;
  /** True for a kind that is younger than some dossiers: no file is no entries. False: a missing file is a mistake. */
  readonly mayLackFile: boolean;
  /** The name of its map in the dossier. */
  readonly map: string;
  readonly references: (fields: Fields) => readonly Reference<Target>[];
  /** The fields that only link the entry to others: a change of them alone is how the dossier is kept, and no news. */
  readonly links: readonly (keyof Fields & string)[];
  /**
   * Whether a message that only names such an entry is corrected with it: the message had its name from there. False
   * for parties, which conflict.json names, and for news: naming it is not telling it. Of quotations only messages that
   * have their words are.
   */
  readonly correctedWhereNamed: boolean | 'where it is quoted';
  /** The texts that we write ourselves and that must be neutral (R16). Other people's words are not among them. */
  readonly ownWords: (fields: Fields) => readonly OwnWords[];
  /** What one entry says that is not among the conflict's own words: topics, victim groups. */
  readonly vocabulary: (fields: Fields, conflict: Conflict) => readonly Flaw[];
  /** What is wrong with the entries of this kind beside each other. */
  readonly rules: (entries: readonly Fields[], around: Around) => readonly FlawOf[];
  /** The entries that say what another says already. */
  readonly repeats: (entries: readonly Fields[]) => readonly FlawOf[];
  /** How two entries look that may be one and the same, for a person to decide; null where nothing tells. */
  readonly likeness: Likeness<Fields> | null;
  /** Null for names, places and sources: they are there for the others' sake, and no news. */
  readonly news: News<Fields, Around> | null;
}

/** A kind whose entries readers are told of, in digests and alerts. */
interface News<Fields, Around> {
  /** The list of changes that has them, and where it comes among the others: the smallest number first. */
  readonly section: { readonly name: string; readonly turn: number };
  /**
   * A name that entries of two kinds have means the one with the smaller number: what happened comes before what was
   * said of it.
   */
  readonly nameTurn: number;
  /** The date (EDTF) of the fact, and the field that has it. */
  readonly dated: (fields: Fields) => Dated;
  /** True where that date can lie ahead, as talks are announced. False: a date in the future is a mistake. */
  readonly mayLieAhead: boolean;
  /** The date (EDTF) by which the dossier lists them, the earliest first. */
  readonly listedBy: (fields: Fields) => string;
  /** The sides that an entry involves: whoever is named in it, speaks in it, or is counted in it. */
  readonly sides: (fields: Fields, around: Around) => readonly Side[];
  /** Undefined: nothing tells what it is about, and it passes only where all topics are wanted. */
  readonly topic: (fields: Fields, around: Around) => Topic | undefined;
  /** How much it matters that it is published. */
  readonly level: (fields: Fields, around: Around, today: AlertDay) => Significance;
  /** Its rank among the changes of its section: the smallest number first, then the newest. */
  readonly rank: (fields: Fields) => number;
  /** What an alert tells of besides what is new. */
  readonly alertsAgain: 'updated' | 'reinstated';
  /** The word of the setting `REVIEW` for it; null where one moderator is always enough. */
  readonly reviewedAs: string | null;
}

export interface Dated {
  readonly field: string;
  /** EDTF. */
  readonly date: string;
}

/** When an alert goes out: the day (`YYYY-MM-DD`), and for how many days breaking news is recent. */
export interface AlertDay {
  readonly day: string;
  readonly staleAfterDays: number;
}

export interface OwnWords {
  /** A path such as `positions.1.summary`. */
  readonly field: string;
  readonly text: string;
  /** True where another field names the party whose words or view this is, and every answer shows it beside them. */
  readonly attributed?: true;
}

export interface Flaw {
  readonly field: string;
  /** For whoever wrote it: what is wrong, what to do. */
  readonly message: string;
}

/** `id` is the entry that has it. */
export type FlawOf = Flaw & { readonly id: string };

interface Likeness<Fields> {
  readonly what: 'same-claim' | 'near-quote' | 'same-address';
  readonly isLike: (written: Fields, other: Fields) => boolean;
}

/** The schema of an entry of one kind, with the kind beside its fields. */
export function entryOf<const Name extends string, Schema extends z.ZodType>(kind: Name, fields: Schema) {
  return z.strictObject({ kind: z.literal(kind), fields });
}

/** For a part that a kind has nothing to say to. */
export const none = (): readonly never[] => [];
