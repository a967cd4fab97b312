import { InputError } from '@slipform/concreteness';
import { type Format, formatOf } from '../files/caption-format';
import type { FieldNames, Problem } from '../files/file-caption';
import { lookAhead } from '../files/find-siblings';
import { type MinedCaption, minedCaptions } from '../files/record-format';
import { encodeJsonl } from '../files/write-jsonl';
import { completeTsv, encodeTsv, tsvHeader } from '../files/write-tsv';
import type { HardNegative } from '../hard-negative';
import { Miner } from '../miner';
import { type PlainOptions, plainOptions, resolveOptions } from '../options';
import { readJobs } from '../run/read-jobs';
import { blockSize } from '../sites/cut-into-blocks';
import { type PlantStats, Tally } from '../stats';
import { blobSource } from './blob-source';

/** What a browser can write: the records as JSON lines, or NegCLIP's TSV. */
export type BlobOutput = 'jsonl' | 'tsv';

export interface MineBlobOptions extends PlainOptions {
  /** Names the format, and the file in messages. Default: the blob's own name, if it is a `File`. */
  readonly name?: string | undefined;
  /** Default: by the name. */
  readonly format?: Format | undefined;
  /** Default: `jsonl`. */
  readonly outputFormat?: BlobOutput | undefined;
  /** Fields or columns of the file, if they have other names than the usual ones. */
  readonly captionField?: string | undefined;
  readonly idField?: string | undefined;
  readonly imageField?: string | undefined;
  /** A row for each caption, also for one without a negative. Default: false. */
  readonly keepAll?: boolean | undefined;
  /** Goes on where a line is no UTF-8, which else ends the run. Default: false. */
  readonly skipInvalid?: boolean | undefined;
  /** How many captions are mined together. Default: 16,384. */
  readonly blockSize?: number | undefined;
  /** Is called with a sentence for each line that is left out, and for what is odd about the file. */
  readonly onProblem?: ((sentence: string) => void) | undefined;
  /** Is called while the file is read: first it is looked through once, then it is mined. */
  readonly onRead?: ((phase: 'look' | 'mine', bytes: number, of: number) => void) | undefined;
}

/** What was mined of one block. */
export interface MinedPart {
  /** The next bytes of the output; all parts together are what `slipform-plant mine` writes. */
  readonly bytes: Uint8Array;
  readonly records: readonly HardNegative[];
  /** Of all blocks so far. */
  readonly stats: PlantStats;
  /** Lines that were left out so far. */
  readonly brokenLines: number;
}

/**
 * Mines a file that a browser has (dropped, chosen, or made in the page) as `slipform-plant mine` does one on the disk: the
 * same formats, gzip or not, and with the same options the same bytes. It is read as a stream, twice, and the output comes
 * block by block, so that no file is too large; held are a block, and the captions of images whose captions lie apart. It
 * computes for seconds at a time: call it in a worker.
 *
 * @throws {InputError} one sentence, for an option out of its range, and a file that can't be read or has no caption
 * @example
 * const parts = [];
 * for await (const { bytes } of mineBlob(file, { seed: 0 })) parts.push(bytes);
 * const records = new Blob(parts, { type: 'application/jsonl' });
 */
export async function* mineBlob(blob: Blob, options: MineBlobOptions = {}): AsyncGenerator<MinedPart> {
  try {
    yield* mineNamed(blob, options);
  } catch (error) {
    throw InputError.isInstance(error) ? new InputError(inOptions(error.message)) : error;
  }
}

async function* mineNamed(blob: Blob, options: MineBlobOptions): AsyncGenerator<MinedPart> {
  const { outputFormat = 'jsonl', keepAll = false, skipInvalid = false, onRead } = options;
  const onProblem = (sentence: string) => options.onProblem?.(inOptions(sentence));
  const name = options.name ?? ('name' in blob && typeof blob.name === 'string' ? blob.name : 'the blob');
  const format = options.format ?? formatOf(name);
  const fields: FieldNames = {
    caption: options.captionField,
    id: options.idField,
    imageId: options.imageField,
  };
  const tally = new Tally();
  const miner = new Miner(resolveOptions(plainOptions(options)), tally, []);
  let phase: 'look' | 'mine' = 'look';
  const source = blobSource(blob, name, (bytes) => onRead?.(phase, bytes, blob.size));
  let brokenLines = 0;
  const report = ({ message, isEncoding = false }: Problem) => {
    if (isEncoding && !skipInvalid) throw new InputError(`${name} ${message}; save it as UTF-8.`);
    brokenLines += 1;
    onProblem(`${name} ${message}.`);
  };
  const outlook = await lookAhead(source, format, fields, (message) => onProblem(`${name}: ${message}`));
  phase = 'mine';
  const encode = outputFormat === 'tsv' ? createTsvEncoder(keepAll) : encodeRecords;
  const size = options.blockSize ?? blockSize;
  for await (const { captions, start } of readJobs({
    source,
    format,
    fields,
    blockSize: size,
    outlook,
    report,
  })) {
    const mined = minedCaptions(captions, miner.mine(captions).mined, start, keepAll);
    const records = mined.flatMap(({ negatives }) => negatives);
    yield { bytes: encode(mined), records, stats: tally.stats(), brokenLines };
  }
}

function encodeRecords(mined: readonly MinedCaption[]): Uint8Array {
  return encodeJsonl(mined).bytes;
}

function createTsvEncoder(keepAll: boolean): (mined: readonly MinedCaption[]) => Uint8Array {
  const encoder = new TextEncoder();
  let rows: number | undefined;
  return (mined) => {
    const header = rows === undefined ? tsvHeader(keepAll, []) : '';
    const block = encodeTsv(mined, keepAll, []);
    const text = header + completeTsv(block, rows ?? 0);
    rows = (rows ?? 0) + block.rows.length;
    return encoder.encode(text);
  };
}

/** The readers' messages name the flags of the command: `--caption-field` is our `captionField`. */
function inOptions(message: string): string {
  return message.replace(/--([a-z]+(?:-[a-z]+)*)/g, (_, flag: string) =>
    flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
}
