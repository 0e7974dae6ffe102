/** Two days in the life of a bot, up to the moment at which its process dies in the middle of everything. */
import { encodePress } from '../../../src/core/chat/button.ts';
import { newDraft } from '../../../src/core/chat/form/draft.ts';
import { planPost } from '../../../src/core/desk/plan-post.ts';
import { publishPost } from '../../../src/core/desk/publish-post.ts';
import type { Delivery } from '../../../src/core/digest/delivery.ts';
import { snoozeKey } from '../../../src/core/digest/reminding.ts';
import type { Subscription } from '../../../src/core/digest/subscription.ts';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import type { SendOutcome } from '../../../src/core/messenger.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import * as entries from '../../core/dossier/build-entries.ts';
import { subscriptionForTests } from '../../delivery/subscription-for-tests.ts';
import type { OldProcess } from './old-process.ts';

const DAY = Date.UTC(2026, 10, 23);
/** A time of the first day (0), a Sunday, or of the second (1). */
export const at = (day: 0 | 1, time: string): number =>
  DAY + (day - 1) * 86_400_000 + (Date.parse(`1970-01-01T${time}Z`) || 0);
export const START = at(0, '07:00');
const ANNA = 'telegram:7';
const DANA = 'discord:700000000000000007';
const t = (number: number) => `telegram:-${number}`;
const d = (number: number) => `discord:300000000000000${number}`;
const both = ['telegram', 'discord'] as const;

const event = (letter: string, significance: 'breaking' | 'major' | 'routine', title = letter): AnyEntry =>
  entries.development(`ev-${letter.toLowerCase()}`, '2026-11-18', {
    title: `Event ${title}`,
    significance,
    sources: ['src-november'],
  });
const posted = (entry: AnyEntry, recordedAt: number): RevisionDraft => ({
  ...entries.original(entry),
  author: ANNA,
  recordedAt,
});
const corrected = (entry: AnyEntry, recordedAt: number, author = ANNA): RevisionDraft => ({
  ...entries.revised(entry, recordedAt),
  author,
});

