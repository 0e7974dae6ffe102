/** One empty database for a contract suite's test, and handles on it that are closed when the test is over. */
import { afterEach, beforeEach } from 'vitest';
import type { OpenedStore } from '../../src/storage/opened-store.ts';

/** One empty database: `open` gives another handle on it, `remove` deletes it once all handles are closed. */
export interface DatabaseUnderTest {
  open(clock?: () => number): Promise<OpenedStore>;
  remove(): Promise<void>;
}

/** To be called inside `describe`: every test then has a database of its own, with one handle open. */
export function eachOnItsOwn(create: () => Promise<DatabaseUnderTest>): {
  readonly store: () => OpenedStore;
  readonly open: () => Promise<OpenedStore>;
} {
  let database: DatabaseUnderTest;
  let handles: OpenedStore[] = [];
  const open = async () => {
    const handle = await database.open();
    handles.push(handle);
    return handle;
  };
  beforeEach(async () => {
    database = await create();
    handles = [];
    await open();
  });
  afterEach(async () => {
    await Promise.all(handles.map((handle) => handle.close()));
    await database.remove();
  });
  return {
    open,
    store() {
      const [first] = handles;
      if (first === undefined) throw new Error('Nothing is open');
      return first;
    },
  };
}
