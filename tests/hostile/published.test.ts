/** What is published of hostile words obeys every rule, is on disk as it was, and nothing that was refused is there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkEntries } from '../../src/core/dossier/check.ts';
import { idSchema } from '../../src/core/dossier/entries.ts';
import { revisionDraftSchema, standingEntries } from '../../src/core/dossier/revision.ts';
import { type HostileDesk, hostileDesk, isContained } from './hostile-posting.ts';
import { changesHostile, publishMany } from './publish-hostile.ts';

/** Drafts of each form. */
const EACH = 24;

let posting: HostileDesk;
let first = 0;
beforeAll(async () => {
  posting = await hostileDesk();
  first = posting.dossier().head;
});
afterAll(async () => {
  await posting.close('published');
});

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

test('published: each rule is kept, each text contained, each id and address sound', { timeout: 300_000 }, async () => {
  const words = await publishMany(posting, EACH);
  expect(words).toBeGreaterThan(400);
  const published = [...posting.dossier().quotes.keys(), ...posting.dossier().claims.keys()].filter(
    (id) => posting.dossier().history(id)[0]?.author !== 'baseline',
  );
  let changed = 0;
  for (const [index, id] of published.slice(0, 30).entries()) {
    if (await changesHostile(id, (['correct', 'update', 'retract'] as const)[index % 3] ?? 'correct', index, posting))
      changed += 1;
  }
  expect(changed).toBeGreaterThan(10);
  const revisions = posting.dossier().revisionsAfter(first);
  for (const { seq: _seq, ...revision } of revisions) {
    expect(revisionDraftSchema.parse(revision)).toEqual(revision);
    const { entry } = revision;
    expect(idSchema.safeParse(entry.fields.id).success).toBe(true);
    expect(texts(entry.fields).filter((text) => !isContained(text) || /[\n\u2028\u2029]/u.test(text))).toEqual([]);
    expect(entry.kind === 'source' ? entry.fields.url : 'https://none').toMatch(/^https:\/\/[\x21-\x7e]+$/u);
  }
  expect(checkEntries(standingEntries(posting.dossier().revisionsAfter(0)), posting.dossier().conflict)).toEqual([]);
  expect(await posting.store.revisionsAfter(first)).toEqual(revisions);
});
