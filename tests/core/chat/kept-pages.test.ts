/** Pages that are handed out again: the same as fresh ones, whatever happened in between. */
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { decodePress } from '../../../src/core/chat/button.ts';
import { type AnyCommand, command } from '../../../src/core/chat/command.ts';
import { createKeptPages } from '../../../src/core/chat/kept-pages.ts';
import { parseArgs } from '../../../src/core/chat/parse-args.ts';
import { type Engine, runCommand } from '../../../src/core/chat/run-command.ts';
import { foldDossier } from '../../../src/core/dossier/dossier.ts';
import { type Page, wholeOf } from '../../../src/core/reply/page.ts';
import { type PageLimits, UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import { arbitraryLedger } from '../changes/arbitrary-ledger.ts';
import { numbered, smallConflict } from '../dossier/build-entries.ts';
import { fitsIn } from '../reply/arbitrary-blocks.ts';
import { textOf } from '../reply/text-of.ts';
import { admin, anybody, chatOver, createMemoryStore, english, here, NOW } from './chat-for-tests.ts';

const HOUR = 3_600_000;
const QUESTIONS = [
  'about',
  'casualties',
  'casualties claimant:north on:2025-10-20',
  'casualties on:2025-10-20 claimant:north',
  'ceasefire',
  'ceasefire on:2025-10-14',
  'changes',
  'changes since:2025-10',
  'changes since:#20 topics:violence,diplomacy,casualties,quotes,ceasefire',
  'changes since:yesterday',
  'corrections',
  'help',
  'history cas-1',
  'history id:dev-0 known:2025-12',
  'quotes',
  'quotes text:"words and more words of nobody in particular, on no day that anybody remembers"',
  'quotes on:2025-10-16',
  'subscription',
  'nothing',
] as const;

const LIMITS = [
  { ...UNLIMITED, fits: (text) => fitsIn(300)(wholeOf(text)) },
  { ...UNLIMITED, menu: 5, folds: true, fits: (text) => fitsIn(1500)(wholeOf(text)) },
] as const satisfies readonly PageLimits[];

type Step =
  | { readonly ask: string; readonly page: number; readonly limit: 0 | 1 }
  | { readonly wait: number }
  | { readonly timezone: string }
  | { readonly publish: number };

const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      ask: fc.constantFrom(...QUESTIONS),
      page: fc.nat(2),
      limit: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 30 * HOUR }) }) },
  { weight: 1, arbitrary: fc.record({ timezone: fc.constantFrom('UTC', 'Asia/Kabul', 'Pacific/Kiritimati') }) },
  { weight: 1, arbitrary: fc.record({ publish: fc.integer({ min: 1, max: 5 }) }) },
);

function asked(line: string, engine: Engine, { page = 0, limit = 0, asker = anybody } = {}) {
  const [name = '', ...args] = line.split(' ');
  return runCommand({ command: name, args: args.join(' '), asker, place: here }, LIMITS[limit] ?? LIMITS[0], engine, {
    page,
  });
}

