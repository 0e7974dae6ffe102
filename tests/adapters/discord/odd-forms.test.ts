/** Forms on Discord that are forged, stale, late, or somebody else’s. */
import { afterEach, describe, expect, test } from 'vitest';
import { createFloodLimit } from '../../../src/core/chat/flood-limit.ts';
import { postingForTests } from '../../core/posting/posting-for-tests.ts';
import { AYESHA, plain, startAtDesk } from './start-posting.ts';

let bot: Awaited<ReturnType<typeof startAtDesk>>;
afterEach(() => bot.stop());

describe('what is not as it should be', () => {
  test('in servers nothing is written', async () => {
    bot = await startAtDesk();
    const { ayesha } = bot;
    await ayesha.slash('post', { kind: 'person' });
    const [draft] = await bot.drafts();
    const inServer = bot.discord.user({ id: AYESHA });
    expect(plain(await inServer.slash('post', { kind: 'claim' }))).toContain('in your private chat');
    const some = await inServer.slash('help');
    const pressed = await inServer.pressesCustomId(some, `form;${draft?.id}`);
    const submitted = await inServer.forges(`form;${draft?.id}`, [['name', 'A Name']], some);
    for (const answer of [pressed, submitted]) {
      expect(answer.ephemeral).toBe(true);
      expect(plain(answer)).toContain('in your private chat');
    }
    expect((await bot.drafts())[0]?.answers).toEqual({});
  });

  test('somebody else’s presses and submissions tell nothing and change nothing, moderator or not', async () => {
    bot = await startAtDesk();
    const { ayesha } = bot;
    const form = await ayesha.opens(await ayesha.slash('post', { kind: 'person' }), 'Fill in');
    const [draft] = await bot.drafts();
    const stranger = bot.discord.user({ guildId: null });
    const other = bot.discord.user({ guildId: null, id: '777000000000000002' });
    await bot.store.moderators.add({ id: 'discord:777000000000000002', by: 'test:owner', at: 1 });
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
    expect(await bot.drafts()).toEqual([draft]);
    expect(bot.bugs()).toEqual([]);
  });

  test('forged fields, components and ids change nothing, and the process lives', async () => {
    bot = await startAtDesk();
    const { ayesha } = bot;
    const first = await ayesha.slash('post', { kind: 'person' });
    const [draft] = await bot.drafts();
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
    expect((await bot.drafts())[0]?.answers).toEqual({});
    // A select’s values where words were asked, values that are no options, a hundred thousand characters, no message.
    const odd = [
      ['name', ['A', 'B']],
      ['party', ['nobody', 'nothing']],
      ['aliases', 'y'.repeat(100_000)],
      ['role', '\ud83d\u202e@everyone'],
    ] as const;
    const taken = await ayesha.forges(id, odd);
    expect(taken.ephemeral).toBe(true);
    expect((await bot.drafts())[0]?.answers).toMatchObject({ name: 'A, B', party: 'nobody, nothing' });
    expect(bot.bugs()).toEqual([]);
    await expect(ayesha.slash('help')).resolves.toBeDefined();
  });

  test('a press after the draft is gone, or complete, is answered with a message', async () => {
    bot = await startAtDesk();
    const { ayesha } = bot;
    const first = await ayesha.slash('post', { kind: 'person' });
    const form = await ayesha.opens(first, 'Fill in');
    const preview = await ayesha.submits(form, { name: 'A Name', role: 'Minister', party: 'pakistan' });
    expect(plain(preview)).toContain('What is written');
    const [draft] = await bot.drafts();
    const button = `form;${draft?.id}`;
    const complete = await ayesha.pressesCustomId(preview, button);
    expect(complete).toMatchObject({ messageId: preview.messageId, text: preview.text });
    const [asked] = await bot.drafts();
    if (asked) await bot.store.drafts.remove(asked);
    const gone = await ayesha.pressesCustomId(preview, button);
    expect(gone.ephemeral).toBe(true);
    expect(plain(gone)).toContain('There is no such draft of yours');
  });

  test('too many presses are refused like others; what was written in a form by then is taken', async () => {
    bot = await startAtDesk({ floodLimit: createFloodLimit(2) });
    const { ayesha } = bot;
    const first = await ayesha.slash('post', { kind: 'person' });
    const form = await ayesha.opens(first, 'Fill in');
    const refused = await ayesha.presses(first, 'Fill in');
    expect(refused.ephemeral).toBe(true);
    expect(plain(refused)).toContain('wait');
    const answers = { name: 'A Name', role: 'Minister', party: 'pakistan' };
    expect(plain(await ayesha.submits(form, answers))).toContain('What is written');
  });
});

describe('what takes long', () => {
  test('a form that came too late is offered again on its message; a submission is saved and shown', async () => {
    const { chat } = await postingForTests();
    const { drafts } = chat.posting;
    let gate: Promise<void> | undefined;
    const slow = {
      ...drafts,
      of: async (id: string) => {
        await gate;
        return drafts.of(id);
      },
    };
    bot = await startAtDesk({ posting: { ...chat.posting, drafts: slow } }, { deferAfterMs: 30 });
    const { ayesha } = bot;
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
    expect(bot.bugs()).toEqual([]);
  });
});
