/** V1: the first message is one screen, whatever is in the dossier, and shows words only as they were printed. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dossier, foldDossier } from '../../../src/core/dossier/dossier.ts';
import { type RevisionDraft, withAppended } from '../../../src/core/dossier/revision.ts';
import type { Page } from '../../../src/core/reply/page.ts';
import { admin, chatOver, NOW } from '../../core/chat/chat-for-tests.ts';
import { revised } from '../../core/dossier/build-entries.ts';
import { dossiers, isName, mapTexts } from './dossiers.ts';
import { onScreen } from './on-screen.ts';

const FIRST = Temporal.PlainDate.from('2025-09-01');
const DAYS = FIRST.until(Temporal.Instant.fromEpochMilliseconds(NOW).toZonedDateTimeISO('UTC').toPlainDate()).days;
const arbitraryLine = fc
  .record({
    command: fc.constantFrom('ceasefire', 'quotes', 'quotes topic:ceasefire', 'quotes side:kabul'),
    clock: fc.constantFrom('', 'on', 'known'),
    day: fc.nat({ max: DAYS }),
    page: fc.nat({ max: 40 }),
  })
  .map(({ command, clock, day, page }) => {
    const date = FIRST.add({ days: day }).toString();
    const turned = command.startsWith('quotes') && page > 0 ? ` page:${page}` : '';
    return `/${command}${clock === '' ? '' : ` ${clock}:${date}`}${turned}`;
  });

/** Stretches of the ledger, by day and by position, with filters; and answers about one entry or all corrections. */
const arbitraryChanges = fc
  .record({
    command: fc.constantFrom('changes', 'changes', 'changes', 'corrections', 'history'),
    from: fc.nat({ max: DAYS }),
    days: fc.nat({ max: 200 }),
    until: fc.boolean(),
    filter: fc.constantFrom('', '', ' topics:talks', ' side:kabul', ' topics:clash,airstrike,attack side:pakistan'),
    position: fc.option(fc.nat({ max: 400 })),
    entry: fc.nat({ max: 10_000 }),
  })
  .map(({ command, from, days, until, filter, position, entry }) => (dossier: Dossier) => {
    const first = FIRST.add({ days: Math.min(from, DAYS) });
    const since = position === null ? first.toString() : `#${position}`;
    const end = first.add({ days: Math.min(days, DAYS - from) }).toString();
    const ids = [...dossier.developments.keys(), ...dossier.claims.keys(), ...dossier.ceasefire.keys()];
    if (command === 'history') return `/history id:${ids[entry % ids.length] ?? ''}`;
    if (command === 'corrections') return `/corrections since:${since}`;
    return `/changes since:${since}${until ? ` until:${end}` : ''}${filter}`;
  });

/** Corrections of every kind: other figures, longer words, days, and what was withdrawn. */
function corrected(dossier: Dossier): Dossier {
  const ledger = dossier.revisionsAfter(0);
  const changed = ledger
    .filter(({ entry }) => !isName(entry))
    .slice(0, 120)
    .map(({ entry }, index): RevisionDraft => {
      const reason = 'The source put it right. '.repeat(1 + (index % 12)).trim();
      const reworded = mapTexts(entry, (text, key) => {
        if (key === 'title' || key === 'headline') return `${text.slice(0, 60)} (${index})`;
        return key === 'summary' || key === 'attribution' ? `${text} Put right.` : text;
      });
      if (reworded.kind === 'claim' && reworded.fields.count.low !== null) {
        const { count } = reworded.fields;
        const other = { ...count, low: count.low === null ? null : count.low + 2, high: null };
        return revised(
          { ...reworded, fields: { ...reworded.fields, count: other } },
          NOW - index,
          'correction',
          reason,
        );
      }
      return revised(reworded, NOW - index, index % 7 === 0 ? 'retraction' : 'correction', reason);
    });
  return foldDossier(withAppended(ledger, changed), dossier.conflict);
}

