/** What two versions of an entry say differently, field by field, in words: "5 → 7". */

import { LINKS } from '../changes/same-news.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import { sameJson } from '../dossier/same-json.ts';
import { plainText } from '../reply/quotation-marks.ts';
import type { Spans } from '../reply/span.ts';
import { narrow } from './brief/narrow.ts';
import { type Detail, valuesOf } from './kinds/index.ts';
import { sentenceEnd } from './sentence-end.ts';
import type { NameContext } from './wording-context.ts';

interface Difference {
  readonly field: string;
  /** Undefined: the field is named, and its values are not shown. */
  readonly values: { readonly was: Spans; readonly is: Spans } | undefined;
}

/**
 * A sentence for each changed field that has words in this detail, and one that names the other fields except links.
 * None where nothing differs.
 */
export function differences(was: AnyEntry, is: AnyEntry, context: NameContext, detail: Detail): readonly Spans[] {
  const { language } = context;
  const all = changesBetween(was, is, context, detail);
  const others = all.filter(({ values }) => values === undefined).map(({ field }) => fieldName(field, context));
  return [
    ...all.flatMap(({ field, values }) =>
      values
        ? [
            language.spans('change-difference', {
              field: fieldName(field, context),
              ...values,
              end: sentenceEnd(values.is),
            }),
          ]
        : [],
    ),
    ...(others.length === 0 ? [] : [language.spans('change-also', { fields: language.list([...new Set(others)]) })]),
  ];
}

/**
 * The same in a few words, without a full stop: "5 → 7", "Date: 9 Oct 2025 → 10 Oct 2025". A field of which a value has
 * more than `longest` UTF-16 units is only named, as are those without words. Empty where nothing differs.
 */
export function briefDifferences(
  was: AnyEntry,
  is: AnyEntry,
  context: NameContext,
  {
    detail = 'terse',
    longest = Number.POSITIVE_INFINITY,
  }: { readonly detail?: Detail; readonly longest?: number } = {},
): Spans {
  const { language } = context;
  const all = changesBetween(was, is, context, detail).map(narrowed);
  const isShown = ({ values }: Difference) =>
    values !== undefined && [values.was, values.is].every((words) => plainText(words).length <= longest);
  const others = all.filter((one) => !isShown(one)).map(({ field }) => fieldName(field, context));
  const parts = [
    ...all.filter(isShown).map(({ field, values }) =>
      language.spans('change-brief-difference', {
        field: fieldName(field, context),
        // Of a figure everybody sees what it is.
        named: field === 'count' ? 'no' : 'yes',
        was: values?.was ?? [],
        is: values?.is ?? [],
      }),
    ),
    ...(others.length === 0
      ? []
      : [language.spans('change-brief-also', { fields: language.list([...new Set(others)]) })]),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : ['; ', ...part]));
}

/** Of a longer text of ours only what is different; other people's words are shown whole (R14). */
function narrowed({ field, values }: Difference): Difference {
  const [was, ...more] = values?.was ?? [];
  const [is, ...others] = values?.is ?? [];
  if (typeof was !== 'string' || typeof is !== 'string' || more.length + others.length > 0) return { field, values };
  const [before, now] = narrow(was, is);
  return { field, values: { was: [before], is: [now] } };
}

function changesBetween(was: AnyEntry, is: AnyEntry, context: NameContext, detail: Detail): readonly Difference[] {
  const none = context.language.spans('change-none');
  const words = (entry: AnyEntry, of: Detail) => valuesOf(entry, of, context);
  const [wordsWas, wordsIs] = [words(was, detail), words(is, detail)];
  return changedFields(was, is).flatMap((field): readonly Difference[] => {
    const [before, now] = [wordsWas[field], wordsIs[field]];
    if (before === undefined || now === undefined) return LINKS.has(field) ? [] : [{ field, values: undefined }];
    const orNone = (value: Spans | undefined) => (value !== undefined && value.length > 0 ? value : none);
    if (plainText(before) !== plainText(now)) return [{ field, values: { was: orNone(before), is: orNone(now) } }];
    // In so few words both read the same, e.g. where only what was printed differs.
    if (detail === 'full') return [{ field, values: { was: orNone(before), is: orNone(now) } }];
    return [{ field, values: { was: orNone(words(was, 'brief')[field]), is: orNone(words(is, 'brief')[field]) } }];
  });
}

function fieldName(field: string, { language }: NameContext): string {
  return language.text('field-name', { field });
}

function changedFields(was: AnyEntry, is: AnyEntry): readonly string[] {
  const [a, b] = [valuesByField(was), valuesByField(is)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((field) => !sameJson(a.get(field), b.get(field)));
}

function valuesByField({ fields }: AnyEntry): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(fields));
}
