/** One change as a row: what it is about, what is new or was → is, why, and out of which sources. */

import type { Change } from '../changes/change.ts';
import { relationOf } from '../dossier/claims.ts';
import { parseEdtf } from '../dossier/edtf.ts';
import type { AnyEntry, Claim, Development } from '../dossier/entries.ts';
import { dayOf } from '../dossier/knowledge.ts';
import { joinSpans, type Spans } from '../reply/span.ts';
import { talksSpans } from './ceasefire-blocks.ts';
import { citeSources, quoteInline, sourceLink, speakerOf } from './cite.ts';
import { figureOf } from './claim-blocks.ts';
import { differences, type FieldWords } from './differences.ts';
import { endOf } from './sentence-end.ts';
import type { WordingContext } from './wording-context.ts';

/** Also for entries that did not change: an overview's. */
export function developmentRow(
  development: Development,
  context: Pick<WordingContext, 'dossier' | 'language' | 'mostSources'>,
): Spans {
  return joinSpans([
    developmentLine(development, context),
    citeSources(context.dossier, development.sources, context.language, context.mostSources),
  ]);
}

/** Title, date, significance and status, without the sources. */
export function developmentLine(
  { title, date, status, significance }: Development,
  { language }: Pick<WordingContext, 'language'>,
): Spans {
  return language.spans('development-line', {
    title: { kind: 'strong', text: title },
    date: language.date(parseEdtf(date)),
    status,
    significance,
  });
}

/** A row of its own for each change, whatever its kind. `more`: words for further fields. */
export function changeRow(change: Change, context: WordingContext, more?: FieldWords): Spans {
  const { language } = context;
  const { what, entry } = change;
  if (what === 'new') return standingRow(entry, context);
  return joinSpans([
    language.spans('change-line', { what, name: nameOf(entry, context) }),
    ...details(change, context, more),
  ]);
}

/** For a message that was sent already: also when it was corrected, `at` (Unix time in ms), in UTC. */
export function correctionRow(change: Change, at: number, context: WordingContext, more?: FieldWords): Spans {
  const { what, entry } = change;
  const time = Temporal.Instant.fromEpochMilliseconds(at).toString().slice(11, 16);
  const date = context.language.date(parseEdtf(dayOf(at, 'UTC')));
  const words = { what, time, date, name: nameOf(entry, context) };
  return joinSpans([context.language.spans('correction-line', words), ...details(change, context, more)]);
}

/** What is different, why, and the sources; step by step where there were several. */
function details(change: Change, context: WordingContext, more?: FieldWords): readonly Spans[] {
  const { what, entry, reason, steps } = change;
  const relation = entry.kind === 'claim' && what !== 'retracted' ? [relationSpans(entry.fields, context)] : [];
  if (steps !== undefined) {
    return [
      ...stepByStep(steps, context, more),
      ...(what === 'reinstated' ? [] : relation),
      ...standing(change, context),
    ];
  }
  return [
    ...(what === 'reinstated' ? [standingRow(entry, context)] : []),
    ...said(change, context, more),
    ...relation,
    ...(reason === null ? [] : [reasonSpans(reason, context)]),
    ...(what === 'reinstated' ? [] : standing(change, context)),
  ];
}

function stepByStep(steps: readonly Change[], context: WordingContext, more?: FieldWords): readonly Spans[] {
  return steps.flatMap((step, index) => [
    context.language.spans(index === 0 ? 'change-step-first' : 'change-step-next', { what: step.what }),
    ...said(step, context, more),
    ...(step.reason === null ? [] : [reasonSpans(step.reason, context)]),
  ]);
}

/** What was taken back, or what was and what is. */
function said(change: Change, context: WordingContext, more?: FieldWords): readonly Spans[] {
  const { what, entry, before } = change;
  if (what === 'retracted') return lastWords(entry, context);
  return before === undefined ? [] : differences(before, entry, context, more);
}

