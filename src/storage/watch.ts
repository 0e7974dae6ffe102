/** Listeners that are called when the ledger may have grown. */

export interface Watch {
  /** Calls `listener` whenever something may have been appended, also when nothing was. Returns what ends that. */
  readonly watch: (listener: () => void) => () => void;
  /** Calls all listeners. */
  readonly notify: () => void;
}

export function createWatch(): Watch {
  const listeners = new Set<{ readonly call: () => void }>();
  return {
    watch(listener) {
      const one = { call: listener };
      listeners.add(one);
      return () => void listeners.delete(one);
    },
    notify() {
      for (const { call } of listeners) call();
    },
  };
}
