/** Where answers to people wait for the limits of a platform, as its adapter sees it. */
export interface AnswerLane {
  /** When somebody who asks now will not wait any more, in ms of the lane's own clock. */
  patience(): number;
  /**
   * Resolves to true when an answer may leave for the place, which then counts as sent; to false once that cannot be
   * before `until` of the lane's clock. Never where the bot is stopped meanwhile.
   */
  turn(place: string, until: number): Promise<boolean>;
  /** The platform asked to wait before the chat of the place gets more, in ms. */
  throttled(place: string, waitMs: number): void;
}
