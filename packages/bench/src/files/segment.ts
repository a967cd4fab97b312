import { createHash } from 'node:crypto';

/** First bytes of a file of embeddings. */
const MAGIC = Buffer.from('SLIPEMB1', 'latin1');
const [KEY, SUM] = [32, 32];

/**
 * Embeddings of one batch as bytes: the magic, their width and number (32 bits each, little endian), for each a key of
 * 32 bytes and its numbers (float32, little endian), and the SHA-256 of all that, by which a damaged file is known.
 */
export function packSegment(
  entries: readonly { readonly key: string; readonly vector: Float32Array }[],
): Buffer {
  const width = entries[0]?.vector.length ?? 0;
  const head = Buffer.alloc(MAGIC.length + 8);
  MAGIC.copy(head);
  head.writeUInt32LE(width, MAGIC.length);
  head.writeUInt32LE(entries.length, MAGIC.length + 4);
  const body = entries.flatMap(({ key, vector }) => {
    const numbers = Buffer.alloc(4 * width);
    vector.forEach((value, index) => {
      numbers.writeFloatLE(value, 4 * index);
    });
    return [Buffer.from(key, 'hex'), numbers];
  });
  const content = Buffer.concat([head, ...body]);
  return Buffer.concat([content, createHash('sha256').update(content).digest()]);
}

/** The embeddings by key; undefined where the bytes are not whole. */
export function unpackSegment(bytes: Buffer): Map<string, Float32Array> | undefined {
  const start = MAGIC.length + 8;
  if (bytes.length < start + SUM || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const content = bytes.subarray(0, bytes.length - SUM);
  if (!createHash('sha256').update(content).digest().equals(bytes.subarray(-SUM))) return undefined;
  const width = bytes.readUInt32LE(MAGIC.length);
  const count = bytes.readUInt32LE(MAGIC.length + 4);
  const size = KEY + 4 * width;
  if (content.length !== start + count * size) return undefined;
  const found = new Map<string, Float32Array>();
  for (let index = 0; index < count; index++) {
    const place = start + index * size;
    const vector = new Float32Array(width);
    for (let i = 0; i < width; i++) vector[i] = content.readFloatLE(place + KEY + 4 * i);
    found.set(content.toString('hex', place, place + KEY), vector);
  }
  return found;
}
