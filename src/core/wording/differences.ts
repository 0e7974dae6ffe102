/** What two versions of an entry say differently, field by field, in words: "was … → is …". */

import { LINKS } from '../changes/same-news.ts';
import { parseEdtf } from '../dossier/edtf.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import type { Spans } from '../reply/span.ts';
import { namesOf } from './cite.ts';
import { figureOf } from './claim-blocks.ts';
import { endOf } from './sentence-end.ts';
import type { WordingContext } from './wording-context.ts';

type Context = Pick<WordingContext, 'dossier' | 'language'>;

/** Words for the values of further fields, by field, where more is wanted than the ones that digests show. */
export type FieldWords = (entry: AnyEntry, context: Context) => Readonly<Record<string, Spans>>;

const noMore: FieldWords = () => ({});

/** Sentences: one for each field that has words of its own, and one that names the others but for links. None where nothing differs. */
export function differences(
  was: AnyEntry,
  is: AnyEntry,
  context: Context,
  more: FieldWords = noMore,
): readonly Spans[] {
  const { language } = context;
  const changed = changedFields(was, is);
  const allOf = (entry: AnyEntry): Readonly<Record<string, Spans>> => ({
    ...more(entry, context),
    ...wordsOf(entry, context),
  });
  const [wordsWas, wordsIs] = [allOf(was), allOf(is)];
  const sentences: Spans[] = [];
  const others = new Set<string>();
  for (const field of changed) {
    const [before, now] = [wordsWas[field], wordsIs[field]];
    const name = language.text('field-name', { field });
    if (before === undefined || now === undefined) {
      if (!LINKS.has(field)) others.add(name);
    } else {
      const none = language.spans('change-none');
      const words = { field: name, was: before.length > 0 ? before : none, is: now.length > 0 ? now : none };
      sentences.push(language.spans('change-difference', { ...words, end: endOf(words.is) }));
    }
  }
  if (others.size > 0) sentences.push(language.spans('change-also', { fields: language.list([...others]) }));
  return sentences;
}

function changedFields(was: AnyEntry, is: AnyEntry): readonly string[] {
  const [a, b] = [asJson(was), asJson(is)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((field) => a.get(field) !== b.get(field));
}

function asJson({ fields }: AnyEntry): ReadonlyMap<string, string> {
  return new Map(Object.entries(fields).map(([field, value]) => [field, JSON.stringify(value)]));
}

/** The fields whose two versions a reader can compare, in words; links between entries are only named. */
export function wordsOf({ kind, fields }: AnyEntry, { dossier, language }: Context): Readonly<Record<string, Spans>> {
  const date = (text: string) => [language.date(parseEdtf(text))];
  const parties = (ids: readonly string[]) => namesOf(dossier.parties, ids, language);
  const places = (ids: readonly string[]) => namesOf(dossier.places, ids, language);
  switch (kind) {
    case 'development':
      return {
        title: [fields.title],
        date: date(fields.date),
        status: language.spans('status-word', { status: fields.status }),
        significance: language.spans('significance-word', { significance: fields.significance }),
        category: language.spans('topic-word', { topic: fields.category }),
        parties: parties(fields.parties),
        places: places(fields.places),
        summary: [fields.summary],
      };
    case 'quote':
      return {
        text: [{ kind: 'quote', text: fields.text }],
        date: date(fields.date),
        speaker: namesOf(dossier.people, fields.speaker === null ? [] : [fields.speaker], language),
        party: parties([fields.party]),
        venue: [fields.venue],
      };
    case 'claim': {
      const victims = dossier.conflict.victimGroups.find(({ id }) => id === fields.victims)?.label ?? fields.victims;
      const about = language.spans('claims-who', { victims, harm: fields.harm });
      return {
        count: figureOf(fields.count, language),
        victims: about,
        harm: about,
        claimedBy: parties([fields.claimedBy]),
        period: date(fields.period),
        places: places(fields.places),
        reportedOn: date(fields.reportedOn),
        attribution: [fields.attribution],
        status: language.spans('claim-status-word', { status: fields.status }),
        scope: fields.scope === undefined ? [] : [fields.scope],
      };
    }
    case 'talks':
      return {
        outcome: language.spans('outcome-word', { outcome: fields.outcome }),
        date: date(fields.date),
        venue: [fields.venue],
        mediators: parties(fields.mediators),
        outcomeSummary: [fields.outcomeSummary],
      };
    case 'ceasefire':
      return {
        state: language.spans('ceasefire-state-word', { state: fields.state }),
        headline: [fields.headline],
        effectiveFrom: date(fields.effectiveFrom),
        mediators: parties(fields.mediators),
        terms: language.list(fields.terms),
      };
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return {};
  }
}