describe('kept pages', () => {
  test('are the pages that would be composed anew, at any time, of any dossier, with buttons that work', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryLedger,
        fc.array(arbitraryStep, { minLength: 10, maxLength: 40 }),
        async (all, steps) => {
          let [now, timezone, length] = [NOW, 'UTC', Math.ceil(all.length / 2)];
          let dossier = foldDossier(numbered(all.slice(0, length)), smallConflict);
          const kept = createKeptPages({ pages: 8 });
          const store = createMemoryStore();
          const [shown, composed]: [Page[], Page[]] = [[], []];
          for (const step of steps) {
            if ('wait' in step) now += step.wait;
            else if ('timezone' in step) ({ timezone } = step);
            else if ('publish' in step) {
              length += step.publish;
              dossier = foldDossier(numbered(all.slice(0, length)), smallConflict);
            } else {
              const parts = { clock: () => now, timezone, store };
              const page = await asked(step.ask, chatOver(dossier, { ...parts, kept }), step);
              shown.push(page);
              composed.push(await asked(step.ask, chatOver(dossier, parts), step));
              const ways = [...page.buttons.flat(), ...page.menus.flatMap(({ options }) => options)];
              await Promise.all(ways.map(({ data }) => decodePress(data, store)));
            }
          }
          expect(shown).toEqual(composed);
        },
      ),
      { numRuns: 30 },
    );
  });

  /** Says how often it was composed. */
  function counting(changes: Partial<AnyCommand> = {}) {
    let composed = 0;
    const counted = command({
      name: 'count',
      who: 'anyone',
      isKept: true,
      params: { words: { kind: 'text', rest: true } },
      run: () => {
        composed += 1;
        return reply({ blocks: [{ kind: 'text', spans: [`${composed}`] }] });
      },
    });
    return [{ ...counted, ...changes }];
  }
  const dossier = foldDossier([], smallConflict);
  const other = foldDossier([], smallConflict);
  const says = async (line: string, engine: Engine, how: Parameters<typeof asked>[2] = {}) =>
    textOf((await asked(line, engine, how)).blocks);

  it('are composed anew for a new dossier, another day, another zone, other words, page, platform or language', async () => {
    const kept = createKeptPages();
    const engine = (changes: Partial<Engine> = {}) => chatOver(dossier, { commands: all, kept, ...changes });
    const all = counting();
    const midnight = Math.ceil(NOW / (24 * HOUR)) * 24 * HOUR;
    expect(await says('count', engine())).toBe('1');
    expect(await says('count', engine({ clock: () => midnight - 1 }))).toBe('1');
    expect(await says('count', engine({ clock: () => midnight }))).toBe('2');
    expect(await says('count', engine({ timezone: 'Asia/Kabul' }))).toBe('3');
    expect(await says('count words', engine())).toBe('4');
    expect(await says('count', engine(), { page: 1 })).toBe('5');
    expect(await says('count', engine(), { limit: 1 })).toBe('6');
    expect(await says('count', engine({ language: { ...english, tag: 'ps' } }))).toBe('7');
    expect(await says('count', engine())).toBe('1');
    expect(await says('count', engine({ dossier: () => other }))).toBe('8');
    expect(await says('count', engine())).toBe('9');
  });

  it.each([
    ['says nothing of it', { isKept: undefined }],
    ['is confidential', { isConfidential: true }],
    ['is for moderators', { who: 'moderator' }],
    ['is for channel admins', { who: 'channel-admin' }],
  ] as const)('are none of a command that %s', async (_, changes) => {
    const { isKept, ...rest } = { isKept: true as const, ...changes };
    const [one] = counting(rest);
    if (!one) throw new Error('no command');
    const { isKept: _kept, ...unkept } = one;
    const all = [isKept === undefined ? unkept : one];
    const owner = { ...admin, id: 'test:9' };
    const engine = chatOver(dossier, { commands: all, kept: createKeptPages(), owners: new Set([owner.id]) });
    const alone = { id: 'test:alone', isPrivate: true };
    const answers = async () =>
      textOf((await runCommand({ command: 'count', args: '', asker: owner, place: alone }, LIMITS[0], engine)).blocks);
    expect([await answers(), await answers()]).toEqual(['1', '2']);
  });

  it('do not let anybody past the flood limit', async () => {
    const refusing = { waitMs: 2000, isFirst: true };
    let isFull = false;
    const engine = chatOver(dossier, {
      commands: counting(),
      kept: createKeptPages(),
      floodLimit: () => (isFull ? refusing : 0),
    });
    expect(await says('count', engine)).toBe('1');
    isFull = true;
    expect(await says('count', engine)).not.toBe('1');
  });

  it('are as many as there is room for, the last used', async () => {
    for (const kept of [createKeptPages({ pages: 2 }), createKeptPages({ units: 800 })]) {
      const engine = chatOver(dossier, { commands: counting(), kept });
      const words = (count: number) => `count ${'x'.repeat(100)}${count}`;
      expect([await says(words(1), engine), await says(words(2), engine)]).toEqual(['1', '2']);
      expect([await says(words(1), engine), await says(words(3), engine)]).toEqual(['1', '3']);
      expect([await says(words(1), engine), await says(words(2), engine)]).toEqual(['1', '4']);
    }
  });
});

describe('the commands whose pages are kept', () => {
  const forbidden = <T extends object>(what: T): T =>
    new Proxy(what, {
      get: (_, name) => {
        throw new Error(`a kept page read ${String(name)} of what it is not kept by`);
      },
    });

  test.each(commands.filter(({ isKept }) => isKept === true).map((one) => [one.name, one] as const))(
    '%s is open to everybody and reads nothing but what the page is kept by',
    async (_, one) => {
      const { isConfidential, who } = one;
      expect([isConfidential, who]).toEqual([undefined, 'anyone']);
      const ledger = numbered(
        fc.sample(arbitraryLedger, { numRuns: 20, seed: 7 }).toSorted((a, b) => b.length - a.length)[0] ?? [],
      );
      const chat = chatOver(foldDossier(ledger, smallConflict));
      const context = { ...chat, dossier: chat.dossier(), today: '2026-11-22', commands };
      const raw = one.example?.(context) ?? {};
      const args = parseArgs(raw, one.params, context);
      const answer = await one.run(args, {
        ...context,
        now: NOW,
        store: forbidden(chat.store),
        subscriptions: forbidden(chat.subscriptions),
        posting: forbidden(chat.posting),
        moderators: forbidden(chat.moderators),
        owners: forbidden(chat.owners),
        asker: forbidden(anybody),
        place: forbidden(here),
      });
      expect(answer.blocks.length + answer.details.length).toBeGreaterThan(0);
      for (const detail of answer.details) expect(detail.blocks()).not.toEqual([]);
    },
  );
});
