/** V12: whose figure is missing is said once under a group, and never of whoever gave one there. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { dossiers } from './dossiers.ts';

/** The rows of each list, of an answer with all its details. */
const listsOf = (text: string): readonly (readonly string[])[] =>
  text.split(/\n(?!• )/u).map((part) => part.split('\n• ').slice(1));

/** Of which one side gave a figure, and the other none. */
const SILENT = 'dev-khost-paktika-28-feb';

const MISSING = /^No figure (?:for these days )?found from (?<parties>[^]+)\.$/u;

describe.each(Object.entries(dossiers))('with the dossier %s', (_, dossier) => {
  const chat = chatOver(dossier);
  const named = dossier.conflict.sides.map(({ party }) => dossier.parties.get(party)?.shortName ?? party);
  const incidents = [...new Set([...dossier.claims.values()].map(({ development, id }) => development ?? id))];

  it('who could be expected to give a figure is named once in a group', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...incidents), async (id) => {
        const text = await chat.saysInFull(`/casualties ${dossier.developments.has(id) ? 'incident' : 'id'}:${id}`);
        for (const rows of listsOf(text)) {
          const missing = rows.filter((row) => MISSING.test(row));
          expect(missing.length).toBeLessThanOrEqual(1);
          if (missing.length === 0) continue;
          counted++;
          const parties = MISSING.exec(missing[0] ?? '')?.groups?.['parties'] ?? '';
          const gave = named.filter((name) => rows.some((row) => row.startsWith(`${name}: `)));
          expect({ rows, gave: gave.filter((name) => parties.includes(name)) }).toEqual({ rows, gave: [] });
        }
      }),
      { numRuns: 15, examples: dossier.developments.has(SILENT) ? [[SILENT]] : [] },
    );
    expect(chat.bugs).toEqual([]);
    // The small one lacks it.
    expect(counted).toBeGreaterThanOrEqual(dossier.developments.has(SILENT) ? 1 : 0);
  });
});
