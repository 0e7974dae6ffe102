/** `conflict.json`: sides that are its own, words to watch by language, names that could be several parties'. */
import { describe, expect, test } from 'vitest';
import { checkEntries } from '../../../src/core/dossier/check.ts';
import { conflictSchema } from '../../../src/core/dossier/conflict.ts';
import { sentenceWithAlone } from '../../../src/core/dossier/text/ambiguous.ts';
import { lintNeutral } from '../../../src/core/dossier/text/neutral.ts';
import { smallConflict, smallNames } from './build-entries.ts';

const issues = (changes: object) =>
  conflictSchema
    .safeParse({ ...smallConflict, ...changes })
    .error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('a conflict', () => {
  test('names its own sides, each once; mediators and observers are in any conflict', () => {
    const twice = [...smallConflict.sides, { side: 'pakistan', party: 'north' }];
    expect(issues({ sides: twice })).toEqual([['sides.2.side', '“pakistan” is there twice: name it otherwise']]);
    expect(issues({ sides: [{ side: 'mediator', party: 'north' }, ...smallConflict.sides] })).toEqual([
      ['sides.0.side', '“mediator” is a role, which any conflict has: name it otherwise'],
    ]);
  });

  test('refuses victims of a side that it does not have, and parties too, with the words there are', () => {
    const [group] = smallConflict.victimGroups;
    const cure = 'write pakistan, afghanistan, mediator, armed-group, observer';
    const message = `“north” is neither a side of conflict.json nor a role: ${cure}`;
    expect(issues({ victimGroups: [{ ...group, sides: ['north'] }] })).toEqual([['victimGroups.0.sides', message]]);
    const odd = smallNames.map((entry) =>
      entry.kind === 'party' && entry.fields.id === 'north'
        ? { ...entry, fields: { ...entry.fields, side: 'north' } }
        : entry,
    );
    expect(checkEntries(odd, smallConflict)).toEqual([{ kind: 'party', id: 'north', field: 'side', message }]);
  });

  test('has time zones that exist', () => {
    expect(issues({ timezones: [{ id: 'Mars/Base', aliases: [] }] })).toHaveLength(1);
    expect(issues({ timezones: [{ id: 'Europe/Paris', aliases: ['Paris'] }] })).toBeUndefined();
  });
});

describe('words to watch', () => {
  const watchedWords = {
    en: { judging: ['regime'], loaded: ['terrorist'], attributing: ['said'] },
    fr: { judging: ['régime'], loaded: [], attributing: [] },
  };

  test('are looked for in the language of the dossier, or in the one that is asked for', () => {
    expect(lintNeutral('The Regime fell.', { watchedWords })).toHaveLength(1);
    expect(lintNeutral('Le régime.', { watchedWords })).toEqual([]);
    expect(lintNeutral('Le régime.', { watchedWords, language: 'fr' })).toHaveLength(1);
    expect(lintNeutral('Le régime.', { watchedWords }, { language: 'fr' })).toHaveLength(1);
  });

  test('are whole words, and none is watched where there are none', () => {
    expect(lintNeutral('Regimes and regimen. A terrorist, the army said.', { watchedWords })).toEqual([]);
    expect(lintNeutral('A terrorist regime.', {})).toEqual([]);
  });
});

describe('a name of several', () => {
  const lions = { name: 'Lions', parties: ['a', 'b'], before: ['Red', 'Tehreek-e'], after: ['council'] };

  test.each([
    ['The Lions said no.', true],
    ['All was calm. Lions crossed.', true],
    ['The Red Lions said no.', false],
    ['The Tehreek-e-Lions said no.', false],
    ['The Lions council said no.', false],
    ['He wrote “Lions”.', false],
    ['The Lionsgate is open.', false],
    ['The Lions counted.', true],
  ])('%s', (text, isAlone) => {
    expect(sentenceWithAlone(text, lions) !== undefined).toBe(isAlone);
  });

  test('is alone wherever it is written, where nothing tells the parties apart', () => {
    expect(sentenceWithAlone('The Red Lions said no.', { ...lions, before: [], after: [] })).toBeDefined();
  });
});
