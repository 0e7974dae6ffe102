/** The same question in the same chat within a few seconds: one answer is for all who asked. */

/** Milliseconds after an answer for which it answers the same question of others. */
const ANSWERS_FOR_MS = 3000;

export interface AskedAgain {
  /** Undefined where the question is being answered, or was just now. Otherwise to be called once it was answered. */
  readonly begin: (question: string) => (() => void) | undefined;
}

export function createAskedAgain(): AskedAgain {
  const answering = new Set<string>();
  return {
    begin(question) {
      if (answering.has(question)) return undefined;
      answering.add(question);
      return () => setTimeout(() => answering.delete(question), ANSWERS_FOR_MS).unref();
    },
  };
}
