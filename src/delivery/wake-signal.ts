/** Wakes a loop that sleeps: after a time, when something was planned, or when it is to stop. */

export interface WakeSignal {
  ring(): void;
  /**
   * Resolves, never before others had their turn, after `ms`, at the next ring (or at once where it rang since the
   * last call), or when `signal` aborts. Never rejects.
   */
  next(ms: number, signal: AbortSignal): Promise<void>;
}

export function createWakeSignal(): WakeSignal {
  let isRung = false;
  let wakeUp = (): void => undefined;
  return {
    ring() {
      isRung = true;
      wakeUp();
    },
    async next(ms, signal) {
      if (isRung || ms <= 0) await new Promise((resolve) => setImmediate(resolve));
      else if (!signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, ms);
        wakeUp = resolve;
        const stop = () => resolve();
        signal.addEventListener('abort', stop);
        await promise;
        signal.removeEventListener('abort', stop);
        clearTimeout(timer);
      }
      isRung = false;
    },
  };
}
