/** /unsubscribe: what it answers, and what it says about a board. */

import { describe, expect, it } from 'vitest';
import type { Asker, Right } from '../../src/core/chat/asker.ts';
import type { Subscription } from '../../src/core/subscriptions/subscription.ts';
import { admin, chatForTests, here, type TestChat } from '../core/chat/chat-for-tests.ts';

/** A chat with somebody who may subscribe, in a place where the bot lacks `missing`. */
async function chatWithAdmin(missing: readonly Right[] = [], asker: Asker = admin): Promise<TestChat> {
  const missingRights = (rights: readonly Right[]) =>
    Promise.resolve(missing.filter((right) => rights.includes(right)));
  return chatForTests({}, { asker, place: { ...here, missingRights } });
}

async function kept(chat: TestChat, place = here.id): Promise<Subscription> {
  const subscription = await chat.subscriptions.of(place);
  if (!subscription) throw new Error('Nothing was kept');
  return subscription;
}

describe('/unsubscribe', () => {
  it('says whether there was one', async () => {
    const chat = await chatWithAdmin();
    expect(await chat.says('/unsubscribe')).toBe(
      'There was no subscription, so nothing had to be ended. /subscribe makes one.',
    );
    await chat.says('/subscribe daily');
    expect(await chat.says('/unsubscribe')).toBe(
      'Unsubscribed. Nothing more comes by itself, and what was still waiting is not sent.',
    );
    expect(await chat.subscriptions.of(here.id)).toBeUndefined();
  });

  it('says what becomes of a board', async () => {
    const chat = await chatWithAdmin();
    await chat.says('/subscribe board:beside');
    await chat.subscriptions.put({ ...(await kept(chat)), board: { message: '17', seq: 1, dueAt: 1 } });
    expect(await chat.says('/subscribe alerts:major')).not.toContain('unpin');
    expect(await chat.says('/subscribe board:off')).toContain('please unpin or delete it.');
    await chat.says('/subscribe board:on');
    expect((await kept(chat)).settings).toMatchObject({ alerts: 'all', board: 'beside' });
    expect(await chat.says('/unsubscribe')).toContain(
      'The board stays as it is and is no longer kept up to date: please unpin or delete it.',
    );
  });
});
