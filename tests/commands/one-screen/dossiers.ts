/** The shipped dossier in many sizes and shapes, for what has to hold whatever is in it. */
import { type Dossier, foldDossier } from '../../../src/core/dossier/dossier.ts';
import type { AnyEntry, EntryKind } from '../../../src/core/dossier/entries.ts';
import { planImport } from '../../../src/dossier-files/baseline.ts';
import { IMPORTED_AT, numbered } from '../../core/dossier/build-entries.ts';
import { readRealBaseline } from '../../core/dossier/real-dossier.ts';

const { conflict, entries } = await readRealBaseline();
const NAMES: ReadonlySet<EntryKind> = new Set(['party', 'person', 'place', 'source']);
export const isName = ({ kind }: AnyEntry) => NAMES.has(kind);

const fold = (all: readonly AnyEntry[]): Dossier =>
  foldDossier(numbered(planImport({ conflict, entries: all }, [], IMPORTED_AT).drafts), conflict);

/** Every text of the entry changed, in whatever it holds. */
export function mapTexts(entry: AnyEntry, change: (text: string, key: string) => string): AnyEntry {
  const walk = (value: unknown, key: string): unknown =>
    typeof value === 'string'
      ? change(value, key)
      : Array.isArray(value)
        ? value.map((one) => walk(one, key))
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]))
          : value;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- texts stay texts
  return { ...entry, fields: walk(entry.fields, '') } as AnyEntry;
}

/** Ten of each fact, which refer to those of their own copy. */
function tenTimes(): readonly AnyEntry[] {
  const facts = new Set(entries.filter((entry) => !isName(entry)).map(({ fields }) => fields.id));
  return [
    ...entries.filter(isName),
    ...Array.from({ length: 10 }, (_, copy) =>
      entries
        .filter((entry) => !isName(entry))
        .map((entry) => mapTexts(entry, (text) => (copy > 0 && facts.has(text) ? `${text}-${copy}` : text))),
    ).flat(),
  ];
}

const LONG = new Set(['name', 'shortName', 'role', 'publisher', 'venue', 'headline', 'title', 'summary']);
/** Names and titles of sixty characters, and words in another direction. */
const renamed = (unit: string) =>
  entries.map((entry) =>
    mapTexts(entry, (text, key) => {
      if (LONG.has(key)) return `${text} ${unit.repeat(60)}`.slice(0, 60);
      return key === 'text' && unit.trim() !== '' ? `${unit.repeat(30)} ${text}` : text;
    }),
  );

/** By what they are like. */
export const dossiers: Readonly<Record<string, Dossier>> = {
  'as shipped': fold(entries),
  'a tenth': fold(entries.filter((entry, index) => isName(entry) || index % 10 === 0)),
  'ten times': fold(tenTimes()),
  'long names': fold(renamed('Wörter ')),
  'one long word': fold(renamed('w')),
  'right to left': fold(renamed('نام ')),
};
