import type { Random } from '../statistics/random';

/** A sample of a stream in which each item is as likely as any other, in the order of the stream (Vitter's R). */
export function createReservoir<T>(size: number, random: Random) {
  const kept: { readonly place: number; readonly item: T }[] = [];
  let seen = 0;
  return {
    offer(item: T) {
      if (kept.length < size) kept.push({ place: seen, item });
      else {
        const at = random.below(seen + 1);
        if (at < size) kept[at] = { place: seen, item };
      }
      seen += 1;
    },
    sample: (): T[] => [...kept].sort((a, b) => a.place - b.place).map(({ item }) => item),
  };
}
