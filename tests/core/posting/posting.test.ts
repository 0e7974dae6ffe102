/** Posting in conversations: questions, refusals, updates, corrections, retractions; nothing lost, nothing twice. */
import { describe, expect, test } from 'vitest';
import { subscriptionForTests } from '../../delivery/subscription-for-tests.ts';
import { here } from '../chat/chat-for-tests.ts';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

const DEVELOPMENT = [
  'src-seed',
  '2025-11-09',
  'talks',
  'Envoys meet again',
  'Both delegations said that they met again.',
  'pakistan, afghanistan',
  '-',
  'reported',
  'breaking',
  'yes',
  '-',
] as const;

describe('posting', () => {
  test('a claim with a new source: question by question, the preview, and one append', async () => {
    const { moderator, dossier, bugs } = await postingForTests();
    const ayesha = moderator('ayesha');
    expect(await ayesha.says('/post claim')).toContain('New · Casualty claim · 1 of');
    const preview = await ayesha.answers(...CLAIM_ANSWERS);
    expect(preview).toContain('at least 7 (printed as “at least seven people”)');
    expect(preview).toContain('Example Press');
    const head = dossier().head;
    expect(await ayesha.presses('Publish')).toMatch(
      /^Published: src-example-press-\w+ and cas-at-least-seven-people-\w+/u,
    );
    const [source, claim, ...more] = dossier().revisionsAfter(head);
    expect(more).toEqual([]);
    expect(source).toMatchObject({ author: 'test:ayesha', change: 'original', entry: { kind: 'source' } });
    expect(claim?.entry).toMatchObject({
      kind: 'claim',
      fields: {
        count: { low: 7, high: null, qualifier: 'at-least', asPrinted: 'at least seven people' },
        sources: [source?.entry.fields.id],
        claimedBy: 'pakistan',
        places: [],
        development: null,
      },
    });
    expect(claim?.entry.fields).not.toHaveProperty('scope');
    expect(await ayesha.says('/drafts')).toContain('You have no drafts');
    expect(await ayesha.says(`/casualties incident:${String(claim?.entry.fields.id)}`)).toContain('at least 7');
    expect(bugs).toEqual([]);
  });

  test('a breaking development tells how many channels get it, and announces', async () => {
    const { moderator, store } = await postingForTests();
    for (const [id, alerts] of [
      ['a', 'breaking'],
      ['b', 'off'],
      ['c', 'all'],
    ] as const) {
      await store.subscriptions.put(subscriptionForTests({ id: `sub-${id}`, place: `test:${id}` }, { alerts }));
    }
    const ayesha = moderator('ayesha');
    await ayesha.says('/post development');
    const preview = await ayesha.answers(...DEVELOPMENT);
    expect(preview).toContain('A preview: the alert');
    expect(preview).toContain('Envoys meet again');
    expect(preview).toContain('2 channels get it at once');
    const data = ayesha.dataOf('Publish');
    expect(await ayesha.pressesData(data)).toContain('Alerts go to the channels');
    expect(await store.announcementsAfter(0)).toHaveLength(1);
    expect(await ayesha.pressesData(data)).toContain('There is no such draft of yours');
    expect(await store.announcementsAfter(0)).toHaveLength(1);
  });

  test('an answer that is not understood is kept, told, and asked again; back and leaving out', async () => {
    const { moderator } = await postingForTests();
    const ayesha = moderator('ayesha');
    await ayesha.says('/post claim');
    expect(await ayesha.says('http://plain.example.org/x')).toContain('is not an https address');
    expect(await ayesha.says('/drafts')).toContain('being written');
    expect(await ayesha.presses('Casualty claim')).toContain('Your answer was kept: http://plain.example.org/x');
    expect(await ayesha.says('src-seed')).toContain('2 of');
    expect(await ayesha.says('Taliban')).toContain('could be several');
    expect(await ayesha.says('-')).toContain('cannot be left out');
    expect(await ayesha.says('pakistan')).toContain('Stance');
    const back = await ayesha.says('back');
    expect(back).toContain('Claimant');
    expect(back).toContain('Answered before: pakistan');
  });

  test('a quotation must be in the excerpt byte for byte', async () => {
    const { moderator, dossier } = await postingForTests();
    const ayesha = moderator('ayesha');
    const head = dossier().head;
    await ayesha.says('/post quote');
    const preview = await ayesha.answers(
      'src-seed',
      'The envoy said: “We will be back, God willing.”',
      'We will be back, god willing',
      'khawaja-asif',
      'pakistan',
      '2025-11-09',
      'Istanbul',
      'talks',
      '-',
      'no',
    );
    expect(preview).toContain('do not occur in the excerpt');
    expect(ayesha.labels()).not.toContain('Publish');
    await ayesha.presses('Change an answer');
    await ayesha.says('text');
    expect(await ayesha.says('We will be back, God willing')).toContain('A preview');
    await ayesha.presses('Publish');
    expect(dossier().revisionsAfter(head)).toHaveLength(1);
  });

  test('dates to come, words that judge, and figures without their qualifier are refused; likenesses are shown', async () => {
    const { moderator } = await postingForTests();
    const ayesha = moderator('ayesha');
    await ayesha.says('/post development');
    const [source, _date, category, _title, _summary, ...rest] = DEVELOPMENT;
    const refused = await ayesha.answers(
      source,
      '2027-01-01',
      category,
      'The regime meets',
      'The Taliban said no.',
      ...rest,
    );
    expect(refused).toContain('2027-01-01 has not come yet');
    expect(refused).toContain('“regime” judges');
    expect(refused).toContain('write which is meant: Afghanistan (Taliban government) / TTP.');
    await ayesha.says('/post claim');
    const answers = CLAIM_ANSWERS.map((one) => (one === 'at-least' ? 'exact' : one));
    expect(await ayesha.answers(...answers)).toContain('an exact count needs high as well as low: give both (R5)');
  });

  test('the same claim again is shown before going on', async () => {
    const { moderator } = await postingForTests();
    const ayesha = moderator('ayesha');
    await ayesha.says('/post claim');
    await ayesha.answers(...CLAIM_ANSWERS);
    await ayesha.presses('Publish');
    await ayesha.says('/post claim');
    const [address, , , , , ...rest] = CLAIM_ANSWERS;
    const again = await ayesha.answers(address.replace('www.', ''), ...rest.map((one) => (one === '7' ? '9' : one)));
    expect(again).toContain('has a figure of the same claimant, victims, harm and days');
    expect(ayesha.labels()).toContain('Publish');
  });
});

