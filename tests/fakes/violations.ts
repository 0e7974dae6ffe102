/** The list of everything a bot sent that the real platform would not have taken, or that this project forbids. */

/** One breach: `rule` is a stable name for tests, `where` the route or method, `detail` what is wrong. */
export type Violation = { readonly rule: string; readonly where: string; readonly detail: string };

export type Violations = {
  readonly all: readonly Violation[];
  readonly add: (found: readonly Violation[]) => void;
  readonly expect: () => void;
  readonly throwIfUnexpected: () => void;
  /** Lets a failed wait say what the bot was refused: mostly that is why nothing came. */
  readonly explain: <T>(waiting: Promise<T>) => Promise<T>;
};

/** A bench that goes wrong goes wrong often. */
const kept = 1000;

/** Collects breaches; `expect()` is the hatch for a test that wants to see one. */
export function createViolations(platform: string): Violations {
  const all: Violation[] = [];
  let expected = false;
  const lines = (): string => all.map(({ rule, where, detail }) => `\n- ${rule} in ${where}: ${detail}`).join('');
  return {
    all,
    add: (found) => void all.push(...found.slice(0, kept - all.length)),
    expect: () => {
      expected = true;
    },
    throwIfUnexpected() {
      if (expected || all.length === 0) return;
      throw new Error(`fake ${platform} saw ${all.length} violation(s):${lines()}`);
    },
    async explain(waiting) {
      try {
        return await waiting;
      } catch (error) {
        if (all.length === 0) throw error;
        const words = error instanceof Error ? error.message : String(error);
        throw new Error(`${words}; the bot was refused:${lines()}`, { cause: error });
      }
    },
  };
}
