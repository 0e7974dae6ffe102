/** One incident with all of its figures: at once where they fit one screen, else side by side and each harm in full. */
import { accountsOf } from '../../dossier/accounts.ts';
import { type Comparison, claimsOf } from '../../dossier/casualties/compare.ts';
import { figuresOf, type IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import { isForPart } from '../../dossier/casualties/places.ts';
import { rankComparisons } from '../../dossier/casualties/rank.ts';
import { eventsOf } from '../../dossier/casualties/without-figures.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Claim, Development } from '../../dossier/entries.ts';
import { withShortDates } from '../../reply/language.ts';
import type { Detail } from '../../reply/reply.ts';
import type { Block } from '../../reply/span.ts';
import { accountSpans, accusationSpans } from '../account-spans.ts';
import { citeSources } from '../cite.ts';
import { briefPartyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { briefGroup, NOTE_SIZES, type NoteSize, noteBlocks } from './brief-group.ts';
import { comparisonBlock, ownWords } from './claim-blocks.ts';
import { headingOf } from './incident-name.ts';
import { CLAIMANTS, type Wanted } from './overview.ts';

const HARMS: readonly Claim['harm'][] = ['killed', 'injured', 'missing', 'captured', 'displaced'];

interface Days {
  /** `YYYY-MM-DD`: what was said later is left out of accounts. */
  readonly day: string;
  /** The day that was asked about, if any: a row says where its figure was reported later. */
  readonly askedDay: string | undefined;
}

interface IncidentPage {
  readonly blocks: readonly Block[];
  readonly details: readonly Detail[];
}

/** `one` has at least one comparison. `fits` says whether blocks are within the first screen. */
export function incidentPage(
  one: IncidentFigures,
  { day, askedDay }: Days,
  wanted: Wanted,
  context: NameContext,
): IncidentPage {
  const short = { ...context, language: withShortDates(context.language) };
  const { around } = headingOf(one);
  const isInPart = figuresOf(one).some((claim) => isForPart(context.dossier, claim, around));
  const own = ownWords(one.comparisons, askedDay, isInPart);
  const ranked = rankComparisons(context.dossier, one.comparisons);
  const inFull = (some: readonly Comparison[]) => some.map((comparison) => comparisonBlock(comparison, own, short));
  const events = eventsOf(context.dossier, one);
  const accounts = accountsDetail(one.incident ? [one.incident] : events, day, short);
  // A row in full has more than sixty characters: many of them need not be put into words to see that they do not fit.
  const mayFit = figuresOf(one).length <= 6;
  const full = mayFit ? inFull(ranked) : [];
  const named = eventsNote(events, short);
  const fits = (blocks: readonly Block[]) => wanted.fits([...named, ...blocks]);
  if (mayFit && fits(full)) return { blocks: [...named, ...full], details: accounts };
  const harms = HARMS.filter((harm) => one.comparisons.some((comparison) => comparison.harm === harm));
  const details = harms.map((harm): Detail => {
    const some = ranked.filter((comparison) => comparison.harm === harm);
    const count = some.reduce((all, { rows }) => all + rows.flatMap(claimsOf).length, 0);
    return {
      name: harm,
      label: context.language.text('casualties-detail', { harm, count }),
      blocks: () => inFull(some),
    };
  });
  const brief = briefBlocks(one, ranked, { ...wanted, fits }, context);
  return { blocks: [...named, ...brief], details: [...details, ...accounts] };
}

/** What happened on the days of a period: whoever asked for it by that sees that it is meant. */
function eventsNote(events: readonly Development[], { language }: NameContext): readonly Block[] {
  if (events.length === 0) return [];
  const names = events.map(({ title, date }) =>
    language.text('claims-event', { title, date: language.shortDate(parseEdtf(date)) }),
  );
  return [{ kind: 'note', spans: language.spans('claims-events', { events: language.list(names) }) }];
}

/** As many groups as fit; those left are named. */
function briefBlocks(
  one: IncidentFigures,
  ranked: readonly Comparison[],
  { fits, isAskedFor }: Wanted,
  context: NameContext,
): readonly Block[] {
  const { language } = context;
  const compose = (shown: number, most: number, noteSize: NoteSize): readonly Block[] => {
    const notes: string[] = [];
    const brief = { ...headingOf(one), most, noteSize, isAskedFor, notes };
    const groups = ranked.slice(0, shown).map((group) => briefGroup(group, brief, context));
    const left = ranked.length - shown;
    return [
      ...groups,
      ...(left === 0 ? [] : [{ kind: 'note' as const, spans: language.spans('casualties-more', { count: left }) }]),
      ...noteBlocks(notes, context),
    ];
  };
  const attempts = CLAIMANTS.flatMap((most) =>
    ranked.flatMap((_, index) => NOTE_SIZES.map((noteSize) => [ranked.length - index, most, noteSize] as const)),
  );
  const fitting = attempts.find((attempt) => fits(compose(...attempt)));
  const [shown, most, size] = fitting ?? ([1, 0, 'one'] as const);
  const accounts = unheardAccounts(one, context);
  // No figure is left out for them.
  const withAccounts = NOTE_SIZES.slice(NOTE_SIZES.indexOf(size))
    .map((noteSize) => [...compose(shown, most, noteSize), ...accounts])
    .find(fits);
  return withAccounts ?? compose(shown, most, size);
}

/**
 * Where one side of the conflict alone gave the dead of a group, and the other neither has a word beside it nor is said
 * to have none: what the other says happened, as its account has it.
 */
export function unheardAccounts(
  { incident, comparisons }: IncidentFigures,
  { dossier, language }: NameContext,
): readonly Block[] {
  const sideOf = (party: string) => dossier.parties.get(party)?.side;
  if (incident === undefined) return [];
  return dossier.conflict.sides.flatMap(({ side, party }): readonly Block[] => {
    const own = accountsOf(incident, side, dossier);
    const account = own.find((one) => one.party === party) ?? own[0];
    const isUnheard = comparisons.some(({ harm, rows, saidElsewhere, noFigureFrom }) => {
      const heard = [...rows.map(({ claim }) => claim), ...saidElsewhere].map(({ claimedBy }) => sideOf(claimedBy));
      const isOther = dossier.conflict.sides.some((other) => other.side !== side && heard.includes(other.side));
      return harm === 'killed' && isOther && !heard.includes(side) && !noFigureFrom.includes(party);
    });
    if (account === undefined || !isUnheard) return [];
    const words = { party: briefPartyName(dossier, account.party), summary: account.summary };
    return [{ kind: 'text', spans: language.spans('account', words) }];
  });
}

/** What is reported of the incidents, and each side's account; of several, under the name of each. */
export function accountsDetail(
  incidents: readonly Development[],
  day: string,
  context: NameContext,
): readonly Detail[] {
  if (incidents.length === 0) return [];
  const { dossier, language } = context;
  const titleOf = ({ title, date }: Development): readonly Block[] =>
    incidents.length === 1
      ? []
      : [
          {
            kind: 'heading',
            spans: [language.text('claims-full-name', { title, days: language.shortDate(parseEdtf(date)) })],
          },
        ];
  return [
    {
      name: 'accounts',
      label: language.text('casualties-accounts'),
      blocks: () =>
        incidents.flatMap((incident) => [
          ...titleOf(incident),
          ...[...accountSpans(incident, day, context), ...accusationSpans(incident, day, context)].map(
            (spans): Block => ({ kind: 'text', spans }),
          ),
          { kind: 'note', spans: citeSources(dossier, incident.sources, language) },
        ]),
    },
  ];
}
