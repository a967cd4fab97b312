/** Calls `work` with each, as many at a time as their threads fit the cores, and one at least. */
export async function eachWithinCores<T extends { readonly threads: number }>(
  items: readonly T[],
  cores: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let free = cores;
  const running = new Set<Promise<void>>();
  for (const item of items) {
    const needed = Math.min(item.threads, cores);
    while (free < needed) await Promise.race(running);
    free -= needed;
    const one: Promise<void> = work(item).finally(() => {
      free += needed;
      running.delete(one);
    });
    running.add(one);
  }
  await Promise.all(running);
}
