import { isJsonObject, parseJsonObject } from '../files/parse-json';
import { InputError } from '../input-error';

/** One tensor of a safetensors file: its type, its shape, and where its bytes lie in the file. */
export interface TensorEntry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly start: number;
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

// The format's own limit for the header.
const largestHeader = 100_000_000;

/**
 * Reads and checks the header of a safetensors file: eight bytes of length, JSON, then the tensors' bytes
 * (huggingface/safetensors, "Format"). Every length is checked against the file before anything is
 * allocated by it; entries must tile the data without a gap or an overlap, as the format demands.
 *
 * Throws an InputError that names the tensor that is wrong.
 */
export function readSafetensorsHeader(bytes: Uint8Array, file: string): Map<string, TensorEntry> {
  if (bytes.length < 8)
    throw new InputError(`${file} is no safetensors file: it has only ${bytes.length} bytes.`);
  const length = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
  if (length > BigInt(Math.min(bytes.length - 8, largestHeader))) {
    throw new InputError(
      `${file} is no safetensors file or is cut off: its header should have ${length} bytes, the file has ${bytes.length}.`,
    );
  }
  const dataStart = 8 + Number(length);
  const headerBytes = bytes.subarray(8, dataStart);
  const header = parseJsonObject(headerBytes, `The header of ${file}`);
  refuseDuplicates(headerBytes, Object.keys(header), file);

  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => readEntry(name, value, dataStart, file));
  entries.sort((a, b) => a.start - b.start || a.end - b.end);
  let at = dataStart;
  for (const { name, start, end } of entries) {
    if (start !== at) {
      throw new InputError(
        `${file}: the bytes of the tensor ${name} ${start < at ? 'overlap those of another' : 'do not follow those before them'} (they start at ${start}, expected ${at}).`,
      );
    }
    at = end;
  }
  if (at !== bytes.length) {
    throw new InputError(
      `${file} ${at > bytes.length ? 'is cut off' : 'has bytes that belong to no tensor'}: its tensors end at byte ${at}, the file at ${bytes.length}.`,
    );
  }
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function readEntry(name: string, value: unknown, dataStart: number, file: string): TensorEntry {
  const refuse = (rule: string) => new InputError(`${file}: the tensor ${name} ${rule}.`);
  if (!isJsonObject(value)) throw refuse('must have dtype, shape and data_offsets');
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string' || !Object.hasOwn(bytesOf, dtype)) {
    throw refuse(`has the unknown dtype ${JSON.stringify(dtype)}`);
  }
  if (!isLengths(shape)) throw refuse(`has a shape that is no list of lengths: ${JSON.stringify(shape)}`);
  if (!isLengths(offsets) || offsets.length !== 2 || offsets[0]! > offsets[1]!) {
    throw refuse(`has data_offsets that are no start and end: ${JSON.stringify(offsets)}`);
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

/**
 * JSON.parse keeps the last of two equal keys in silence, and readers that keep the first would load other
 * weights from the same file. In a file without duplicates each tensor has one "data_offsets".
 */
function refuseDuplicates(headerBytes: Uint8Array, names: readonly string[], file: string): void {
  const text = new TextDecoder().decode(headerBytes);
  const offsets = text.match(/"data_offsets"\s*:/g)?.length ?? 0;
  const tensors = names.filter((name) => name !== '__metadata__').length;
  if (offsets > tensors) {
    throw new InputError(`${file}: its header names a tensor twice (${offsets} entries, ${tensors} names).`);
  }
}
