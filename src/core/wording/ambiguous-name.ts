/** What is asked back where a name may mean several things (R22). */
import { type Offer, UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import type { Named } from './named.ts';

/** How many of the things that a name may mean are listed. */
const MOST_LISTED = 5;

/** `name` is that of the parameter, `found` what `typed` may mean; `offers` makes a button of each that is listed. */
export function ambiguousName(
  name: string,
  typed: string,
  found: readonly Named[],
  offers: (listed: readonly Named[]) => readonly Offer[] = () => [],
): UserError {
  const listed = found.slice(0, MOST_LISTED);
  const options = listed.map(({ id, label }) => (id === label ? `${name}:${id}` : `${name}:${id} (${label})`));
  return new UserError(
    'error-name-ambiguous',
    { name, typed: visible(typed), options: options.join(' · '), more: found.length - listed.length },
    false,
    offers(listed),
  );
}
