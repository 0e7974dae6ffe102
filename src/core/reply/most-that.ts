/** The most of something that there is room for, found in few steps: rendering a page to see takes its time. */

/**
 * The greatest count up to `end` that `fits`, and 0 where 1 does not; where a count fits, so does each smaller one.
 * `guess` is where the search begins.
 */
export function mostThat(fits: (count: number) => boolean, end: number, guess: number): number {
  let [fitting, step] = [0, 1];
  let tooMany = Math.min(guess, end);
  while (tooMany > fitting && fits(tooMany)) {
    fitting = tooMany;
    tooMany = Math.min(fitting + step, end);
    step *= 2;
  }
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}
