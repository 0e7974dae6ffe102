/** Checks that no schema of a single entry can make: references between entries, and the rules R1–R18 that are about data. */
import type { Conflict } from './conflict.ts';
import { overlaps, parseEdtf } from './edtf.ts';
import type { AnyEntry, Claim, EntryKind, Party } from './entries.ts';
import { lintNeutral } from './neutral.ts';
import { normalise } from './normalise.ts';
import { type References, referencesOf } from './references.ts';

/** What is wrong, where. `field` is a path such as `positions.1.quote`. */
export interface Problem {
  readonly kind: EntryKind;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

/** Every problem of a set of entries that should stand together as one dossier; empty where there is none. */
export function checkEntries(entries: readonly AnyEntry[], conflict: Conflict): readonly Problem[] {
  const parties = entries.flatMap((entry) => (entry.kind === 'party' ? [entry.fields] : []));
  const claims = entries.flatMap((entry) => (entry.kind === 'claim' ? [entry.fields] : []));
  return [
    ...duplicateIds(entries),
    ...brokenReferences(entries),
    ...vocabulary(entries, conflict),
    ...conflictOwn(parties, conflict),
    ...sharedNames(parties),
    ...claims.flatMap(checkCount),
    ...checkConflicts(claims),
    ...checkOwnLosses(claims, parties, conflict),
    ...checkVariants(entries),
    ...sameFigureTwice(claims),
    ...entries.flatMap(ownWords),
  ];
}

/**
 * What would be wrong with the dossier with `written` in it and without `removed` (an id): with these themselves, or with others where
 * it was not so before. `standing` are the entries as they are.
 */
export function problemsWith(
  written: readonly AnyEntry[],
  standing: readonly AnyEntry[],
  conflict: Conflict,
  removed?: string,
): readonly Problem[] {
  const ids = new Set([removed, ...written.map(({ fields }) => fields.id)]);
  const known = new Set(checkEntries(standing, conflict).map((problem) => JSON.stringify(problem)));
  // Last, because of two entries that contradict each other the later one is told.
  return checkEntries([...standing.filter(({ fields }) => !ids.has(fields.id)), ...written], conflict).filter(
    (problem) => ids.has(problem.id) || !known.has(JSON.stringify(problem)),
  );
}

function duplicateIds(entries: readonly AnyEntry[]): Problem[] {
  const seen = new Map<string, EntryKind>();
  return entries.flatMap(({ kind, fields: { id } }) => {
    const first = seen.get(id);
    seen.set(id, first ?? kind);
    return first
      ? [{ kind, id, field: 'id', message: `is already the id of a ${first}; ids are unique over all kinds` }]
      : [];
  });
}

function brokenReferences(entries: readonly AnyEntry[]): Problem[] {
  const kinds = new Map(entries.map(({ kind, fields }) => [fields.id, kind]));
  const problem = (entry: AnyEntry, { field, to, target }: References): Problem[] => {
    if (kinds.get(target) === to) return [];
    const found = kinds.get(target);
    const message = found ? `“${target}” is a ${found}, not a ${to}` : `there is no ${to} “${target}”`;
    return [{ kind: entry.kind, id: entry.fields.id, field, message }];
  };
  return entries.flatMap((entry) => referencesOf(entry).flatMap((reference) => problem(entry, reference)));
}

/** Topics and victim groups must be among the conflict's own. */
function vocabulary(entries: readonly AnyEntry[], conflict: Conflict): Problem[] {
  const topics = new Set(conflict.topics.map(({ id }) => id));
  const groups = new Set(conflict.victimGroups.map(({ id }) => id));
  return entries.flatMap((entry): Problem[] => {
    const { kind } = entry;
    const { id } = entry.fields;
    if (kind === 'quote') {
      const unknown = entry.fields.topics.filter((topic) => !topics.has(topic));
      return unknown.map((topic) => ({
        kind,
        id,
        field: 'topics',
        message: `“${topic}” is not a topic of conflict.json`,
      }));
    }
    if (kind === 'claim' && !groups.has(entry.fields.victims)) {
      return [
        { kind, id, field: 'victims', message: `“${entry.fields.victims}” is not a victim group of conflict.json` },
      ];
    }
    return [];
  });
}

function conflictOwn(parties: readonly Party[], conflict: Conflict): Problem[] {
  const named = [...conflict.sides.map(({ party }) => party), ...conflict.unattributed];
  return named
    .filter((id) => !parties.some((party) => party.id === id))
    .map((id) => ({
      kind: 'party',
      id,
      field: 'id',
      message: 'is named in conflict.json but is not among the parties',
    }));
}

/** R16: no two parties share a label, and nobody is plain "Taliban": the Afghan Taliban and the TTP are not one. */
function sharedNames(parties: readonly Party[]): Problem[] {
  const owner = new Map<string, string>();
  return parties.flatMap((party) =>
    [party.name, party.shortName, ...party.aliases].flatMap((name): Problem[] => {
      const key = normalise(name);
      const first = owner.get(key) ?? party.id;
      owner.set(key, first);
      const field = 'aliases';
      if (key === 'taliban') {
        const message = '“Taliban” alone could be the Afghan Taliban or the TTP: write which (R16)';
        return [{ kind: 'party', id: party.id, field, message }];
      }
      return first === party.id
        ? []
        : [{ kind: 'party', id: party.id, field, message: `“${name}” is a name of ${first} already (R16)` }];
    }),
  );
}

/** R5, R6: a qualifier and its numbers fit each other; words and denials have none. */
function checkCount({ id, count, stance }: Claim): Problem[] {
  const problem = (message: string): Problem[] => [{ kind: 'claim', id, field: 'count', message }];
  const wordless = count.qualifier === 'words' || count.qualifier === 'denial';
  if (wordless && (count.low !== null || count.high !== null))
    return problem(`“${count.qualifier}” carries no numbers (R6)`);
  if (!wordless && count.low === null)
    return problem('low is missing: a figure without a number is “words” or “denial” (R4)');
  if (count.low !== null && count.high !== null && count.high < count.low) return problem('high is below low');
  if (count.qualifier === 'exact' && count.high === null)
    return problem('an exact count needs high as well as low (R5)');
  if ((stance === 'denies') !== (count.qualifier === 'denial'))
    return problem('“denies” and “denial” go together (R4)');
  return [];
}

/** A conflict is mutual, and between figures for the same harm in meeting periods. */
function checkConflicts(claims: readonly Claim[]): Problem[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return claims.flatMap((claim) =>
    claim.conflictsWith.flatMap((id): Problem[] => {
      const other = byId.get(id);
      if (!other) return [];
      const problem = (message: string): Problem[] => [
        { kind: 'claim', id: claim.id, field: 'conflictsWith', message },
      ];
      if (!other.conflictsWith.includes(claim.id)) return problem(`${id} does not name this claim in turn`);
      if (other.harm !== claim.harm) return problem(`${id} is about another harm (${other.harm})`);
      return overlaps(parseEdtf(claim.period), parseEdtf(other.period)) ? [] : problem(`${id} is about other days`);
    }),
  );
}

/** R7: a side acknowledges its own losses, not those of others. */
function checkOwnLosses(claims: readonly Claim[], parties: readonly Party[], conflict: Conflict): Problem[] {
  return claims.flatMap(({ id, stance, claimedBy, victims }): Problem[] => {
    const side = parties.find((party) => party.id === claimedBy)?.side;
    const sides = conflict.victimGroups.find((group) => group.id === victims)?.sides ?? [];
    if (stance !== 'acknowledges-own-loss' || side === undefined || sides.includes(side)) return [];
    const message = `“${victims}” are not of the claimant’s side: nobody acknowledges the losses of others (R7)`;
    return [{ kind: 'claim', id, field: 'stance', message }];
  });
}

/** R14: renderings of one remark name each other, or it would be shown twice. */
function checkVariants(entries: readonly AnyEntry[]): Problem[] {
  const quotes = new Map(entries.flatMap((entry) => (entry.kind === 'quote' ? [[entry.fields.id, entry.fields]] : [])));
  return [...quotes.values()].flatMap(({ id, variants = [] }) =>
    variants
      .filter((variant) => quotes.has(variant) && !quotes.get(variant)?.variants?.includes(id))
      .map(
        (variant): Problem => ({
          kind: 'quote',
          id,
          field: 'variants',
          message: `${variant} does not name this quote in turn`,
        }),
      ),
  );
}

/** R11: the same figure of the same claimant in ten outlets is one claim with ten sources. */
function sameFigureTwice(claims: readonly Claim[]): Problem[] {
  const first = new Map<string, string>();
  return claims.flatMap((claim): Problem[] => {
    const { low, high, qualifier } = claim.count;
    const key = JSON.stringify([
      claim.claimedBy,
      claim.victims,
      claim.harm,
      claim.period,
      claim.places,
      low,
      high,
      qualifier,
    ]);
    const earlier = first.get(key);
    if (low === null || earlier === undefined) {
      first.set(key, claim.id);
      return [];
    }
    const message = `says what ${earlier} says: make it one claim with the sources of both (R11)`;
    return [{ kind: 'claim', id: claim.id, field: 'count', message }];
  });
}

/** R16 on everything that is in our own words; quotations, attributions and `asPrinted` are other people's. */
function ownWords(entry: AnyEntry): Problem[] {
  const lint = (field: string, text: string): Problem[] =>
    lintNeutral(text).map((message) => ({ kind: entry.kind, id: entry.fields.id, field, message }));
  if (entry.kind === 'development')
    return [...lint('title', entry.fields.title), ...lint('summary', entry.fields.summary)];
  if (entry.kind === 'talks') return lint('outcomeSummary', entry.fields.outcomeSummary);
  if (entry.kind === 'ceasefire') {
    const { headline, terms, positions } = entry.fields;
    return [
      ...lint('headline', headline),
      ...terms.flatMap((term, i) => lint(`terms.${i}`, term)),
      ...positions.flatMap(({ summary }, i) => lint(`positions.${i}.summary`, summary)),
    ];
  }
  return [];
}
