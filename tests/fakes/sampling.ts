/** Which requests are checked against the schemas: all, or the first of each route where a bench measures time. */

export type Checks = 'all' | 'first-100';

/** Tells whether a request to this route is still to be checked. */
export function createSampling(checks: Checks): (route: string) => boolean {
  if (checks === 'all') return () => true;
  const seen = new Map<string, number>();
  return (route) => {
    const before = seen.get(route) ?? 0;
    if (before < 100) seen.set(route, before + 1);
    return before < 100;
  };
}
