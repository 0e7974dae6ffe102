/** /help through the real SDKs: each command in it can be tapped. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { render } from '../../src/adapters/discord/render.ts';
import { pageOf } from '../../src/core/reply/page.ts';
import { count, text as textOf } from '../fakes/json.ts';
import { chatForTests } from './chat-for-tests.ts';
import { startDiscord } from './discord/start-discord.ts';
import { startTelegram } from './telegram/start-telegram.ts';

const forAnyone = commands.filter(({ who }) => who === 'anyone').map(({ name }) => name);

describe('/help on Discord', () => {
  test('mentions each command by its registered id, also after a restart that registers nothing', async () => {
    const first = await startDiscord();
    await first.log.says('Commands registered');
    const ids = new Map(first.discord.commands().map(({ name, id }) => [textOf(name), textOf(id)]));
    const mentioned = (text: string) => [...text.matchAll(/^- <\/([a-z]+):(\d+)>/gmu)].map(([, ...both]) => both);
    const expected = forAnyone.map((name) => [name, ids.get(name)]);
    const answer = await first.discord.user().slash('help');
    expect(mentioned(answer.text)).toEqual(expect.arrayContaining(expected));
    expect(answer.text).not.toContain('`/');
    // The title of a message shows no mention as a link.
    expect((await first.discord.user().slash('help', { command: 'casualties' })).text).toMatch(/^\/casualties\n/u);
    await first.leave();

    const again = await startDiscord({ chat: { store: first.chat.store } }, { fake: first.discord });
    await again.log.says('Commands are registered already');
    expect(mentioned((await again.discord.user().slash('help')).text)).toEqual(expect.arrayContaining(expected));
    await again.stop();
  });

  test('asks for the ids where an older version of the bot kept none', async () => {
    const first = await startDiscord();
    await first.log.says('Commands registered');
    await first.leave();
    const { store } = chatForTests();
    for (const [key, value] of first.chat.remembered) {
      if (!key.includes('command-ids')) await store.remember(key, value);
    }
    const again = await startDiscord({ chat: { store } }, { fake: first.discord });
    await again.log.says('Commands are registered already');
    expect((await again.discord.user().slash('help')).text).toMatch(/^- <\/ceasefire:\d{17,20}>/mu);
    await again.stop();
  });

  test('shows a name as code where no id is known', () => {
    const page = pageOf({
      blocks: [{ kind: 'text', spans: [{ kind: 'command', text: '/about', name: 'about' }, ' it'] }],
    });
    const shown = (ids?: ReadonlyMap<string, string>) => render(page, ids).embeds[0].description;
    expect(shown()).toBe('`/about` it');
    expect(shown(new Map([['about', '900000000000000001']]))).toBe('</about:900000000000000001> it');
  });
});

describe('/help on Telegram', () => {
  test('has each command outside code, where clients make a link of it', async () => {
    const bot = await startTelegram();
    await bot.log.says('Commands registered');
    const { text, entities } = await bot.telegram.user().says('/help');
    const codes = entities.filter(({ type }) => type === 'code');
    for (const name of forAnyone) {
      const at = text.indexOf(`• /${name} `) + 2;
      expect(at).toBeGreaterThan(1);
      const isInCode = codes.some(({ offset, length }) => at >= count(offset) && at < count(offset) + count(length));
      expect(isInCode).toBe(false);
    }
    await bot.stop();
  });
});
