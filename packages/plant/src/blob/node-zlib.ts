// What stands in the place of `node:zlib` in the bundle for browsers, for the pages of Parquet; see tsup.config.ts.
import { compressors } from 'hyparquet-compressors';

interface Limit {
  readonly maxOutputLength: number;
}

export const gunzipSync = (input: Uint8Array, { maxOutputLength }: Limit) =>
  compressors.GZIP!(input, maxOutputLength);
/** The same decompressor knows bytes without gzip's head. */
export const inflateRawSync = (input: Uint8Array, limit: Limit) => gunzipSync(input, limit);
export const brotliDecompressSync = (input: Uint8Array, { maxOutputLength }: Limit) =>
  compressors.BROTLI!(input, maxOutputLength);
