/** Captions by image in flat memory: the text itself and some 40 bytes for each caption. */
export interface SiblingStore {
  add(imageId: string, caption: string): void;
  /** All captions of an image, in the order of the file. */
  captionsOf(imageId: string): string[];
}

const chunkSize = 4 * 1024 * 1024;

/** Makes an empty store: a hash table of image ids, a chain of captions for each, texts as UTF-8 in large chunks. */
export function createSiblingStore(): SiblingStore {
  const images = createHashTable();
  const chunks: Buffer[] = [];
  let used = chunkSize;
  let count = 0;
  // Of each caption: its chunk, where it starts there, its bytes, and the caption of the image before it (+ 1).
  let entries = new Uint32Array(4 * 1024);

  return {
    add(imageId, caption) {
      const length = Buffer.byteLength(caption);
      if (chunks.length === 0 || used + length > chunkSize) {
        chunks.push(Buffer.allocUnsafe(Math.max(chunkSize, length)));
        used = 0;
      }
      const at = images.slotOf(imageId);
      chunks.at(-1)!.write(caption, used);
      if (4 * (count + 1) > entries.length) {
        const larger = new Uint32Array(entries.length * 2);
        larger.set(entries);
        entries = larger;
      }
      entries.set([chunks.length - 1, used, length, images.values[at]!], 4 * count);
      used += length;
      count += 1;
      images.values[at] = count;
    },
    captionsOf(imageId) {
      const captions: string[] = [];
      for (let entry = images.valueOf(imageId); entry > 0; ) {
        const [chunk = 0, start = 0, length = 0, before = 0] = entries.subarray(4 * (entry - 1), 4 * entry);
        captions.push(chunks[chunk]!.toString('utf8', start, start + length));
        entry = before;
      }
      return captions.reverse();
    },
  };
}

export interface HashTable {
  /** One number for each slot, 0 at first. */
  readonly values: Uint32Array;
  /** The slot of a key, made if need be; good until the next call. */
  slotOf(key: string): number;
  /** The number of a key, 0 if it has none. */
  valueOf(key: string): number;
}

/**
 * An open-addressing table from text to a number that keeps a hash of 64 bits in place of the text: 24 bytes a key at
 * most. Two of a million keys are taken for one with a chance of 1 in 30 million.
 */
export function createHashTable(): HashTable {
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
  return {
    get values() {
      return values;
    },
    slotOf(key) {
      if (2 * used >= size) grow();
      const a = hash(key, 0x811c9dc5);
      const b = hash(key, 0x5bd1e995) || 1;
      const at = find(a, b);
      if (high[at] === 0) used += 1;
      [low[at], high[at]] = [a, b];
      return at;
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
