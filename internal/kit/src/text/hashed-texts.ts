/** Numbers of texts, of which only a hash is kept. */
export interface HashedTexts {
  /** One number for each slot, 0 at first. */
  readonly values: Uint32Array;
  /** The slot of a key, made if need be; good until the next call. */
  slotOf(key: string): number;
  /** The number of a key, 0 if it has none. */
  valueOf(key: string): number;
  /** Whether a key has had no number; from now on it is 1. */
  isNew(key: string): boolean;
}

/**
 * An open-addressing table from text to a number that keeps a hash of 64 bits in place of the text: 24 bytes a key at
 * most. Two of a million keys are taken for one with a chance of 1 in 30 million.
 */
export function createHashedTexts(): HashedTexts {
  let size = 1024;
  let used = 0;
  let low = new Uint32Array(size);
  let high = new Uint32Array(size);
  let values = new Uint32Array(size);

  const find = (a: number, b: number): number => {
    let at = a & (size - 1);
    while (high[at] !== 0 && (low[at] !== a || high[at] !== b)) at = (at + 1) & (size - 1);
    return at;
  };
  const grow = () => {
    const [oldLow, oldHigh, oldValues] = [low, high, values];
    size *= 2;
    [low, high, values] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
    for (const [i, b] of oldHigh.entries()) {
      if (b === 0) continue;
      const at = find(oldLow[i]!, b);
      [low[at], high[at], values[at]] = [oldLow[i]!, b, oldValues[i]!];
    }
  };
  const slotOf = (key: string): number => {
    if (2 * used >= size) grow();
    const a = hash(key, 0x811c9dc5);
    const b = hash(key, 0x5bd1e995) || 1;
    const at = find(a, b);
    if (high[at] === 0) used += 1;
    [low[at], high[at]] = [a, b];
    return at;
  };
  return {
    get values() {
      return values;
    },
    slotOf,
    isNew(key) {
      const at = slotOf(key);
      if (values[at] !== 0) return false;
      values[at] = 1;
      return true;
    },
    valueOf: (key) => values[find(hash(key, 0x811c9dc5), hash(key, 0x5bd1e995) || 1)]!,
  };
}

/** FNV-1a over UTF-16 code units with murmur3's finaliser (Fowler, Noll, Vo; Appleby), both in the public domain. */
function hash(text: string, start: number): number {
  let value = start;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