export async function liveUntilItDies(old: OldProcess): Promise<void> {
  const { store } = old;
  const { subscriptions } = store;
  const answers =
    (by: Readonly<Record<string, SendOutcome | 'hangs'>>) =>
    (one: Delivery): SendOutcome | 'hangs' | undefined =>
      by[one.place];
  const unknown: SendOutcome = { kind: 'unknown', reason: 'ETIMEDOUT' };
  const retry: SendOutcome = { kind: 'retry', reason: 'ECONNRESET', scope: 'chat' };
  const rejected: SendOutcome = { kind: 'rejected', reason: 'Bad Request: message is not accepted' };

  // A shipped dossier, two platforms served for the first time, a team and its drafts.
  const shipped = [
    ...entries.smallNames,
    entries.source('src-november', '2026-11-18'),
    entries.development('ev-z', '2025-10-12', { title: 'Event Z' }),
    entries.claim('cas-z', { development: 'ev-z' }),
    entries.quote('q-z', { development: 'ev-z' }),
    entries.ceasefire('cf-z', '2025-10-19'),
    entries.talksRound('talks-z'),
  ];
  await old.publish(shipped.map((entry) => ({ ...entries.original(entry), recordedAt: START })));
  for (const id of [ANNA, 'telegram:8', 'telegram:9', DANA])
    await store.moderators.add({ id, by: 'telegram:1', at: START });
  await store.moderators.remove({ id: 'telegram:9', by: 'telegram:1', at: at(0, '07:05') });
  await store.remember(snoozeKey('telegram:8'), String(at(1, '09:00') + 3 * 86_400_000));
  const args = { since: '#15', until: '#22', topics: 'humanitarian', side: 'pakistan' };
  await encodePress({ command: 'changes', args, page: 0, isApart: true }, store);
  await store.remember('commands:discord', 'a-hash-of-what-was-registered');
  for (const platform of both) {
    await old.alerts(platform);
    await old.corrections(platform);
  }
  const sub = (
    where: string,
    changes: Partial<Subscription> = {},
    settings: Partial<Subscription['settings']> = {},
  ) => {
    const [platform = ''] = where.split(':');
    const number = /(\d{3})(\/\d+)?$/u.exec(where)?.[1];
    const setBy = platform === 'telegram' ? 'telegram:42' : 'discord:420000000000000042';
    const nextDueAt = settings.board === 'instead' ? null : at(0, '08:00');
    return subscriptions.put(
      subscriptionForTests({ id: `sub-${platform}-${number}`, place: where, setBy, nextDueAt, ...changes }, settings),
    );
  };
  const quiet = { from: '22:00', to: '10:00' };
  for (const number of [101, 106, 107, 108, 110, 111, 112, 113, 114, 115, 116, 117, 119]) await sub(t(number));
  await sub(`${t(102)}/7`, {}, { board: 'beside', timezone: 'Asia/Kabul', schedule: '30 12 * * *' });
  await sub(t(103), {}, { board: 'instead', alerts: 'off' });
  await sub(t(104), {}, { alerts: 'all', quiet: { ...quiet, exceptBreaking: false } });
  await sub(t(105), {}, { alerts: 'all', quiet: { ...quiet, exceptBreaking: true } });
  await sub(t(109), { setBy: 'telegram:43' });
  await sub(t(118), {}, { when: 'changes', topics: ['humanitarian'], side: 'pakistan' });
  await sub(t(120), { nextDueAt: at(0, '08:00') }, { schedule: '0 8,9 * * *', alerts: 'off' });
  for (const number of [201, 202, 203, 204, 205, 206]) await sub(d(number));
  await sub(d(207), {}, { board: 'beside', alerts: 'all' });

  // The first day: digests, boards, a reminder.
  old.at(at(0, '08:00'));
  for (const platform of both) {
    await old.digests(platform);
    await old.boards(platform);
    await old.send(platform);
  }
  old.at(at(0, '09:00'));
  for (const platform of both) {
    await old.digests(platform);
    await old.reminders(platform);
    await old.send(platform);
  }

  // An alert; in one group it is in doubt twice.
  old.at(at(0, '12:00'));
  const claimA = entries.claim('cas-a', {
    development: 'ev-a',
    period: '2026-11-18',
    reportedOn: '2026-11-18',
    sources: ['src-november'],
  });
  await old.publish([posted(event('A', 'breaking'), at(0, '12:00')), posted(claimA, at(0, '12:00'))], true);
  for (const platform of both) {
    await old.alerts(platform);
    await old.boards(platform);
    await old.send(platform, { answer: answers({ [t(113)]: unknown }) });
  }
  old.at(at(0, '12:01'));
  for (const platform of both) await old.send(platform);
  await subscriptions.remove(t(117));

  // A minor correction, and one that is told aloud; the reports of both, until they are finished.
  const correct = async (
    time: string,
    title: string,
    weight: 'minor' | undefined,
    by: Parameters<typeof answers>[0],
  ) => {
    old.at(at(0, time));
    const revision = corrected(event('A', 'breaking', title), at(0, time));
    await old.publish([{ ...revision, ...(weight && { weight }) } as RevisionDraft]);
    for (const platform of both) await old.corrections(platform);
    for (const platform of both) {
      await old.reports(platform);
      await old.send(platform, { answer: answers(by) });
    }
    for (const minute of [1, 2, 3]) {
      old.at(at(0, time) + minute * 61_000);
      for (const platform of both) {
        await old.corrections(platform);
        await old.reports(platform);
        await old.boards(platform);
        await old.send(platform);
      }
    }
  };
  await correct('15:00', 'A2', 'minor', {
    [t(112)]: { kind: 'message gone', reason: 'Bad Request: message to edit not found' },
    [d(204)]: retry,
  });
  await correct('18:00', 'A3', undefined, { [t(111)]: rejected });

  // The evening: one is paused, one snoozed, one group has become another; an alert that quiet hours hold back.
  old.at(at(0, '20:00'));
  const change = async (where: string, changes: Partial<Subscription>) => {
    const found = await subscriptions.of(where);
    if (found !== undefined) await subscriptions.put({ ...found, ...changes });
  };
  await change(t(106), { status: 'paused' });
  await change(t(107), { status: 'paused', resumeAt: at(1, '12:00') });
  old.at(at(0, '23:30'));
  await old.publish(
    [posted(event('B', 'breaking'), at(0, '23:30')), posted(event('C', 'major'), at(0, '23:30'))],
    true,
  );
  for (const platform of both) {
    await old.alerts(platform);
    await old.boards(platform);
    await old.send(platform, {
      answer: answers({
        [t(119)]: { kind: 'moved', place: t(100_119), reason: 'Bad Request: group chat was upgraded' },
      }),
    });
  }

  // The second day: digests in every state.
  old.at(at(1, '08:00'));
  for (const platform of both) {
    await old.digests(platform);
    await old.boards(platform);
    await old.send(platform, {
      except: [t(111), t(120), t(103), d(206), d(207), 'telegram:@43'],
      answer: answers({
        [t(108)]: { kind: 'refused', reason: 'Bad Request: not enough rights to send text messages to the chat' },
        [t(109)]: { kind: 'gone', reason: 'Forbidden: bot was kicked from the supergroup chat' },
        [t(110)]: unknown,
        [t(112)]: retry,
        [t(113)]: rejected,
        [t(115)]: 'hangs',
        [d(202)]: 'hangs',
        [d(203)]: 'hangs',
      }),
    });
  }
  const left = [t(103), t(110), t(111), t(112), t(120), d(206), d(207), DANA.replace(':', ':@'), 'telegram:@43'];
  old.at(at(1, '09:00'));
  for (const platform of both) {
    await old.digests(platform);
    await old.reminders(platform);
    await old.send(platform, { except: left });
  }

  // Exercises: of each moderator alone, and for everybody.
  old.at(at(1, '09:05'));
  await drill(old, ANNA, 'me');
  await drill(old, DANA, 'me');
  await drill(old, ANNA, 'subscribers');
  const undrilled = [...left, t(114), t(116), d(204)];
  for (const platform of both) await old.send(platform, { except: undrilled });

  // An alert that is queued for the first half of Telegram when the process dies.
  old.at(at(1, '09:10'));
  await old.publish([posted(event('D', 'breaking'), at(1, '09:10'))], true);
  await firstHalfOnly(old);
  await old.alerts('discord');
  await old.boards('discord');
  await old.send('telegram', {
    isOnce: true,
    except: [t(111), ...left.filter((one) => one !== t(112))],
    answer: answers({ [`${t(102)}/7`]: unknown, [t(112)]: 'hangs' }),
  });
  await old.send('discord', {
    isOnce: true,
    except: left,
    answer: answers({ [d(204)]: unknown, [d(205)]: 'hangs' }),
  });

  // Corrections half done: some edited, some in the air, some waiting, one of them overtaken by the next.
  old.at(at(1, '09:15'));
  await old.publish([corrected(event('A', 'breaking', 'A4'), at(1, '09:15'))]);
  for (const platform of both) await old.corrections(platform);
  await old.reports('telegram');
  const open = [...left, t(107), t(114), t(116), d(203), d(204), t(102)];
  await old.send('telegram', {
    isOnce: true,
    except: open,
    answer: answers({ [t(105)]: 'hangs', [t(113)]: retry, [t(100_119)]: rejected }),
  });
  await old.send('telegram', { except: [...open, t(101), t(100_119), 'telegram:@7'] });
  await old.send('discord', { isOnce: true, except: open, answer: answers({ [d(201)]: retry }) });
  await old.reports('telegram');
  old.at(at(1, '09:16'));
  await old.publish([corrected(event('D', 'breaking', 'D2'), at(1, '09:16'), DANA)]);
  for (const platform of both) await old.corrections(platform);
  await old.reports('discord');
  await old.reports('telegram');
  await old.send('discord', { isOnce: true, except: [...open.filter((one) => one !== d(204)), d(201)] });
  old.at(at(1, '09:17'));
  // Minor: nobody is told aloud of it, so that of each place's messages the newest correction is the one before.
  const retraction = { ...entries.revised(event('C', 'major'), at(1, '09:17'), 'retraction'), author: ANNA };
  const next = corrected(event('A', 'breaking', 'A5'), at(1, '09:17'));
  await old.publish([next, { ...retraction, weight: 'minor' } as RevisionDraft]);
  await renderingsHalf(old);
  // In one place all is corrected and a notice of it sent; in another the notice and an edit wait.
  const others = (...chats: readonly string[]) =>
    [...Array(20).keys(), 19]
      .map((n) => t(101 + n))
      .concat(t(100_119), 'telegram:@7', 'telegram:@43')
      .filter((chat) => !chats.includes(chat));
  for (const _ of [1, 2]) await old.send('telegram', { isOnce: true, except: others(t(114)) });
  await old.send('telegram', { except: others(t(116)) });
  await old.reports('telegram');
  await old.boards('telegram');

  await keepDrafts(old);
}

