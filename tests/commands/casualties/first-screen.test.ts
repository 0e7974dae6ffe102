/** V1: the first message of /casualties is one screen of a phone, whatever the dossier, the names and the filters. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/core/chat/run-command.ts';
import { type Dossier, foldDossier } from '../../../src/core/dossier/dossier.ts';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import type { RawArguments } from '../../../src/core/reply/reply.ts';
import { type Baseline, planImport } from '../../../src/dossier-files/baseline.ts';
import { chatOver, type TestChat } from '../../core/chat/chat-for-tests.ts';
import { IMPORTED_AT, numbered } from '../../core/dossier/build-entries.ts';
import { readAutumnBaseline, readRealBaseline } from '../../core/dossier/real-dossier.ts';
import { aPartOf, timesOver } from '../../core/dossier/resized.ts';
import { SCREEN, screenSize } from '../../core/reply/screen-size.ts';
import { textOf } from '../../core/reply/text-of.ts';

const real = await readRealBaseline();
const fold = ({ conflict, entries }: Baseline): Dossier =>
  foldDossier(numbered(planImport({ conflict, entries }, [], IMPORTED_AT).drafts), conflict);

/** Every name as long as 60 characters, begun by `letter`; each is its own. */
function withLongNames({ conflict, entries }: Baseline, letter: string): Baseline {
  const long = (id: string) => `${letter.repeat(4)} ${id} `.padEnd(60, `${letter.repeat(7)} `).slice(0, 59) + letter;
  const named = (entry: AnyEntry): AnyEntry => {
    if (entry.kind === 'party') {
      const { id } = entry.fields;
      return { ...entry, fields: { ...entry.fields, name: long(`n ${id}`), shortName: long(id) } };
    }
    if (entry.kind === 'place') return { ...entry, fields: { ...entry.fields, name: long(entry.fields.id) } };
    if (entry.kind === 'development') return { ...entry, fields: { ...entry.fields, title: long(entry.fields.id) } };
    if (entry.kind === 'source') return { ...entry, fields: { ...entry.fields, publisher: long(entry.fields.id) } };
    if (entry.kind !== 'claim') return entry;
    const { id, scope, count } = entry.fields;
    const words = count.low === null ? { count: { ...count, asPrinted: long(id) } } : {};
    return {
      ...entry,
      fields: { ...entry.fields, ...words, ...(scope === undefined ? {} : { scope: long(id).repeat(3) }) },
    };
  };
  const victimGroups = conflict.victimGroups.map((group) => ({
    ...group,
    label: long(group.id),
    short: long(group.id),
  }));
  return { conflict: { ...conflict, victimGroups }, entries: entries.map(named) };
}

function filtersIn(dossier: Dossier): fc.Arbitrary<RawArguments> {
  const some = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
  const claims = [...dossier.claims.values()];
  const claimants = claims
    .map(({ claimedBy }) => claimedBy)
    .filter((id) => !dossier.conflict.sides.some(({ party }) => party === id));
  const days = ['2025-10-12', '2025-10', '2025-11-10', '2026-02-28', '2026-03'];
  return fc
    .record({
      who: some([...dossier.conflict.victimGroups.map(({ id }) => id), 'civilian']),
      harm: some(['killed', 'injured', 'displaced']),
      claimant: some([...dossier.conflict.sides.map(({ side }) => side), ...claimants]),
      incident: some(claims.map(({ id }) => id)),
      on: some(days),
      known: some(days),
    })
    .map((all) =>
      Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    );
}

async function answerTo(chat: TestChat, args: RawArguments) {
  const who = { asker: { id: 'test:1', roles: new Set<never>() }, place: { id: 'test:room', isPrivate: false } };
  return runCommand({ command: 'casualties', args, ...who }, UNLIMITED, chat);
}

const DOSSIERS: readonly (readonly [string, () => Promise<Dossier> | Dossier, number])[] = [
  ['a tenth of the dossier', () => fold(aPartOf(real, 10)), 60],
  ['the dossier of autumn', async () => fold(await readAutumnBaseline()), 60],
  ['the shipped dossier', () => fold(real), 60],
  ['ten times the dossier', () => fold(timesOver(real, 10)), 4],
  ['names of 60 characters', () => fold(withLongNames(real, 'w')), 80],
  ['names that run the other way', () => fold(withLongNames(real, 'ب')), 40],
];

describe.each(DOSSIERS)('/casualties over %s', (_, make, numRuns) => {
  it('fills one screen at most, and holds no figure apart from its claimant', { timeout: 120_000 }, async () => {
    const dossier = await make();
    const chat = chatOver(dossier);
    const check = async (args: RawArguments) => {
      const { blocks } = await answerTo(chat, args);
      const { characters, lines } = screenSize(blocks);
      const text = textOf(blocks);
      expect({ text, isShort: characters <= SCREEN.characters, isLow: lines <= SCREEN.lines }).toEqual({
        text,
        isShort: true,
        isLow: true,
      });
      // No heading stands over nothing.
      const under = blocks.flatMap(({ kind }, index) => (kind === 'heading' ? [blocks[index + 1]?.kind] : []));
      expect(under.filter((kind) => kind === undefined || kind === 'heading')).toEqual([]);
    };
    await check({});
    await fc.assert(fc.asyncProperty(filtersIn(dossier), check), { numRuns });
    expect(chat.bugs).toEqual([]);
  });
});
