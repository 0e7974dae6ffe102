/** The platforms' own clock: the real one, with which the SDKs compare ids and times, or one that a test holds. */

let heldAt: number | undefined;

/** Unix time in ms. */
export function platformNow(): number {
  return heldAt ?? Date.now();
}

export interface HeldClock {
  readonly forward: (ms: number) => void;
  readonly release: () => void;
}

/** Stops the clock of all fakes of this process until it is released: a second then lasts as long as a test needs. */
export function holdPlatformClock(): HeldClock {
  let now = Date.now();
  heldAt = now;
  return {
    forward(ms) {
      now += ms;
      heldAt = now;
    },
    release() {
      heldAt = undefined;
    },
  };
}
