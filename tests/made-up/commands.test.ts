/** Every command answers on another conflict, in its own names, and says nothing of the shipped one. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { exampleOf } from '../../src/core/chat/describe-command.ts';
import { wholeWord } from '../../src/core/dossier/text/neutral.ts';
import type { Content } from '../../src/core/messages/kinds/index.ts';
import { checkPost } from '../../src/core/posting/check-post.ts';
import { admin, chatOver, english, here, NOW } from '../core/chat/chat-for-tests.ts';
import { openDetail } from '../core/chat/open-details.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';
import { composed } from '../core/messages/composing.ts';
import { madeUp, madeUpDossier } from './made-up.ts';

const everybody = { ...admin, roles: new Set(['channel-admin', 'owner'] as const) };
const chat = chatOver(madeUpDossier, {}, { asker: everybody, place: { ...here, isPrivate: true } });

const shipped = (await readRealBaseline()).entries.flatMap(({ kind, fields }) =>
  kind === 'party' ? [fields.shortName, ...fields.aliases] : kind === 'person' || kind === 'place' ? [fields.name] : [],
);
const shippedName = wholeWord(shipped.filter((name) => name.length > 3));

describe.each(commands.map((command) => [command.name, command] as const))('/%s', (name, command) => {
  test('is answered alone, as /help shows it, and is explained, in the names of this conflict', async () => {
    const example = exampleOf(command, { dossier: madeUpDossier, language: english });
    const answers = [await chat.says(`/${name}`), await chat.says(example), await chat.says(`/help ${name}`)];
    expect({ example, bugs: chat.bugs }).toEqual({ example, bugs: [] });
    expect(answers[1]).not.toMatch(/was not understood|here matches|is not one of|nothing is known here/u);
    expect(answers[2]).toContain(example);
    for (const answer of answers) expect(shippedName.exec(answer)?.[0]).toBeUndefined();
  });
});

describe('what is said', () => {
  test('has the conflict’s sides, figures, words and places', async () => {
    const figures = await chat.saysInFull('/casualties');
    for (const printed of ['4', 'at least 9', 'a handful of fishers', 'No figure found from Orlund or Vessa.']) {
      expect(figures).toContain(printed);
    }
    expect(figures).toContain('Single source (Sound Wire)');
    expect(await openDetail(chat, '/ceasefire', 'terms')).toContain('Boats stay out of Mirra Sound at night.');
    expect(await chat.says('/quotes side:coast')).toContain('“Our nets are not weapons.”');
    expect(await chat.says('/quotes side:highland')).toContain('“They fired first.”');
    expect(await chat.saysInFull('/about')).toContain('Sources: all of this is made up, for tests.');
    expect(await chat.says('/history dev-steps')).toContain('Explosion at the Temple of the Nine Steps');
  });

  test('names no side of another conflict, and offers its own', async () => {
    expect(await chat.says('/quotes side:pakistan')).toMatch(/side:highland|side:coast/u);
  });

  test('offers the conflict’s time zones first, and knows its names of zones', async () => {
    const one = chatOver(madeUpDossier, {}, { asker: admin });
    const { buttons } = await one.answers('/subscribe');
    const zones = buttons.flat().flatMap(({ label }) => (label.endsWith(' time') ? [label] : []));
    expect(zones).toEqual(['Atlantic/Azores time', 'Atlantic/Reykjavik time']);
    expect(await one.says('/subscribe timezone:"Orlund Harbour"')).toContain('Atlantic/Azores');
    expect(await one.says('/subscribe timezone:reykjavik')).toContain('Atlantic/Reykjavik');
  });

  test('asks which party is meant where a name could be that of several', () => {
    const [steps] = madeUp.entries.filter(({ fields }) => fields.id === 'dev-steps');
    if (steps?.kind !== 'development') throw new Error('dev-steps is gone');
    const summary = 'Orlund said that the Lantern did it.';
    const { doubts } = checkPost(madeUpDossier, { written: [{ ...steps, fields: { ...steps.fields, summary } }] }, NOW);
    expect(doubts).toEqual([{ what: 'which-party', sentence: summary, parties: ['grey-lantern', 'lantern-council'] }]);
  });
});

describe('what is sent', () => {
  const day = Date.UTC(2026, 5, 5, 12);
  const common = { topics: [], side: null, timezone: 'Atlantic/Azores', from: 1, to: 999 };

  test('is a digest of all of it, and an alert of what is breaking', () => {
    const digest: Content = { kind: 'digest', ...common, slot: day, isLate: false, doubtfulSlot: null };
    const told = composed(digest, madeUpDossier, day).text;
    for (const words of ['Shooting near the village of Tarn', 'Our nets are not weapons.', 'at least 9'])
      expect(told).toContain(words);
    const alert: Content = { kind: 'alert', ...common, alerts: 'breaking', heldUntil: null, repeats: 0 };
    const { text, shown } = composed(alert, madeUpDossier, day);
    expect(text).toMatch(/^Breaking: .* · and \d+ more\n/u);
    expect(shown).toContain('dev-tarn');
    for (const words of [told, text]) expect(shippedName.exec(words)?.[0]).toBeUndefined();
  });

  test('is of one side where that was chosen', () => {
    const alert: Content = { kind: 'alert', ...common, side: 'coast', alerts: 'all', heldUntil: null, repeats: 0 };
    expect(composed(alert, madeUpDossier, day).text).toContain('Only what involves Orlund');
  });
});