async function firstHalfOnly(old: OldProcess): Promise<void> {
  const { planning } = old.parts.telegram;
  const { read } = planning.subscriptions;
  const { planAlerts } = await import('../../../src/delivery/plan.ts');
  const dying = {
    ...planning,
    subscriptions: { read: async (...args: Parameters<typeof read>) => (await read(...args)).slice(0, 7) },
    store: { ...planning.store, remember: () => Promise.reject(new Error('the process dies')) },
  };
  await planAlerts(dying, old.clock()).catch(() => undefined);
}

async function renderingsHalf(old: OldProcess): Promise<void> {
  const { correcting } = old.parts.telegram;
  const { outbox } = correcting;
  const { planCorrections } = await import('../../../src/delivery/plan-corrections.ts');
  const half = async (...args: Parameters<typeof outbox.renderingsBefore>) => {
    const all = await outbox.renderingsBefore(...args);
    return all.slice(0, Math.ceil(all.length / 2));
  };
  await planCorrections({ ...correcting, outbox: { ...outbox, renderingsBefore: half } }, old.clock());
}

export const drillDraft = (author: string, reach: string, now: number) =>
  newDraft(
    {
      form: 'development',
      purpose: 'drill',
      author,
      answers: {
        sources: 'src-november',
        date: '2026-11-18',
        category: 'clash',
        title: 'Event X',
        summary: 'An exercise.',
        parties: 'north',
        places: '',
        status: 'reported',
        significance: 'breaking',
        related: '',
        reach,
      },
    },
    now,
  );

