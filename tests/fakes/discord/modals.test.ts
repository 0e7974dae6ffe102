/** Modals at the fake Discord: what it refuses as Discord does, and what a person can and cannot submit. */
import { Client, type Interaction, REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord } from './discord.ts';

const input = (over: object = {}) => ({ type: 4, custom_id: 'words', style: 1, ...over });
const options = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, value: `${at}` }));
const select = (over: object = {}) => ({ type: 3, custom_id: 'choice', options: options(3), ...over });
const label = (component: object, over: object = {}) => ({ type: 18, label: 'Words', component, ...over });
const modal = (components: readonly object[], over: object = {}) => ({
  custom_id: 'form',
  title: 'Form',
  components,
  ...over,
});

let discord: FakeDiscord;
beforeEach(async () => {
  discord = await startFakeDiscord();
});
afterEach(() => discord.stop());

describe('is refused', () => {
  test.each([
    ['a title too long', modal([label(input())], { title: 't'.repeat(46) })],
    ['a custom id too long', modal([label(input({ custom_id: 'c'.repeat(101) }))])],
    ['six components', modal(Array.from({ length: 6 }, (_, at) => label(input({ custom_id: `${at}` }))))],
    ['two of one custom id', modal([label(input()), label(input())])],
    ['a label too long', modal([label(input(), { label: 'l'.repeat(46) })])],
    ['a label of spaces', modal([label(input(), { label: ' ' })])],
    ['an empty description', modal([label(input(), { description: '' })])],
    ['a description too long', modal([label(input(), { description: 'd'.repeat(101) })])],
    ['a placeholder too long', modal([label(input({ placeholder: 'p'.repeat(101) }))])],
    ['a value longer than may be written', modal([label(input({ value: 'four', max_length: 3 }))])],
    ['a value too long', modal([label(input({ value: 'v'.repeat(4001) }))])],
    ['a value with half a character', modal([label(input({ value: '\ud83d' }))])],
    ['a line with line breaks', modal([label(input({ value: 'a\nb' }))])],
    ['an action row', modal([{ type: 1, components: [input({ label: 'Words' })] }])],
    ['what is disabled', modal([label(select({ disabled: true }))])],
    ['no options', modal([label(select({ options: [] }))])],
    ['26 options', modal([label(select({ options: options(26) }))])],
    ['two options of one value', modal([label(select({ options: [...options(2), ...options(1)] }))])],
    ['more choices than options', modal([label(select({ max_values: 4 }))])],
    [
      'two defaults where one can be chosen',
      modal([label(select({ options: options(2).map((option) => ({ ...option, default: true })) }))]),
    ],
    ['what is required and takes none', modal([label(select({ min_values: 0 }))])],
  ])('%s', async (_name, data) => {
    discord.expectViolations();
    const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
    const path = '/interactions/300000000000000001/some-token/callback' as const;
    await expect(rest.post(path, { body: { type: 9, data }, auth: false })).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations.length).toBeGreaterThan(0);
  });
});

describe('a person', () => {
  let client: Client;
  const seen: Interaction[] = [];
  const failures: unknown[] = [];
  const shown = modal([
    label(input({ value: 'before' })),
    label(input({ custom_id: 'more', required: false, max_length: 5 })),
    label(select({ required: false, min_values: 0, max_values: 2 })),
  ]);

  async function answering(how: 'modal' | 'update' | 'modal again' | 'modal after deferral'): Promise<void> {
    client.on('interactionCreate', (interaction) => {
      seen.push(interaction);
      void answer(interaction, how).catch((error: unknown) => failures.push(error));
    });
    await client.login(discord.token);
  }

  async function answer(interaction: Interaction, how: string): Promise<void> {
    if (interaction.isChatInputCommand()) {
      const button = { type: 2, style: 2, label: 'Open', custom_id: 'open' } as const;
      await interaction.reply({ content: 'first', components: [{ type: 1, components: [button] }] });
    } else if (interaction.isButton()) {
      if (how === 'modal after deferral') await interaction.deferUpdate();
      await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 9, data: shown },
        auth: false,
      });
    } else if (interaction.isModalSubmit()) {
      if (how === 'modal again') {
        await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 9, data: shown },
          auth: false,
        });
      } else if (interaction.isFromMessage()) await interaction.update('updated');
      else await interaction.reply('new');
    }
  }

  beforeEach(() => {
    seen.length = 0;
    failures.length = 0;
    client = new Client({ intents: [], allowedMentions: { parse: [] }, rest: { api: discord.apiUrl, retries: 0 } });
  });
  afterEach(() => client.destroy());

  test('sees what is filled in, submits it with what they write, and the message is updated', async () => {
    await answering('update');
    const chat = discord.user();
    const first = await chat.slash('post');
    const form = await chat.opens(first, 'Open');
    expect(form).toMatchObject({ customId: 'form', title: 'Form' });
    expect(form.fields).toMatchObject([
      { name: 'words', given: 'before', required: true, options: undefined },
      { name: 'more', given: '', required: false },
      { name: 'choice', options: ['0', '1', '2'] },
    ]);
    const updated = await chat.submits(form, { more: 'after', choice: ['0', '2'] });
    expect(updated).toMatchObject({ messageId: first.messageId, text: 'updated' });
    const last = seen.at(-1);
    expect(last?.isModalSubmit() && last.fields.getTextInputValue('words')).toBe('before');
    expect(last?.isModalSubmit() && last.fields.getTextInputValue('more')).toBe('after');
    expect(last?.isModalSubmit() && last.fields.getStringSelectValues('choice')).toEqual(['0', '2']);
    await expect(chat.forges('other', [['words', 'x']])).resolves.toMatchObject({ text: 'new' });
  });

  test('cannot submit what their client would not let them', async () => {
    await answering('update');
    const chat = discord.user();
    const form = await chat.opens(await chat.slash('post'), 'Open');
    await expect(chat.submits(form, { words: '' })).rejects.toThrow('required');
    await expect(chat.submits(form, { more: 'longer' })).rejects.toThrow('5 characters');
    await expect(chat.submits(form, { choice: '3' })).rejects.toThrow('offers 0, 1, 2');
    await expect(chat.submits(form, { choice: ['0', '1', '2'] })).rejects.toThrow('at most 2');
    await expect(chat.submits(form, { other: 'x' })).rejects.toThrow('no other');
  });

  test('gets no modal in answer to a modal', async () => {
    await answering('modal again');
    const chat = discord.user();
    const form = await chat.opens(await chat.slash('post'), 'Open');
    await expect(chat.submits(form)).rejects.toThrow('cannot be answered with a modal');
    await expect.poll(() => failures).toMatchObject([{ code: 50035 }]);
  });

  test('gets no modal after a deferral', async () => {
    await answering('modal after deferral');
    const chat = discord.user();
    void chat.opens(await chat.slash('post'), 'Open').catch(() => undefined);
    await expect.poll(() => failures).toMatchObject([{ code: 40060 }]);
  });
});
