/** What is asked back where a name may mean several things (R22). */
import type { RawArguments } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import type { Named } from './named.ts';

/** How many of the things that a name may mean are listed. */
const MOST_LISTED = 5;

/** `name` is that of the parameter, `found` what `typed` may mean; with `raw`, all arguments, each can be chosen. */
export function ambiguousName(name: string, typed: string, found: readonly Named[], raw?: RawArguments): UserError {
  const listed = found.slice(0, MOST_LISTED);
  const options = listed.map(({ id, label }) => (id === label ? `${name}:${id}` : `${name}:${id} (${label})`));
  const isLong = found.length > listed.length;
  return new UserError(
    'error-name-ambiguous',
    { name, typed: visible(typed), options: options.join(' · '), more: found.length - listed.length },
    false,
    raw && !isLong ? listed.map(({ id, label }) => ({ label, args: { ...raw, [name]: id } })) : [],
    raw && isLong
      ? { args: raw, param: name, options: found.map(({ id, label }) => ({ value: id, label })) }
      : undefined,
  );
}
