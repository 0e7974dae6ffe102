/** Addresses of sources, compared by the page that they lead to. Nothing is fetched. */

/**
 * Whether both lead to the same page: `www.`, a slash at the end, a fragment and what counts visitors make no
 * difference.
 */
export function isSamePage(a: string, b: string): boolean {
  return plainAddress(a) === plainAddress(b);
}

export function plainAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const counters = [...url.searchParams.keys()].filter((name) => /^(?:utm_|fbclid)/u.test(name));
  for (const name of counters) url.searchParams.delete(name);
  return `${url.hostname.replace(/^www\./u, '')}${url.pathname.replace(/\/+$/u, '')}${url.search}`;
}
