/**
 * From a figure or a quotation to its page on the web: two taps from the overview of its kind, and the pages of one
 * menu (V6). Through the real SDKs, by what the platforms received and nothing else.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startDiscord } from '../../adapters/discord/start-discord.ts';
import { startTelegram } from '../../adapters/telegram/start-telegram.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';
import { type Asks, type Line, readerOnDiscord, readerOnTelegram, type Shown } from './readers.ts';
import { walk } from './walk.ts';

const TAPS = 2;
const dossier = await foldRealDossier();

/** What shows that a line, or two that follow each other, are about an entry and lead to its page. */
interface Wanted {
  readonly id: string;
  readonly overview: 'casualties' | 'quotes';
  readonly isTold: (line: string) => boolean;
  /** Empty where no source has an address: then a publisher is named. */
  readonly addresses: ReadonlySet<string>;
  readonly publishers: readonly string[];
}

const plain = (text: string) => text.replaceAll(/[\s\p{Cf}]+/gu, ' ').trim();
/** Addresses may be written with other characters encoded. */
const address = (url: string) => decodeURI(new URL(url).href);

function sourcesOf(ids: readonly string[]): Pick<Wanted, 'addresses' | 'publishers'> {
  const sources = ids.flatMap((id) => dossier.sources.get(id) ?? []);
  return {
    addresses: new Set(sources.flatMap(({ url }) => (url === null ? [] : [address(url)]))),
    publishers: sources.map(({ publisher }) => plain(publisher)),
  };
}

const figures = [...dossier.claims.values()].map(({ id, count, attribution, sources }): Wanted => {
  const printed = plain(count.asPrinted);
  const number = count.low === null ? printed : new Intl.NumberFormat('en-GB').format(count.low);
  return {
    id,
    overview: 'casualties',
    // Its number with who said it, or the words that were printed.
    isTold: (line) => line.includes(`“${printed}”`) || (line.includes(number) && line.includes(plain(attribution))),
    ...sourcesOf(sources),
  };
});
const quotations = [...dossier.quotes.values()].map(
  ({ id, text, sources }): Wanted => ({
    id,
    overview: 'quotes',
    isTold: (line) => line.includes(plain(text)),
    ...sourcesOf(sources),
  }),
);
const [drawn = []] = fc.sample(fc.shuffledSubarray([...figures, ...quotations], { minLength: 200, maxLength: 200 }), {
  seed: 20_251_110,
  numRuns: 1,
});

/** Under a quotation stands a line with its source. */
function leadsTo({ lines }: Shown, { isTold, addresses, publishers }: Wanted): boolean {
  return lines.some((line, at) => {
    if (!isTold(plain(line.text))) return false;
    const near: readonly Line[] = [line, ...lines.slice(at + 1, at + 2)];
    return addresses.size === 0
      ? near.some(({ text }) => publishers.some((publisher) => plain(text).includes(publisher)))
      : near.some(({ links }) => links.some((url) => addresses.has(address(url))));
  });
}

/** Those of `wanted` that `TAPS` do not lead to, and how many stand in the overview already. */
async function search(asks: Asks, overview: Wanted['overview']) {
  const wanted = drawn.filter((one) => one.overview === overview);
  const missing = new Set(wanted);
  let atOnce = 0;
  await walk(await asks(overview), TAPS, (shown, taps) => {
    for (const one of [...missing].filter((each) => leadsTo(shown, each))) {
      missing.delete(one);
      if (taps === 0) atOnce += 1;
    }
    return missing.size === 0 ? 'enough' : 'go on';
  });
  return { wanted: wanted.length, atOnce, missing: [...missing].map(({ id }) => id) };
}

const PLATFORMS = {
  async Discord() {
    const bot = await startDiscord({}, { checks: 'first-100' });
    return { bot, asks: readerOnDiscord(bot.discord.user()) };
  },
  async Telegram() {
    const bot = await startTelegram({}, { checks: 'first-100' });
    return { bot, asks: readerOnTelegram(bot.telegram.user()) };
  },
};

describe.each(['Discord', 'Telegram'] as const)('two taps on %s', { timeout: 600_000 }, (platform) => {
  test('lead from the overview to the page of each of 200 figures and quotations', async () => {
    const { bot, asks } = await PLATFORMS[platform]();
    await bot.log.says('Commands registered');
    for (const overview of ['casualties', 'quotes'] as const) {
      const { wanted, atOnce, missing } = await search(asks, overview);
      expect(wanted).toBeGreaterThan(80);
      expect(missing).toEqual([]);
      // An overview shows a few: were all of them told there, nothing would have been looked for.
      expect(atOnce).toBeLessThan(10);
    }
    await bot.stop();
  });
});
