/** What holds for every kind of entry, over the shipped entries and an example of each: no part of one is missing. */
import { describe, expect, test } from 'vitest';
import { sameNews } from '../../../../src/core/changes/same-news.ts';
import { checkEntries } from '../../../../src/core/dossier/check.ts';
import { parseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import { futureDate } from '../../../../src/core/dossier/dates/future-date.ts';
import { type AnyEntry, anyEntrySchema, ENTRY_KINDS, type EntryKind } from '../../../../src/core/dossier/entries.ts';
import { fieldsOf, mapsOf } from '../../../../src/core/dossier/entry-maps.ts';
import { type Entry, KINDS, reviewedAs, SECTIONS } from '../../../../src/core/dossier/kinds/index.ts';
import { datedOf, dateOf, isNews } from '../../../../src/core/dossier/news.ts';
import { referencesOf } from '../../../../src/core/dossier/references.ts';
import { ownWordsOf } from '../../../../src/core/dossier/text/own-words.ts';
import { baseline } from '../crafted-dossier.ts';
import { EXAMPLES, examples, TOLD_IN_ORDER } from './examples.ts';

const all: readonly AnyEntry[] = [...baseline.entries, ...examples];
/** Fields whose words can be those of an id by chance. */
const CHOICES = /^(side|category|topics\.\d+)$/u;
const ids = new Set(all.map(({ fields }) => fields.id));

/** Every text in `value`, with its path. */
function textsIn(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: readonly [string, unknown]) =>
    textsIn(part, path === '' ? name : `${path}.${name}`),
  );
}

/** The entry with another text at the path; undefined where it cannot have it there: an id, a date, a choice. */
function withText(entry: AnyEntry, path: string, text: string): AnyEntry | undefined {
  const fields: unknown = structuredClone(entry.fields);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), fields);
  if (!isObject(holder)) throw new Error(`${path} is not in ${entry.fields.id}`);
  holder[last] = text;
  return anyEntrySchema.safeParse({ kind: entry.kind, fields }).data;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function listedBy<K extends EntryKind>({ kind, fields }: Entry<K>): string | undefined {
  return KINDS[kind].news?.listedBy(fields);
}

/** Written twice. Renderings of one remark are known to be alike, so they would not be pointed out. */
function looksLikeItself<K extends EntryKind>({ kind, fields }: Entry<K>): boolean {
  return KINDS[kind].likeness?.isLike({ ...fields, variants: undefined }, fields) ?? false;
}

