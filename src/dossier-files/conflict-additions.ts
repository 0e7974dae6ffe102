/** What imported files add to the conflict's own words: topics, victim groups, claimants that mean “nobody named”. */
import { z } from 'zod';
import { type Conflict, conflictParts, whyNoSide } from '../core/dossier/conflict.ts';
import { sameJson } from '../core/dossier/same-json.ts';
import { CONFLICT_FILE, issuesOf, parseJson } from './baseline.ts';
import { type EntryFile, ImportError, textOf } from './entry-files.ts';

/** A `conflict.json` may have any of its parts; these are the ones that can grow. */
const partsSchema = conflictParts.partial();
const additionsSchema = conflictParts.pick({ topics: true, victimGroups: true, unattributed: true }).partial();
export type ConflictAdditions = z.infer<typeof additionsSchema>;

export function isConflictFile({ name }: Pick<EntryFile, 'name'>): boolean {
  return name.toLowerCase() === CONFLICT_FILE;
}

/**
 * What the `conflict.json` files say that `conflict` does not. Throws `ImportError` where one says something else: an
 * import only adds.
 */
export function parseAdditions(files: readonly EntryFile[], conflict: Conflict): ConflictAdditions {
  const problems: string[] = [];
  const given = files.map((file) => {
    const parsed = partsSchema.safeParse(parseJson(file.path, textOf(file), problems));
    if (!parsed.success) {
      if (problems.length === 0) problems.push(...issuesOf(file.path, undefined, parsed.error));
      return {};
    }
    const wrong = [...changed(parsed.data, conflict), ...strangeSides(parsed.data, conflict)];
    problems.push(...wrong.map((problem) => `${file.path}: ${problem}`));
    return parsed.data;
  });
  if (problems.length > 0) throw new ImportError(problems);
  return onlyNew(given.reduce<ConflictAdditions>(joined, {}), conflict);
}

/** `conflict` with what was added to it; what both have is as `conflict` says. */
export function withAdditions(conflict: Conflict, additions: ConflictAdditions): Conflict {
  return { ...conflict, ...joined(conflict, onlyNew(additions, conflict)) };
}

/** Both, one after the other; of what both have, as `then` says. */
export function joined<T extends ConflictAdditions>(first: T, then: ConflictAdditions): T {
  const both = <One extends { readonly id: string }>(known: readonly One[] = [], added: readonly One[]) => [
    ...known.filter(({ id }) => !added.some((one) => one.id === id)),
    ...added,
  ];
  return {
    ...first,
    ...(then.topics && { topics: both(first.topics, then.topics) }),
    ...(then.victimGroups && { victimGroups: both(first.victimGroups, then.victimGroups) }),
    ...(then.unattributed && { unattributed: [...(first.unattributed ?? []), ...then.unattributed] }),
  };
}

/** One line for the database, which keeps what was added; undefined where nothing was. */
export function additionsText(additions: ConflictAdditions): string | undefined {
  return Object.values(additions).some((list) => list !== undefined && list.length > 0)
    ? JSON.stringify(additions)
    : undefined;
}

export function additionsFrom(text: string | undefined): ConflictAdditions {
  return text === undefined ? {} : additionsSchema.parse(JSON.parse(text));
}

/** A topic of which no more than the name is known. */
export function topicNamed(id: string): NonNullable<ConflictAdditions['topics']>[number] {
  return { id, label: id.replaceAll('-', ' '), aliases: [] };
}

/** A victim group of which no more than the name is known. */
export function groupNamed(id: string): NonNullable<ConflictAdditions['victimGroups']>[number] {
  return { id, label: id.replaceAll('-', ' '), sides: [], status: 'unknown', aliases: [] };
}

/** It was added by an entry that uses it, and a later `conflict.json` may say more. */
function isNameOnly(one: { readonly id: string }): boolean {
  return sameJson(one, topicNamed(one.id)) || sameJson(one, groupNamed(one.id));
}

function onlyNew({ topics, victimGroups, unattributed }: ConflictAdditions, conflict: Conflict): ConflictAdditions {
  const lacking = <T extends { readonly id: string }>(given: readonly T[], known: readonly T[]) =>
    given.filter((one) => !known.some((other) => other.id === one.id && (!isNameOnly(other) || sameJson(one, other))));
  return {
    ...(topics && { topics: lacking(topics, conflict.topics) }),
    ...(victimGroups && { victimGroups: lacking(victimGroups, conflict.victimGroups) }),
    ...(unattributed && { unattributed: unattributed.filter((id) => !conflict.unattributed.includes(id)) }),
  };
}

/** What the file says otherwise than the conflict. That it leaves something out is no difference. */
function changed(given: z.infer<typeof partsSchema>, conflict: Conflict): readonly string[] {
  const cure = 'an import only adds: take it out here, or change it in the folder of DOSSIER and start the bot again';
  const parts = new Map<string, unknown>(Object.entries(given));
  return Object.entries(conflict).flatMap(([part, known]: readonly [string, unknown]): readonly string[] => {
    const is = parts.get(part);
    if (is === undefined || part === 'unattributed') return [];
    if (!isListOfNamed(is) || !isListOfNamed(known)) {
      return sameJson(is, known) ? [] : [`${part}: differs from that of the dossier: ${cure}`];
    }
    return is
      .filter((one) => known.some((other) => other.id === one.id && !isNameOnly(other) && !sameJson(one, other)))
      .map(({ id }) => `${part}: “${id}” differs from that of the dossier: ${cure}`);
  });
}

/** The sides of a victim group that this conflict does not have. */
function strangeSides({ victimGroups = [] }: ConflictAdditions, conflict: Conflict): readonly string[] {
  return victimGroups.flatMap(({ id, sides }) =>
    sides.flatMap((side) => {
      const why = whyNoSide(side, conflict);
      return why === undefined ? [] : [`victimGroups: “${id}”: ${why}`];
    }),
  );
}

function isListOfNamed(value: unknown): value is readonly { readonly id: string }[] {
  return z.array(z.looseObject({ id: z.string() })).safeParse(value).success;
}
