/** Previews a drill and queues it for its recipients. Nothing of a drill goes into the ledger. */

import { memoise } from '../dossier/memoise.ts';
import { compose } from '../messages/compose.ts';
import { encodeContent } from '../messages/content.ts';
import { type NewDelivery, newDelivery } from '../messages/delivery.ts';
import { drill } from '../messages/kinds/drill.ts';
import type { Content } from '../messages/kinds/index.ts';
import { markBlocks } from '../reply/drill-mark.ts';
import { wholeOf } from '../reply/page.ts';
import type { Block } from '../reply/span.ts';
import { UserError } from '../reply/user-error.ts';
import { quietUntil } from '../subscriptions/quiet-hours.ts';
import type { Settings } from '../subscriptions/subscription.ts';
import type { Draft } from './form/draft.ts';
import { type PostPlan, planPost } from './plan-post.ts';
import type { PostingContext } from './posting-context.ts';
import { isSound } from './preview-post.ts';
import { matchingSubscriptions } from './recipients.ts';

/** Deliveries written in one transaction. */
const BATCH = 500;

type DrillKind = 'drill' | 'own-drill';
type Recipient = Pick<NewDelivery, 'audience' | 'place'> & { readonly kind: DrillKind; readonly timezone: string };

/** The drill as it will arrive, with every line marked, and the number of recipients. `plan` must be sound. */
export async function previewDrill(draft: Draft, plan: PostPlan, context: PostingContext): Promise<readonly Block[]> {
  const { language, timezone } = context;
  const { reply, mark = '' } = compose(contentOf(plan, { kind: kindOf(draft), timezone }), context);
  const reach = reachOf(draft);
  let count = 0;
  for await (const _ of recipientsOf(draft, context)) count++;
  const blocks: readonly Block[] = [
    { kind: 'note', spans: language.spans('drill-preview') },
    ...wholeOf({ ...reply, details: [] }),
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
  const contentIn = memoise((target: Pick<Recipient, 'kind' | 'timezone'>) => encodeContent(contentOf(plan, target)));
  for await (const target of recipientsOf(draft, context)) {
    const { kind, timezone } = target;
    batch.push(deliveryOf(draft, contentIn({ kind, timezone }), target, now));
    if (batch.length === BATCH) await write();
  }
  await write();
  return { ...plan, drillRecipients: drilled };
}

function reachOf({ answers }: Draft): 'me' | 'subscribers' {
  return answers['reach'] === 'subscribers' ? 'subscribers' : 'me';
}

function kindOf(draft: Draft): DrillKind {
  return reachOf(draft) === 'me' ? 'own-drill' : 'drill';
}

/** The author alone, or all subscriptions with alerts that have no quiet hours during the lifetime of the drill. */
async function* recipientsOf(draft: Draft, context: PostingContext): AsyncGenerator<Recipient> {
  const { place, timezone, now } = context;
  if (reachOf(draft) === 'me') {
    yield { kind: 'own-drill', audience: draft.author, place: place.id, timezone };
    return;
  }
  const isQuiet = memoise(({ quiet, timezone: zone }: Pick<Settings, 'quiet' | 'timezone'>) =>
    [now, now + drill.lifetimeMs].some((at) => quietUntil(quiet, zone, at) !== undefined),
  );
  for await (const { id, place: where, settings } of matchingSubscriptions({ want: 'alerts' }, context)) {
    const { quiet, timezone: zone } = settings;
    if (settings.alerts !== 'off' && !isQuiet({ quiet, timezone: zone }))
      yield { kind: 'drill', audience: id, place: where, timezone: settings.timezone };
  }
}

function deliveryOf(draft: Draft, content: string, { kind, audience, place }: Recipient, now: number): NewDelivery {
  const key = { kind, audience, about: drill.about(draft.id) };
  return newDelivery({ ...key, place, content, dueAt: now, expiresAt: now + drill.lifetimeMs });
}

/** The draft's own entries, without the claims that publishing would link to them. */
function contentOf(
  { revisions, written }: PostPlan,
  { kind, timezone }: Pick<Recipient, 'kind' | 'timezone'>,
): Content {
  const entries = revisions.map(({ entry }) => entry).filter(({ fields }) => written.includes(fields.id));
  return { kind, timezone, entries };
}
