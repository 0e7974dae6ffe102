/** Calls back at every full minute, UTC; what is due is in the database, and a tick only says "look". */
import { createTask, type TaskContext } from 'node-cron';

/**
 * Calls `onTick` at every full minute until the returned function is called. A minute that passed while the process was
 * busy ticks late instead of never: node-cron drops it and says so. No two ticks overlap.
 */
export function tickEachMinute(onTick: () => Promise<void>): () => void {
  const task = createTask('* * * * *', () => onTick(), {
    timezone: 'UTC',
    noOverlap: true,
    name: 'minute',
    suppressMissedWarning: true,
  });
  task.on('execution:missed', (_context: TaskContext) => void onTick());
  void task.start();
  return () => void task.destroy();
}
