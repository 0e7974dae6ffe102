/** Whose words /quotes shows for a speaker, over the shipped dossier: those of a party are also those of its people. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/core/dossier/entries.ts';
import { filterQuotes } from '../../../src/core/dossier/quote-filter.ts';
import { speakersOf } from '../../../src/core/dossier/speaking-for.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const dossier = await foldRealDossier();
/** Two days after the newest entry of the shipped dossier. */
const chat = chatOver(dossier, { clock: () => Date.UTC(2026, 3, 30, 12) });
const TODAY = '2026-04-30';

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

const firstLine = async (line: string) => (await chat.says(line)).split('\n')[0] ?? '';

/** Its parents, counted apart from the code under test. */
function belongsTo(id: string | undefined, party: string): boolean {
  if (id === undefined || id === party) return id === party;
  const known = dossier.parties.get(id);
  const standing = dossier.conflict.sides.find(({ side }) => side === known?.side)?.party;
  return standing === party || belongsTo(known?.parent, party);
}

describe('speaker:PARTY', () => {
  it.each([
    ['UN', 'UN (United Nations), its people and bodies, 3 remarks'],
    ['china', 'China and its people, 2 remarks'],
    ['ohchr', 'UN human rights office and its people, 1 remark'],
    ['pakistan period:"march 2026"', 'Pakistan, its people and bodies, in Mar 2026, 6 remarks'],
  ])('%s: its people’s words and those of its bodies are its own', async (asked, title) => {
    // How many of them are on the screen is not said here.
    expect((await firstLine(`/quotes speaker:${asked}`)).replace(/\d+ of (?=\d+ remarks$)/u, '')).toBe(title);
  });

  it('kabul begins with the newest of its spokesman', async () => {
    const text = await chat.says('/quotes speaker:kabul');
    expect(text).toMatch(/^Afghanistan \(Taliban government\), its people and bodies, /u);
    expect(text.split('\n')[1]).toContain('Zabihullah Mujahid');
    expect(text.split('\n')[1]).toContain('18 Mar 2026');
  });

  it('has every quotation of the party, of its people and of the parties beneath it, and no other', () => {
    for (const id of dossier.parties.keys()) {
      const isOf = ({ party, speaker }: Quote) =>
        belongsTo(party, id) || belongsTo(dossier.people.get(speaker ?? '')?.party, id);
      const wanted = [...dossier.quotes.values()].filter(isOf).map((quote) => quote.id);
      const found = filterQuotes(dossier, { speaker: id }, TODAY).map((quote) => quote.id);
      expect(found.toSorted()).toEqual(wanted.toSorted());
    }
  });

  it('is offered with as many remarks as it has', async () => {
    const options = (await chat.answers('/quotes')).buttons.flat().filter(({ label }) => / \(\d+\)$/u.test(label));
    const speakers = options.filter(({ label }) => /^(?:Pakistan|Zabihullah|Afghanistan)/u.test(label));
    expect(speakers.length).toBeGreaterThan(3);
    for (const { label, data } of speakers) {
      const count = Number(/\((\d+)\)$/u.exec(label)?.[1]);
      expect(await chat.pressed(data)).toMatch(new RegExp(`[ ,](?:of )?${count} remarks?\n`, 'u'));
    }
  });
});

describe('a name that is not understood', () => {
  it('is never answered with a suggestion that gives nothing', async () => {
    const heard = new Set([...dossier.quotes.values()].flatMap((quote) => speakersOf(dossier, quote)));
    const typed = ['refugees', 'un human rights chief', 'mujahed', 'unhrc', 'jamat', 'emergancy', 'asiff', 'tolo newz'];
    const suggested: string[] = [];
    for (const words of typed) {
      for (const param of ['speaker', 'topic']) {
        const text = await chat.says(`/quotes ${param}:"${words}"`);
        suggested.push(...[...text.matchAll(/speaker:([\w-]+)/gu)].map(([, id = '']) => id));
      }
    }
    expect(suggested.length).toBeGreaterThan(5);
    expect(suggested.filter((id) => !heard.has(id))).toEqual([]);
    expect(await chat.says('/quotes topic:refugees')).not.toContain('speaker:');
  });

  it('mujahed: nobody is named who is not called nearly so', async () => {
    const text = await chat.says('/quotes speaker:mujahed');
    expect(text).toContain('Did you mean speaker:zabihullah-mujahid');
    expect(text).not.toContain('asif');
  });

  it('a party has no remarks where there are none, and only there', async () => {
    const parties = [...dossier.parties.keys()];
    const silent = parties.filter((party) => filterQuotes(dossier, { speaker: party }, TODAY).length === 0);
    const answers = await Promise.all(parties.map((party) => chat.says(`/quotes speaker:${party}`)));
    expect(parties.filter((_, index) => answers[index]?.includes('no remarks'))).toEqual(silent);
  });
});
