/** Writing on Discord: forms in direct messages with the bot, filled in page by page. */
import { afterEach, describe, expect, test } from 'vitest';
import { AYESHA, labels, plain, startAtDesk } from './start-posting.ts';

let bot: Awaited<ReturnType<typeof startAtDesk>>;
afterEach(() => bot.stop());

describe('a claim', () => {
  test('is posted form by form, with a restart between, its errors shown and filled in again', async () => {
    bot = await startAtDesk();
    const { ayesha, dossier } = bot;
    const head = dossier().head;
    const first = await ayesha.slash('post', { kind: 'claim' });
    expect(plain(first)).toContain('New · Casualty claim · 0 of');
    expect(labels(first)).toEqual(['Fill in', '‹ One back', 'Stop']);
    const sources = await ayesha.opens(first, 'Fill in');
    expect(sources).toMatchObject({ title: 'New · Casualty claim', fields: [{ name: 'sources', required: true }] });
    const second = await ayesha.submits(sources, { sources: 'src-seed' });
    expect(second).toMatchObject({ messageId: first.messageId, deferred: false });

    const who = await ayesha.opens(second, 'Fill in');
    expect(who.fields.map(({ name }) => name)).toEqual(['claimedBy', 'stance', 'victims', 'harm', 'printed']);
    const wrong = await ayesha.submits(who, {
      claimedBy: 'nobody at all',
      stance: 'asserts',
      victims: 'afghan-civilians',
      harm: 'killed',
      printed: 'seven\nof @everyone',
    });
    expect(plain(wrong)).toContain('**Claimant**: “nobody at all” is not known here.');
    await bot.restarts();
    const listed = await ayesha.slash('drafts');
    const [resume = ''] = labels(listed);
    const resumed = await ayesha.presses(listed, resume);
    expect(plain(resumed)).toContain('nobody at all');
    const again = await ayesha.opens(resumed, 'Fill in');
    expect(again.fields.map(({ name, given }) => [name, given])).toEqual([
      ['claimedBy', 'nobody at all'],
      ['printed', 'seven\nof @everyone'],
      ['qualifier', ''],
    ]);
    const numbers = await ayesha.opens(
      await ayesha.submits(again, { claimedBy: 'Pakistan', printed: 'seven', qualifier: 'exact' }),
      'Fill in',
    );
    expect(numbers.fields.map(({ name, required }) => [name, required])).toEqual([
      ['low', true],
      ['high', false],
      ['period', true],
      ['reportedOn', true],
      ['attribution', true],
    ]);
    const rest = await ayesha.submits(numbers, {
      low: '7',
      high: '7',
      period: '2025-11-07',
      reportedOn: '2025-11-08',
      attribution: 'An official *said* so',
    });
    const last = await ayesha.opens(rest, 'Fill in');
    const preview = await ayesha.submits(last, { announce: 'no' });
    expect(plain(preview)).toContain('A preview');
    expect(preview.messageId).toBe(resumed.messageId);
    const published = await ayesha.presses(preview, 'Publish');
    expect(plain(published)).toContain('Published: `cas-');
    expect(dossier().revisionsAfter(head)).toMatchObject([
      {
        author: `discord:${AYESHA}`,
        entry: {
          kind: 'claim',
          fields: { claimedBy: 'pakistan', harm: 'killed', count: { low: 7 }, attribution: 'An official *said* so' },
        },
      },
    ]);
    expect(await bot.drafts()).toEqual([]);
    expect(bot.bugs()).toEqual([]);
    // The form that was open meanwhile: the usual words, and nothing of it in the record.
    const late = await ayesha.submits(last, { scope: 'Something secret', announce: 'no' });
    expect(plain(late)).toContain('There is no such draft of yours');
    expect(late.ephemeral).toBe(true);
    expect(JSON.stringify(bot.audits())).not.toContain('secret');
    expect(bot.audits().at(-1)).toMatchObject({
      args: { do: 'set', fields: expect.stringContaining('scope') },
      reason: 'drafts-unknown',
    });
  });

  test('is corrected: the field is chosen by a button, and asked with the reason', async () => {
    bot = await startAtDesk();
    const { ayesha, dossier } = bot;
    const head = dossier().head;
    const choose = await ayesha.slash('correct', { id: 'cas-pak-soldiers-58' });
    expect(labels(choose)).toEqual(expect.arrayContaining(['Sources', 'Figure as printed', 'What it counts', 'Stop']));
    // The form has the choices: they are no buttons beside it.
    expect(labels(await ayesha.presses(choose, 'Stance'))).toEqual(['Fill in', '‹ One back', 'Stop']);
    const form = await ayesha.opens(await ayesha.presses(choose, 'Attribution'), 'Fill in');
    expect(form.fields.map(({ name, given, options }) => [name, given !== '', options !== undefined])).toEqual([
      ['attribution', true, false],
      ['reason', false, false],
      ['weight', false, true],
    ]);
    const preview = await ayesha.submits(form, {
      attribution: 'An official told a press conference',
      reason: 'The source names the occasion.',
      weight: 'minor',
    });
    expect(plain(await ayesha.presses(preview, 'Publish'))).toContain('Published');
    expect(dossier().revisionsAfter(head)).toMatchObject([{ change: 'correction', weight: 'minor' }]);
  });
});

