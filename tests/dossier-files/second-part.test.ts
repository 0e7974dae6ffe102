/** A dossier's second part, published out of files by a bot that has the first: as good files come, with no repair. */
import { describe, expect, it } from 'vitest';
import { type AnyEntry, anyEntrySchema } from '../../src/core/dossier/entries.ts';
import { KINDS } from '../../src/core/dossier/kinds/index.ts';
import { standingEntries } from '../../src/core/dossier/revision.ts';
import { parseBaseline, planImport } from '../../src/dossier-files/baseline.ts';
import { withAdditions } from '../../src/dossier-files/conflict-additions.ts';
import { parseEntryFiles } from '../../src/dossier-files/entry-files.ts';
import { dossierFiles } from '../../src/dossier-files/export-files.ts';
import { planFiles } from '../../src/dossier-files/import-files.ts';
import { IMPORTED_AT, numbered } from '../core/dossier/build-entries.ts';
import { readAutumnBaseline, readRealBaseline } from '../core/dossier/real-dossier.ts';
import { problemsOf } from './import-problems.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const first = await readAutumnBaseline();
const { entries: all } = await readRealBaseline();
const ledger = numbered(planImport(first, [], IMPORTED_AT).drafts);
const known = new Set(first.entries.map(({ fields }) => fields.id));
/** In the plain format: what was judged later is left out, and no older entry names a newer one. */
const second = all.filter(({ fields }) => !known.has(fields.id)).map(plain);

function plain({ kind, fields }: AnyEntry): AnyEntry {
  const {
    accusations: _accusations,
    variants: _variants,
    scope: _scope,
    ...handedOver
  } = { ...fields } as Record<string, unknown>;
  return anyEntrySchema.parse({ kind, fields: handedOver });
}

function planOf(entries: readonly AnyEntry[], conflict = first.conflict) {
  const groups = Map.groupBy(entries, ({ kind }) => KINDS[kind].file);
  const files = [...groups].map(([name, group]) => {
    return { name, path: name, text: JSON.stringify(group.map(({ fields }) => fields)) };
  });
  return planFiles(parseEntryFiles(files), ledger, { conflict, now: NOW, change: 'update', reason: undefined });
}

function changed(entry: AnyEntry, fields: object): AnyEntry {
  return anyEntrySchema.parse({ kind: entry.kind, fields: { ...entry.fields, ...fields } });
}

function entryOf(id: string, entries: readonly AnyEntry[] = second): AnyEntry {
  const entry = entries.find(({ fields }) => fields.id === id);
  if (!entry) throw new Error(`there is no entry ${id}`);
  return entry;
}

describe('the second part of the shipped dossier over the first', () => {
  const plan = planOf(second);

  it('is taken whole, and the older rivals of its figures name these in turn', () => {
    expect(second.length).toBeGreaterThan(300);
    const added = plan.drafts.filter(({ change }) => change === 'original');
    expect(added.map(({ entry }) => entry.fields.id)).toEqual(second.map(({ fields }) => fields.id));
    const linked = plan.drafts.filter(({ change }) => change === 'update');
    expect(linked.map(({ entry }) => entry.fields.id)).toContain('cas-un-50');
    for (const { entry, reason } of linked) {
      const [id = ''] = /^[a-z0-9-]+/u.exec(reason ?? '') ?? [];
      expect(entry.kind === 'claim' && entry.fields.conflictsWith.includes(id)).toBe(true);
      expect(known.has(id)).toBe(false);
    }
  });

  it('says of each new victim group what is not known of it, and takes it', () => {
    expect(plan.additions.victimGroups?.map(({ id }) => id)).toEqual([
      'pakistani-security-personnel',
      'pakistani-civilians-and-security',
    ]);
    expect(plan.warnings).toContain(
      'casualties.json: cas-fc-3: victims: “pakistani-security-personnel” is a new victim group: give its label, ' +
        'whose side it is on and whether they are civilians in a conflict.json beside the files',
    );
    const conflict = withAdditions(first.conflict, plan.additions);
    expect(planOf(second, conflict).warnings.join('\n')).not.toContain('new victim group');
  });

  it('makes a dossier whose files can be the start of another bot', () => {
    const standing = standingEntries(numbered([...ledger, ...plan.drafts]));
    const files = dossierFiles(standing, withAdditions(first.conflict, plan.additions));
    expect(parseBaseline(files).entries).toHaveLength(first.entries.length + second.length);
  });
});