async function drill(old: OldProcess, author: string, reach: 'me' | 'subscribers'): Promise<void> {
  const { store } = old;
  const now = old.clock() + (reach === 'me' ? 0 : 1);
  const chat = chatOver(old.dossier());
  const asker = { id: author, roles: new Set(['moderator' as const]) };
  const context = {
    ...chat,
    dossier: old.dossier(),
    store,
    subscriptions: store.subscriptions,
    desk: {
      ...chat.desk,
      drafts: store.drafts,
      drill: store.drill,
      platforms: ['telegram', 'discord'],
      refresh: async () => old.dossier(),
    },
    now,
    asker,
    place: { id: author.replace(':', ':@'), isPrivate: true },
    today: '2026-11-23',
  };
  const kept = await store.drafts.save(drillDraft(author, reach, now));
  if (kept === 'moved on') throw new Error('the draft is gone');
  await publishPost(kept, planPost(kept, context).stamp, context);
}

async function keepDrafts({ store }: OldProcess): Promise<void> {
  const begun = { form: 'quote', purpose: 'post', author: ANNA, answers: { sources: 'src-november' } } as const;
  await store.drafts.save(newDraft(begun, at(1, '09:01')));
  await store.drafts.save({ ...newDraft({ ...begun, form: 'talks' }, at(1, '09:02')), isAsked: false });
  const changes = { entry: 'cas-a', seq: 17 };
  const waiting = newDraft(
    { form: 'claim', purpose: 'correct', author: 'telegram:8', changes, answers: { low: '9' } },
    at(1, '09:03'),
  );
  await store.drafts.save({ ...waiting, state: 'waiting', isAsked: false });
  const returned = newDraft({ ...begun, author: DANA }, at(1, '09:04'));
  await store.drafts.save({ ...returned, state: 'returned', isAsked: false, note: 'Which day was it?' });
}
