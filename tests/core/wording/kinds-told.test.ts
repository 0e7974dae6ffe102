/** All that is news reaches readers, whatever its kind: /changes, alerts and digests tell it, and /history finds it. */
import { describe, expect, it, test } from 'vitest';
import { ENTRY_KINDS } from '../../../src/core/dossier/entries.ts';
import { SECTIONS } from '../../../src/core/dossier/kinds/index.ts';
import { isNews, nameTurnOf } from '../../../src/core/dossier/news.ts';
import { plainText } from '../../../src/core/reply/quotation-marks.ts';
import { entryNames } from '../../../src/core/wording/entry-names.ts';
import { headlineOf, labelOf, valuesOf, WORDING_KINDS } from '../../../src/core/wording/kinds/index.ts';
import { english } from '../chat/chat-for-tests.ts';
import { original } from '../dossier/build-entries.ts';
import { answerTo, baseline, dossierOf, NOW } from '../dossier/crafted-dossier.ts';
import { EXAMPLES } from '../dossier/kinds/examples.ts';
import { alertOf, composed, digestOf } from '../messages/composing.ts';

const NEWS = ENTRY_KINDS.filter((kind) => isNews({ kind }));

describe.each(NEWS)('%s, as all that is new', (kind) => {
  const { entry } = EXAMPLES[kind];
  const { id } = entry.fields;
  const dossier = dossierOf(baseline.entries, [original(entry)]);
  const { head } = dossier;
  const context = { dossier, language: english };
  const headline = () => plainText(headlineOf(entry, context));

  it('is told on the first screen of /changes, and not just counted', async () => {
    const text = await answerTo(`/changes since:#${head - 1}`, dossier);
    const words = [headline(), labelOf(entry), ...Object.values(valuesOf(entry, 'terse', context)).map(plainText)];
    expect({ text, isTold: words.some((one) => one !== '' && text.includes(one)) }).toEqual({ text, isTold: true });
    expect(text).not.toMatch(/Changed: | not shown: /u);
  });

  it('makes an alert that begins with its headline, and tells more', () => {
    const { text, shown } = composed(alertOf({ from: head, to: head }), dossier, NOW);
    expect(shown).toEqual([id]);
    expect(text.split('\n', 1)[0]).toContain(headline());
    expect(text).toContain(dossier.sources.get(sourceOf(entry.fields))?.publisher ?? '?');
  });

  it('is in a digest', () => {
    const { text, shown } = composed(digestOf({ from: head, to: head }), dossier, NOW);
    expect(shown).toEqual([id]);
    expect(text).toContain(dossier.sources.get(sourceOf(entry.fields))?.publisher ?? '?');
  });
});

function sourceOf(fields: object): string {
  return 'sources' in fields && Array.isArray(fields.sources) ? String(fields.sources[0]) : '';
}

test('all that is news has a headline, and nothing else', () => {
  expect(ENTRY_KINDS.filter((kind) => WORDING_KINDS[kind].headline !== null)).toEqual(NEWS);
});

test('a name that several have means what happened, before what was said of it; no two kinds share a turn', () => {
  expect(new Set(NEWS.map((kind) => nameTurnOf({ kind }))).size).toBe(SECTIONS.length);
  const kindOf = new Map(baseline.entries.map(({ kind, fields }) => [fields.id, kind]));
  const named = entryNames({ dossier: dossierOf(baseline.entries), language: english });
  expect([...new Set(named.map(({ id }) => kindOf.get(id)))]).toEqual([
    'development',
    'ceasefire',
    'talks',
    'claim',
    'quote',
  ]);
});
