/** The shipped accounts of disputed developments: each party’s own, with words of its own, and no figure of ours. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import type { Development, Quote } from '../../../src/core/dossier/entries.ts';
import { lineOf } from '../../../src/core/dossier/speaking-for.ts';
import { foldRealDossier } from './real-dossier.ts';

/** Disputed, but not between two parties: what is missing, and why. */
const NOT_BETWEEN_PARTIES: ReadonlyMap<string, string> = new Map([
  ['dev-mehsud-fate', 'Media reports against an unverified message: no party is on record with an account.'],
  ['dev-fo-31-oct', 'Only Pakistan’s account of what was said in the talks is on record.'],
  [
    'dev-bagram',
    'The Afghan account is at odds with itself and with satellite imagery: no other party’s is on record.',
  ],
]);
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];

const { parties, developments, quotes, claims, sources } = await foldRealDossier();
const told = [...developments.values()].filter(({ accounts = [] }) => accounts.length > 0);
const every = told.flatMap((development) =>
  (development.accounts ?? []).map((account) => ({ development, account, at: `${development.id} ${account.party}` })),
);
const quoted = every.flatMap(({ account, ...rest }) => {
  const said = account.quote === null ? undefined : quotes.get(account.quote);
  return said ? [{ ...rest, account, said }] : [];
});

const publishedOn = ({ sources: ids }: Development | Quote) =>
  ids.flatMap((id) => sources.get(id)?.publishedOn ?? []).map((date) => parseEdtf(date).latest);

/** In digits, also where they are written as words. */
function figuresIn(text: string): readonly string[] {
  const found = text.toLowerCase().match(/\d+(?:,\d{3})*|\p{L}+/gu) ?? [];
  return found.flatMap((word) => {
    if (/^\d/u.test(word)) return [word];
    if (word.startsWith('dozen')) return ['dozen'];
    const value = NUMBERS.indexOf(word);
    return value === -1 ? [] : [String(value)];
  });
}

/** What is recorded of the development, of what the party said of it, and of figures that rest on the same sources. */
function recordedFor({ summary, sources: own }: Development, party: string, quote: string | null): readonly string[] {
  const counted = [...claims.values()].filter(
    (claim) => claim.claimedBy === party && claim.sources.some((id) => own.includes(id)),
  );
  const said = quote === null ? undefined : quotes.get(quote)?.text;
  return [summary, said ?? '', ...counted.map(({ count }) => count.asPrinted)];
}

describe('accounts in the shipped dossier', () => {
  it('are there for every disputed development, or there is a reason', () => {
    const disputed = [...developments.values()].filter(({ status }) => status === 'disputed');
    const without = disputed.filter(({ accounts = [] }) => accounts.length === 0).map(({ id }) => id);
    expect(without.toSorted()).toEqual([...NOT_BETWEEN_PARTIES.keys()].toSorted());
  });

  it('are of at least two parties, each once', () => {
    const lists = told.map(({ id, accounts = [] }) => ({ id, by: accounts.map(({ party }) => party) }));
    expect(lists.filter(({ by }) => by.length < 2 || new Set(by).size < by.length)).toEqual([]);
  });

  it('quote the party itself or its parent', () => {
    const ofOthers = quoted.filter(
      ({ account: { party }, said }) => said.party !== party && said.party !== parties.get(party)?.parent,
    );
    expect(ofOthers.map(({ at }) => at)).toEqual([]);
  });

  it('quote what was said on the days of the development or later', () => {
    const earlier = quoted.filter(
      ({ development, said }) => parseEdtf(said.date).earliest < parseEdtf(development.date).earliest,
    );
    expect(earlier.map(({ at }) => at)).toEqual([]);
  });

  it('tell nothing that came out after the sources of the development', () => {
    const later = quoted.filter(({ development, said }) => {
      const [first = ''] = publishedOn(said).toSorted();
      return first > (publishedOn(development).toSorted().at(-1) ?? '');
    });
    expect(later.map(({ at }) => at)).toEqual([]);
  });

  it('have no figure that is not recorded', () => {
    const invented = every.flatMap(({ development, account: { party, summary, quote }, at }) => {
      const known = new Set(recordedFor(development, party, quote).flatMap(figuresIn));
      return figuresIn(summary)
        .filter((figure) => !known.has(figure))
        .map((figure) => `${at}: ${figure}`);
    });
    expect(invented).toEqual([]);
  });

  it('read as one clause: a capital letter or figure first, and no full stop at the end', () => {
    const bad = every.filter(({ account: { summary } }) => !/^[\p{Lu}\d].*[^.!?;:]$/u.test(summary));
    expect(bad.map(({ at }) => at)).toEqual([]);
  });
});

describe('what a shipped figure counts', () => {
  const scoped = [...claims.values()].flatMap(({ id, claimedBy, scope, count }) =>
    scope === undefined ? [] : [{ id, claimedBy, scope, count }],
  );

  it('is told of that figure alone, and not of those that it may stand without', () => {
    const others = scoped.filter(({ claimedBy, scope }) => {
      const own = new Set(lineOf({ parties }, claimedBy));
      const said = scope.replaceAll(/“[^”]*”/gu, '');
      const named = [...parties.values()].filter(
        ({ id, shortName, name }) =>
          !own.has(id) && [shortName, name, `${shortName}’s`].some((one) => said.includes(one)),
      );
      return named.length > 0 || /compared with|same group/u.test(said);
    });
    expect(scoped.length).toBeGreaterThan(5);
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  it('names soldiers alone where the words that were printed do', () => {
    const soldiers = scoped.filter(({ scope }) => scope.includes('soldiers only'));
    expect(soldiers.length).toBeGreaterThan(0);
    expect(soldiers.filter(({ count }) => !count.asPrinted.includes('soldiers')).map(({ id }) => id)).toEqual([]);
  });
});