test('names of which there are few are chosen, several at once, or none', async () => {
  bot = await startAtDesk();
  const { ayesha } = bot;
  const first = await ayesha.slash('post', { kind: 'quote' });
  await ayesha.submits(await ayesha.opens(first, 'Fill in'), { sources: 'src-seed' });
  const [draft] = await bot.drafts();
  for (const [field, to] of Object.entries({
    excerpt: 'They said: we met.',
    text: 'we met',
    speaker: '-',
    party: 'pakistan',
    date: '2025-11-07',
    venue: 'Doha',
  })) {
    await ayesha.slash('drafts', { do: 'set', id: draft?.id ?? '', field, to });
  }
  const asked = await ayesha.slash('drafts', { do: 'show', id: draft?.id ?? '' });
  const form = await ayesha.opens(asked, 'Fill in');
  const [topics] = form.fields;
  const two = topics?.options?.slice(0, 2) ?? [];
  expect(two).toHaveLength(2);
  const preview = await ayesha.submits(form, { topics: two, announce: 'no' });
  expect((await bot.drafts())[0]?.answers).toMatchObject({ topics: two.join(', '), development: '' });
  const back = await ayesha.presses(await ayesha.presses(preview, 'Change an answer'), 'Topics');
  const again = await ayesha.opens(back, 'Fill in');
  expect(again.fields).toMatchObject([{ name: 'topics', given: two.join(', ') }]);
});

test('an answer too long for a form stays as it is, unless something is written', async () => {
  bot = await startAtDesk();
  const { ayesha } = bot;
  const first = await ayesha.slash('post', { kind: 'talks' });
  const [draft] = await bot.drafts();
  const long = 'word '.repeat(1200).trim();
  await ayesha.submits(await ayesha.opens(first, 'Fill in'), { sources: 'src-seed' });
  // Written on another platform, where messages are longer.
  const { drafts } = bot.store;
  const held = await drafts.of(draft?.id ?? '');
  if (held) await drafts.save({ ...held, answers: { ...held.answers, venue: long }, step: 'venue' });
  const asked = await ayesha.slash('drafts', { do: 'ask', id: draft?.id ?? '' });
  const form = await ayesha.opens(asked, 'Fill in');
  expect(form.fields[0]).toMatchObject({ name: 'venue', given: '', required: false });
  const rest = { city: 'doha', outcome: form.fields[4]?.options?.[0] ?? '' };
  await ayesha.submits(form, rest);
  expect((await bot.drafts())[0]?.answers).toMatchObject({ venue: long });
  await ayesha.submits(form, { ...rest, venue: 'Doha' });
  expect((await bot.drafts())[0]?.answers).toMatchObject({ venue: 'Doha' });
});
