/** A clock that never goes back, made of one that is sometimes set. */

/** A clock set back by more than this is not waited for: the time since goes on from where it was. */
const CLOCK_SLACK_MS = 1000;

/** Gives back the time that it is given, or a later one: it stands still for a moment, or goes on from where it was. */
export function createSteadyClock(): (time: number) => number {
  let latest = Number.NEGATIVE_INFINITY;
  let shift = 0;
  return (time) => {
    if (latest - (time + shift) > CLOCK_SLACK_MS) shift = latest - time;
    latest = Math.max(latest, time + shift);
    return latest;
  };
}
