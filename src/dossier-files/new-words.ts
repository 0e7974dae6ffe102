/** Topics and victim groups that imported entries use and the conflict does not have yet. */
import type { Conflict } from '../core/dossier/conflict.ts';
import type { AnyEntry } from '../core/dossier/entries.ts';
import { nearest } from '../core/wording/nearest.ts';
import { CONFLICT_FILE } from './baseline.ts';
import { type ConflictAdditions, groupNamed, topicNamed } from './conflict-additions.ts';
import type { FileEntry } from './entry-files.ts';
import { problemLine } from './say-issue.ts';

interface NewWords {
  readonly additions: ConflictAdditions;
  /** What was taken in with no more than a name. */
  readonly warnings: readonly string[];
  /** What looks like a known word, mistyped. */
  readonly problems: readonly string[];
}

/** Letters in which a word may differ from a known one and still look mistyped. */
const MISTYPED = 2;

export function newWords(entries: readonly FileEntry[], conflict: Conflict): NewWords {
  const topics = unknownIn(entries, topicsOf, conflict.topics);
  const groups = unknownIn(entries, groupsOf, conflict.victimGroups);
  const found = [
    ...topics.map((word) => ({ ...word, what: 'topic', field: 'topics', lacks: 'its label and aliases' })),
    ...groups.map((word) => ({
      ...word,
      what: 'victim group',
      field: 'victims',
      lacks: 'its label, whose side it is on and whether they are civilians',
    })),
  ];
  const line = ({ file, entry, field }: (typeof found)[number], message: string) =>
    problemLine(file.path, { id: entry.fields.id, field, message });
  return {
    additions: {
      ...(topics.length > 0 && { topics: topics.map(({ word }) => topicNamed(word)) }),
      ...(groups.length > 0 && {
        victimGroups: groups.map(({ word }) => groupNamed(word)),
      }),
    },
    warnings: found
      .filter(({ meant }) => meant === undefined)
      .map((one) =>
        line(one, `“${one.word}” is a new ${one.what}: give ${one.lacks} in a ${CONFLICT_FILE} beside the files`),
      ),
    problems: found.flatMap((one) =>
      one.meant === undefined
        ? []
        : [
            line(
              one,
              `“${one.word}” is not a ${one.what}: write “${one.meant}” if that is meant, ` +
                `or give the new one in a ${CONFLICT_FILE} beside the files`,
            ),
          ],
    ),
  };
}

/** Each unknown word once, where it comes first; `meant` is the known one that it looks like. */
function unknownIn(
  entries: readonly FileEntry[],
  wordsOf: (entry: AnyEntry) => readonly string[],
  known: readonly { readonly id: string }[],
) {
  const ids = known.map(({ id }) => id);
  const first = new Map<string, FileEntry>();
  for (const one of entries) for (const word of wordsOf(one.entry)) if (!first.has(word)) first.set(word, one);
  return [...first]
    .filter(([word]) => !ids.includes(word))
    .map(([word, one]) => ({ ...one, word, meant: nearest(word, ids, 1, MISTYPED)[0] }));
}

function topicsOf(entry: AnyEntry): readonly string[] {
  return entry.kind === 'quote' ? entry.fields.topics : [];
}

function groupsOf(entry: AnyEntry): readonly string[] {
  return entry.kind === 'claim' ? [entry.fields.victims] : [];
}
