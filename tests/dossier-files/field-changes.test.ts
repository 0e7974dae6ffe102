/** The differences between two versions of an entry, as the files have it. */
import { expect, test } from 'vitest';
import { fieldChanges } from '../../src/dossier-files/field-changes.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';

const { entries } = await readRealBaseline();

test('an entry does not differ from itself', () => {
  for (const entry of entries) expect(fieldChanges(entry, structuredClone(entry))).toEqual([]);
});

test('names what is within a field, what is new and what is gone, in the order of the new version', () => {
  const claim = entries.find((entry) => entry.kind === 'claim' && entry.fields.scope === undefined);
  if (claim?.kind !== 'claim') throw new Error('no claim without a scope');
  const { scope, ...fields } = claim.fields;
  const count = { ...fields.count, low: 9, qualifier: 'at-least' as const };
  const other = { kind: 'claim' as const, fields: { ...fields, count, scope: 'in one province', places: ['kabul'] } };
  const { low, qualifier } = fields.count;
  const json = (value: unknown) => JSON.stringify(value);
  expect(fieldChanges(claim, other)).toEqual(
    [
      { field: 'count.low', was: json(low), is: '9' },
      { field: 'count.qualifier', was: json(qualifier), is: '"at-least"' },
      { field: 'places', was: json(fields.places), is: '["kabul"]' },
      { field: 'scope', was: undefined, is: '"in one province"' },
    ].filter(({ was, is }) => was !== is),
  );
  expect(fieldChanges(other, claim).at(-1)).toEqual({ field: 'scope', was: '"in one province"', is: undefined });
  expect(scope).toBeUndefined();
});
