/** Random deliveries as the version before stored them, beside what they are now, for fast-check. */
import * as fc from 'fast-check';
import { encodeContent } from '../../../src/core/messages/content.ts';
import type { DeliveryKey } from '../../../src/core/messages/delivery.ts';
import { type Content, MESSAGE_KINDS } from '../../../src/core/messages/kinds/index.ts';
import type { OldDelivery } from '../../../src/storage/migrations/old-delivery.ts';
import { arbitraryContentOf, arbitraryInstant, arbitraryPosition } from '../../core/messages/arbitrary-content.ts';

export interface OldAndNew {
  readonly old: OldDelivery;
  readonly key: DeliveryKey;
  readonly content: string;
}

/** Positions of corrections in the old database of the tests. */
const REPORTED = [18, 19, 23];
const RANGE = 1e13;

const subscription = fc.constantFrom('sub-1', 'sub-2', 'sub-3');
const person = fc.constantFrom('telegram:7', 'discord:700000000000000007');
const deliveryId = fc.stringMatching(/^[\w-]{22}$/u);
const draftId = fc.stringMatching(/^d[0-9a-f]{10}$/u);
const number = fc.integer({ min: 1, max: 12 });

/** `author` gives who made a correction, by its position. */
export function arbitraryOldDelivery(author: (position: number) => string): fc.Arbitrary<OldAndNew> {
  // What there was: a kind that came later is none of these.
  const kinds = {
    digest: fc.tuple(subscription, arbitraryContentOf.digest).map(([id, content]) => {
      const key = { kind: 'digest', audience: id, about: MESSAGE_KINDS.digest.about(content.slot) } as const;
      return made({ kind: 'digest', subscription: id, slot: content.slot, of: '' }, key, content);
    }),
    alert: fc.tuple(subscription, arbitraryContentOf.alert).map(([id, content]) => {
      const { from, heldUntil, repeats } = content;
      const first = heldUntil ?? from;
      // As it was: `-(|slot| % 1e13) - 1e13 * (repeats - 1)`.
      const slot = repeats === 0 ? first : -first - RANGE * (repeats - 1);
      const position = heldUntil === null ? from : null;
      const key = { kind: 'alert', audience: id, about: MESSAGE_KINDS.alert.about(content), position } as const;
      return made({ kind: 'alert', subscription: id, slot, of: '' }, { ...key, repeat: repeats }, content);
    }),
    board: fc.tuple(subscription, arbitraryInstant, arbitraryContentOf.board).map(([id, at, content]) => {
      const key = { kind: 'board', audience: id, about: MESSAGE_KINDS.board.about(at) } as const;
      return made({ kind: 'board', subscription: id, slot: at, of: '' }, key, content);
    }),
    correction: fc
      .tuple(subscription, deliveryId, arbitraryPosition, arbitraryContentOf.correction, fc.boolean())
      .map(([id, of, position, { kind, ...original }, isOfNotice]) => {
        const form = isOfNotice ? 'notice' : 'edit';
        const old = { kind, subscription: id, slot: position, of, content: withForm(original, form) };
        const content = encodeContent({ kind: isOfNotice ? 'notice' : kind, ...original });
        return { old, key: { kind, audience: id, about: of, position, repeat: 0 }, content } satisfies OldAndNew;
      }),
    notice: fc
      .tuple(subscription, deliveryId, arbitraryPosition, arbitraryContentOf.notice)
      .map(([id, of, position, { kind, ...original }]) => {
        const old = { subscription: id, slot: -position, of, content: withForm(original, 'notice') };
        const key = { kind, audience: id, about: of, position, repeat: 0 };
        return { old: { ...old, kind: 'correction' }, key, content: encodeContent({ kind, ...original }) };
      }),
    suspension: fc
      .tuple(subscription, arbitraryInstant, arbitraryContentOf.suspension)
      .map(([id, at, { kind, ...content }]) => {
        const key = { kind, audience: id, about: MESSAGE_KINDS.suspension.about(at) };
        const old = { kind: 'notice', subscription: id, slot: at, of: '' };
        return made(old, key, { kind, ...content });
      }),
    report: fc
      .tuple(fc.constantFrom(...REPORTED), number, arbitraryContentOf.report)
      .map(([position, count, content]) => {
        const about = MESSAGE_KINDS.report.about(count);
        const key = { kind: 'report', audience: author(position), about, position } as const;
        return made({ kind: 'coverage', subscription: `coverage:${position}`, slot: count, of: '' }, key, content);
      }),
    reminder: fc.tuple(person, arbitraryInstant, arbitraryContentOf.reminder).map(([id, day, content]) => {
      const key = { kind: 'reminder', audience: id, about: MESSAGE_KINDS.reminder.about(day) } as const;
      return made({ kind: 'reminder', subscription: `reminder:${id}`, slot: day, of: '' }, key, content);
    }),
    drill: fc.tuple(subscription, draftId, arbitraryContentOf.drill).map(([id, draft, content]) => {
      const key = { kind: 'drill', audience: id, about: MESSAGE_KINDS.drill.about(draft) } as const;
      return made({ kind: 'drill', subscription: id, slot: numberOf(draft), of: '' }, key, content);
    }),
    'own-drill': fc.tuple(person, draftId, arbitraryContentOf['own-drill']).map(([id, draft, content]) => {
      const key = { kind: 'own-drill', audience: id, about: MESSAGE_KINDS['own-drill'].about(draft) } as const;
      return made({ kind: 'drill', subscription: `drill:${id}`, slot: numberOf(draft), of: '' }, key, content);
    }),
  };
  return fc.oneof(...Object.values(kinds));
}

/** The content as it was: of the old kind. */
function made(
  old: Omit<OldDelivery, 'content'>,
  key: Pick<DeliveryKey, 'kind' | 'audience' | 'about'> & Partial<DeliveryKey>,
  content: Content,
): OldAndNew {
  const { kind: _, ...rest } = JSON.parse(encodeContent(content));
  const oldContent = JSON.stringify({ kind: old.kind, ...rest });
  return {
    old: { ...old, content: oldContent },
    key: { position: null, repeat: 0, ...key },
    content: encodeContent(content),
  };
}

/** A correction as it was: `form` said whether it is an edit or a notice. */
function withForm({ timezone, ...rest }: Readonly<Record<string, unknown>>, form: 'edit' | 'notice'): string {
  return JSON.stringify({ kind: 'correction', timezone, form, ...rest });
}

function numberOf(draft: string): number {
  return Number.parseInt(draft.slice(1), 16);
}
