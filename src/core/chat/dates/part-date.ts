/** Reads parts of a month or a year as people name them: “q1 2026”, “early april”, “mid february”, “end of march”. */
import { type Edtf, tryParseEdtf } from '../../dossier/dates/edtf.ts';
import { inYear, namesNoYear, type ReadOn } from './any-year.ts';
import type { Lies } from './spoken-date.ts';

const ORDINALS = 'first second third fourth'.split(' ');
const ORDINAL = `1st|2nd|3rd|4th|last|${ORDINALS.join('|')}`;
const QUARTER = new RegExp(
  `^(?:the )?(?:q(?<q>[1-4])|h(?<h>[12])|(?<nth>${ORDINAL}) (?<unit>quarter|half))(?:[ /-]?(?:of |in )?(?<of>.+))?$`,
  'u',
);
/** “2026 q1” */
const YEAR_FIRST = /^(\d{4})[ /-]?([qh][1-4])$/u;
const THIRD =
  /^(?:the |about |around )?(?<third>early|beginning|start|mid|middle|late|end)(?:-| )(?:of |in |of-)?(?<of>.+)$/u;
const WHICH = { early: 0, beginning: 0, start: 0, mid: 1, middle: 1, late: 2, end: 2 } as const;
/** “The month” is this one. */
const THIS = /^(?:the |this )?(month|year)$/u;

/** In EDTF, by the day that is today, `YYYY-MM-DD`; undefined for what is no date. */
type ReadPoint = (typed: string, today: string) => Edtf | undefined;

/**
 * A quarter or a half has its months. What is early, in the middle or late in a month or a year is about a third of it
 * (`2026-04-01/2026-04-10~`), so that it stays as vague as it was said. Without a year it is the last that has begun,
 * or where it `lies` ahead, the first that has not ended. Undefined for other words.
 */
export function partDate(typed: string, today: string, lies: Lies, readPoint: ReadPoint): Edtf | undefined {
  const text = typed.toLowerCase().replaceAll(/\s+/gu, ' ').trim().replace(YEAR_FIRST, '$2 $1');
  const read: ReadOn = (on) => quarter(text, on, readPoint) ?? third(text, on, readPoint);
  const found = read(today);
  if (found === undefined || !namesNoYear(read)) return found;
  const isThere = (date: Edtf) => (lies === 'behind' ? date.earliest <= today : date.latest >= today);
  const year = Number(today.slice(0, 4));
  const years = lies === 'behind' ? [year, year - 1] : [year, year + 1];
  // “Last year” is another one in each of them.
  return years.flatMap((one) => inYear(read, one) ?? []).find(isThere) ?? found;
}

function quarter(text: string, today: string, readPoint: ReadPoint): Edtf | undefined {
  const { q, h, nth = '', unit, of = today.slice(0, 4) } = QUARTER.exec(text)?.groups ?? {};
  if (q === undefined && h === undefined && nth === '') return undefined;
  const months = q !== undefined || unit === 'quarter' ? 3 : 6;
  const number = Number(q ?? h ?? (nth === 'last' ? 12 / months : ordinal(nth)));
  const year = whole(of, today, readPoint)?.text ?? '';
  if (!/^\d{4}$/u.test(year) || number * months > 12) return undefined;
  return tryParseEdtf(`${year}-${two((number - 1) * months + 1)}/${year}-${two(number * months)}`);
}

function third(text: string, today: string, readPoint: ReadPoint): Edtf | undefined {
  const { third: name = '', of = '' } = THIRD.exec(text)?.groups ?? {};
  if (!isThird(name)) return undefined;
  const date = whole(of, today, readPoint);
  if (date === undefined || !/^\d{4}(?:-\d\d)?$/u.test(date.text)) return undefined;
  const isYear = date.text.length === 4;
  // Days 1 to 10, 11 to 20, and 21 to the last; months 1 to 4, 5 to 8, and 9 to 12.
  const [length, last] = isYear ? [4, '12'] : [10, date.latest.slice(8)];
  const which = WHICH[name];
  const from = `${date.text}-${two(which * length + 1)}${which === 0 ? '' : '~'}`;
  const to = `${date.text}-${which === 2 ? last : `${two((which + 1) * length)}~`}`;
  return tryParseEdtf(`${from}/${to}`);
}

function whole(of: string, today: string, readPoint: ReadPoint): Edtf | undefined {
  return readPoint(of.replace(THIS, 'this $1').replace(/^the /u, ''), today);
}

function isThird(name: string): name is keyof typeof WHICH {
  return Object.hasOwn(WHICH, name);
}

function ordinal(name: string): number {
  return /^\d/u.test(name) ? Number(name.slice(0, 1)) : ORDINALS.indexOf(name) + 1;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
