/** A quotation: who said what, where, in the words of the source. */
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { normalise } from '../text/normalise.ts';
import { verbatim, words } from '../text/readable.ts';
import { type Development, isBreaking } from './development.ts';
import { edtf, idSchema, ids, someIds } from './field-schemas.ts';
import { entryOf, type FlawOf, type Kind, none } from './kind.ts';
import type { Party } from './party.ts';
import { one, several } from './reference.ts';

export const quoteSchema = z.strictObject({
  id: idSchema,
  date: edtf,
  speaker: idSchema.nullable(),
  party: idSchema,
  text: verbatim,
  venue: words,
  topics: z
    .array(z.string().regex(/^[a-z]+(-[a-z]+)*$/))
    .min(1)
    .readonly(),
  development: idSchema.nullable(),
  sources: someIds,
  /** Other renderings of the same remark (R14). Not in the handed-over format: see docs/decisions. */
  variants: ids.optional(),
});
export type Quote = z.infer<typeof quoteSchema>;

interface Around {
  readonly parties: ReadonlyMap<string, Party>;
  readonly developments: ReadonlyMap<string, Development>;
}

/** The share of its letters in which a quotation may differ from another and still look like the same remark. */
const NEAR = 0.15;

export const quoteKind = {
  kind: 'quote',
  schema: quoteSchema,
  entry: entryOf('quote', quoteSchema),
  file: 'quotes.json',
  mayLackFile: false,
  map: 'quotes',
  references: ({ speaker, party, development, sources, variants = [] }) => [
    ...one('speaker', 'person', speaker),
    ...one('party', 'party', party),
    ...one('development', 'development', development),
    ...several('sources', 'source', sources),
    ...several('variants', 'quote', variants),
  ],
  links: ['variants'],
  correctedWhereNamed: 'where it is quoted',
  ownWords: none,
  vocabulary: ({ topics }, conflict) =>
    topics
      .filter((topic) => !conflict.topics.some(({ id }) => id === topic))
      .map((topic) => ({
        field: 'topics',
        message: `“${topic}” is not a topic: use one of conflict.json, or add it there`,
      })),
  rules: oneSidedVariants,
  repeats: none,
  likeness: { what: 'near-quote', isLike: isNear },
  news: {
    section: { name: 'quotes', turn: 5 },
    nameTurn: 5,
    dated: ({ date }) => ({ field: 'date', date }),
    mayLieAhead: false,
    listedBy: ({ date }) => date,
    sides: ({ party }, { parties }) => [party].flatMap((id) => parties.get(id)?.side ?? []),
    topic: ({ development }, { developments }) =>
      development === null ? undefined : developments.get(development)?.category,
    // Breaking where what it names is, or what that is related to: an answer is given in a statement of its own.
    level: ({ development }, { developments }, today) => {
      const named = development === null ? undefined : developments.get(development);
      const related = (named?.related ?? []).map((id) => developments.get(id));
      return [named, ...related].some((happened) => happened !== undefined && isBreaking(happened, today))
        ? 'breaking'
        : 'major';
    },
    rank: () => 0,
    alertsAgain: 'reinstated',
    reviewedAs: 'quotes',
  },
} as const satisfies Kind<'quote', Quote, Around>;

/** R14: renderings of one remark name each other, or it would be shown twice. */
function oneSidedVariants(quotes: readonly Quote[]): readonly FlawOf[] {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  return [...byId.values()].flatMap(({ id, variants = [] }) =>
    variants
      .filter((variant) => byId.has(variant) && !byId.get(variant)?.variants?.includes(id))
      .map((variant) => ({
        id,
        field: 'variants',
        message: `${variant} does not name this quote in turn: add it there`,
      })),
  );
}

/** The same party in nearly the same words, unless they are known to be renderings of one remark. */
function isNear(written: Quote, other: Quote): boolean {
  if (written.party !== other.party || written.variants?.includes(other.id)) return false;
  const [short, long] = [normalise(other.text), normalise(written.text)].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined) return false;
  return long.includes(short) || distance(short, long) <= long.length * NEAR;
}
