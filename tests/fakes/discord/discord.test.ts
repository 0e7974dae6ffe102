/** The fake Discord driven by the real discord.js: what works at Discord works here, what breaks there is seen here. */

import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  EmbedBuilder,
  type Interaction,
  MessageFlags,
  ModalBuilder,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord } from './discord.ts';

let discord: FakeDiscord;
let client: Client;

const createClient = (): Client => {
  const created = new Client({
    intents: [],
    rest: { api: discord.apiUrl, retries: 0, timeout: 30_000 },
    allowedMentions: { parse: [] },
  });
  created.on('error', () => undefined);
  return created;
};

beforeEach(async () => {
  discord = await startFakeDiscord();
  client = createClient();
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

const pages = ['one', 'two', 'three'];
const page = (index: number) => ({
  content: `page ${pages[index]}`,
  embeds: [new EmbedBuilder().setTitle('Quotes').setDescription('said so').addFields({ name: 'who', value: 'Asif' })],
  components: [
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder()
        .setCustomId(`page:${index - 1}`)
        .setLabel('Previous')
        .setStyle(ButtonStyle.Secondary)
        .setDisabled(index === 0),
      new ButtonBuilder()
        .setCustomId(`page:${index + 1}`)
        .setLabel('Next')
        .setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setURL('https://example.org/').setLabel('Source').setStyle(ButtonStyle.Link),
    ),
  ],
});

function startPagingBot(): Promise<string> {
  const answer = async (interaction: Interaction): Promise<void> => {
    if (interaction.isAutocomplete()) {
      await interaction.respond([{ name: `${interaction.options.getFocused()}f`, value: 'asif' }]);
    }
    if (interaction.isChatInputCommand() && interaction.commandName === 'slow') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({ content: `for ${interaction.options.getString('speaker')}` });
      await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
    }
    if (interaction.isChatInputCommand() && interaction.commandName === 'quotes') await interaction.reply(page(0));
    if (interaction.isButton()) {
      const index = Number(interaction.customId.split(':')[1]);
      if (index === 2) {
        await interaction.deferUpdate();
        await interaction.editReply(page(index));
      } else if (index > 2) await interaction.reply({ content: 'the end' });
      else await interaction.update(page(index));
    }
  };
  client.on('interactionCreate', (interaction) => void answer(interaction));
  return client.login(discord.token);
}

describe('a conversation', () => {
  test('an answer, its pages, and a link that cannot be pressed', async () => {
    await startPagingBot();
    const chat = discord.user({ locale: 'de' });

    const first = await chat.slash('quotes');
    expect(first.text).toBe('page one\nQuotes\nsaid so\nwho\nAsif');
    expect(first).toMatchObject({ ephemeral: false, deferred: false });
    expect(first.ackMs).toBeTypeOf('number');
    expect(first.messageId).toMatch(/^\d{17,19}$/u);
    expect(first.components.map(({ label, disabled }) => [label, disabled])).toEqual([
      ['Previous', true],
      ['Next', false],
      ['Source', false],
    ]);

    const second = await chat.presses(first, 'Next');
    expect(second.text).toContain('page two');
    expect(second.messageId).toBe(first.messageId);

    const third = await chat.presses(second, 'Next');
    expect(third).toMatchObject({ deferred: true, messageId: first.messageId });
    expect(third.text).toContain('page three');

    const end = await chat.presses(third, 'Next');
    expect(end.text).toBe('the end');
    expect(end.messageId).not.toBe(first.messageId);

    await expect(chat.presses(first, 'Previous')).rejects.toThrow('disabled');
    await expect(chat.presses(first, 'Source')).rejects.toThrow('https://example.org/');
    await expect(chat.presses(first, 'Last')).rejects.toThrow('Previous, Next, Source');
  });

  test('a deferred answer for the asker only, in a direct message, and its follow-up', async () => {
    await startPagingBot();
    const chat = discord.user({ guildId: null });
    const answer = await chat.slash('slow', { speaker: 'asif' });
    expect(answer).toMatchObject({ text: 'for asif', ephemeral: true, deferred: true });
    await expect(chat.followsUp(answer)).resolves.toMatchObject({ text: 'and more', ephemeral: true });
  });

  test('suggestions while typing', async () => {
    await startPagingBot();
    await expect(discord.user().autocompletes('quotes', 'speaker', 'asi')).resolves.toEqual([
      { name: 'asif', value: 'asif' },
    ]);
  });
});

