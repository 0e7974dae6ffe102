/** Drills at the desk: written like posts, marked in every line, sent once, reviewed, and never in the ledger. */

import { describe, expect, test } from 'vitest';
import { newDeliveryId } from '../../../src/core/messages/delivery.ts';
import { subscriptionForTests } from '../../delivery/subscription-for-tests.ts';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

const CLAIM = CLAIM_ANSWERS.slice(0, -1);
const SOON = { from: '12:20', to: '20:00', exceptBreaking: false, how: 'hold' } as const;
const QUIET = { from: '00:00', to: '23:59', exceptBreaking: false, how: 'hold' } as const;

async function subscribedDesk(moderators: number) {
  const posting = await postingForTests({
    posting: { moderators: () => Promise.resolve(moderators), review: new Set() },
  });
  for (const [id, settings] of [
    ['a', {}],
    ['b', { alerts: 'off' }],
    ['c', { alerts: 'all' }],
    ['d', { alerts: 'all', quiet: QUIET }],
    // Begins while the drill may still be sent.
    ['e', { alerts: 'all', quiet: SOON }],
  ] as const) {
    await posting.store.subscriptions.put(subscriptionForTests({ id: `sub-${id}`, place: `test:${id}` }, settings));
  }
  const queued = async () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'ayesha'].map((one) =>
      posting.store.subscriptions.deliveries(`test:${one}`, 9),
    );
    return (await Promise.all(all)).flat().map(({ kind, place }) => `${kind} ${place}`);
  };
  return { ...posting, queued };
}

