/** Writing on Discord: forms in direct messages with the bot, filled in page by page; what is forged, stale or late. */
import { afterEach, describe, expect, test } from 'vitest';
import { createFloodLimit } from '../../../src/core/chat/flood-limit.ts';
import type { Chat } from '../../../src/core/chat/run-command.ts';
import { deskForTests } from '../../core/desk/desk-for-tests.ts';
import type { DiscordAnswer } from '../../fakes/discord-answer.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

const AYESHA = '777000000000000001';
let bot: RunningDiscord;
afterEach(() => bot.stop());

/** As a reader sees it: without the backslashes. */
const plain = ({ text }: Pick<DiscordAnswer, 'text'>) => text.replaceAll(/\\(?=[^0-9A-Za-z\s])/gu, '');
const labels = ({ components }: DiscordAnswer) => components.map(({ label }) => label);

/** A bot with a real desk, at which Ayesha moderates in her direct messages. */
async function atTheDesk(changes: Partial<Chat> = {}, options: { readonly deferAfterMs?: number } = {}) {
  const { chat, dossier, store, bugs } = await deskForTests();
  await store.moderators.add({ id: `discord:${AYESHA}`, by: 'test:owner', at: 1 });
  // What is recorded is looked at here.
  const { audit: _audit, ...rest } = chat;
  const parts: Partial<Chat> = { ...rest, isPerson: (id) => /^discord:[1-9]\d*$/u.test(id), ...changes };
  const start = async (fake?: RunningDiscord['discord']) => {
    bot = await startDiscord({ chat: parts, ...options }, fake ? { fake } : {});
    await bot.log.says(fake ? 'Discord connected as' : 'Commands registered');
  };
  await start();
  return {
    dossier,
    bugs,
    drafts: () => store.drafts.list({ author: `discord:${AYESHA}` }),
    ayesha: bot.discord.user({ guildId: null, id: AYESHA }),
    removeDraft: store.drafts.remove,
    /** A new connection on the same store. */
    async restarts() {
      await bot.leave();
      await start(bot.discord);
    },
  };
}

