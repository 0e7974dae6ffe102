/** Incidents by day, place and words: whatever the order, the right one is among those found, and no other is taken. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../../src/core/chat/dates/read-date.ts';
import { datedNames } from '../../../../src/core/chat/names/dated-names.ts';
import { overlaps, parseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import { wordsOf } from '../../../../src/core/dossier/text/normalise.ts';
import { incidentNames } from '../../../../src/core/wording/casualties/incident-name.ts';
import { spellings } from '../../../../src/core/wording/match-names.ts';
import type { Named } from '../../../../src/core/wording/named.ts';
import { foldRealDossier } from '../../dossier/real-dossier.ts';
import { oddText } from '../../odd-text.ts';
import { english } from '../chat-for-tests.ts';

const names = incidentNames({ dossier: await foldRealDossier(), language: english });
const reading = { today: '2026-04-29', language: english };
const find = (typed: string) => datedNames(typed, names, reading);

/** Incidents of one day or a few, with a place: the day as people write it, and a word of the place. */
const event = fc.constantFrom(...names.filter(({ days = [], places = [] }) => days.length === 1 && places.length > 0));
const day = ({ days = [] }: Named) => parseEdtf(days[0]?.earliest ?? '');
const spelt = fc.constantFrom<(name: Named) => string>(
  (name) => english.date(day(name)),
  (name) => english.shortDate(day(name)),
  (name) => day(name).text,
  (name) => english.date(day(name)).replace(/ \d{4}$/u, ''),
  (name) => day(name).text.split('-').toReversed().map(Number).join('.'),
);

describe('an incident', () => {
  it('is among those found by its first day and a place, before or after it, in any case', () => {
    fc.assert(
      fc.property(event, spelt, fc.nat(9), fc.boolean(), fc.boolean(), (name, write, at, isFirst, isLoud) => {
        const place = (name.places ?? [])[at % (name.places ?? []).length] ?? '';
        const typed = isFirst ? `${place} ${write(name)}` : `${write(name)} ${place}`;
        const { found } = find(isLoud ? typed.toUpperCase() : typed);
        expect(found.length).toBeGreaterThan(0);
        // A longer period gives way to what happened on the day itself.
        const isLong = (name.days ?? []).some(({ earliest, latest }) => earliest !== latest);
        expect(isLong || found.includes(name)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is never found on a day that it was not, or by a word that nothing of it has', () => {
    fc.assert(
      fc.property(event, event, spelt, (one, other, write) => {
        const [word = ''] = wordsOf((one.places ?? [])[0] ?? '');
        const date = readDate(write(other), reading.today, english);
        for (const name of find(`${word} ${write(other)}`).found) {
          const texts = [...spellings(name), ...(name.places ?? [])].flatMap((text) => wordsOf(text));
          expect(texts.some((text) => text.startsWith(word))).toBe(true);
          const then = (name.days ?? []).some((days) => date !== undefined && overlaps(days, date));
          const isAnyYear = !/\d{4}/u.test(write(other));
          expect(then || isAnyYear).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is found by its id, whatever else has the words of it', () => {
    for (const name of names) expect(find(name.id).found).toEqual([name]);
  });

  it('is one of those on file, whatever is typed', () => {
    fc.assert(
      fc.property(oddText(), (typed) => {
        const { found, near } = find(typed);
        for (const name of [...found, ...near]) expect(names).toContain(name);
      }),
    );
  });
});