describe('kinds of entries', () => {
  test('each has an example, and a file, a map and a section of its own', () => {
    expect(examples.map(({ kind }) => kind)).toEqual(ENTRY_KINDS);
    for (const part of [Object.values(KINDS).map(({ file }) => file), Object.values(KINDS).map(({ map }) => map)]) {
      expect(new Set(part).size).toBe(ENTRY_KINDS.length);
    }
    expect(new Set(SECTIONS.map(({ name }) => name)).size).toBe(SECTIONS.length);
    expect(new Set(SECTIONS.map(({ turn }) => turn)).size).toBe(SECTIONS.length);
    expect(SECTIONS.map(({ name }) => name)).toEqual(TOLD_IN_ORDER);
  });

  test.each(ENTRY_KINDS)('%s: is keyed by its own name, and its schema takes its example and no more', (kind) => {
    const [example] = examples.filter((one) => one.kind === kind);
    expect(KINDS[kind].kind).toBe(kind);
    expect(anyEntrySchema.parse(example)).toEqual(example);
    expect(KINDS[kind].entry.safeParse(example).success).toBe(true);
    expect(anyEntrySchema.safeParse({ kind, fields: { ...example?.fields, surprise: 1 } }).success).toBe(false);
  });

  test('every id that stands in an entry is one of its references', () => {
    let found = 0;
    for (const entry of all) {
      const named = new Set(referencesOf(entry).map(({ field }) => field));
      const missed = textsIn(entry.fields).filter(
        ([path, text]) => path !== 'id' && ids.has(text) && !named.has(path) && !CHOICES.test(path),
      );
      expect([entry.fields.id, missed]).toEqual([entry.fields.id, []]);
      found += named.size;
    }
    expect(found).toBeGreaterThan(500);
  });

  test('a reference is the text at its path', () => {
    for (const entry of all) {
      const texts = new Map(textsIn(entry.fields));
      for (const { field, target } of referencesOf(entry)) expect(texts.get(field)).toBe(target);
    }
  });

  test.each(ENTRY_KINDS)('%s: what it says of itself', (kind) => {
    const { entry, says } = EXAMPLES[kind];
    expect({
      mayLackFile: KINDS[kind].mayLackFile,
      isNews: isNews(entry),
      ownWords: ownWordsOf(entry).map(({ field }) => field),
      links: KINDS[kind].links,
      mayLieAhead: KINDS[kind].news?.mayLieAhead ?? false,
      looksLikeItself: looksLikeItself(entry),
      reviewedAs: reviewedAs(kind),
    }).toEqual(says);
  });

  test('our own words are checked for being neutral, each of them, and nobody else’s', () => {
    let checked = 0;
    for (const entry of examples) {
      const own = new Set(ownWordsOf(entry).map(({ field }) => field));
      for (const { field, text } of ownWordsOf(entry)) expect(new Map(textsIn(entry.fields)).get(field)).toBe(text);
      for (const [path] of textsIn(entry.fields)) {
        const changed = withText(entry, path, 'The regime said so.');
        if (changed === undefined) continue;
        const found = checkEntries([changed], baseline.conflict).filter(({ message }) => message.includes('judges'));
        const fields = found.map(({ field }) => field);
        expect([entry.kind, path, fields]).toEqual([entry.kind, path, own.has(path) ? [path] : []]);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(20);
  });

  test('news has a date in a field of its own, and may be in the future only where it is announced', () => {
    for (const entry of all) {
      const dated = datedOf(entry);
      expect([entry.kind, dated !== undefined]).toEqual([entry.kind, isNews(entry)]);
      if (dated === undefined) continue;
      const texts = new Map(textsIn(entry.fields));
      expect(texts.get(dated.field)).toBe(dated.date);
      expect(dateOf(entry)).toBe(dated.date);
      expect([...texts.values()]).toContain(listedBy(entry));
      const isAnnounced = KINDS[entry.kind].news?.mayLieAhead === true;
      expect(futureDate(entry, '2000-01-01')).toEqual(isAnnounced ? undefined : dated);
    }
  });

  test('what an entry is linked to is no news; all else is', () => {
    for (const entry of examples) {
      const links: readonly string[] = KINDS[entry.kind].links;
      for (const field of Object.keys(KINDS[entry.kind].schema.shape)) {
        const { [field]: _, ...others } = Object.fromEntries(Object.entries(entry.fields));
        const without = { ...others, [field]: 'changed' };
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only compared, never read as an entry
        const changed = { kind: entry.kind, fields: without } as unknown as AnyEntry;
        expect([entry.kind, field, sameNews(entry, changed)]).toEqual([entry.kind, field, links.includes(field)]);
      }
      for (const link of links) expect(Object.keys(KINDS[entry.kind].schema.shape)).toContain(link);
    }
  });

  test('entries are in the map of their kind, and news in the order of its dates', () => {
    const maps = mapsOf(baseline.entries);
    const sizes = Object.values(maps).reduce((sum, map) => sum + map.size, 0);
    expect(sizes).toBe(baseline.entries.length);
    for (const kind of ENTRY_KINDS) {
      const entries = baseline.entries.filter((entry) => entry.kind === kind);
      const listed = Object.entries(maps).find(([name]) => name === KINDS[kind].map)?.[1];
      expect([...(listed?.keys() ?? [])].toSorted()).toEqual(entries.map(({ fields }) => fields.id).toSorted());
      expect(fieldsOf(kind, baseline.entries)).toEqual(entries.map(({ fields }) => fields));
      const byId = new Map(entries.map((entry) => [entry.fields.id, entry]));
      const days = [...(listed?.keys() ?? [])].flatMap((id) => {
        const entry = byId.get(id);
        const date = entry && listedBy(entry);
        return date === undefined ? [] : [parseEdtf(date).earliest];
      });
      expect(days).toEqual(days.toSorted());
    }
  });
});
