/** Remembers the results of a pure function, so that equal arguments are worked out once. */

/**
 * Arguments are the same if they are equal as JSON. `rest` must follow from the argument: it does not count. At most
 * `most` results are kept, and the oldest is forgotten first. What throws is tried again.
 */
export function memoise<T, Rest extends readonly unknown[], R>(
  work: (of: T, ...rest: Rest) => R,
  most = Number.POSITIVE_INFINITY,
): (of: T, ...rest: Rest) => R {
  const known = new Map<string, { readonly result: R }>();
  return (of, ...rest) => {
    const key = JSON.stringify(of);
    const earlier = known.get(key);
    if (earlier) return earlier.result;
    const result = work(of, ...rest);
    const [oldest] = known.size >= most ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(key, { result });
    return result;
  };
}

/**
 * What follows from an object that never changes, such as a dossier or one of its maps: worked out for each when it is
 * first asked for, and forgotten with it. `rest` must follow from the object: it does not count.
 */
export function onceFor<T extends object, Rest extends readonly unknown[], R>(
  work: (of: T, ...rest: Rest) => R,
): (of: T, ...rest: Rest) => R {
  const known = new WeakMap<T, { readonly result: R }>();
  return (of, ...rest) => {
    const earlier = known.get(of);
    if (earlier) return earlier.result;
    const result = work(of, ...rest);
    known.set(of, { result });
    return result;
  };
}

/**
 * What follows from a list of such objects: worked out once for lists of the same ones in one order. Of lists that
 * begin with one object the newest `most` are kept, and forgotten with it.
 */
export function onceForList<T extends object, R>(
  work: (list: readonly T[]) => R,
  most: number,
): (list: readonly T[]) => R {
  const beginning = onceFor((_first: T): { readonly list: readonly T[]; readonly result: R }[] => []);
  return (list) => {
    const [first] = list;
    if (!first) return work(list);
    const known = beginning(first);
    const isSame = (other: readonly T[]) => other.length === list.length && other.every((one, at) => one === list[at]);
    const earlier = known.find((one) => isSame(one.list));
    if (earlier) return earlier.result;
    const result = work(list);
    known.unshift({ list, result });
    known.splice(most);
    return result;
  };
}

/** Longest text whose results are kept, in UTF-16 units. */
const LONGEST_KEPT = 200;
/** With what follows from each: a few MB. */
const MOST_TEXTS = 10_000;

/**
 * What follows from a text that is asked for again and again, such as a name: worked out once. All are forgotten where
 * there is no more room, as people may type anything.
 */
export function onceForText<R>(work: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return work(text);
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const result = work(text);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, result);
    return result;
  };
}