describe('changing what is known', () => {
  test('/correct asks what and why, keeps all else, and known: still has what was', async () => {
    const { moderator, dossier } = await postingForTests();
    const ayesha = moderator('ayesha');
    const before = dossier().claims.get('cas-pak-soldiers-58');
    expect(await ayesha.says('/correct cas-pak-soldiers-58')).toContain('What is to be changed?');
    await ayesha.answers('low', '57');
    await ayesha.answers('The source printed 57.', 'material');
    await ayesha.presses('Change an answer');
    const preview = await ayesha.answers('high', '57');
    expect(preview).toContain('Reason (a material matter): The source printed 57.');
    expect(await ayesha.presses('Publish')).toContain('Published: cas-pak-soldiers-58');
    expect(dossier().history('cas-pak-soldiers-58').at(-1)).toMatchObject({
      change: 'correction',
      reason: 'The source printed 57.',
      author: 'test:ayesha',
    });
    const after = dossier().claims.get('cas-pak-soldiers-58');
    expect(after).toEqual({ ...before, count: { ...before?.count, low: 57, high: 57 } });
  });

  test('/update changes nothing that was not answered anew, for every entry of the dossier', async () => {
    const { moderator, dossier } = await postingForTests();
    const ayesha = moderator('ayesha');
    for (const id of [
      'dev-orakzai-attack',
      'q-asif-as-we-speak',
      'cf-halt-12-oct',
      'talks-doha-1',
      'kabul',
      'src-trt-1009',
    ]) {
      await ayesha.says(`/update ${id}`);
      await ayesha.says('done');
      expect(`${id}: ${await ayesha.says('More is known.')}`).toContain('Nothing is changed');
    }
    expect(dossier().history('kabul')).toHaveLength(1);
  });

  test('/retract needs a reason and leaves the entry readable', async () => {
    const { moderator, dossier } = await postingForTests();
    const ayesha = moderator('ayesha');
    await ayesha.says('/retract q-asif-as-we-speak');
    expect(await ayesha.answers('It was misattributed.', 'minor')).toContain('A preview');
    await ayesha.presses('Publish');
    expect(dossier().quotes.has('q-asif-as-we-speak')).toBe(false);
    expect(dossier().history('q-asif-as-we-speak').at(-1)).toMatchObject({ change: 'retraction' });
    expect(await ayesha.says('/correct q-asif-as-we-speak')).toContain('was not understood');
  });

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const { moderator } = await postingForTests();
    const [ayesha, omar] = [moderator('ayesha'), moderator('omar')];
    for (const one of [ayesha, omar]) {
      await one.says('/correct kabul');
      await one.answers('admin1', 'Kabul Province');
    }
    await ayesha.answers('Province was missing.', 'minor');
    await ayesha.presses('Publish');
    expect(await omar.answers('Another name of it.', 'minor')).toContain('Somebody else has changed this entry');
  });
});

describe('who and where', () => {
  test('nobody else, nowhere else: other roles, other people’s drafts, groups', async () => {
    const { moderator, person } = await postingForTests();
    const [ayesha, omar] = [moderator('ayesha'), moderator('omar')];
    await ayesha.says('/post claim');
    await ayesha.says('/drafts');
    const data = ayesha.dataOf('Casualty claim');
    expect(await omar.pressesData(data)).toContain('There is no such draft of yours');
    const admin = person({ id: 'test:admin', roles: new Set(['channel-admin']) });
    expect(await admin.says('/post claim')).toContain('not open to you');
    expect(await admin.pressesData(data)).toContain('not open to you');
    const inGroup = person({ id: 'test:ayesha', roles: new Set(['moderator']) }, here);
    expect(await inGroup.says('/post claim')).toContain('in your private chat');
    expect(await inGroup.says('src-seed')).toContain('What you can ask');
  });
});
