// Bytes as text in which the same bytes are the same characters wherever they stand, so that gzip finds what two
// binaries share (base64 shows the same bytes in three ways: half as much again after gzip, or twice).

/** Printable characters that a string literal holds as they are. */
const characters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (character) => !'\'"`\\$'.includes(character),
);
/** The last of them begin a pair; a byte that is frequent is one of the others. */
const shifts = 3;
const singles = characters.length - shifts;

/** Text for several lists of bytes, and the bytes that are one character in it, the most frequent ones, in hex. */
export function toText(lists: readonly Uint8Array[]): {
  readonly frequent: string;
  readonly texts: string[];
} {
  const counts = new Array<number>(256).fill(0);
  for (const bytes of lists) for (const byte of bytes) counts[byte]! += 1;
  const byCount = counts.map((_, byte) => byte).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const frequent = byCount
    .slice(0, singles)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const codes = new Map(order(frequent).map((byte, place) => [byte, codeOf(place)]));
  return { frequent, texts: lists.map((bytes) => Array.from(bytes, (byte) => codes.get(byte)).join('')) };
}

/** The bytes of such a text. */
export function fromText(text: string, frequent: string): Uint8Array<ArrayBuffer> {
  const bytes = order(frequent);
  const places = new Map(characters.map((character, place) => [character, place]));
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const place = places.get(text[i]!)!;
    if (place < singles) found.push(bytes[place]!);
    else found.push(bytes[singles + (place - singles) * characters.length + places.get(text[++i]!)!]!);
  }
  return Uint8Array.from(found);
}

/** All bytes, the frequent ones first. */
function order(frequent: string): number[] {
  const first = Array.from({ length: singles }, (_, i) =>
    Number.parseInt(frequent.slice(2 * i, 2 * i + 2), 16),
  );
  const known = new Set(first);
  return [...first, ...Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !known.has(byte))];
}

function codeOf(place: number): string {
  if (place < singles) return characters[place]!;
  const rest = place - singles;
  return characters[singles + Math.floor(rest / characters.length)]! + characters[rest % characters.length]!;
}