describe('what the bot does by itself', () => {
  const commands = [
    {
      name: 'quotes',
      description: 'Who said what',
      options: [
        { type: 3, name: 'speaker', description: 'Whose', required: true, autocomplete: true },
        { type: 3, name: 'order', description: 'How', choices: [{ name: 'newest first', value: 'new' }] },
      ],
      default_member_permissions: '32',
      contexts: [0, 1],
      integration_types: [0],
    },
    {
      name: 'digest',
      description: 'The digest',
      options: [
        { type: 1, name: 'set', description: 'Set it', options: [{ type: 7, name: 'channel', description: 'Where' }] },
      ],
    },
  ];

  test('registers commands; then a person can only send what was registered', async () => {
    const seen: Interaction[] = [];
    client.on('interactionCreate', (interaction) => {
      seen.push(interaction);
      if (interaction.isChatInputCommand()) void interaction.reply('fine');
    });
    await client.login(discord.token);
    await client.application?.commands.set(commands);
    expect(discord.commands().map(({ name }) => name)).toEqual(['quotes', 'digest']);
    const chat = discord.user({ permissions: 32n });

    await chat.slash('quotes', { speaker: 'asif', order: 'new' });
    await chat.slash('digest set', { channel: '200000000000000007' });
    const [quotes, digest] = seen;
    expect(quotes?.memberPermissions?.has('ManageGuild')).toBe(true);
    expect(digest?.isChatInputCommand() && digest.options.getSubcommand()).toBe('set');
    expect(digest?.isChatInputCommand() && digest.options.getChannel('channel')?.id).toBe('200000000000000007');

    await expect(chat.slash('casualties')).rejects.toThrow('there are quotes, digest');
    await expect(chat.slash('quotes')).rejects.toThrow('needs speaker');
    await expect(chat.slash('quotes', { speaker: 'a', order: 'old' })).rejects.toThrow('none of the choices');
    await expect(chat.slash('quotes', { speaker: 'a', since: 'now' })).rejects.toThrow('no option since');
    await expect(chat.autocompletes('quotes', 'order', 'n', { speaker: 'a' })).rejects.toThrow('no autocomplete');
  });

  test('posts once for one nonce, edits, reads back, deletes', async () => {
    await client.login(discord.token);
    const path = '/channels/200000000000000009/messages' as const;
    const body = { content: 'Good morning', nonce: 'slot-1', enforce_nonce: true, allowed_mentions: { parse: [] } };
    await client.rest.post(path, { body });
    await client.rest.post(path, { body });
    const posted = await discord.nextPost('200000000000000009');
    expect(posted).toMatchObject({ how: 'sent', text: 'Good morning' });
    const one = `${path}/${posted.messageId}` as const;
    await client.rest.patch(one, { body: { content: 'Corrected', allowed_mentions: { parse: [] } } });
    await expect(discord.nextPost('200000000000000009')).resolves.toMatchObject({ how: 'edited', text: 'Corrected' });
    await expect(client.rest.get(path)).resolves.toHaveLength(1);
    await client.rest.delete(one);
    await expect(
      client.rest.patch(one, { body: { content: '', allowed_mentions: { parse: [] } } }),
    ).rejects.toMatchObject({
      status: 404,
      code: 10008,
    });
  });

  test('uploads a picture beside the text', async () => {
    await client.login(discord.token);
    const files = [{ name: 'chart.png', data: Buffer.from('picture') }];
    const body = { embeds: [{ image: { url: 'attachment://chart.png' } }], allowed_mentions: { parse: [] } };
    await client.rest.post('/channels/200000000000000009/messages', { body, files });
    const { raw } = await discord.nextPost('200000000000000009');
    expect(raw['attachments']).toMatchObject([{ filename: 'chart.png', size: 7 }]);
  });

  test('a modal is no answer to a command that a message should answer', async () => {
    client.on('interactionCreate', (interaction) => {
      const input = { type: 4, custom_id: 'words', style: 1 } as const;
      const modal = new ModalBuilder({
        custom_id: 'f',
        title: 'Form',
        components: [{ type: 18, label: 'Words', component: input }],
      });
      if (interaction.isChatInputCommand()) void interaction.showModal(modal);
    });
    await client.login(discord.token);
    await expect(discord.user().slash('post')).rejects.toThrow('answered with a modal');
  });
});
