/** The name of a chat in a sentence: people write it, so it is made visible and set apart. */
import type { Words } from './language.ts';
import { visible } from './visible.ts';

/** `named` is "no" where nobody said what it is called, or nothing of that can be seen. */
export function chatWords(name: string | null | undefined): Words {
  const text = visible(name ?? '').trim();
  return text === '' ? { named: 'no', chat: '' } : { named: 'yes', chat: { kind: 'em', text } };
}
