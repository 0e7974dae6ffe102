/** Every rule of the fake Telegram seen red: a fake that lets everything through would make every adapter test green. */
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTelegramSpec } from './spec.ts';
import { type FakeTelegram, startFakeTelegram } from './telegram.ts';

let telegram: FakeTelegram;
let chatId: number;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  telegram.expectViolations();
  ({ chatId } = telegram.user());
});
afterEach(() => telegram.stop());

/** Calls a method with whatever is given, as no SDK would let a test do; returns the hand-written rules it broke. */
async function brokenBy(method: string, params: object): Promise<readonly string[]> {
  const response = await fetch(`${telegram.apiUrl}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  expect(response.status).toBe(telegram.violations.length === 0 ? 200 : 400);
  return telegram.violations.map(({ rule }) => rule).filter((rule) => rule !== 'spec');
}

const plain = { link_preview_options: { is_disabled: true } };
const says = (over: object): Promise<readonly string[]> =>
  brokenBy('sendMessage', { chat_id: chatId, text: 'Peace 🕊 talks', ...plain, ...over });
const entity = (offset: number, length: number, over: object = {}) => ({ type: 'bold', offset, length, ...over });
const keyboard = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: [buttons] } });

describe('a text', () => {
  test('that is right', async () => {
    expect(await says({ entities: [entity(6, 2), entity(0, 8, { type: 'italic' })] })).toEqual([]);
    expect(await says({ text: '🕊'.repeat(4096) })).toEqual([]);
  });

  test.each([
    ['linkPreviewMustBeOff', { link_preview_options: undefined }],
    ['linkPreviewMustBeOff', { link_preview_options: { is_disabled: false } }],
    ['entitiesOnly', { parse_mode: 'HTML' }],
    ['textLength', { text: '' }],
    ['textLength', { text: ' \n ' }],
    ['textLength', { text: '🕊'.repeat(4097) }],
    ['brokenText', { text: '\ud83d' }],
    ['entityRange', { entities: [entity(10, 5)] }],
    ['entityRange', { entities: [entity(0, 0)] }],
    ['entityRange', { entities: [entity(-1, 2)] }],
    ['entityRange', { entities: [entity(0, 7)] }],
    ['entityRange', { entities: [entity(7, 2)] }],
    ['entityType', { entities: [entity(0, 1, { type: 'strong' })] }],
    ['entityType', { entities: [entity(0, 1, { type: 'text_link' })] }],
    ['entityNesting', { entities: [entity(0, 5), entity(3, 5)] }],
    ['entityNesting', { entities: [entity(0, 5), entity(1, 1, { type: 'code' })] }],
    [
      'entityNesting',
      { entities: [entity(0, 5, { type: 'blockquote' }), entity(1, 1, { type: 'expandable_blockquote' })] },
    ],
    ['entityCount', { text: 'a'.repeat(101), entities: Array.from({ length: 101 }, (_, index) => entity(index, 1)) }],
    ['keyboard', keyboard()],
    ['keyboard', keyboard({ text: 'Next' })],
    ['keyboard', keyboard({ text: 'Next', callback_data: 'n', url: 'https://example.org/' })],
    ['keyboard', keyboard({ text: '', callback_data: 'n' })],
    ['callbackData', keyboard({ text: 'Next', callback_data: '' })],
    ['callbackData', keyboard({ text: 'Next', callback_data: 'ص'.repeat(33) })],
    ['schema', keyboard({ text: 'Next', url: 'javascript:alert(1)' })],
    ['schema', { reply_markup: { inline_keyboard: { text: 'Next' } } }],
    ['schema', { silent: true }],
    ['schema', { entities: [{ type: 'bold', offset: 0 }] }],
    ['schema', { chat_id: undefined }],
  ])('%s %#', async (rule, over) => {
    expect(await says(over)).toContain(rule);
  });

  test('an edit obeys the same rules', async () => {
    const broken = await brokenBy('editMessageText', { chat_id: chatId, message_id: 1, text: 'x', parse_mode: 'HTML' });
    expect(broken).toEqual(['linkPreviewMustBeOff', 'entitiesOnly']);
  });
});

describe('other calls', () => {
  const command = (over: object = {}) => ({ command: 'quotes', description: 'Who said what', ...over });
  test.each([
    ['setMyCommands', { commands: [command({ command: 'Quotes' })] }, 'schema'],
    ['setMyCommands', { commands: [command({ command: 'c'.repeat(33) })] }, 'schema'],
    ['setMyCommands', { commands: [command({ description: '' })] }, 'schema'],
    ['setMyCommands', { commands: [command({ description: 'd'.repeat(257) })] }, 'schema'],
    ['setMyCommands', { commands: [command(), command()] }, 'commands'],
    ['setMyCommands', { commands: Array.from({ length: 101 }, (_, at) => command({ command: `c${at}` })) }, 'schema'],
    ['setMyCommands', { commands: [], scope: { type: 'channel' } }, 'schema'],
    ['answerCallbackQuery', { callback_query_id: '1', text: 't'.repeat(201) }, 'schema'],
    ['answerCallbackQuery', {}, 'schema'],
    ['getUpdates', { limit: 101 }, 'schema'],
    ['sendChatAction', { chat_id: 1, action: 'thinking' }, 'schema'],
  ])('%s %#', async (method, params, rule) => {
    expect(await brokenBy(method, params)).toContain(rule);
  });

  test('a method for which no shape is written is not found', async () => {
    const response = await fetch(`${telegram.apiUrl}/bot${telegram.token}/sendDice`, { method: 'POST' });
    expect(response.status).toBe(404);
    expect(telegram.violations[0]).toMatchObject({ rule: 'unknownMethod', where: 'sendDice' });
  });
});

test('stop() throws for a violation that was not expected, and names it', async () => {
  const strict = await startFakeTelegram();
  const { chatId: id } = strict.user();
  const url = `${strict.apiUrl}/bot${strict.token}/sendMessage?`;
  await fetch(url, { method: 'POST', body: new URLSearchParams({ chat_id: String(id), text: '77' }) });
  await expect(strict.stop()).rejects.toThrow('linkPreviewMustBeOff in sendMessage');
});

const specFile = process.env['TELEGRAM_SPEC'] ?? '../shared/contracts/telegram-bot-api-10.2.min.json';

describe.skipIf(!existsSync(specFile))('the whole schema', () => {
  const message = { chat_id: 1, text: 'hello' };
  const button = { text: 'Next', callback_data: 'n' };

  test('takes what is right', () => {
    const { check } = readTelegramSpec(specFile);
    expect(check('sendMessage', { ...message, reply_markup: { inline_keyboard: [[button]] } }, [])).toEqual([]);
    expect(check('sendMessage', { ...message, reply_markup: { force_reply: true } }, [])).toEqual([]);
    expect(check('setMyCommands', { commands: [], scope: { type: 'chat', chat_id: '@news' } }, [])).toEqual([]);
    expect(check('sendPhoto', { chat_id: 1 }, ['photo'])).toEqual([]);
    expect(check('sendPhoto', { chat_id: 1, photo: 'attach://a' }, ['a'])).toEqual([]);
  });

  test.each([
    ['sendMessage', { chat_id: 1 }, 'text is missing'],
    ['sendMessage', { ...message, silent: true }, 'silent is no known field'],
    ['sendMessage', { ...message, chat_id: 1.5 }, 'chat_id is none of Integer, String'],
    [
      'sendMessage',
      { ...message, entities: [{ type: 'bold', offset: '0', length: 1 }] },
      'entities[0].offset is no Integer',
    ],
    [
      'sendMessage',
      { ...message, link_preview_options: { disabled: true } },
      'link_preview_options.disabled is no known',
    ],
    ['sendMessage', { ...message, reply_markup: { inline_keyboard: [button] } }, 'inline_keyboard[0] is no Array of'],
    ['setMyCommands', { commands: [], scope: { type: 'chats', chat_id: 1 } }, 'scope.type must be'],
    ['sendTelegram', {}, 'has no such method'],
  ])('%s %#', (method, params, detail) => {
    const found = readTelegramSpec(specFile).check(method, params, []);
    expect(found.map((violation) => violation.detail).join('\n')).toContain(detail);
  });

  test('is asked by the fake where it is named', async () => {
    const strict = await startFakeTelegram({ spec: specFile });
    strict.expectViolations();
    await fetch(`${strict.apiUrl}/bot${strict.token}/sendDice`, { method: 'POST' });
    await fetch(`${strict.apiUrl}/bot${strict.token}/sendTelegram`, { method: 'POST' });
    expect(strict.violations.map(({ rule }) => rule)).toEqual(['unknownMethod', 'spec', 'unknownMethod', 'spec']);
    await strict.stop();
  });
});
