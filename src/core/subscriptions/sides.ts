/** The sides that a subscription can be narrowed to, and all of them. */
import type { Named } from '../wording/named.ts';
import { sideNames } from '../wording/names.ts';
import type { NameContext } from '../wording/wording-context.ts';
import { ALL } from './topics.ts';

/** `ALL` takes the filter away. */
export function sidesOrAll(context: NameContext): readonly Named[] {
  return [{ id: ALL, label: context.language.text('subscribe-all-sides'), aliases: ['both'] }, ...sideNames(context)];
}

/** The side by its id; null for all. */
export function sideOf(id: string): string | null {
  return id === ALL ? null : id;
}
