/** What was asked of /casualties, in one line with every filter, day and clock as it was understood (V4, R22). */

import { bodiesOf } from '../../dossier/casualties/select.ts';
import { type Edtf, parseEdtf } from '../../dossier/dates/edtf.ts';
import { periodKind } from '../../dossier/dates/one-event.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Claim } from '../../dossier/entries.ts';
import type { Spans } from '../../reply/span.ts';
import { visible } from '../../reply/visible.ts';
import { asOf, type When } from '../as-of.ts';
import type { Named } from '../named.ts';
import { capitalised, inFull } from '../short-names.ts';
import type { WordingContext } from '../wording-context.ts';

interface Asked extends When {
  readonly who?: Named | undefined;
  readonly harm?: Claim['harm'] | undefined;
  readonly claimant?: Named | undefined;
  readonly period?: Edtf | undefined;
}

/** `incident` is the name of the one that the answer is about, where it is about one. */
export function casualtiesTitle(asked: Asked, incident: string | undefined, context: WordingContext): Spans {
  const { language } = context;
  const { who, harm, claimant, period, on, known } = asked;
  const given = who ? (harm ? 'both' : 'who') : harm ? 'harm' : undefined;
  const isMore = [incident, claimant, period, on, known].some((filter) => filter !== undefined);
  const whom = who === undefined ? '' : visible(who.label);
  const subject = language.text('casualties-subject', {
    given: given ?? (isMore ? 'other' : 'nothing'),
    who: given === 'both' ? capitalised(whom) : whom,
    harm: harm ?? '',
  });
  const others = [given, incident, claimant, period, on];
  if (known && others.every((filter) => filter === undefined)) {
    return language.spans('casualties-known', { day: language.shortDate(known) });
  }
  const parts: readonly ((title: string) => string)[] = [
    ...(incident === undefined
      ? []
      : [
          (title: string) =>
            given === undefined ? incident : language.text('casualties-title-incident', { name: incident, title }),
        ]),
    ...(claimant === undefined
      ? []
      : [
          (title: string) =>
            language.text('casualties-title-claimant', {
              title,
              claimant: visible(inFull(context.dossier, claimant)),
              with: isSide(context.dossier, claimant)
                ? 'side'
                : bodiesOf(context.dossier, claimant.id).length > 0
                  ? 'bodies'
                  : 'none',
            }),
        ]),
    ...(period === undefined
      ? []
      : [
          (title: string) =>
            language.text('casualties-title-period', {
              title,
              period: language.shortDate(period),
              is: periodKind(period),
            }),
        ]),
    ...(on === undefined
      ? []
      : [
          (title: string) =>
            language.text('casualties-title-on', { title, day: language.shortDate(parseEdtf(asOf(asked, context))) }),
        ]),
    ...(known === undefined
      ? []
      : [(title: string) => language.text('casualties-title-known', { title, day: language.shortDate(known) })]),
  ];
  return [parts.reduce((title, add) => add(title), subject)];
}

/** A side includes its parties: a state's figures are also those of its army and its ministries. */
function isSide({ parties }: Dossier, { id }: Named): boolean {
  return [...parties.values()].some(({ side }) => side === id);
}
