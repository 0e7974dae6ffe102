/** Which entry names which other entries, and in which field. */
import type { AnyEntry, EntryKind } from './entries.ts';

export interface References {
  /** Path of the field, e.g. `positions.1.quote`. */
  readonly field: string;
  /** The kind of entry that `target` must be. */
  readonly to: EntryKind;
  readonly target: string;
}

/** Every reference that `entry` makes. */
export function referencesOf(entry: AnyEntry): readonly References[] {
  const { kind, fields } = entry;
  switch (kind) {
    case 'party':
      return one('parent', 'party', fields.parent);
    case 'person':
      return one('party', 'party', fields.party);
    case 'place':
    case 'source':
      return [];
    case 'development':
      return [
        ...several('parties', 'party', fields.parties),
        ...several('places', 'place', fields.places),
        ...several('sources', 'source', fields.sources),
        ...several('related', 'development', fields.related),
        ...(fields.accusations ?? []).flatMap((accusation, i) => [
          ...one(`accusations.${i}.by`, 'party', accusation.by),
          ...several(`accusations.${i}.against`, 'party', accusation.against),
          ...one(`accusations.${i}.quote`, 'quote', accusation.quote),
        ]),
      ];
    case 'quote':
      return [
        ...one('speaker', 'person', fields.speaker),
        ...one('party', 'party', fields.party),
        ...one('development', 'development', fields.development),
        ...several('sources', 'source', fields.sources),
        ...several('variants', 'quote', fields.variants ?? []),
      ];
    case 'claim':
      return [
        ...one('claimedBy', 'party', fields.claimedBy),
        ...several('places', 'place', fields.places),
        ...one('development', 'development', fields.development),
        ...several('conflictsWith', 'claim', fields.conflictsWith),
        ...several('sources', 'source', fields.sources),
      ];
    case 'talks':
      return [
        ...one('city', 'place', fields.city),
        ...several('mediators', 'party', fields.mediators),
        ...fields.delegations.flatMap(({ party, lead }, i) => [
          ...one(`delegations.${i}.party`, 'party', party),
          ...one(`delegations.${i}.lead`, 'person', lead),
        ]),
        ...several('sources', 'source', fields.sources),
      ];
    case 'ceasefire':
      return [
        ...several('mediators', 'party', fields.mediators),
        ...fields.positions.flatMap(({ party, quote }, i) => [
          ...one(`positions.${i}.party`, 'party', party),
          ...one(`positions.${i}.quote`, 'quote', quote),
        ]),
        ...several('sources', 'source', fields.sources),
      ];
  }
}

function one(field: string, to: EntryKind, target: string | null | undefined): References[] {
  return target === null || target === undefined ? [] : [{ field, to, target }];
}

function several(field: string, to: EntryKind, targets: readonly string[]): References[] {
  return targets.map((target, index) => ({ field: `${field}.${index}`, to, target }));
}
