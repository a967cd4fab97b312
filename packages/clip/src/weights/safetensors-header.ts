import { isJsonObject, parseJsonObject } from '@slipform/kit/formats/parse-json';
import { printable } from '@slipform/kit/text/printable';
import type { ByteReader } from '../files/byte-reader';
import { shownJson } from '../files/model-json';
import { InputError } from '../input-error';

/** One tensor of a safetensors file: its type, its shape, and where its bytes lie in the file. */
export interface TensorEntry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** The tensors of a file in the order of their bytes, which follow one another without a gap. */
export interface SafetensorsHeader {
  readonly entries: readonly TensorEntry[];
  /** Where the last tensor, and with it the file, ends. */
  readonly end: number;
}

const bytesOf: Readonly<Record<string, number>> = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
};

// The format allows 100 MB, which cost gigabytes to parse. A tensor takes some 100 bytes and seven values of it: this is
// room for 150,000, where CLIPs have some hundred and the largest models of all some thousand, and for notes of a trainer.
const largestHeader = 2 ** 24;
const mostValues = 2 ** 20;
const mostDimensions = 8;

/**
 * Reads and checks the header of a safetensors file: eight bytes of length, JSON, then the tensors' bytes
 * (huggingface/safetensors, "Format"). Every length is checked against the file before anything is
 * allocated by it; entries must tile the data without a gap or an overlap, as the format demands. Where a
 * server gives no size, the file's end is checked by who reads it.
 *
 * Throws an InputError that names the tensor that is wrong.
 */
export async function readSafetensorsHeader(reader: ByteReader, file: string): Promise<SafetensorsHeader> {
  const { size } = reader;
  const first = await reader.read(8);
  if (first.length < 8) {
    throw new InputError(`${file} is no safetensors file: it has only ${first.length} bytes.`);
  }
  const length = new DataView(first.buffer).getBigUint64(0, true);
  if (length > BigInt(Math.min((size ?? Number.POSITIVE_INFINITY) - 8, largestHeader))) {
    refuseOtherFormats(first, file);
    const has =
      size === undefined || length <= BigInt(size)
        ? `and no header has more than ${largestHeader}`
        : `${reader.sizeTold} has ${size}`;
    throw new InputError(
      `${file} is no safetensors file or is cut off: its header should have ${length} bytes, ${has}.`,
    );
  }
  const headerBytes = await reader.read(Number(length));
  if (headerBytes.length < Number(length)) {
    throw new InputError(
      `${file} is cut off: its header should have ${length} bytes, ${headerBytes.length} came.`,
    );
  }
  const header = parseJsonObject(headerBytes, `The header of ${file}`, { maxValues: mostValues });
  const dataStart = 8 + Number(length);
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => readEntry(name, value, dataStart, file));
  entries.sort((a, b) => a.start - b.start || a.end - b.end);
  const end = tiledEnd(entries, dataStart, file);
  if (size !== undefined && end !== size) {
    throw new InputError(
      `${file} ${end > size ? 'is cut off' : 'has bytes that belong to no tensor'}: its tensors end at byte ${end}, ${reader.sizeTold} at ${size}.`,
    );
  }
  return { entries, end };
}

/** Where the last of the tensors ends, each of which must start where the one before it ends. */
function tiledEnd(entries: readonly TensorEntry[], dataStart: number, file: string): number {
  let at = dataStart;
  for (const { name, start, end } of entries) {
    if (start !== at) {
      throw new InputError(
        `${file}: the bytes of the tensor ${printable(name)} ${start < at ? 'overlap those of another' : 'do not follow those before them'} (they start at ${start}, expected ${at}).`,
      );
    }
    at = end;
  }
  return at;
}

function readEntry(name: string, value: unknown, dataStart: number, file: string): TensorEntry {
  const refuse = (rule: string) => new InputError(`${file}: the tensor ${printable(name)} ${rule}.`);
  if (!isJsonObject(value)) throw refuse('must have dtype, shape and data_offsets');
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string' || !Object.hasOwn(bytesOf, dtype)) {
    throw refuse(`has the unknown dtype ${shownJson(dtype)}`);
  }
  if (!isLengths(shape) || shape.length > mostDimensions) {
    throw refuse(`has a shape that is no list of lengths, of at most ${mostDimensions}: ${shownJson(shape)}`);
  }
  if (!isLengths(offsets) || offsets.length !== 2 || offsets[0]! > offsets[1]!) {
    throw refuse(`has data_offsets that are no start and end: ${shownJson(offsets)}`);
  }
  const size = shape.reduce((a, b) => a * b, bytesOf[dtype]!);
  const [start, end] = offsets as [number, number];
  if (end - start !== size) {
    throw refuse(`has ${end - start} bytes, but ${dtype} [${shape}] takes ${size}`);
  }
  return { name, dtype, shape, start: dataStart + start, end: dataStart + end };
}

function isLengths(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((x) => Number.isSafeInteger(x) && x >= 0);
}

/** What people have in a safetensors file's place, named. Its first eight bytes read as an absurd length. */
function refuseOtherFormats(first: Uint8Array, file: string): void {
  const start = String.fromCharCode(...first);
  if (start === 'version ') {
    throw new InputError(
      `${file} is a Git LFS pointer and not the file; run \`git lfs pull\` in its folder.`,
    );
  }
  if (start.startsWith('PK\x03\x04')) {
    throw new InputError(`${file} is a PyTorch pickle; convert it with safetensors.torch.save_file.`);
  }
  if (/^\s*<[!a-z]/i.test(start)) {
    throw new InputError(
      `${file} is a page of HTML or XML and not the file; is its address that of raw files?`,
    );
  }
}
