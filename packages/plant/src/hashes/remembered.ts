/**
 * A function that keeps its answers. When it holds as many as it may, it forgets them all, so that a hostile stream of new
 * words fills no memory.
 *
 * @param answer may give `undefined`, but not `null`
 * @param most how many answers are kept. Default: all
 */
export function remembered<K, V>(answer: (key: K) => V, most = Number.POSITIVE_INFINITY): (key: K) => V {
  const known = new Map<K, V | null>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      if (known.size >= most) known.clear();
      found = answer(key) ?? null;
      known.set(key, found);
    }
    return (found ?? undefined) as V;
  };
}
