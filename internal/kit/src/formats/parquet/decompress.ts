import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib';
import type { CompressionCodec } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { ParquetFault } from './byte-source';

/**
 * The bytes of a page, which its header says to be `size`: no decompressor makes more than that, whatever the
 * compressed bytes ask for.
 *
 * @throws {ParquetFault} for a codec that cannot be read; anything else for broken bytes
 */
export function decompress(input: Uint8Array, size: number, codec: CompressionCodec): Uint8Array {
  if (codec === 'UNCOMPRESSED') return input;
  if (size === 0) return new Uint8Array(0);
  const read = codecs[codec];
  if (read === undefined)
    throw new ParquetFault(`it is compressed with ${codec}, which cannot be read here; use zstd or snappy`);
  return read(input, size);
}

const limit = (size: number) => ({ maxOutputLength: size });

const codecs: { readonly [K in CompressionCodec]?: (input: Uint8Array, size: number) => Uint8Array } = {
  GZIP: (input, size) =>
    input[0] === 0x1f && input[1] === 0x8b
      ? gunzipSync(input, limit(size))
      : inflateRawSync(input, limit(size)),
  BROTLI: (input, size) => brotliDecompressSync(input, limit(size)),
  ZSTD: (input, size) => compressors.ZSTD!(withContentSize(input, size), size),
  // These write into a buffer of the size that they are given.
  SNAPPY: (input, size) => compressors.SNAPPY!(input, size),
  LZ4: (input, size) => compressors.LZ4!(input, size),
  LZ4_RAW: (input, size) => compressors.LZ4_RAW!(input, size),
};

/**
 * One zstd frame (RFC 8878, 3.1.1) whose header says its content's size. Where it says so, the decompressor
 * writes into a buffer of that size; without it, it makes as much as the blocks ask for.
 */
function withContentSize(input: Uint8Array, size: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (view.getUint32(0, true) !== 0xfd2fb528) throw new Error('no zstd frame');
  const descriptor = view.getUint8(4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!;
  const sizeBytes = sizeFlag === 0 ? (isSingleSegment ? 1 : 0) : 2 ** sizeFlag;
  const sizeAt = 5 + (isSingleSegment ? 0 : 1) + dictionaryBytes;
  const blocks = sizeAt + sizeBytes;
  const end = frameEnd(view, blocks) + (descriptor & 4 ? 4 : 0);
  if (end > input.length) throw new Error('the zstd frame ends too early');
  const said = [
    () => (sizeBytes === 1 ? view.getUint8(sizeAt) : size),
    () => view.getUint16(sizeAt, true) + 256,
    () => view.getUint32(sizeAt, true),
    () => Number(view.getBigUint64(sizeAt, true)),
  ][sizeFlag]!();
  if (said !== size) throw new Error('the zstd frame has another size');
  if (sizeBytes > 0) return input.subarray(0, end);
  const sized = new Uint8Array(end + 4);
  sized.set(input.subarray(0, sizeAt));
  sized[4] = descriptor | 0x80;
  new DataView(sized.buffer).setUint32(sizeAt, size, true);
  sized.set(input.subarray(sizeAt, end), sizeAt + 4);
  return sized;
}

/** Index behind the last block of a zstd frame. */
function frameEnd(view: DataView, blocks: number): number {
  for (let at = blocks; ; ) {
    const header = view.getUint8(at) | (view.getUint16(at + 1, true) << 8);
    const isRun = ((header >> 1) & 3) === 1;
    at += 3 + (isRun ? 1 : header >> 3);
    if (header & 1) return at;
  }
}