describe('a claim', () => {
  test('is posted form by form, with a restart between, its errors shown and filled in again', async () => {
    const { ayesha, dossier, drafts, restarts, bugs } = await atTheDesk();
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
    await restarts();
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
    expect(await drafts()).toEqual([]);
    expect([...bugs, ...bot.chat.bugs]).toEqual([]);
    // The form that was open meanwhile: the usual words, and nothing of it in the record.
    const late = await ayesha.submits(last, { scope: 'Something secret', announce: 'no' });
    expect(plain(late)).toContain('There is no such draft of yours');
    expect(late.ephemeral).toBe(true);
    expect(JSON.stringify(bot.chat.audits)).not.toContain('secret');
    expect(bot.chat.audits.at(-1)).toMatchObject({ args: { do: 'set' }, reason: 'drafts-unknown' });
  });

  test('is corrected: the field is chosen by a button, and asked with the reason', async () => {
    const { ayesha, dossier } = await atTheDesk();
    const head = dossier().head;
    const choose = await ayesha.slash('correct', { id: 'cas-pak-soldiers-58' });
    expect(labels(choose)).toEqual(expect.arrayContaining(['Sources', 'Figure as printed', 'What it counts', 'Stop']));
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
  const { ayesha, drafts } = await atTheDesk();
  const first = await ayesha.slash('post', { kind: 'quote' });
  await ayesha.submits(await ayesha.opens(first, 'Fill in'), { sources: 'src-seed' });
  const [draft] = await drafts();
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
  expect((await drafts())[0]?.answers).toMatchObject({ topics: two.join(', '), development: '' });
  const back = await ayesha.presses(await ayesha.presses(preview, 'Change an answer'), 'Topics');
  const again = await ayesha.opens(back, 'Fill in');
  expect(again.fields).toMatchObject([{ name: 'topics', given: two.join(', ') }]);
});

test('an answer too long for a form stays as it is, unless something is written', async () => {
  const { ayesha, drafts } = await atTheDesk();
  const first = await ayesha.slash('post', { kind: 'talks' });
  const [draft] = await drafts();
  const long = 'word '.repeat(1200).trim();
  await ayesha.submits(await ayesha.opens(first, 'Fill in'), { sources: 'src-seed' });
  // Written on another platform, where messages are longer.
  const { desk } = bot.chat;
  const held = await desk.drafts.of(draft?.id ?? '');
  if (held) await desk.drafts.save({ ...held, answers: { ...held.answers, venue: long }, step: 'venue' });
  const asked = await ayesha.slash('drafts', { do: 'ask', id: draft?.id ?? '' });
  const form = await ayesha.opens(asked, 'Fill in');
  expect(form.fields[0]).toMatchObject({ name: 'venue', given: '', required: false });
  const rest = { city: 'doha', outcome: form.fields[4]?.options?.[0] ?? '' };
  await ayesha.submits(form, rest);
  expect((await drafts())[0]?.answers).toMatchObject({ venue: long });
  await ayesha.submits(form, { ...rest, venue: 'Doha' });
  expect((await drafts())[0]?.answers).toMatchObject({ venue: 'Doha' });
});

describe('what is not as it should be', () => {
  test('in servers nothing is written', async () => {
    const { ayesha, drafts } = await atTheDesk();
    await ayesha.slash('post', { kind: 'person' });
    const [draft] = await drafts();
    const inServer = bot.discord.user({ id: AYESHA });
    expect(plain(await inServer.slash('post', { kind: 'claim' }))).toContain('in your private chat');
    const some = await inServer.slash('help');
    const pressed = await inServer.pressesCustomId(some, `form;${draft?.id}`);
    const submitted = await inServer.forges(`form;${draft?.id}`, [['name', 'A Name']], some);
    for (const answer of [pressed, submitted]) {
      expect(answer.ephemeral).toBe(true);
      expect(plain(answer)).toContain('in your private chat');
    }
    expect((await drafts())[0]?.answers).toEqual({});
  });

  test('somebody else’s presses and submissions tell nothing and change nothing, moderator or not', async () => {
    const { ayesha, drafts } = await atTheDesk();
    const form = await ayesha.opens(await ayesha.slash('post', { kind: 'person' }), 'Fill in');
    const [draft] = await drafts();
    const stranger = bot.discord.user({ guildId: null });
    const other = bot.discord.user({ guildId: null, id: '777000000000000002' });
    await bot.chat.moderators.add({ id: 'discord:777000000000000002', by: 'test:owner', at: 1 });
    for (const [person, words] of [
      [stranger, 'is not open to you'],
      [other, 'There is no such draft of yours'],
    ] as const) {
      const some = await person.slash('help');
      for (const id of [form.customId, 'form;d0000000000']) {
        const pressed = await person.pressesCustomId(some, id);
        const submitted = await person.forges(id, [['name', 'Mallory']], some);
        for (const answer of [pressed, submitted]) {
          expect(answer.ephemeral).toBe(true);
          expect(plain(answer)).toContain(words);
        }
      }
    }
    expect(await drafts()).toEqual([draft]);
    expect(bot.chat.bugs).toEqual([]);
  });

  test('forged fields, components and ids change nothing, and the process lives', async () => {
    const { ayesha, drafts } = await atTheDesk();
    const first = await ayesha.slash('post', { kind: 'person' });
    const [draft] = await drafts();
    const id = `form;${draft?.id}`;
    for (const name of ['status', '__proto__', 'constructor', '*', 'x'.repeat(100_000)]) {
      const refused = await ayesha.forges(
        id,
        [
          [name, 'confirmed'],
          ['role', 'King'],
        ],
        first,
      );
      expect(plain(refused)).toContain('That is not one of the questions here');
    }
    for (const forged of ['nonsense', 'quotes;0;', `${id};name;x`, `+${id}`, '', 'form;']) {
      const refused = await ayesha.forges(forged, [['name', 'x']], first);
      expect(refused.ephemeral).toBe(true);
      expect(plain(refused)).toContain('too old or not one of');
    }
    expect((await drafts())[0]?.answers).toEqual({});
    // A select’s values where words were asked, values that are no options, a hundred thousand characters, no message.
    const odd = [
      ['name', ['A', 'B']],
      ['party', ['nobody', 'nothing']],
      ['aliases', 'y'.repeat(100_000)],
      ['role', '\ud83d\u202e@everyone'],
    ] as const;
    const taken = await ayesha.forges(id, odd);
    expect(taken.ephemeral).toBe(true);
    expect((await drafts())[0]?.answers).toMatchObject({ name: 'A, B', party: 'nobody, nothing' });
    expect(bot.chat.bugs).toEqual([]);
    await expect(ayesha.slash('help')).resolves.toBeDefined();
  });

  test('a press after the draft is gone, or complete, is answered with a message', async () => {
    const { ayesha, drafts, removeDraft } = await atTheDesk();
    const first = await ayesha.slash('post', { kind: 'person' });
    const form = await ayesha.opens(first, 'Fill in');
    const preview = await ayesha.submits(form, { name: 'A Name', role: 'Minister', party: 'pakistan' });
    expect(plain(preview)).toContain('A preview');
    const [draft] = await drafts();
    const button = `form;${draft?.id}`;
    const complete = await ayesha.pressesCustomId(preview, button);
    expect(complete).toMatchObject({ messageId: preview.messageId, text: preview.text });
    const [asked] = await drafts();
    if (asked) await removeDraft(asked);
    const gone = await ayesha.pressesCustomId(preview, button);
    expect(gone.ephemeral).toBe(true);
    expect(plain(gone)).toContain('There is no such draft of yours');
  });

  test('too many presses are refused like others', async () => {
    const { ayesha } = await atTheDesk({ floodLimit: createFloodLimit(2) });
    const first = await ayesha.slash('post', { kind: 'person' });
    await ayesha.opens(first, 'Fill in');
    const refused = await ayesha.presses(first, 'Fill in');
    expect(refused.ephemeral).toBe(true);
    expect(plain(refused)).toContain('wait');
  });
});

describe('what takes long', () => {
  test('a form that came too late is offered again on its message; a submission is saved and shown', async () => {
    const { chat } = await deskForTests();
    const { drafts } = chat.desk;
    let gate: Promise<void> | undefined;
    const slow = {
      ...drafts,
      of: async (id: string) => {
        await gate;
        return drafts.of(id);
      },
    };
    const { ayesha } = await atTheDesk({ desk: { ...chat.desk, drafts: slow } }, { deferAfterMs: 30 });
    const first = await ayesha.slash('post', { kind: 'person' });
    const later = Promise.withResolvers<void>();
    gate = later.promise;
    const pressed = ayesha.presses(first, 'Fill in');
    const acknowledged = () => bot.discord.requests.some(({ body }) => JSON.stringify(body) === '{"type":6}');
    await expect.poll(acknowledged).toBe(true);
    later.resolve();
    const again = await pressed;
    expect(again).toMatchObject({ messageId: first.messageId, deferred: true });
    expect(plain(again)).toContain('Please press “Fill in” again');
    gate = undefined;
    const form = await ayesha.opens(again, 'Fill in');
    const slower = Promise.withResolvers<void>();
    gate = slower.promise;
    const submitted = ayesha.submits(form, { name: 'A Name', role: 'Minister', party: 'nobody' });
    await expect
      .poll(() => bot.discord.requests.filter(({ body }) => JSON.stringify(body) === '{"type":6}'))
      .toHaveLength(2);
    slower.resolve();
    const saved = await submitted;
    expect(saved).toMatchObject({ messageId: first.messageId, deferred: true });
    expect(plain(saved)).toContain('**Party**: “nobody” is not known here');
    expect(bot.chat.bugs).toEqual([]);
  });
});
