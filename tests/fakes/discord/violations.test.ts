/** Every rule of the fake Discord seen red: a fake that lets everything through would make every adapter test green. */
import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord } from './discord.ts';

let discord: FakeDiscord;
let rest: REST;

beforeEach(async () => {
  discord = await startFakeDiscord();
  discord.expectViolations();
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});
afterEach(() => discord.stop());

const quiet = { allowed_mentions: { parse: [] } };
const channel = '/channels/200000000000000009/messages' as const;
const button = (over: object = {}) => ({ type: 2, style: 1, label: 'Next', custom_id: 'n', ...over });
const row = (...components: object[]) => ({ type: 1, components });
const embed = (over: object = {}) => ({ title: 'Quotes', ...over });

const times = (length: number, thing: object): readonly object[] => Array.from({ length }, () => thing);

/** Posts a body that must be refused with 50035, and returns the rules it broke. */
async function brokenBy(body: unknown): Promise<readonly string[]> {
  await expect(rest.post(channel, { body })).rejects.toMatchObject({ status: 400, code: 50035 });
  return discord.violations.map(({ rule }) => rule);
}

describe('mentions must be off', () => {
  test.each([
    ['missing', {}],
    ['without parse', { allowed_mentions: {} }],
    ['everything', { allowed_mentions: { parse: ['users', 'everyone'] } }],
    ['one user', { allowed_mentions: { parse: [], users: ['100000000000000001'] } }],
    ['the replied user', { allowed_mentions: { parse: [], replied_user: true } }],
  ])('%s', async (_name, mentions) => {
    expect(await brokenBy({ content: 'hello', ...mentions })).toContain('mentionsMustBeOff');
  });

  test('on an edit too', async () => {
    await rest.post(channel, { body: { content: 'hello', ...quiet } });
    const { messageId } = await discord.nextPost('200000000000000009');
    const edit = rest.patch(`${channel}/${messageId}`, { body: { content: 'changed' } });
    await expect(edit).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['mentionsMustBeOff']);
  });
});

describe('limits that the schema does not have', () => {
  const field = { name: 'n', value: 'v'.repeat(1000) };
  const v2 = 1 << 15;
  test.each([
    ['contentLength', { content: 'a'.repeat(2001) }],
    ['brokenText', { content: '\ud83d' }],
    ['emptyMessage', { content: ' ' }],
    ['embedSum', { embeds: [embed({ fields: times(5, field) }), embed({ description: 'd'.repeat(1000) })] }],
    ['embedLength', { embeds: [embed({ fields: [{ name: '', value: 'v' }] })] }],
    ['rowCount', { components: Array.from({ length: 6 }, (_, index) => row(button({ custom_id: String(index) }))) }],
    ['customId', { components: [row(button(), button())] }],
    ['buttonTarget', { components: [row({ type: 2, style: 1, label: 'Next' })] }],
    ['buttonTarget', { components: [row(button({ url: 'https://example.org/' }))] }],
    ['buttonLabel', { components: [row(button({ label: '' }))] }],
    ['componentsV2', { components: [{ type: 10, content: 'text display' }] }],
    ['componentsV2', { content: 'and', flags: v2, components: [{ type: 10, content: 'text display' }] }],
    ['componentsV2', { flags: v2, components: times(2, { type: 10, content: 'a'.repeat(2001) }) }],
    [
      'selectOptions',
      { components: [row({ type: 3, custom_id: 's', options: times(2, { label: 'a', value: 'a' }) })] },
    ],
  ])('%s', async (rule, body) => {
    expect(await brokenBy({ ...quiet, ...body })).toEqual([rule]);
  });
});

describe('the published schema', () => {
  test.each([
    ['an embed of no object', { embeds: ['title'] }, 'schema'],
    ['a title too long', { embeds: [embed({ title: 't'.repeat(257) })] }, 'schema'],
    ['a custom id too long', { components: [row(button({ custom_id: 'c'.repeat(101) }))] }, 'schema'],
    ['a label too long', { components: [row(button({ label: 'l'.repeat(81) }))] }, 'schema'],
    ['six buttons in a row', { components: [row(...Array.from({ length: 6 }, () => button()))] }, 'schema'],
    ['a url that is none', { components: [row({ type: 2, style: 5, label: 'S', url: 'nowhere' })] }, 'schema'],
    ['eleven embeds', { embeds: times(11, embed()) }, 'schema'],
    ['a nonce too long', { content: 'hello', nonce: 'n'.repeat(26) }, 'schema'],
    ['a misspelt field', { content: 'hello', embed: embed() }, 'unknownField'],
    ['a misspelt field inside', { embeds: [embed({ colour: 1 })] }, 'unknownField'],
  ])('%s', async (_name, body, rule) => {
    expect(await brokenBy({ ...quiet, ...body })).toContain(rule);
  });

  test('says where', async () => {
    await brokenBy({ ...quiet, components: [row(button({ label: 'l'.repeat(81) }))] });
    expect(discord.violations[0]?.detail).toContain('components.0');
    expect(discord.violations[0]?.detail).toContain('label');
  });
});

