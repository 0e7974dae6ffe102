/** What work costs in CPU time: unlike time on the clock it does not grow because others use the machine. */

/** Milliseconds of this thread, in its own code and in the system's, that a piece of work took. */
export function cpuMs(work: () => void): number {
  const done = cpuTimer();
  work();
  return done();
}

/** For asynchronous work: returns a function that tells the milliseconds since. What else ran in between counts too. */
export function cpuTimer(): () => number {
  const start = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
}
