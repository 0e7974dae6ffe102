/** What is asked back about dates and entries, over the shipped dossier: each way leads somewhere. */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { decodePress } from '../../../src/core/chat/button.ts';
import { nearDate } from '../../../src/core/chat/dates/near-date.ts';
import { runCommand, runPress } from '../../../src/core/chat/run-command.ts';
import type { Page } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { anybody, chatOver, english, here } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const dossier = await foldRealDossier();
/** Two days after the newest entry of the shipped dossier. */
const chat = chatOver(dossier, { clock: () => Date.UTC(2026, 3, 30, 12) });
const who = { asker: anybody, place: here };

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

describe('a date that is not understood', () => {
  it.each([
    ['27 Febuary 2026', 'period:"27 February 2026"'],
    ['sometime march', 'period:"March 2026"'],
    ['march 2026-ish', 'period:"March 2026"'],
    ['early mrach 2026', 'period:"March 2026"'],
    ['3 Octobre 2025', 'period:"3 October 2025"'],
  ])('“%s” is asked back, and a button answers', async (typed, suggestion) => {
    expect(await chat.says(`/quotes period:"${typed}"`)).toBe(
      `I don’t understand “${typed}” as a date for period. Did you mean ${suggestion}?`,
    );
    const [button] = (await chat.answers(`/quotes period:"${typed}"`)).buttons.flat();
    expect(await chat.pressed(button?.data ?? '')).toMatch(/^What was said, (?:in|on) /u);
  });

  it.each(['rubbish', 'marching orders', 'Febuary 2027', 'Octobre 2019', 'by then'])(
    '“%s” has nothing near that has an answer',
    async (typed) => {
      expect(await chat.says(`/quotes period:"${typed}"`)).not.toContain('Did you mean');
    },
  );

  it('a month with one letter wrong is that month, whatever stands around it', () => {
    const months = 'January February March April August September October November December'.split(' ');
    fc.assert(
      fc.property(
        fc.constantFrom(...months),
        fc.nat(),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('', 'mid ', 'around the '),
        (month, at, day, before) => {
          const index = 1 + (at % (month.length - 1));
          const wrong = month.slice(0, index) + month.slice(index + 1);
          const meant = nearDate(`${before}${day} ${wrong} 2025`, '2026-04-30', english);
          expect(meant && english.date(meant)).toBe(`${day} ${month} 2025`);
        },
      ),
    );
  });
});

describe('/history of a name that several entries have', () => {
  it('has the development first, then the figures', async () => {
    expect(await chat.says('/history omid hospital')).toMatch(
      /Please choose: id:dev-omid-hospital \(Kabul says a strike hit .*\) · id:cas-omid-.* · and 2 more$/u,
    );
  });

  const limits = [
    ['with menus', { ...UNLIMITED, menu: 25 }],
    ['with small menus', { ...UNLIMITED, menu: 4 }],
    ['with few buttons', { ...UNLIMITED, menu: 0, options: 3 }],
  ] as const;

  it.each(limits)('opens each of them, %s', async (_, allowed) => {
    for (const typed of ['omid hospital', 'kunar', 'doha']) {
      const opened = new Set<string>();
      const count = Number(/ · and (\d+) more$/u.exec(await chat.says(`/history ${typed}`))?.[1]) + 5;
      let page: Page = await runCommand({ command: 'History', args: typed, ...who }, allowed, chat);
      for (let turn = 0; turn < 20 && opened.size < count; turn += 1) {
        const options = [...page.menus.flatMap((menu) => menu.options), ...page.buttons.flat()];
        const presses = await Promise.all(options.map(({ data }) => decodePress(data, chat.store)));
        const more = options.find((__, index) => presses[index]?.options !== undefined);
        for (const { args, options: way } of presses) if (way === undefined) opened.add(args['id'] ?? '');
        if (more) page = await runPress(more.data, who, allowed, chat);
      }
      expect(opened.size).toBe(count);
    }
  });

  it('calls a denial a denial, and no figure', async () => {
    const denials = [...dossier.claims.values()].filter(({ count }) => count.qualifier === 'denial');
    expect(denials.length).toBeGreaterThan(1);
    for (const { id } of denials) {
      expect(await chat.says(`/history ${id}`)).toMatch(/^History: denial by /u);
      expect(await chat.saysInFull(`/history ${id}`)).toContain('\nAs it stands: denial by ');
    }
  });
});