/** Every quotation in it is the beginning of one in the dossier, and says where it was cut. */
function expectAsPrinted(page: Page, dossier: Dossier): void {
  const spans = page.blocks.flatMap((block) => (block.kind === 'group' ? [block.lead, ...block.items].flat() : []));
  const printed = [...dossier.quotes.values()].map(({ text }) => text);
  // A denial is told in its words.
  const denied = [...dossier.claims.values()].map(({ count }) => count.asPrinted);
  for (const span of spans) {
    if (typeof span === 'string' || span.kind !== 'quote') continue;
    const cut = /^(.*?) ?…$/su.exec(span.text)?.[1];
    const isPrinted =
      [...printed, ...denied].some((text) => text.includes(span.text)) ||
      printed.some((text) => cut !== undefined && text.startsWith(cut));
    expect({ words: span.text, isPrinted }).toEqual({ words: span.text, isPrinted: true });
  }
}

describe.each(Object.entries(dossiers))('with the dossier %s', (_, dossier) => {
  const chat = chatOver(dossier);

  it('every first message is at most 700 characters and 24 lines', { timeout: 60_000 }, async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryLine, async (line) => {
        const page = await chat.answers(line);
        const { characters, lines } = onScreen(page);
        expect({ line, fits: characters <= 700 && lines <= 24 }).toEqual({ line, fits: true });
        expectAsPrinted(page, dossier);
        if (page.audience === 'here') answered++;
      }),
      {
        numRuns: 60,
        // Among them the days on which most has to be said.
        examples: [
          '/ceasefire',
          '/quotes',
          ...['02-23', '02-26', '02-28', '03-20', '03-28'].map((day) => `/ceasefire on:2026-${day}`),
        ].map((line) => [line]),
      },
    );
    expect(chat.bugs).toEqual([]);
    expect(answered).toBeGreaterThan(20);
  });

  it('so is what changed, an entry’s history, and every correction', { timeout: 120_000 }, async () => {
    const after = corrected(dossier);
    const chats = [chat, chatOver(after)].map((one, index) => ({ one, of: index === 0 ? dossier : after }));
    await fc.assert(
      fc.asyncProperty(arbitraryChanges, fc.nat({ max: 1 }), async (toLine, which) => {
        const { one, of } = chats[which] ?? { one: chat, of: dossier };
        const line = toLine(of);
        const page = await one.answers(line);
        const { characters, lines } = onScreen(page);
        expect({ line, fits: characters <= 700 && lines <= 24 }).toEqual({ line, fits: true });
        expectAsPrinted(page, of);
      }),
      { numRuns: 50 },
    );
    for (const { one } of chats) expect(one.bugs).toEqual([]);
  });

  it('so is what the bot says of itself, and of a subscription', async () => {
    const asker = { ...admin, roles: new Set(['channel-admin', 'moderator', 'owner'] as const) };
    const owner = chatOver(dossier, {}, { asker, place: { id: 'test:room', isPrivate: true } });
    await owner.says('/subscribe daily board:beside topics:talks,clash,airstrike side:kabul quiet:22:00-07:00');
    const lines = [
      '/about',
      '/help',
      '/corrections',
      '/changes',
      '/coverage',
      '/subscription',
      '/subscription do:why',
      ...owner.commands.map(({ name }) => `/help ${name}`),
    ];
    for (const line of lines) {
      const page = await owner.answers(line);
      const { characters, lines: height } = onScreen(page);
      expect({ line, fits: characters <= 700 && height <= 24 }).toEqual({ line, fits: true });
    }
    expect(owner.bugs).toEqual([]);
  });

  it('a question restated in the title is no longer than that either', async () => {
    const page = await chat.answers(`/quotes text:"${'the and of '.repeat(15)}" side:kabul on:2026-03-01`);
    expect(onScreen(page).lines).toBeLessThanOrEqual(24);
  });
});

it('measures what it says it does', () => {
  const page = (text: string): Page => ({
    tone: 'normal',
    blocks: [{ kind: 'text', spans: [text] }],
    details: [],
    footer: [],
    menus: [],
    buttons: [],
    audience: 'here',
  });
  expect(onScreen(page('a '.repeat(21).trim()))).toEqual({ characters: 41, lines: 1 });
  expect(onScreen(page('a '.repeat(22).trim()))).toEqual({ characters: 43, lines: 2 });
  expect(onScreen(page('w'.repeat(85)))).toEqual({ characters: 85, lines: 3 });
});
