/** Quotations on one matter, over the shipped dossier: each side's word first, and who has none on record. */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { decodePress } from '../../../src/core/chat/button.ts';
import { filterQuotes } from '../../../src/core/dossier/quote-filter.ts';
import { sideOf } from '../../../src/core/dossier/quotes.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { development, quote, smallDossier } from '../../core/dossier/build-entries.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';
import { onScreen } from '../one-screen/on-screen.ts';

const dossier = await foldRealDossier();
/** Two days after the newest entry of the shipped dossier. */
const TODAY = '2026-04-30';
const chat = chatOver(dossier, { clock: () => Date.parse(`${TODAY}T12:00:00Z`) });
const KABUL = 'Afghanistan (Taliban government)';
const sides = dossier.conflict.sides.map(({ side }) => side);

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

/** The sides of the remarks on the screen, in its order. */
async function sidesShown(line: string): Promise<readonly (string | undefined)[]> {
  const { buttons } = await chat.answers(line);
  const presses = await Promise.all(buttons.flat().map(({ data }) => decodePress(data, chat.store)));
  const count = (await chat.says(line)).match(/^• \d+ sources?\b/gmu)?.length ?? 0;
  return presses
    .flatMap(({ args }) => dossier.quotes.get(args['id'] ?? '') ?? [])
    .slice(0, count)
    .map((said) => sideOf(dossier, said));
}

describe('on one matter', () => {
  it('words that are looked for bring each side’s word on the same matter', async () => {
    const text = await chat.says('/quotes text:hospital');
    expect(text).toContain('Afghan Health Ministry · Sharafat Zaman');
    expect(text).toContain('Pakistan Information Ministry · Attaullah Tarar');
    expect(text).not.toContain('15 Oct 2025');
  });

  it('a third party’s newest word stands beside those of the sides, cut where it is long', async () => {
    const text = await chat.says('/quotes topic:ceasefire period:"1 February to 30 April 2026"');
    expect(text).toContain(
      '\nChina (mediator) · Mao Ning, 8 Apr 2026\n• used the words “their commitment to resolving',
    );
    expect(text).toContain('“Pakistan offers this gesture in good faith and in keeping with the Islamic norms”');
    expect(text).toContain('will respond courageously to any aggression in the event of a threat.”');
  });

  it('names the side without a remark where another has one', async () => {
    const april = await chat.says('/quotes topic:talks period:"April 2026"');
    expect(april).toContain('Pakistan Foreign Office · ');
    expect(april).toContain(`\n${KABUL}: no remark on this in that time; last 8 Nov 2025.\n`);
    expect(await chat.says('/quotes topic:talks')).not.toContain('no remark');
    // An assembly of scholars is not the government.
    expect(await chat.says('/quotes topic:ttp period:"January to April 2026"')).toContain(
      `\n${KABUL}: no remark on this in that time; last 10 Dec 2025 (Kabul ulema assembly).\n`,
    );
    expect(await chat.says('/quotes side:pakistan topic:talks period:"April 2026"')).not.toContain('no remark');
  });

  it('says of that side when it spoke at another time, before or after, and of the matter only', async () => {
    const lineOf = async (line: string) =>
      (await chat.says(line)).split('\n').filter((text) => text.includes('no remark'));
    expect(await lineOf('/quotes period:"april 2026"')).toEqual([
      `${KABUL}: no remark in that time; last 18 Mar 2026.`,
    ]);
    expect(await lineOf('/quotes topic:mediation period:"october 2025"')).toEqual([
      'Pakistan: no remark on this in that time; first 7 Nov 2025.',
    ]);
    const said = [quote('q-north', { topics: ['border'] }), quote('q-south', { party: 'south', date: '2025-09-01' })];
    const one = [development('dev', '2025-08-01'), ...said];
    const small = chatOver(smallDossier(one));
    expect(await small.says('/quotes topic:border')).toContain('\nsouth: no remark on this is on record.\n');
    expect(await small.says('/quotes topic:border period:2025-10')).toContain(
      '\nsouth: no remark on this in that time is on record.\n',
    );
  });

  it('has no side’s words alone unless it says so, whatever is asked', { timeout: 60_000 }, async () => {
    const words = fc.constantFrom(
      'hospital',
      'war',
      'truce',
      'Kabul',
      'talks',
      'civilians',
      'ceasefire',
      'border',
      'drones',
      'soldiers',
    );
    const months = fc.constantFrom('october 2025', 'november 2025', 'february 2026', 'march 2026', 'april 2026');
    const topics = fc.constantFrom(...dossier.conflict.topics.map(({ id }) => id));
    let alone = 0;
    await fc.assert(
      fc.asyncProperty(fc.option(topics), fc.option(months), fc.option(words), async (topic, period, text) => {
        const line = [
          '/quotes',
          ...(topic === null ? [] : [`topic:${topic}`]),
          ...(period === null ? [] : [`period:"${period}"`]),
          ...(text === null ? [] : [`text:${text}`]),
        ].join(' ');
        const page = await chat.answers(line);
        const { characters, lines } = onScreen(page);
        expect({ line, fits: characters <= 700 && lines <= 24 }).toEqual({ line, fits: true });
        const shown = sides.filter((side, at, all) => all.indexOf(side) === at);
        const onIt = new Set(await sidesShown(line));
        const told = shown.filter((side) => onIt.has(side));
        const answer = await chat.says(line);
        const saysSo = answer.includes(': no remark ');
        alone += Number(told.length === 1);
        expect({ line, isFair: told.length !== 1 || saysSo }).toEqual({ line, isFair: true });
      }),
      { numRuns: 80 },
    );
    expect(alone).toBeGreaterThan(0);
  });
});

describe('what was translated', () => {
  it('is marked where the source says so, once', async () => {
    expect(await chat.says('/quotes topic:talks')).toContain('any results” (translation)\n');
    const marked = await chat.says('/quotes text:"open war"');
    expect(marked).toMatch(/“Our cup of patience .*” \(translation\)\n/u);
    expect(marked).toContain('; unmarked ones may be translated too.');
    for (const { id } of filterQuotes(dossier, { speaker: 'khawaja-asif' }, TODAY)) {
      expect(await chat.says(`/quotes id:${id}`)).not.toMatch(/translation.*translation\)\n/u);
    }
  });

  it('is marked among new quotations too', async () => {
    const ann = { id: 'ann', name: 'Ann Lee', role: 'Spokeswoman', party: 'north', aliases: [] };
    const venue = 'post (translation by a daily)';
    const small = chatOver(
      smallDossier([
        { kind: 'person', fields: ann },
        quote('q-said', { text: 'Said.', speaker: 'ann', venue }),
        quote('q-other', { text: 'Other.', date: '2025-10-11', venue }),
      ]),
    );
    const text = await small.says('/changes since:#0');
    expect(text).toContain('\n• “Said.” (translation)\n');
    // Where nobody is named, the line above has the venue.
    expect(text).toContain(`north · ${venue}, 11 Oct 2025\n• “Other.”\n`);
  });
});
