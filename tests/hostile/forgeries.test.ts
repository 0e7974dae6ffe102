/** Forged data of buttons: strangers change nothing, moderators only what is theirs, and all get the usual words. */

import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readPayload } from '../../src/adapters/telegram/deep-link.ts';
import { type Draft, newDraft, stampOf } from '../../src/core/posting/form/draft.ts';
import { planPost } from '../../src/core/posting/plan-post.ts';
import { wholeOf } from '../../src/core/reply/page.ts';
import { anyCharacter } from '../any-character.ts';
import { textOf } from '../core/reply/text-of.ts';
import { type HostileDesk, hostileDesk, isContained, MODERATOR, must, STRANGER } from './hostile-posting.ts';
import { ALL_CRAFTED, randomValues, SEED, shown } from './hostile-values.ts';
import { soundAnswers } from './sound-answers.ts';

let posting: HostileDesk;
/** Somebody else's, complete: it could be published. */
let other: Draft;
let waiting: Draft;
beforeAll(async () => {
  posting = await hostileDesk();
  const draft = newDraft({ form: 'person', purpose: 'post', author: 'test:other', answers: soundAnswers('person') }, 1);
  [other, waiting] = [draft, { ...draft, id: 'd0123456789', state: 'waiting' }];
  await posting.store.drafts.save(other);
  await posting.store.drafts.save(waiting);
});
afterAll(async () => {
  await posting.close('forgeries');
});

const state = async () =>
  JSON.stringify([
    await posting.dump(),
    await posting.store.drafts.list({ author: 'test:other' }),
    await posting.store.drafts.list({ author: 'test:stranger' }),
  ]);

/** All that a button could carry, put together from its parts: sound ones and others. */
function forged(count: number): readonly string[] {
  const { id } = other;
  const stamp = stampOf(other);
  const stamps = [stamp.slice(0, 8), `${stamp.slice(0, 21)}~`, '', 'A'.repeat(22), stamp.toLowerCase(), '__proto__'];
  const names = [
    ...commands.map(({ name }) => name),
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'button',
    '',
  ];
  const keys = [
    'do',
    'id',
    'field',
    'to',
    'seen',
    'reason',
    'who',
    'kind',
    'known',
    '__proto__',
    'constructor',
    'toString',
    '%5F%5Fproto%5F%5F',
    '',
  ];
  const values = [
    'publish',
    'approve',
    'return',
    'discard',
    'set',
    'show',
    'stop',
    'change',
    'add',
    'remove',
    'list',
    id,
    waiting.id,
    `${id}\u0000`,
    id.slice(0, 5),
    'd',
    'test:1',
    'telegram:1',
    '%00',
    '%',
    '%E0%A4%A',
    '%F0%9F',
    '%ED%A0%80',
    '+',
    ...stamps,
    ...soundKinds,
  ];
  const pages = ['0', '1', '9999', '10000', '-1', '1.5', '٣', '0x1', '00', '', 'NaN', '1e3'];
  const pair = fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...values)).map(([key, value]) => `${key}=${value}`);
  const query = fc.oneof(
    { weight: 6, arbitrary: fc.array(pair, { maxLength: 4 }).map((pairs) => pairs.join('&')) },
    fc.constantFrom(
      '#',
      '#hash',
      `#${'a'.repeat(16)}`,
      `#${'a'.repeat(17)}`,
      '#../../../../etc',
      '##',
      '#__proto__AAAAAAA',
      '#%00%00%00%00%00%0',
    ),
    fc.string({ unit: anyCharacter, maxLength: 40 }),
  );
  const data = fc
    .tuple(
      fc.constantFrom('', '', '', '+', '++', ' '),
      fc.constantFrom(...names),
      fc.constantFrom(...pages, '0', '0', '0', '0', '0', '0'),
      query,
      fc.nat(200),
    )
    .map(([apart, name, page, arguments_, cut]) =>
      `${apart}${name};${page};${arguments_}`.slice(0, cut < 10 ? cut : undefined),
    );
  return fc.sample(data, { numRuns: count, seed: SEED });
}
const soundKinds = ['claim', 'person', 'kabul'];

/** What would have to be said of it is words for people, and no page of anything that is not open. */
async function pressed(data: string, who: typeof MODERATOR | typeof STRANGER): Promise<string> {
  const page = await posting.presses(data, who);
  const text = textOf(wholeOf(page));
  must(isContained(text), () => `${shown(data)} is not contained: ${shown(text)}`);
  for (const { data: next } of page.buttons.flat()) must(Buffer.byteLength(next) <= 64, () => shown(data));
  return text;
}

test('of strangers: nothing changes, and nothing of what is not published is told', { timeout: 300_000 }, async () => {
  const before = await state();
  for (const data of [...forged(1500), ...ALL_CRAFTED, ...randomValues(300, 2000)]) {
    const text = await pressed(data, STRANGER);
    must(!/A Person|Envoy\b.*draft|test:other|Published/u.test(text), () => `${shown(data)}: ${text}`);
  }
  expect(await state()).toBe(before);
});

test('of moderators: of others nothing changes, and of the ledger nothing', { timeout: 300_000 }, async () => {
  const ledger = async () =>
    JSON.stringify([await posting.store.revisionsAfter(0), await posting.store.drafts.of(other.id)]);
  const before = await ledger();
  for (const data of forged(700)) {
    must(!(await pressed(data, MODERATOR)).startsWith('Published'), () => shown(data));
  }
  expect(await ledger()).toBe(before);
});

test('an approval needs the whole stamp of what was shown', async () => {
  // Whatever the test before made of it.
  const { version = 0 } = (await posting.store.drafts.of(waiting.id)) ?? {};
  await posting.store.drafts.save({ ...waiting, version });
  const context = { ...posting.chat, dossier: posting.dossier(), now: posting.chat.clock(), today: '2026-11-22' };
  const stampFor = (draft: Draft) => planPost(draft, context).stamp;
  const stamp = stampFor(waiting);
  const { head } = posting.dossier();
  const wrong = [
    '',
    stamp.slice(0, 8),
    stamp.slice(0, 21),
    `${stamp}A`,
    stamp.toLowerCase(),
    'A'.repeat(22),
    stampFor({ ...waiting, answers: { ...waiting.answers, role: 'Minister' } }),
    // Of the answers alone, which is not what would be written.
    stampOf(waiting),
  ];
  for (const seen of wrong) {
    const text = await pressed(
      `review;0;${new URLSearchParams({ do: 'approve', id: waiting.id, ...(seen === '' ? {} : { seen }) }).toString()}`,
      MODERATOR,
    );
    expect(text).toContain('not the one that this preview showed');
  }
  expect(posting.dossier().head).toBe(head);
  expect(await pressed(`review;0;do=approve&id=${waiting.id}&seen=${stamp}`, MODERATOR)).toMatch(/^Published/u);
  expect(posting.dossier().head).toBe(head + 1);
});

test('payloads of links are read or not, and never throw', () => {
  let read = 0;
  for (const value of [...ALL_CRAFTED, ...randomValues(500, 3000), ...forged(300)]) {
    for (const payload of [value, Buffer.from(value).toString('base64url')]) {
      const data = readPayload(payload);
      must(data === undefined || data.startsWith('+'), () => shown(value));
      read += data === undefined ? 0 : 1;
    }
  }
  expect(read).toBeGreaterThan(0);
});
