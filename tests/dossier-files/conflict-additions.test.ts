/** A `conflict.json` among imported files: it only adds. */
import { describe, expect, it } from 'vitest';
import {
  additionsFrom,
  additionsText,
  groupNamed,
  joined,
  parseAdditions,
  withAdditions,
} from '../../src/dossier-files/conflict-additions.ts';
import { smallConflict } from '../core/dossier/build-entries.ts';

const parse = (conflict: unknown, known = smallConflict) =>
  parseAdditions([{ path: 'in/conflict.json', name: 'conflict.json', text: JSON.stringify(conflict) }], known);
const water = { id: 'water', label: 'water and wells', aliases: ['well'] };
const guards = { ...groupNamed('guards'), label: 'Guards of the wells', aliases: ['guard'] };

describe('conflict.json among imported files', () => {
  it('adds topics and groups, whether it has all the rest or nothing else', () => {
    const added = { topics: [water], victimGroups: [guards] };
    expect(parse(added)).toEqual(added);
    const whole = withAdditions(smallConflict, added);
    expect(parse(whole)).toMatchObject(added);
    expect(whole.topics).toEqual([...smallConflict.topics, water]);
    expect(withAdditions(whole, parse(whole, whole))).toEqual(whole);
  });

  it('says what it would change, and changes nothing', () => {
    const [topic] = smallConflict.topics;
    expect(() => parse({ topics: [{ ...topic, label: 'Other' }], name: 'Other' })).toThrow(
      /^Nothing was imported: there are 2 problems\nin\/conflict\.json: name: differs .*: an import only adds: .*\nin\/conflict\.json: topics: “.*” differs/u,
    );
    expect(() => parse({ colour: 'red' })).toThrow(
      /conflict\.json: has a field that the format does not have: colour/u,
    );
    expect(() => parse([])).toThrow(/conflict\.json: must be/u);
  });

  it('may say more of what came with no more than a name, once', () => {
    const named = withAdditions(smallConflict, { victimGroups: [groupNamed('guards')] });
    const kept = additionsFrom(additionsText({ victimGroups: [groupNamed('guards')] }));
    const more = parse({ victimGroups: [guards] }, named);
    expect(more).toEqual({ victimGroups: [guards] });
    const now = withAdditions(smallConflict, joined(kept, more));
    expect(now.victimGroups.filter(({ id }) => id === 'guards')).toEqual([guards]);
    expect(() => parse({ victimGroups: [{ ...guards, label: 'Others' }] }, now)).toThrow('“guards” differs');
  });

  it('is nothing to keep where it adds nothing', () => {
    expect(additionsText(parse(smallConflict))).toBeUndefined();
    expect(additionsFrom(undefined)).toEqual({});
  });
});
