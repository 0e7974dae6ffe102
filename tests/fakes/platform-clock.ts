/** The platforms' own clock, in Unix ms: the real one, as the SDKs compare the times in ids and answers with it. */

export function platformNow(): number {
  return Date.now();
}
