/** A reply's title apart from its blocks. */
import type { Reply } from './reply.ts';

/** A heading that a reply without a title begins with is its title. */
export function titleOf({ title, blocks }: Pick<Reply, 'title' | 'blocks'>): Pick<Reply, 'title' | 'blocks'> {
  const [first, ...others] = blocks;
  if (title) return { title, blocks };
  return first?.kind === 'heading' ? { title: first.spans, blocks: others } : { blocks };
}
