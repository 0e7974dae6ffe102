/** Addresses of sources as they are pasted. */
import { expect, test } from 'vitest';
import { foldDossier } from '../../../../src/core/dossier/dossier.ts';
import { newAddresses, sourceAt } from '../../../../src/core/wording/forms/source-addresses.ts';
import { planImport } from '../../../../src/dossier-files/baseline.ts';
import { readRealBaseline } from '../../dossier/real-dossier.ts';

const baseline = await readRealBaseline();
const dossier = foldDossier(
  planImport(baseline, [], 0).drafts.map((draft, index) => ({ ...draft, seq: index + 1 })),
  baseline.conflict,
);

test('each known page is found, the first source of it, however its address is decorated', () => {
  const known = [...dossier.sources.values()].flatMap(({ id, url }) => (url === null ? [] : [{ id, url }]));
  expect(known.length).toBeGreaterThan(50);
  for (const { url } of known) {
    const found = sourceAt(`${url}${url.includes('?') ? '&' : '?'}utm_source=x`, dossier);
    expect(found?.url).toBe(known.find((one) => one.url === url)?.url);
  }
  expect(sourceAt('https://example.org/nowhere', dossier)).toBeUndefined();
});

test('hundreds of pasted addresses cost as many parses, not that times the sources', () => {
  const parse = URL.parse.bind(URL);
  let parses = 0;
  URL.parse = (...given) => {
    parses += 1;
    return parse(...given);
  };
  const typed = Array.from({ length: 300 }, (_, index) => `https://a.example/${index}`).join('\n');
  expect(newAddresses(typed, dossier)).toHaveLength(300);
  URL.parse = parse;
  expect(parses).toBeLessThan(300 * 3 + dossier.sources.size + 10);
});
