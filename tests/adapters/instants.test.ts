/** Points in time: each reader's own clock can tell them where the platform can, and the words say them everywhere. */
import { describe, expect, test } from 'vitest';
import { render as onDiscord } from '../../src/adapters/discord/render.ts';
import { render as onTelegram } from '../../src/adapters/telegram/render.ts';
import { renderPage } from '../../src/adapters/terminal/render.ts';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';
import { compose } from '../../src/core/messages/compose.ts';
import { encodeContent } from '../../src/core/messages/content.ts';
import type { Content } from '../../src/core/messages/kinds/index.ts';
import { instantSpan } from '../../src/core/reply/language.ts';
import { pageOf } from '../../src/core/reply/page.ts';
import type { Spans } from '../../src/core/reply/span.ts';
import { english } from '../core/chat/chat-for-tests.ts';
import { development, revised, smallDossier } from '../core/dossier/build-entries.ts';
import { digestOf, FIRST, LATER, NOW } from '../core/messages/composing.ts';
import { startDiscord } from './discord/start-discord.ts';
import { startTelegram } from './telegram/start-telegram.ts';

/** Of milliseconds only whole seconds are sent. */
const AT = Date.UTC(2026, 10, 22, 18, 19, 59, 999);
const SECONDS = Date.UTC(2026, 10, 22, 18, 19, 59) / 1000;
const WORDS = '22 November 2026, 18:19 UTC';
const page = (spans: Spans) => pageOf({ blocks: [{ kind: 'text', spans }] });
const look = { columns: undefined, isStyled: false };

describe('a point in time', () => {
  const spans = ['Revised ', instantSpan(AT, english), ': a word.'];

  test('is a timestamp on Discord, which each client shows by its own clock', () => {
    expect(onDiscord(page(spans)).embeds[0].description).toBe(`Revised <t:${SECONDS}:f>: a word.`);
    const { title = '' } = onDiscord({ ...page(['x']), title: spans }).embeds[0];
    expect(title).toContain(WORDS.replace(':', '\\:'));
  });

  test('keeps its words on Telegram, with the time behind them', () => {
    const { text, entities } = onTelegram(page(spans), 'a_bot');
    expect(text).toBe(`Revised ${WORDS}: a word.`);
    expect(entities).toEqual([
      { type: 'date_time', unix_time: SECONDS, date_time_format: '', offset: 8, length: WORDS.length },
    ]);
  });

  test('is words at the terminal', () => {
    expect(renderPage(page(spans), new Map(), look)).toBe(`Revised ${WORDS}: a word.`);
  });
});

describe('times in what is pushed', () => {
  const dev = development('dev-x', '2025-10-20', { title: 'Shelling', significance: 'breaking' });
  const gone = { ...revised(dev, LATER, 'retraction'), recordedAt: AT };
  const filters = { topics: [], side: null, timezone: 'Asia/Kabul' };
  const alert: Content = {
    kind: 'alert',
    ...filters,
    alerts: 'all',
    from: FIRST,
    to: 999,
    heldUntil: null,
    repeats: 0,
  };
  const sent = { timezone: 'Asia/Kabul', original: encodeContent(alert), head: FIRST, at: NOW };
  const held: Content = { ...alert, to: null, heldUntil: AT };
  const late = digestOf({ timezone: 'Asia/Kabul', slot: AT, isLate: true, doubtfulSlot: AT });
  const [short, long] = ['22 Nov 2026, 22:49 (Asia/Kabul)', '22 November 2026 at 22:49 (Asia/Kabul)'];

  test.each<readonly [string, Content, readonly RevisionDraft[], string, string]>([
    ['a correction in place', { kind: 'correction', ...sent }, [gone], 'Withdrawn # ', `${short}:`],
    ['a notice', { kind: 'notice', ...sent }, [gone], 'Withdrawn # ', `${short}:`],
    ['what a notice is of', { kind: 'notice', ...sent, at: AT }, [gone], 'what I sent on #, or', `${long}, or`],
    ['an alert that was held', held, [], 'quiet hours, until #.', `${long}.`],
    ['a late digest', late, [], 'It was due on #.', `${long}.`],
    ['a digest in doubt', late, [], 'The digest of # may not', `${long} may`],
  ])('%s', (_name, content, later, around, words) => {
    const dossier = smallDossier([dev], later);
    const announced = [{ from: FIRST, to: FIRST, at: NOW }];
    const { title, blocks } = compose(content, {
      dossier,
      language: english,
      now: AT,
      staleAfterDays: 7,
      announced,
    }).reply;
    const pushed = pageOf({ blocks, ...(title && { title }) });
    const [before = '', after = ''] = around.trimEnd().split('#');
    expect(onDiscord(pushed).embeds[0].description).toContain(`${before}<t:${SECONDS}:f>${after}`);
    const { text, entities } = onTelegram(pushed, 'a_bot');
    expect(text).toContain(`${before}${words}`);
    const instant = { type: 'date_time', unix_time: SECONDS, date_time_format: '' };
    expect(entities).toContainEqual({
      ...instant,
      offset: text.indexOf(before + words) + before.length,
      length: words.lastIndexOf(')') + 1,
    });
    expect(renderPage(pushed, new Map(), look)).toContain(`${before}${words}`);
  });
});

describe('/history', () => {
  test('tells on Discord when each version was recorded', async () => {
    const bot = await startDiscord();
    await bot.log.says('Commands registered');
    const user = bot.discord.user();
    const entry = await user.slash('history', { id: 'cas-omid-143' });
    const answer = await user.presses(entry, 'All versions (1)');
    expect(answer.text).toContain(`- <t:${bot.chat.clock() / 1000}:f>: first version`);
    await bot.stop();
  });

  test('and on Telegram, as the Bot API takes it', async () => {
    const bot = await startTelegram();
    await bot.log.says('Commands registered');
    const { text, entities } = await bot.telegram.user().says('/history cas-omid-143');
    const [instant, ...others] = entities.filter(({ type }) => type === 'date_time');
    expect(others).toEqual([]);
    expect(instant).toMatchObject({ unix_time: bot.chat.clock() / 1000, date_time_format: '' });
    const from = Number(instant?.['offset']);
    expect(text.slice(from, from + Number(instant?.['length']))).toBe(english.instant(bot.chat.clock()));
    await bot.stop();
  });
});
