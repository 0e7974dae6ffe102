/** Reads a stretch of which one end is said: “since march”, “after 7 april”, “before april”, “until last week”. */
import { type Edtf, type EdtfPoint, tryParseEdtf } from '../../dossier/dates/edtf.ts';

const FROM = /^(?:since|from|starting|(?<after>after)) (?<date>.+?)(?: on| onwards?)?$|^(?<onwards>.+) onwards?$/u;
const UP_TO = /^(?:until|till|up to|through|(?<before>before|prior to)) (?<date>.+)$/u;

type ReadDate = (typed: string) => Edtf | undefined;

/**
 * Open at the end that was not said: “since march” is `2026-03/..`, and “before april” ends with the day before it.
 * Undefined for other words.
 */
export function openSpan(typed: string, read: ReadDate): Edtf | undefined {
  const text = typed.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  const from = FROM.exec(text)?.groups;
  const upTo = from ? undefined : UP_TO.exec(text)?.groups;
  const date = read(from?.['date'] ?? from?.['onwards'] ?? upTo?.['date'] ?? '');
  if (date === undefined || date.start === 'open' || date.end === 'open') return undefined;
  if (from) {
    const start = from['after'] === undefined ? pointText(date.start) : beside(date.latest, 1, date.end);
    return tryParseEdtf(`${start}/..`);
  }
  const end = upTo?.['before'] === undefined ? pointText(date.end) : beside(date.earliest, -1, date.start);
  return tryParseEdtf(`../${end}`);
}

/** The day next to an end, as approximate as that is. */
function beside(day: string, days: number, { approximate }: EdtfPoint): string {
  return `${Temporal.PlainDate.from(day).add({ days }).toString()}${approximate ? '~' : ''}`;
}

function pointText({ year, month, day, approximate }: EdtfPoint): string {
  const parts = [month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]));
  return `${[String(year).padStart(4, '0'), ...parts].join('-')}${approximate ? '~' : ''}`;
}
