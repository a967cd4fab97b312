import { gzipSync } from 'node:zlib';
import type { Encoded, EncodeOptions, MinedCaption } from './record-format';
import type { ReadUnits } from './write-units';

/**
 * Turns a block's captions and negatives into what its writer takes.
 *
 * @param unitsOf reads captions, where `options.units`
 */
export async function encodeBlock(
  block: readonly MinedCaption[],
  options: EncodeOptions,
  unitsOf?: ReadUnits,
): Promise<Encoded> {
  const encoded = await encodeAs(block, options, unitsOf);
  const isWhole = 'bytes' in encoded && !('group' in encoded);
  if (!options.gzip || !isWhole || encoded.bytes.length === 0) return encoded;
  return { ...encoded, bytes: gzipSync(encoded.bytes) };
}

async function encodeAs(
  block: readonly MinedCaption[],
  { format, tuples, copiesSamples, keepsAll, kept, key }: EncodeOptions,
  unitsOf: ReadUnits | undefined,
): Promise<Encoded> {
  if (unitsOf) return (await import('./write-units')).encodeUnits(block, unitsOf);
  if (tuples && (format === 'jsonl' || format === 'parquet'))
    return (await import('./write-tuples')).encodeTuples(block, format, tuples);
  if (format === 'jsonl') return (await import('./write-jsonl')).encodeJsonl(block);
  if (format === 'tsv')
    return (await import('./write-tsv')).encodeTsv(block, keepsAll, Object.keys(kept ?? {}));
  if (format === 'parquet') return (await import('./write-parquet')).encodeParquet(block, kept);
  const tar = await import('./write-tar');
  return copiesSamples ? tar.encodeAdditions(block) : tar.encodeTar(block, key);
}
