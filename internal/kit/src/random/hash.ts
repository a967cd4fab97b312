// The hashes that seeds are made of. A change here changes what every seed gives, and so every file that a seed made.

/** MurmurHash3's last step (Appleby, public domain): each bit of the value moves about half of the result's. Signed. */
export function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * FNV-1a over a text's UTF-16 code units (Fowler, Noll and Vo, public domain), then `mix`. Signed.
 *
 * @param start another start gives another hash of the same text
 */
export function hashText(text: string, start = 0): number {
  let hash = start ^ FNV_OFFSET;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mix(hash);
}

/** A hash of numbers in their order; integers up to 2⁵³ count with all their bits. Signed. */
export function hashNumbers(numbers: readonly number[]): number {
  let hash = FNV_OFFSET;
  for (const number of numbers) {
    hash = mix(hash ^ (number >>> 0));
    hash = mix(hash ^ Math.floor(number / 2 ** 32));
  }
  return hash;
}

/** The seed of one of several streams of numbers of a seed: `stream` names what they are for. Signed. */
export function streamSeed(seed: number, stream: string): number {
  return hashText(stream, Math.imul(seed, 0x9e3779b1));
}
