/** What an alert tells of: news of every kind by its level, and the same rule for what files publish. */

import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changesInOrder, changesOf } from '../../../src/core/changes/changes.ts';
import { alertedBy, alertedIn } from '../../../src/core/changes/news-level.ts';
import { toPushedPage } from '../../../src/core/chat/to-pushed-page.ts';
import { claimsOf, compareClaims } from '../../../src/core/dossier/casualties/compare.ts';
import { compose } from '../../../src/core/messages/compose.ts';
import type { Content } from '../../../src/core/messages/kinds/index.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { createMemoryStore, english } from '../chat/chat-for-tests.ts';
import {
  ceasefire,
  claim,
  development,
  numbered,
  original,
  quote,
  revised,
  smallConflict,
  smallDossier,
  smallNames,
  talksRound,
} from '../dossier/build-entries.ts';
import { type AlertContent, alertOf, composed, digestOf, FIRST, LATER, NOW, TODAY } from '../messages/composing.ts';
import { limitsIn } from '../reply/limits-for-tests.ts';
import { textOf } from '../reply/text-of.ts';
import { arbitraryFilters, arbitraryLedger, dossierAfter } from './arbitrary-ledger.ts';

describe('an alert of a claim', () => {
  const rival = claim('cas-north', {
    claimedBy: 'north',
    stance: 'acknowledges-own-loss',
    count: { low: 23, high: 23, qualifier: 'exact', asPrinted: '23' },
    conflictsWith: ['cas-south'],
  });
  const posted = claim('cas-south', {
    count: { low: 58, high: null, qualifier: 'more-than', asPrinted: 'over 58' },
    conflictsWith: ['cas-north'],
  });
  // Known before: what is announced is only the later one.
  const dossier = smallDossier([rival, posted]);
  const of = (changes: Partial<AlertContent> = {}) => composed(alertOf({ from: FIRST + 1, ...changes }), dossier);

  it('has claimant, qualifier, attribution, what kind of statement it is, its source, and the rival figure', () => {
    const { text, shown, states, isEmpty } = of();
    expect(text).toMatch(/^Alert: south says more than 58 northern soldiers killed; north says 23\n/u);
    expect(text).toContain('south: more than 58 (printed as “over 58”)');
    expect(text).toContain('a spokesman');
    expect(text).toContain('Single source: src daily, 12 October 2025.');
    expect(text).toContain('north: 23');
    expect(text).toContain('Nothing is added up');
    expect(text).toMatch(/New figures\n.*\n.*\n• south: [^]*\nAlready on record[^]*\n• north: 23/u);
    expect(text.match(/“over 58”/gu)).toHaveLength(1);
    expect({ shown, isEmpty }).toEqual({ shown: ['cas-south'], isEmpty: false });
    expect(states).toEqual(expect.arrayContaining(['cas-north']));
  });

  it('leads with it beside its rivals in a line, then has its whole row, however little fits', async () => {
    const older = Array.from({ length: 6 }, (_, index) =>
      claim(`cas-older-${index}`, {
        claimedBy: 'un',
        stance: 'reports',
        // Of one day, so that none is an update of another.
        reportedOn: '2025-10-20',
        attribution: 'a report that was read out to journalists at some length',
        count: { low: 70 + index, high: 70 + index, qualifier: 'exact', asPrinted: `7${index} people` },
      }),
    );
    const { reply, more } = composed(alertOf({ from: FIRST + 7 }), smallDossier([rival, ...older, posted]));
    const chat = { store: createMemoryStore(), language: english };
    const page = await toPushedPage(reply, more, limitsIn(900), chat);
    const text = textOf(wholeOf(page));
    expect(text).toContain('11–12 October 2025');
    expect(text).toContain('south: more than 58 (printed as “over 58”)');
    expect(text).toContain('a spokesman');
    expect(text).toContain('Single source: src daily');
    expect(text.indexOf('south more than 58')).toBeLessThan(text.indexOf('(printed as'));
    expect(text).toContain('north 23');
    expect(text).toContain('items are not shown: press “The whole alert”');
  });

  it('has nothing of comparing where there is nothing else', () => {
    const lone = claim('cas-lone', { claimedBy: 'un', stance: 'reports', victims: 'people' });
    const sides = [rival, posted].map((one) =>
      claim(one.fields.id, { ...one.fields, victims: 'people', conflictsWith: [] } as object),
    );
    expect(composed(alertOf(), smallDossier([...sides, lone])).text).not.toContain('Already on record');
    expect(composed(alertOf({ from: FIRST + 2 }), smallDossier([...sides, lone])).text).toContain('Already on record');
  });

  it('is for those who want what is major, and keeps to their filters', () => {
    expect(of({ alerts: 'breaking' }).isEmpty).toBe(true);
    expect(of({ alerts: 'major' }).shown).toEqual(['cas-south']);
    expect(of({ topics: ['clash'] }).isEmpty).toBe(true);
    expect(of({ side: 'armed-group' }).isEmpty).toBe(true);
    expect(of({ side: 'afghanistan' }).isEmpty).toBe(false);
  });

  it('has a row for the side that gave no figure (R13)', () => {
    expect(composed(alertOf(), smallDossier([posted])).text).toContain('No figure found from north.');
  });

  it('is corrected when the rival figure is', () => {
    const right = claim('cas-north', {
      claimedBy: 'north',
      stance: 'acknowledges-own-loss',
      count: { low: 24, high: 24, qualifier: 'exact', asPrinted: '24' },
      conflictsWith: ['cas-south'],
    });
    const later = smallDossier([rival, posted], [revised(right, LATER)]);
    const sent = JSON.stringify(alertOf({ from: FIRST + 1, to: FIRST + 1 }));
    const content: Content = {
      kind: 'correction',
      timezone: 'UTC',
      original: sent,
      head: FIRST + 1,
      at: NOW,
    };
    const made = compose(content, { dossier: later, language: english, now: NOW, staleAfterDays: 7 });
    expect(made.isEmpty).toBe(false);
    expect(textOf(made.reply.blocks)).toMatch(/^Corrected .*24/u);
  });

  it('so is a digest that showed the rival figure beside the new one', () => {
    const { shown, states = [] } = composed(digestOf({ from: FIRST + 1, to: FIRST + 1 }), dossier);
    expect(shown).toEqual(['cas-south']);
    expect(states).toContain('cas-north');
  });

  it('is not for what more is known of it', () => {
    const more = claim('cas-south', { ...posted.fields, attribution: 'an officer' } as object);
    const later = smallDossier([rival, posted], [revised(more, LATER, 'update')]);
    expect(composed(alertOf({ from: FIRST + 2 }), later).isEmpty).toBe(true);
  });

  it('that stands again after a retraction', () => {
    const later = smallDossier(
      [rival, posted],
      [revised(posted, LATER, 'retraction'), revised(posted, LATER + 1, 'correction')],
    );
    expect(composed(alertOf({ from: FIRST + 3 }), later).shown).toEqual(['cas-south']);
  });

  it('held over quiet hours has only what was announced', () => {
    const held = alertOf({ from: FIRST, to: null, heldUntil: NOW });
    const heldOf = (announced: readonly number[]) =>
      compose(held, {
        dossier,
        language: english,
        now: NOW,
        staleAfterDays: 7,
        announced: announced.map((seq) => ({ from: seq, to: seq, at: NOW - 1 })),
      }).shown;
    expect(heldOf([FIRST + 1])).toEqual(['cas-south']);
    expect(heldOf([])).toEqual([]);
  });
});

