/** Whose question is worked on next, when more is asked than can be answered at once. */
export interface Turns {
  /**
   * What `work` comes to, begun when it is this person's turn: people take turns, whatever each of them asks, and of
   * one person the newest question comes first.
   */
  take<T>(person: string, work: () => Promise<T>): Promise<T>;
  /** As `take`, for what each letter typed asks: undefined, and not begun, where the person asked anew since. */
  takeNewest<T>(person: string, work: () => Promise<T>): Promise<T | undefined>;
}