/** What it rests on; of what stands again all of it. */
function standing({ what, entry }: Change, context: WordingContext): readonly Spans[] {
  if (what === 'reinstated') return [standingRow(entry, context)];
  const { dossier, language, mostSources } = context;
  return 'sources' in entry.fields ? [citeSources(dossier, entry.fields.sources, language, mostSources)] : [];
}

/** Why something was changed, in the words of whoever did. */
export function reasonSpans(reason: string, { language }: Pick<WordingContext, 'language'>): Spans {
  return language.spans('change-reason', { reason, end: endOf([reason]) });
}

/** R7: what kind of statement a figure is, labelled in each row that has one. */
function relationSpans(claim: Claim, { dossier, language }: WordingContext): Spans {
  return language.spans('claims-row-relation', { relation: relationOf(dossier, claim) });
}

/** What was taken back, where the name alone does not say it. */
function lastWords(entry: AnyEntry, { language }: WordingContext): readonly Spans[] {
  const read = (words: Spans) => [language.spans('change-read', { words, end: endOf(words) })];
  if (entry.kind === 'claim') return read(figureOf(entry.fields.count, language));
  return entry.kind === 'quote' ? read([{ kind: 'quote', text: entry.fields.text }]) : [];
}

/** An entry as it stands. New figures and quotations have blocks of their own instead, where they are news. */
export function standingRow(entry: AnyEntry, context: WordingContext): Spans {
  const { dossier, language, now, timezone, mostSources } = context;
  const sources = (ids: readonly string[]) => citeSources(dossier, ids, language, mostSources);
  switch (entry.kind) {
    case 'development':
      return developmentRow(entry.fields, context);
    case 'ceasefire': {
      const { state, headline, effectiveFrom } = entry.fields;
      const words = { state, headline, date: language.date(parseEdtf(effectiveFrom)) };
      return joinSpans([language.spans('ceasefire-line', words), sources(entry.fields.sources)]);
    }
    case 'talks':
      return joinSpans([talksSpans(entry.fields, dayOf(now, timezone), context), sources(entry.fields.sources)]);
    case 'claim': {
      const { attribution, reportedOn, count } = entry.fields;
      return joinSpans([
        language.spans('claims-row', { claimant: nameOf(entry, context), figure: figureOf(count, language) }),
        relationSpans(entry.fields, context),
        language.spans('claims-row-attribution', { attribution, reported: language.date(parseEdtf(reportedOn)) }),
        sources(entry.fields.sources),
      ]);
    }
    case 'quote':
      return quoteInline(dossier, entry.fields, language);
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return [];
  }
}

/** What a change is about. */
export function nameOf(entry: AnyEntry, { dossier, language }: Pick<WordingContext, 'dossier' | 'language'>): Spans {
  const date = (text: string) => language.date(parseEdtf(text));
  switch (entry.kind) {
    case 'development':
      return language.spans('name-development', {
        title: { kind: 'strong', text: entry.fields.title },
        date: date(entry.fields.date),
      });
    case 'claim': {
      const { claimedBy, victims, harm, period } = entry.fields;
      const label = dossier.conflict.victimGroups.find(({ id }) => id === victims)?.label ?? victims;
      return language.spans('name-claim', {
        claimant: { kind: 'strong', text: dossier.parties.get(claimedBy)?.shortName ?? claimedBy },
        harm,
        victims: label,
        period: date(period),
      });
    }
    case 'quote':
      return language.spans('name-quote', {
        who: speakerOf(dossier, entry.fields, language),
        venue: entry.fields.venue,
        date: date(entry.fields.date),
      });
    case 'talks': {
      const { round, venue } = entry.fields;
      return language.spans('name-talks', { round, venue, date: date(entry.fields.date) });
    }
    case 'ceasefire':
      return language.spans('name-ceasefire', {
        headline: { kind: 'strong', text: entry.fields.headline },
        date: date(entry.fields.effectiveFrom),
      });
    case 'party':
    case 'person':
    case 'place':
      return language.spans('name-entry', { kind: entry.kind, name: { kind: 'strong', text: entry.fields.name } });
    case 'source':
      return language.spans('name-entry', { kind: entry.kind, name: sourceLink(entry.fields, language) });
  }
}
