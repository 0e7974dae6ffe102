/** /quotes over the shipped dossier: word for word, in turns by side, and never a guess who was meant. */
import { describe, expect, it } from 'vitest';
import { decodePress } from '../../src/core/chat/button.ts';
import { runPress } from '../../src/core/chat/run-command.ts';
import { parseEdtf } from '../../src/core/dossier/dates/edtf.ts';
import type { Quote } from '../../src/core/dossier/entries.ts';
import { remarks, sideOf } from '../../src/core/dossier/quotes.ts';
import { wholeOf } from '../../src/core/reply/page.ts';
import { UNLIMITED } from '../../src/core/reply/page-limits.ts';
import { anybody, chatForTests, chatOver, here } from '../core/chat/chat-for-tests.ts';
import { everyPage } from '../core/chat/open-details.ts';
import { foldRealDossier } from '../core/dossier/real-dossier.ts';
import { textOf } from '../core/reply/text-of.ts';

const chat = await chatForTests();
const dossier = chat.dossier();

/** The quotations that a text shows, or shows the beginning of, in its order. */
function shownIn(text: string): readonly Quote[] {
  const shown = [...text.matchAll(/“([^\n]*?)(?: ?…)?”(?=$|\n| \()/gmu)].map(([, words = '']) => words);
  const all = [...dossier.quotes.values()];
  return shown.flatMap((words) => all.find((quote) => quote.text.startsWith(words)) ?? []);
}

/** Of all pages. */
async function shownBy(line: string): Promise<readonly Quote[]> {
  return shownIn(await everyPage(chat, line));
}

/** The ids of the remarks that an answer offers to open, in its order. */
async function offeredIn(line: string): Promise<readonly string[]> {
  const { buttons } = await chat.answers(line);
  const presses = await Promise.all(buttons.flat().map(({ data }) => decodePress(data, chat.store)));
  return presses.flatMap(({ command, args }) => (command === 'quotes' ? (args['id'] ?? []) : []));
}

describe('/quotes', () => {
  it('without anything is the newest of each side, then of a mediator, and how many there are', async () => {
    const text = await chat.says('/quotes');
    expect(text).toMatch(/^Latest from each side\n/u);
    const shown = shownIn(text);
    expect(shown.map((quote) => sideOf(dossier, quote))).toEqual(['pakistan', 'afghanistan']);
    const [next] = shownIn(await chat.says('/quotes page:2'));
    expect(next && sideOf(dossier, next)).toBe('mediator');
    for (const quote of shown) {
      const own = [...dossier.quotes.values()].filter((one) => sideOf(dossier, one) === sideOf(dossier, quote));
      expect(own.every(({ date }) => parseEdtf(date).latest <= parseEdtf(quote.date).latest)).toBe(true);
    }
    expect(text).toContain('Pakistan Foreign Office · statement, 9 Nov 2025\n• “Instead of finding solutions');
    expect(text).toContain('\n• 1 source: Asia News Network (Dawn)\n');
    expect(text).toContain('\n91 remarks on file, word for word, maybe translated.\nAs of 22 Nov 2026 (UTC)');
  });

  it('has every remark on one of its pages, both sides’ words on each for as long as both have any', async () => {
    const ids = new Set<string>();
    const firsts: (string | undefined)[] = [];
    for (let page = 1; ; page++) {
      const text = await chat.says(`/quotes page:${page}`);
      const { blocks } = await chat.answers(`/quotes page:${page}`);
      const before = ids.size;
      const onScreen = blocks.filter(({ kind }) => kind === 'group').length;
      for (const id of (await offeredIn(`/quotes page:${page}`)).slice(0, onScreen)) ids.add(id);
      if (ids.size === before) break;
      const sides = shownIn(text).map((quote) => sideOf(dossier, quote));
      const main = sides.filter((side) => side === 'pakistan' || side === 'afghanistan');
      // A page of others alone has neither side's words.
      if (page <= 30) firsts.push(...main.slice(0, 2));
    }
    // Two a page, of both sides: neither is left out on any of them.
    expect(firsts.length).toBeGreaterThan(30);
    for (let at = 0; at < firsts.length; at += 2)
      expect(new Set(firsts.slice(at, at + 2))).toEqual(new Set(['pakistan', 'afghanistan']));
    const all = remarks([...dossier.quotes.values()], dossier.quotes);
    expect([...ids].toSorted()).toEqual(all.map(({ quote }) => quote.id).toSorted());
  });

  it('offers to open every remark from any screen, those on it first', async () => {
    const all = remarks([...dossier.quotes.values()], dossier.quotes).map(({ quote }) => quote.id);
    const shown = shownIn(await chat.says('/quotes page:2'));
    const offered = await offeredIn('/quotes page:2');
    expect(offered.slice(0, shown.length)).toEqual(shown.map(({ id }) => id));
    expect(offered.toSorted()).toEqual(all.toSorted());
    const asif = await offeredIn('/quotes speaker:asif');
    expect(asif).toHaveLength(25);
    const [option] = (await chat.answers('/quotes speaker:asif')).buttons.flat();
    expect(option?.label).toMatch(/^Khawaja Muhammad Asif, 7 Nov 2025: “.+…”$/u);
    expect(option?.label.length).toBeLessThanOrEqual(60);
  });

  it('opens each quotation to the letter, with its wordings, its sources and the way to its versions', async () => {
    for (const { id, text } of dossier.quotes.values()) {
      expect(await chat.says(`/quotes id:${id}`)).toContain(text);
    }
    const [opened] = (await chat.answers('/quotes speaker:asif')).buttons.flat();
    const press = await decodePress(opened?.data ?? '', chat.store);
    expect(press.args).toMatchObject({ speaker: 'khawaja-asif', id: expect.any(String) });
    const page = await runPress(opened?.data ?? '', { asker: anybody, place: here }, UNLIMITED, chat);
    expect(textOf(wholeOf(page))).toMatch(
      /^One remark, word for word\n“.*”\n— Khawaja Muhammad Asif, Defence Minister of Pakistan · .* 2025\. /u,
    );
    const [back, about, versions] = page.buttons.flat();
    expect(await chat.pressed(about?.data ?? '')).toBe(await chat.says('/history dev-talks-over'));
    expect(await chat.pressed(back?.data ?? '')).toBe(await chat.says('/quotes speaker:asif'));
    expect(await chat.pressed(versions?.data ?? '')).toBe(await chat.says(`/history ${press.args['id']}`));
  });

  it('offers what it can be narrowed to, what most remarks have first, and each option has some', async () => {
    const { buttons } = await chat.answers('/quotes');
    const labels = buttons.flat().map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Khawaja Muhammad Asif (25)', 'talks (29)', 'Nov 2025 (41)']));
    expect(labels.indexOf('Khawaja Muhammad Asif (25)')).toBeLessThan(labels.indexOf('Zabihullah Mujahid (19)'));
    const topics = (await chat.answers('/quotes speaker:asif page:2')).buttons.flat();
    for (const { label, data } of topics.filter(({ label: one }) => / \(\d+\)$/u.test(one))) {
      const count = Number(/\((\d+)\)$/u.exec(label)?.[1]);
      expect(await chat.pressed(data)).toMatch(new RegExp(`[ ,](?:of )?${count} remarks?\n`, 'u'));
    }
  });

  it('speaker:asif is all by Asif, the newest first', async () => {
    expect(await chat.says('/quotes speaker:asif')).toMatch(/^Khawaja Muhammad Asif, 2 of 25 remarks\n/u);
    expect(await chat.says('/quotes speaker:asif page:2')).toMatch(/^Khawaja Muhammad Asif, 3–4 of 25 remarks\n/u);
    const shown = await shownBy('/quotes speaker:asif');
    expect(shown).toHaveLength(25);
    expect(shown.every(({ speaker }) => speaker === 'khawaja-asif')).toBe(true);
    expect(shown[0]?.date).toBe('2025-11-07');
    const dates = shown.map(({ date }) => parseEdtf(date).latest);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('turns pages by buttons, and stays on the last one', async () => {
    const turn = async (line: string, label: string) =>
      (await chat.answers(line)).buttons.flat().find((button) => button.label === label);
    const more = await turn('/quotes speaker:asif', 'More remarks');
    expect(await chat.pressed(more?.data ?? '')).toBe(await chat.says('/quotes speaker:asif page:2'));
    const newer = await turn('/quotes speaker:asif page:2', '‹ Back');
    expect(await chat.pressed(newer?.data ?? '')).toBe(await chat.says('/quotes speaker:asif'));
    expect(await chat.says('/quotes speaker:asif page:99')).toMatch(/^Khawaja Muhammad Asif, remark 25 of 25\n/u);
    expect(await turn('/quotes speaker:asif page:99', 'More remarks')).toBeUndefined();
    expect(await turn('/quotes', 'More from both sides')).toBeDefined();
  });

  it('takes any known spelling of a speaker', async () => {
    const usual = await chat.says('/quotes speaker:zabihullah');
    expect(await chat.says('/quotes speaker:Zabiullah')).toBe(usual);
    expect(await chat.says('/quotes speaker:"zabihullah mujahid"')).toBe(usual);
  });

  it.each([
    [
      'speaker:mujahid',
      '“mujahid” could be several things for speaker. Please choose: speaker:zabihullah-mujahid (Zabihullah Mujahid) · speaker:mohammad-yaqoob',
    ],
    [
      'side:taliban',
      '“taliban” could be several things for side. Please choose: side:afghanistan (Afghanistan (Taliban government)) · side:armed-group (armed groups)',
    ],
    ['speaker:asiff', 'Did you mean speaker:khawaja-asif'],
    ['topic:weather', '“weather” was not understood for topic.'],
    ['text:war peace', 'go in quotation marks, for example text:"war peace".'],
    ['peace text:war', '“text” is given twice'],
    ['side:un', '“un” was not understood for side.'],
    ['page:0', '“0” is no page. Give a number, for example page:2.'],
    ['page:two', '“two” is no page.'],
  ])('%s is asked back', async (args, words) => {
    expect(await chat.says(`/quotes ${args}`)).toContain(words);
    expect((await chat.answers(`/quotes ${args}`)).audience).toBe('asker');
  });

  it('is of one side where one is named: its own parties, and not the TTP for Kabul', async () => {
    const shown = await shownBy('/quotes side:afghanistan');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.every((quote) => sideOf(dossier, quote) === 'afghanistan')).toBe(true);
    expect(await shownBy('/quotes side:"Afghan Taliban"')).toEqual(shown);
  });

  it('is about one topic, also by another name for it', async () => {
    const shown = await shownBy('/quotes topic:durand-line');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ topics }) => topics.includes('durand-line'))).toBe(true);
    expect(await chat.says('/quotes topic:negotiations')).toBe(await chat.says('/quotes topic:talks'));
  });

  it('finds words, the best match first, with and without naming them as text', async () => {
    expect((await shownBy('/quotes open war')).map(({ id }) => id)).toEqual(['q-asif-open-war']);
    expect(await chat.says('/quotes "open war"')).toBe(await chat.says('/quotes text:"open war"'));
    expect(await chat.says('/quotes open war')).toContain('Best match and others about its event first, word');
    expect(await chat.says('/quotes side:pakistan text:"open war"')).toContain('Best match first, word');
    expect(await chat.says('/quotes open war')).toMatch(/^What was said with or about “open war”, 1 remark\n/u);
    // Who says just these words comes before who is found by another word of the event, however new.
    const real = await chatOver(await foldRealDossier()).says('/quotes text:"open war"');
    const [asif, mujahid] = [real.indexOf('Now it is open war'), real.indexOf('The cowardly')];
    expect([asif > 0, mujahid > asif]).toEqual([true, true]);
  });

  it('counts other wordings of one remark, and opens them under it', async () => {
    expect(await chat.says('/quotes text:heinous')).toMatch(
      /• “This is an unprecedented, violent, and heinous act.*\n• Event: .*\n• .* · 1 other wording\n/u,
    );
    const [heinous] = await shownBy('/quotes text:heinous');
    expect(await chat.says(`/quotes id:${heinous?.id}`)).toMatch(
      /The same remark is also printed in these words:\n• “This action is an unprecedented, violent, and reprehensible act/u,
    );
  });

  it('puts a fragment into reported speech', async () => {
    expect(await chat.says('/quotes text:"good faith"')).toMatch(
      /· Zabihullah Mujahid, Chief spokesman, .*\n• used the words “in good faith”\n/u,
    );
    expect(await chat.says('/quotes id:q-mujahid-good-faith')).toContain(
      'Zabihullah Mujahid, Chief spokesman of Afghanistan’s Taliban government, used the words “in good faith” (',
    );
  });

  it('is of the month that was named', async () => {
    const shown = await shownBy('/quotes period:"october 2025"');
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.every(({ date }) => parseEdtf(date).earliest <= '2025-10-31')).toBe(true);
    expect(shown.every(({ date }) => parseEdtf(date).latest >= '2025-10-01')).toBe(true);
  });

  it('on: and known: leave out what was said or printed later', async () => {
    const said = await shownBy('/quotes on:2025-10-20');
    expect(said.length).toBeGreaterThan(10);
    expect(said.every(({ date }) => parseEdtf(date).earliest <= '2025-10-20')).toBe(true);
    const printed = await shownBy('/quotes known:2025-10-20');
    const firstOut = ({ sources }: Quote) =>
      sources.map((id) => parseEdtf(dossier.sources.get(id)?.publishedOn ?? '9999').latest).toSorted()[0] ?? '';
    expect(printed.length).toBeGreaterThan(10);
    expect(printed.every((quote) => firstOut(quote) <= '2025-10-20')).toBe(true);
  });

  it('says what to ask instead where nothing matches', async () => {
    const text = await chat.says('/quotes zanzibar');
    expect(text).toContain('No quotation here matches. /quotes without anything shows the newest of each side.');
    expect(text).toMatch(/^What was said with or about “zanzibar”, no remarks\n/u);
  });
});
