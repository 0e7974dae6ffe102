/** A subscription's settings in words: what /subscribe confirms and /subscription shows. */
import type { CommandContext } from '../chat/command.ts';
import type { Block } from '../chat/reply.ts';
import type { Subscription } from './subscription.ts';

/** What is in force: schedule with its next times, filters, alerts, quiet hours, board. */
export function settingsBlocks(_subscription: Subscription, _context: CommandContext): readonly Block[] {
  return [];
}