test('states of the ceasefire, talks and quotations, each by its own words, the ceasefire first', () => {
  const dossier = smallDossier([
    development('dev', '2025-10-20', { significance: 'major', title: 'Shelling' }),
    quote('q', { text: 'They fired first.' }),
    quote('q-other', { text: 'They fired first, all of them.' }),
    talksRound('talks'),
    ceasefire('cf', '2025-10-19', { headline: 'Signed in Doha' }),
  ]);
  const { text, shown } = composed(alertOf(), dossier);
  expect(shown).toEqual(['cf', 'dev', 'talks', 'q-other', 'q']);
  expect(text).toMatch(/^Breaking: Signed in Doha · and 4 more\n/u);
  expect(text).toMatch(/• in force — Signed in Doha.*\n• Shelling.*[^]*Doha[^]*They fired first/u);
  expect(composed(alertOf({ alerts: 'breaking' }), dossier).shown).toEqual(['cf']);
});

describe('what files would announce', () => {
  const ledger = numbered([...smallNames.map(original), original(development('dev', '2025-10-20'))]);
  const idsOf = (drafts: Parameters<typeof alertedBy>[0]) =>
    alertedBy(drafts, ledger, smallConflict, TODAY).map(({ change, level }) => `${change.id} ${level}`);

  it('is news that is breaking or major, of every kind', () => {
    const major = development('dev-major', '2025-10-21', { significance: 'major' });
    const all = [major, development('dev-routine', '2025-10-21'), claim('cas'), quote('q')];
    expect(idsOf(all.map(original))).toEqual(['dev-major major', 'cas major', 'q major']);
    expect(idsOf([])).toEqual([]);
  });

  it('is what became more significant, but not by a correction', () => {
    const raised = development('dev', '2025-10-20', { significance: 'breaking' });
    expect(idsOf([revised(raised, LATER, 'update')])).toEqual(['dev breaking']);
    expect(idsOf([revised(raised, LATER, 'correction')])).toEqual([]);
  });
});

