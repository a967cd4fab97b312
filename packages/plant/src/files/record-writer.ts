import { gzipSync } from 'node:zlib';
import { isGzip } from '@slipform/kit/files/is-gzip';
import { counted } from '@slipform/kit/text/format-number';
import type { FieldNames } from './file-caption';
import { openInput } from './open-input';
import type { ByteSink, Encoded, EncodeOptions, MinedCaption, RecordWriter } from './record-format';

/**
 * Who completes the blocks of a format.
 *
 * @param input the shard whose samples are copied, if they are
 */
export async function createRecordWriter(
  output: ByteSink,
  { format, tuples, gzip, copiesSamples, keepsAll, kept }: EncodeOptions,
  input: string,
  fields: FieldNames,
): Promise<RecordWriter> {
  if (format === 'parquet') {
    const { columnsWith, createParquetWriter } = await import('./write-parquet');
    const columns = tuples ? (await import('./write-tuples')).tupleColumns(tuples) : columnsWith(kept);
    return createParquetWriter(output, columns);
  }
  const write = (bytes: Uint8Array) => output.write(gzip ? gzipSync(bytes) : bytes);
  if (format === 'tsv') return createTsvWriter(write, keepsAll, Object.keys(kept ?? {}));
  if (format === 'tar' && copiesSamples) return createCopyingWriter(write, input, fields);
  const end =
    format === 'tar' ? (await import('@slipform/kit/formats/write-tar')).endOfTar : new Uint8Array(0);
  return {
    start: async () => {},
    async append(block) {
      if ('bytes' in block) await output.write(block.bytes);
    },
    async finish() {
      // A gzip file of nothing is still a gzip file.
      if (end.length > 0 || (gzip && output.position === 0)) await write(end);
    },
  };
}

async function createTsvWriter(
  write: (bytes: Uint8Array) => Promise<void>,
  keepsAll: boolean,
  kept: readonly string[],
): Promise<RecordWriter> {
  const { completeTsv, tsvHeader } = await import('./write-tsv');
  let rows = 0;
  return {
    start: () => write(Buffer.from(tsvHeader(keepsAll, kept))),
    async append(block) {
      if (!('rows' in block) || block.rows.length === 0) return;
      await write(Buffer.from(completeTsv(block, rows)));
      rows += block.rows.length;
    },
    finish: async () => {},
  };
}

async function createCopyingWriter(
  write: (bytes: Uint8Array) => Promise<void>,
  input: string,
  fields: FieldNames,
): Promise<RecordWriter> {
  const { createSampleCopier } = await import('./write-tar');
  const { endOfTar } = await import('@slipform/kit/formats/write-tar');
  const bytes = await openInput(input).openAnywhere();
  const isPacked = isGzip(await bytes.read(0, Math.min(2, bytes.size)));
  if (isPacked) await bytes.close();
  const pictures = isPacked ? undefined : bytes;
  const copier = createSampleCopier(openInput(input).stream, input, fields, pictures);
  let without = 0;
  return {
    start: async () => {},
    async append(block) {
      if (!('samples' in block)) return;
      for (const { picture } of block.samples) {
        if (picture === null || (picture && !pictures)) without += 1;
      }
      for await (const bytes of copier.copy(block)) await write(bytes);
    },
    async finish() {
      await copier.close();
      await write(endOfTar);
      if (without === 0) return;
      process.stderr.write(
        `slipform-plant: ${input}: ${counted(without, 'natural partner')} without a picture beside the negative, ${
          pictures
            ? 'since their samples have none'
            : "since a packed shard can't be read at any place; gunzip it first"
        }.\n`,
      );
    },
  };
}

/** Turns a block's captions and negatives into what its writer takes. */
export async function encodeBlock(block: readonly MinedCaption[], options: EncodeOptions): Promise<Encoded> {
  const encoded = await encodeAs(block, options);
  const isWhole = 'bytes' in encoded && !('group' in encoded);
  if (!options.gzip || !isWhole || encoded.bytes.length === 0) return encoded;
  return { ...encoded, bytes: gzipSync(encoded.bytes) };
}

async function encodeAs(
  block: readonly MinedCaption[],
  { format, tuples, copiesSamples, keepsAll, kept, key }: EncodeOptions,
): Promise<Encoded> {
  if (tuples && (format === 'jsonl' || format === 'parquet'))
    return (await import('./write-tuples')).encodeTuples(block, format, tuples);
  if (format === 'jsonl') return (await import('./write-jsonl')).encodeJsonl(block);
  if (format === 'tsv')
    return (await import('./write-tsv')).encodeTsv(block, keepsAll, Object.keys(kept ?? {}));
  if (format === 'parquet') return (await import('./write-parquet')).encodeParquet(block, kept);
  const tar = await import('./write-tar');
  return copiesSamples ? tar.encodeAdditions(block) : tar.encodeTar(block, key);
}