describe('planFiles', () => {
  it('warns of a beginning that looks like a duration, and of a minimum with an upper end', () => {
    const state = changed(entryOf('cf-urumqi-7-apr'), { effectiveFrom: '2026-03-18/2026-03-24' });
    const night = changed(entryOf('cf-strained-5-dec'), { effectiveFrom: '2025-12-05/2025-12-06' });
    const toll = changed(entryOf('cas-dec-4'), {
      count: { low: 42, high: 42, qualifier: 'at-least', asPrinted: '42 deaths' },
    });
    const rest = second.filter(({ fields }) => ![state, night, toll].some((one) => one.fields.id === fields.id));
    const warnings = planOf([...rest, state, night, toll]).warnings.filter((line) => /urumqi|5-dec|dec-4/u.test(line));
    expect(warnings).toEqual([
      'casualties.json: cas-dec-4: count: “at-least” has no upper end, and high says 42: give high as null, ' +
        'or “exact” if it is no minimum',
      'ceasefire.json: cf-urumqi-7-apr: effectiveFrom: “2026-03-18/2026-03-24” is read as a beginning somewhere in ' +
        'these 7 days: if it is how long it was to last, give the first day alone, and the last day as `until`',
    ]);
  });

  it('links in turn within the files too, and renderings as well as figures', () => {
    const rival = changed(entryOf('cas-dec-4'), { conflictsWith: [] });
    const remark = changed(entryOf('q-asif-open-war-27-feb'), { variants: ['q-asif-open-war-27-feb-b'] });
    const rest = second.filter(({ fields }) => fields.id !== 'cas-dec-4' && fields.id !== 'q-asif-open-war-27-feb');
    const written = planOf([...rest, rival, remark]).drafts.map(({ entry }) => entry);
    expect(entryOf('cas-dec-4', written)).toMatchObject({ fields: { conflictsWith: ['cas-dec-5'] } });
    expect(entryOf('q-asif-open-war-27-feb-b', written)).toMatchObject({
      fields: { variants: ['q-asif-open-war-27-feb'] },
    });
  });

  it('keeps a link that one side leaves out, and says how to end it', () => {
    const before = entryOf('cas-spb-12', first.entries);
    const plan = planOf([changed(before, { conflictsWith: ['cas-spb-17'] })]);
    expect(plan.drafts).toEqual([]);
    expect(plan.unchanged).toEqual([before]);
    expect(plan.warnings).toEqual([
      'casualties.json: cas-spb-12: conflictsWith: cas-spb-15 still names it, so the link stays: ' +
        'to end it, give both without it',
    ]);
  });

  it('refuses what looks like a victim group or a topic, mistyped', () => {
    const toll = changed(entryOf('cas-spb-12', first.entries), { victims: 'afghan-civilian' });
    const remark = changed(entryOf('q-asif-open-war', first.entries), { topics: ['talk'] });
    expect(problemsOf(() => planOf([toll, remark]))).toEqual([
      'quotes.json: q-asif-open-war: topics: “talk” is not a topic: write “talks” if that is meant, ' +
        'or give the new one in a conflict.json beside the files',
      'casualties.json: cas-spb-12: victims: “afghan-civilian” is not a victim group: write “afghan-civilians” ' +
        'if that is meant, or give the new one in a conflict.json beside the files',
    ]);
  });
});
