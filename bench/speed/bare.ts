/** A bot of the bare SDKs, to compare with: whoever asks anything gets the same text. Served where a token is set. */

/** About as long as an answer of ours. */
const TEXT = 'Nothing is known of it. '.repeat(40).trim();

const {
  DISCORD_TOKEN: discordToken,
  DISCORD_API_URL: api,
  TELEGRAM_TOKEN: telegramToken,
  TELEGRAM_API_URL: apiRoot,
} = process.env;

if (discordToken !== undefined && api !== undefined) {
  const { Client, Events } = await import('discord.js');
  const client = new Client({ intents: [], allowedMentions: { parse: [] }, rest: { api } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply(TEXT);
  });
  client.once(Events.ClientReady, ({ application }) => {
    // As a bot is deployed: once.
    if (process.env['REGISTER'] !== undefined)
      void application.commands.set([{ name: 'ceasefire', description: 'The ceasefire' }]);
    process.stdout.write('connected\n');
  });
  await client.login(discordToken);
}

if (telegramToken !== undefined && apiRoot !== undefined) {
  const { Bot } = await import('grammy');
  const bot = new Bot(telegramToken, { client: { apiRoot } });
  bot.on('message', (context) => context.reply(TEXT, { link_preview_options: { is_disabled: true } }));
  void bot.start({
    allowed_updates: ['message', 'callback_query'],
    onStart: () => process.stdout.write('connected\n'),
  });
}
