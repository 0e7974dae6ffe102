/** The same question in the same chat within a few seconds: one answer is for all who asked. */

export interface AskedAgain {
  /** Undefined where the question is being answered, or was just now. Otherwise to be called once it was answered. */
  readonly begin: (question: string) => (() => void) | undefined;
}

/** `forMs`: milliseconds after an answer for which it answers the same question of others. */
export function createAskedAgain(forMs: number): AskedAgain {
  const answering = new Set<string>();
  return {
    begin(question) {
      if (answering.has(question)) return undefined;
      answering.add(question);
      return () => {
        if (forMs === 0) answering.delete(question);
        else setTimeout(() => answering.delete(question), forMs).unref();
      };
    },
  };
}
