/** What a crash between queueing and remembering comes to: all that the old process had queued is planned again. */
import { newDraft } from '../../../src/core/posting/form/draft.ts';
import { planPost } from '../../../src/core/posting/plan-post.ts';
import { publishPost } from '../../../src/core/posting/publish-post.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { CORRECTIONS, PLATFORMS } from './account-of.ts';
import type { RevivedBot } from './revived-bot.ts';

/** The last position in the ledger before anything was announced or corrected. */
const BEGINNING = '15';
/** The morning's digests, and the drills that followed; Unix time in ms. */
const DIGESTS_AT = Date.UTC(2026, 10, 23, 8);
const DRILLED_AT = Date.UTC(2026, 10, 23, 9, 5);

/** To be called while the bot is stopped: it then takes nothing that the old process did for done. */
export async function forgetHowFarItCame({ store }: RevivedBot, places: readonly string[]): Promise<void> {
  for (const platform of PLATFORMS) {
    await store.remember(`alerted:${platform}`, BEGINNING);
    await store.remember(`corrected:${platform}`, BEGINNING);
  }
  for (const seq of CORRECTIONS) await store.remember(`reported:${seq}`, '0');
  for (const place of places) {
    const found = await store.subscriptions.of(place);
    if (found?.status !== 'active' || found.nextDueAt === null) continue;
    await store.subscriptions.put({ ...found, nextDueAt: DIGESTS_AT });
  }
}

/** The drills of the old process, given once more by who gave them, with the same drafts. */
export async function drillAgain(bot: RevivedBot): Promise<void> {
  await drill(bot, 'telegram:7', 'me', DRILLED_AT);
  await drill(bot, 'discord:700000000000000007', 'me', DRILLED_AT);
  await drill(bot, 'telegram:7', 'subscribers', DRILLED_AT + 1);
}

async function drill({ store, dossier, clock }: RevivedBot, author: string, reach: string, begunAt: number) {
  const answers = {
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
  };
  const chat = chatOver(dossier);
  const context = {
    ...chat,
    dossier,
    store,
    subscriptions: store.subscriptions,
    posting: { ...chat.posting, drafts: store.drafts, drill: store.drill, platforms: PLATFORMS },
    now: clock(),
    asker: { id: author, roles: new Set(['moderator'] as const) },
    place: { id: author.replace(':', ':@'), isPrivate: true },
    today: '2026-11-23',
  };
  const kept = await store.drafts.save(newDraft({ form: 'development', purpose: 'drill', author, answers }, begunAt));
  if (kept === 'moved on') throw new Error('the draft is there already');
  await publishPost(kept, planPost(kept, context).stamp, context);
}
