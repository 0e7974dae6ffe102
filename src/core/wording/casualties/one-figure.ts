/** One figure with all that there is of it, and its rivals beside it: nobody is shown one side's figure alone (V3). */
import { claimsOf, compareClaims } from '../../dossier/casualties/compare.ts';
import type { IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Claim } from '../../dossier/entries.ts';
import { withShortDates } from '../../reply/language.ts';
import type { Block } from '../../reply/span.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import { briefPartyName, victimsAtStart } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { briefGroup, noteBlocks } from './brief-group.ts';
import { figureBlock } from './claim-blocks.ts';
import { briefFigure } from './figure.ts';
import { headingOf } from './incident-name.ts';

/** UTF-16 units of a label. */
const MOST_NAME = 24;
const MOST_PRINTED = 40;
/** Claimants that stand beside the figure, its own among them. */
const MOST_CLAIMANTS = 8;

/** What a figure is called in a menu: "Ministry: at least 5 · Soldiers killed (9 Nov 2025)". */
export function figureName(claim: Claim, { dossier, language }: NameContext): string {
  // Marks around the words that were printed, ours or those of the source, are not cut off at one end.
  const printed = claim.count.asPrinted.replace(/^“([^“”]*)”$/u, '$1');
  const count = { ...claim.count, asPrinted: cutAtWord(printed, MOST_PRINTED) };
  return language.text('casualties-figure', {
    claimant: cutAtWord(briefPartyName(dossier, claim.claimedBy), MOST_NAME),
    figure: briefFigure({ ...claim, count }, language),
    victims: victimsAtStart(dossier, claim.victims),
    harm: claim.harm,
    reported: language.shortDate(parseEdtf(claim.reportedOn)),
  });
}

/** `claim` is one of those that `one` shows. `askedDay` (`YYYY-MM-DD`): the day that was asked about, if any. */
export function oneFigure(
  claim: Claim,
  one: IncidentFigures,
  askedDay: string | undefined,
  context: NameContext,
): readonly Block[] {
  const short = { ...context, language: withShortDates(context.language) };
  const whole = one.comparisons.find(({ rows }) => rows.some((row) => claimsOf(row).includes(claim)));
  // A figure that its claimant replaced has no row there.
  const all = [...(whole?.rows ?? []), ...rowsOf(claim, context)];
  const row = all.find((some) => some.claim === claim);
  if (whole === undefined || row === undefined) throw new Error(`the incident ${one.id} does not show ${claim.id}`);
  const notes: string[] = [];
  const brief = { ...headingOf(one), most: MOST_CLAIMANTS, noteSize: 'whole' as const, notes };
  const beside = briefGroup(whole, { ...brief, isAskedFor: (other) => other === claim }, context);
  return [figureBlock(whole, row, askedDay, short), beside, ...noteBlocks(notes, context)];
}

function rowsOf(claim: Claim, { dossier }: NameContext) {
  return compareClaims(dossier, [claim]).flatMap(({ comparisons }) => comparisons.flatMap(({ rows }) => rows));
}