describe('commands', () => {
  const put = async (...commands: object[]): Promise<readonly string[]> => {
    const path = `/applications/${discord.applicationId}/commands` as const;
    await expect(rest.put(path, { body: commands })).rejects.toMatchObject({ code: 50035 });
    return discord.violations.map(({ rule }) => rule);
  };
  const command = (over: object = {}) => ({ name: 'quotes', description: 'Who said what', ...over });
  const option = (over: object = {}) => ({ type: 3, name: 'speaker', description: 'Whose', ...over });

  test.each([
    ['commandName', [command({ name: 'Quotes' })]],
    ['commandName', [command({ name: 'who said' })]],
    ['commandDescription', [command({ description: '' })]],
    ['commandLocale', [command({ name_localizations: { ur: 'x' } })]],
    ['commandOptions', [command(), command()]],
    ['commandOptions', [command({ options: [option(), option({ name: 'b', required: true })] })]],
    ['commandOptions', [command({ options: [option(), { type: 1, name: 'set', description: 'Set' }] })]],
    ['commandChoices', [command({ options: [option({ autocomplete: true, choices: [] })] })]],
    ['choiceLength', [command({ options: [option({ choices: [{ name: 'a', value: 'v'.repeat(101) }] })] })]],
    ['commandCount', Array.from({ length: 101 }, (_, index) => command({ name: `c${index}` }))],
    [
      'commandSum',
      [
        command({
          options: Array.from({ length: 25 }, (_, index) => {
            const choices = Array.from({ length: 5 }, (_item, at) => ({ name: `${at}`, value: `${at}`.repeat(100) }));
            return option({ name: `o${index}`, choices });
          }),
        }),
      ],
    ],
  ])('%s', async (rule, commands) => {
    expect(await put(...commands)).toContain(rule);
  });
  test('a schema breach', async () => {
    expect(await put({ description: 'no name' })).toContain('schema');
  });
});

describe('callbacks and routes', () => {
  const callback = async (body: unknown): Promise<readonly string[]> => {
    const path = '/interactions/300000000000000001/some-token/callback' as const;
    await expect(rest.post(path, { body, auth: false })).rejects.toMatchObject({ code: 50035 });
    return discord.violations.map(({ rule }) => rule);
  };

  test('an answer that could ping', async () => {
    expect(await callback({ type: 4, data: { content: 'hello' } })).toEqual(['mentionsMustBeOff']);
  });
  test('an update that could ping', async () => {
    expect(await callback({ type: 7, data: { content: 'hello' } })).toEqual(['mentionsMustBeOff']);
  });
  test('a deferral that carries more than the ephemeral flag', async () => {
    expect(await callback({ type: 5, data: { flags: 4 } })).toEqual(['deferral']);
  });
  test('26 suggestions, and one too long', async () => {
    const choice = { name: 'a', value: 'a' };
    expect(await callback({ type: 8, data: { choices: times(26, choice) } })).toContain('choices');
    expect(await callback({ type: 8, data: { choices: [{ ...choice, value: 'v'.repeat(101) }] } })).toContain(
      'choiceLength',
    );
  });
  test('a type that there is not', async () => {
    expect(await callback({ type: 77 })).toEqual(['schema']);
  });
  test('a route that there is not', async () => {
    await expect(rest.get('/guilds/100000000000000001/bans')).rejects.toMatchObject({ status: 404 });
    expect(discord.violations).toMatchObject([{ rule: 'unknownRoute' }]);
  });
});

test('stop() throws for a violation that was not expected, and names it', async () => {
  const strict = await startFakeDiscord();
  const bot = new REST({ api: strict.apiUrl, retries: 0 }).setToken(strict.token);
  await expect(bot.post(channel, { body: { content: 'hello' } })).rejects.toThrow('Invalid Form Body');
  await expect(strict.stop()).rejects.toThrow(
    `mentionsMustBeOff in POST /api/v10${channel}: allowed_mentions is missing`,
  );
});
