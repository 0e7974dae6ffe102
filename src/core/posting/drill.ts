/** Previews a drill and queues it for its recipients. Nothing of a drill goes into the ledger. */

import { compose } from '../messages/compose.ts';
import { type Content, encodeContent, LANES, type NewDelivery } from '../messages/delivery.ts';
import { markBlocks } from '../reply/drill-mark.ts';
import type { Block } from '../reply/span.ts';
import { UserError } from '../reply/user-error.ts';
import { quietUntil } from '../subscriptions/quiet-hours.ts';
import type { Settings } from '../subscriptions/subscription.ts';
import type { Draft } from './form/draft.ts';
import { type PostPlan, planPost } from './plan-post.ts';
import type { PostingContext } from './posting-context.ts';
import { isSound } from './preview-post.ts';
import { matchingSubscriptions } from './recipients.ts';

/** A drill that arrives later would only confuse its readers. */
const DRILL_LIFETIME_MS = 30 * 60_000;
/** Deliveries written in one transaction. */
const BATCH = 500;

type Recipient = Pick<NewDelivery, 'subscription' | 'place'> & { readonly timezone: string };

/** The drill as it will arrive, with every line marked, and the number of recipients. `plan` must be sound. */
export async function previewDrill(draft: Draft, plan: PostPlan, context: PostingContext): Promise<readonly Block[]> {
  const { language, timezone } = context;
  const { reply, mark = '' } = compose(contentOf(plan, timezone), context);
  const reach = reachOf(draft);
  let count = 0;
  for await (const _ of recipientsOf(draft, context)) count++;
  const blocks: readonly Block[] = [
    { kind: 'note', spans: language.spans('drill-preview') },
    ...reply.blocks,
    ...reply.footer,
    { kind: 'note', spans: language.spans('drill-reach', { reach, count }) },
  ];
  return markBlocks(blocks, mark);
}

/**
 * Removes the draft and queues the drill for all recipients. `seen` is the stamp of the preview that the moderator saw.
 * Resolves to the plan with the number of recipients. Throws `UserError` as `publishPost` does.
 */
export async function publishDrill(draft: Draft, seen: string, context: PostingContext): Promise<PostPlan> {
  const { posting, now } = context;
  const dossier = await posting.refresh();
  const plan = planPost(draft, { ...context, dossier });
  if (draft.purpose !== 'drill' || plan.stamp !== seen) throw new UserError('posting-unseen');
  if (!isSound(plan)) throw new UserError('posting-not-sound');
  // Removed first, so that a draft changed or discarded meanwhile is not sent. A drill may be lost in a crash.
  if (!(await posting.drafts.remove(draft))) throw new UserError('posting-unseen');
  let drilled = 0;
  let batch: NewDelivery[] = [];
  const write = async () => {
    await posting.drill(batch);
    drilled += batch.length;
    batch = [];
  };
  const contentIn = memoise((timezone: string) => encodeContent(contentOf(plan, timezone)));
  for await (const target of recipientsOf(draft, context)) {
    batch.push(deliveryOf(draft, contentIn(target.timezone), target, now));
    if (batch.length === BATCH) await write();
  }
  await write();
  return { ...plan, drillRecipients: drilled };
}

function reachOf({ answers }: Draft): 'me' | 'subscribers' {
  return answers['reach'] === 'subscribers' ? 'subscribers' : 'me';
}

/** The author alone, or all subscriptions with alerts that have no quiet hours during the lifetime of the drill. */
async function* recipientsOf(draft: Draft, context: PostingContext): AsyncGenerator<Recipient> {
  const { place, timezone, now } = context;
  if (reachOf(draft) === 'me') {
    yield { subscription: `drill:${draft.author}`, place: place.id, timezone };
    return;
  }
  const isQuiet = memoise(({ quiet, timezone: zone }: Pick<Settings, 'quiet' | 'timezone'>) =>
    [now, now + DRILL_LIFETIME_MS].some((at) => quietUntil(quiet, zone, at) !== undefined),
  );
  for await (const { id, place: where, settings } of matchingSubscriptions({ want: 'alerts' }, context)) {
    const { quiet, timezone: zone } = settings;
    if (settings.alerts !== 'off' && !isQuiet({ quiet, timezone: zone }))
      yield { subscription: id, place: where, timezone: settings.timezone };
  }
}

function deliveryOf(draft: Draft, content: string, { subscription, place }: Recipient, now: number): NewDelivery {
  return {
    subscription,
    place,
    lane: LANES.drill,
    kind: 'drill',
    // Made of the draft's id alone, so that a delivery queued before a crash is not queued again.
    slot: Number.parseInt(draft.id.slice(1), 16),
    content,
    state: 'pending',
    dueAt: now,
    expiresAt: now + DRILL_LIFETIME_MS,
    message: null,
    reason: null,
  };
}

/** Remembers results by the argument as JSON: thousands of subscriptions have few different settings. */
function memoise<T, R>(work: (of: T) => R): (of: T) => R {
  const known = new Map<string, R>();
  return (of) => {
    const key = JSON.stringify(of);
    const result = known.get(key) ?? work(of);
    known.set(key, result);
    return result;
  };
}

/** The draft's own entries, without the claims that publishing would link to them. */
function contentOf({ revisions, written }: PostPlan, timezone: string): Content {
  const entries = revisions.map(({ entry }) => entry).filter(({ fields }) => written.includes(fields.id));
  return { kind: 'drill', timezone, entries };
}