describe('whatever the ledger', () => {
  const arbitrarySpan = arbitraryLedger.chain((ledger) =>
    fc.record({
      ledger: fc.constant(ledger),
      wanted: arbitraryFilters,
      from: fc.integer({ min: 1, max: ledger.length }),
      length: fc.nat(12),
    }),
  );

  it('an alert is a part of what changed, by level; all of it is the breaking and the major part', () => {
    let told = 0;
    const property = fc.property(arbitrarySpan, ({ ledger, wanted, from, length }) => {
      const dossier = dossierAfter(ledger);
      const span = { from, to: from + length };
      const ids = (alerts: AlertContent['alerts']) =>
        alertedIn(dossier, span, { ...wanted, alerts }, TODAY).map(({ change }) => change.id);
      const changed = new Set(changesInOrder(changesOf(dossier, span, wanted)).map(({ id }) => id));
      const all = ids('all');
      told += all.length;
      const parts = new Set([...ids('breaking'), ...ids('major')]);
      expect(all.filter((id) => !parts.has(id) || !changed.has(id))).toEqual([]);
      expect(new Set(all).size).toBe(all.length);
    });
    // Seeded, or the floor would count on luck.
    fc.assert(property, { seed: 1, numRuns: 50 });
    expect(told).toBeGreaterThan(10);
    fc.assert(property, { numRuns: 50 });
  });

  it('no figure stands without those that stand against it, and corrections of these reach it', () => {
    let rivals = 0;
    const property = fc.property(arbitrarySpan, ({ ledger, wanted, from, length }) => {
      const dossier = dossierAfter(ledger);
      const { text, shown, states = [] } = composed(alertOf({ ...wanted, from, to: from + length }), dossier);
      const rows = compareClaims(dossier, [...dossier.claims.values()])
        .flatMap(({ comparisons }) => comparisons)
        .filter((one) => one.rows.some(({ claim: { id } }) => shown.includes(id)))
        .flatMap((one) => one.rows.flatMap(claimsOf));
      for (const one of rows) {
        expect(text).toContain(`“${one.count.asPrinted}”`);
        expect([...shown, ...states]).toContain(one.id);
        if (!shown.includes(one.id)) rivals++;
      }
    });
    // Seeded, or the floor would count on luck.
    fc.assert(property, { seed: 1, numRuns: 150 });
    expect(rivals).toBeGreaterThan(0);
    fc.assert(property, { numRuns: 150 });
  });
});