describe('/drill', () => {
  test('to oneself: no review, every line of the preview marked, one delivery, nothing in the ledger', async () => {
    const { moderator, dossier, store, queued, bugs } = await subscribedDesk(3);
    const ayesha = moderator('ayesha');
    const head = dossier().head;
    expect(await ayesha.says('/drill claim')).toContain('Drill · Casualty claim · 1 of');
    const asked = await ayesha.answers(...CLAIM);
    expect(asked).toContain('Whom it reaches');
    const preview = await ayesha.says('me');
    const [title, ...lines] = preview.split('\n');
    expect(title).toBe('Drill · Casualty claim');
    expect(lines.length).toBeGreaterThan(6);
    expect(lines.filter((line) => !/^(• )?DRILL · /u.test(line))).toEqual([]);
    // In the title and in one row: a drill is read whole.
    expect(preview.split('at least 7')).toHaveLength(3);
    expect(preview).toContain('It goes to this private chat alone');
    expect(await ayesha.presses('Send the drill')).toContain('goes to one place');
    expect(await queued()).toEqual(['own-drill test:ayesha']);
    expect(dossier().head).toBe(head);
    expect(await store.announcementsAfter(0)).toEqual([]);
    expect((await store.revisionsAfter(0)).at(-1)?.seq).toBe(head);
    expect(await ayesha.says('/drafts')).toContain('You have no drafts');
    expect(bugs).toEqual([]);
  });

  test('has its own entries in it and nothing else that is recorded, whatever it names', async () => {
    const { moderator, store, dossier } = await subscribedDesk(1);
    const ayesha = moderator('ayesha');
    await ayesha.says('/drill claim');
    const real = { development: 'dev-spin-boldak-15-oct', rival: 'cas-spb-12' };
    const named = CLAIM.map((one, index) => {
      if (index === 13 || index === 14) return '2025-10-15';
      return index === CLAIM.length - 3 ? real.development : index === CLAIM.length - 1 ? real.rival : one;
    });
    const preview = await ayesha.answers(...named, 'me');
    expect(preview).toContain('DRILL · An exercise, not news');
    // Moderators may repeat an old report: it is no lie then, and no news either.
    expect(preview).toContain('What follows is made up or old. None of it is news');
    expect(preview).not.toMatch(/\btrue\b/u);
    expect(preview).toContain('at least 7');
    expect(preview).not.toContain('did not happen');
    const recorded = [
      ...[...dossier().claims.values()].map(({ count }) => `“${count.asPrinted}”`),
      ...[...dossier().developments.values()].map(({ title }) => title),
    ];
    expect(recorded.length).toBeGreaterThan(50);
    expect(recorded.filter((words) => preview.includes(words))).toEqual([]);
    await ayesha.presses('Send the drill');
    const [delivery] = await store.subscriptions.deliveries('test:ayesha', 9);
    expect(delivery?.content).toContain('at least seven people');
    // Nor the rival that would name it in turn.
    expect(delivery?.content).not.toContain('more than 12 civilians');
  });

  test('what one is, is told to whoever reads it', async () => {
    const { person } = await subscribedDesk(1);
    const [title, what] = (await person({ id: 'test:reader', roles: new Set() }).says('/help drill')).split('\n');
    expect(title).toBe('/drill');
    expect(what).toMatch(/^A drill is an exercise: .*DRILL\. What it says is made up or old/u);
  });

  test('to subscribers: a second moderator, whatever REVIEW says; those who want alerts and are not in quiet hours', async () => {
    const { moderator, queued, dossier } = await subscribedDesk(2);
    const [ayesha, omar] = [moderator('ayesha'), moderator('omar')];
    const head = dossier().head;
    await ayesha.says('/drill claim');
    expect(await ayesha.answers(...CLAIM, 'subscribers')).toContain('2 channels get it');
    await ayesha.presses('Send for review');
    expect(await queued()).toEqual([]);
    expect(await omar.says('/review')).toContain('Drill');
    expect(await omar.presses('Casualty claim')).toContain('DRILL · ');
    const approve = omar.dataOf('Approve');
    expect(await omar.pressesData(approve)).toContain('goes to 2 places');
    expect(await omar.pressesData(approve)).toContain('nothing like that to review');
    expect(await queued()).toEqual(['drill test:a', 'drill test:c']);
    expect(dossier().head).toBe(head);
  });

  test('sent again after a crash before the draft was removed, nothing is queued twice, also where it was shown in between', async () => {
    const { moderator, store, queued, chat } = await subscribedDesk(1);
    const { drafts } = chat.posting;
    const ayesha = moderator('ayesha');
    await ayesha.says('/drill claim');
    await ayesha.answers(...CLAIM, 'subscribers');
    const [draft] = await drafts.list({ author: 'test:ayesha' });
    if (!draft) throw new Error('there is no draft');
    await ayesha.presses('Send the drill');
    await drafts.save({ ...draft, version: 0, updatedAt: draft.updatedAt + 60_000 });
    await ayesha.says('/drafts');
    await ayesha.presses('Casualty claim');
    await ayesha.presses('Send the drill');
    expect(await queued()).toEqual(['drill test:a', 'drill test:c']);
    const [delivery] = await store.subscriptions.deliveries('test:a', 9);
    expect(delivery?.id).toBe(delivery && newDeliveryId(delivery));
    expect((delivery?.expiresAt ?? 0) - (delivery?.dueAt ?? 0)).toBe(1_800_000);
  });

  test('checks are those of a post, and what is no alert is not rehearsed', async () => {
    const { moderator } = await subscribedDesk(1);
    const ayesha = moderator('ayesha');
    await ayesha.says('/drill claim');
    const wrong = CLAIM.map((one) => (one === 'at-least' ? 'exact' : one));
    expect(await ayesha.answers(...wrong, 'me')).toContain('an exact count needs high as well as low: give both (R5)');
    await ayesha.says('/drill development');
    const answers = ['src-seed', '2025-11-09', 'talks', 'Envoys meet', 'They met.', 'pakistan', '-', 'reported'];
    expect(await ayesha.answers(...answers, 'routine', '-', 'me')).toContain('nothing to rehearse');
    expect(ayesha.labels()).not.toContain('Send the drill');
    expect(await ayesha.says('/drill source')).not.toContain('1 of');
  });

  test('is for moderators, in private', async () => {
    const { person } = await subscribedDesk(1);
    const reader = person({ id: 'test:reader', roles: new Set() });
    expect(await reader.says('/drill claim')).toContain('not open to you');
    const inGroup = person({ id: 'test:ayesha', roles: new Set(['moderator']) }, { id: 'test:room', isPrivate: false });
    expect(await inGroup.says('/drill claim')).toContain('in your private chat');
  });
});
