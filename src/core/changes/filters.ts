/** What a subscription's filters let through: by the category of a development, by the side that is involved. */
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry, Development, Side } from '../dossier/entries.ts';

export type Topic = Development['category'];

export interface Filters {
  /** Empty: all. */
  readonly topics: readonly Topic[];
  /** Null: all. */
  readonly side: Side | null;
}

export const NO_FILTERS: Filters = { topics: [], side: null };

/** Why the filters leave `entry` out; undefined where they let it through. */
export function leftOutBy(entry: AnyEntry, { topics, side }: Filters, dossier: Dossier): 'topic' | 'side' | undefined {
  if (topics.length > 0) {
    const topic = topicOf(entry, dossier);
    if (topic === undefined || !topics.includes(topic)) return 'topic';
  }
  return side === null || sidesOf(entry, dossier).includes(side) ? undefined : 'side';
}

/**
 * A figure and a quotation are of the category of the development that they belong to. One that belongs to none is of no
 * category: it passes only where all are wanted, as nothing tells what it is about.
 */
function topicOf({ kind, fields }: AnyEntry, dossier: Dossier): Topic | undefined {
  switch (kind) {
    case 'development':
      return fields.category;
    case 'ceasefire':
    case 'talks':
      return kind;
    case 'claim':
    case 'quote':
      return fields.development === null ? undefined : dossier.developments.get(fields.development)?.category;
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return undefined;
  }
}

/**
 * The sides that an entry involves: whoever is named in it, speaks in it, or is counted in it. The ceasefire and the talks
 * are between the sides of the conflict, whoever states a position.
 */
function sidesOf({ kind, fields }: AnyEntry, dossier: Dossier): readonly Side[] {
  const sideOf = (party: string) => dossier.parties.get(party)?.side ?? [];
  const main = dossier.conflict.sides.map(({ side }) => side);
  switch (kind) {
    case 'development': {
      const accused = (fields.accusations ?? []).flatMap(({ by, against }) => [by, ...against]);
      return [...fields.parties, ...accused].flatMap(sideOf);
    }
    case 'quote':
      return [fields.party].flatMap(sideOf);
    case 'claim': {
      const victims = dossier.conflict.victimGroups.find(({ id }) => id === fields.victims)?.sides ?? [];
      return [...victims, ...[fields.claimedBy].flatMap(sideOf)];
    }
    case 'talks':
      return [...main, ...[...fields.mediators, ...fields.delegations.map(({ party }) => party)].flatMap(sideOf)];
    case 'ceasefire':
      return [...main, ...[...fields.mediators, ...fields.positions.map(({ party }) => party)].flatMap(sideOf)];
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return [];
  }
}
