import { InputError } from '@slipform/kit/errors/input-error';
import { fromBrain, fromHalf, toBrain, toHalf } from '@slipform/kit/formats/half-float';
import { isJsonObject, parseJsonObject } from '@slipform/kit/formats/parse-json';
import { printable } from '@slipform/kit/text/printable';
import type { ByteReader } from '../files/byte-reader';
import { shownJson } from '../files/model-json';
import type { ParameterSpec } from '../model/parameter-specs';
import type { WeightType } from './hugging-face-config';

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
const maxValues = 2 ** 20;
const maxDimensions = 8;

/**
 * Reads and checks the header of a safetensors file: eight bytes of length, JSON, then the tensors' bytes
 * (huggingface/safetensors, "Format"). Every length is checked against the file before anything is
 * allocated by it; entries must tile the data without a gap or an overlap, as the format demands. Where a
 * server gives no size, the file's end is checked by who reads it.
 *
 * @throws {InputError} that names the tensor that is wrong
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
  const header = parseJsonObject(headerBytes, `The header of ${file}`, { maxValues });
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
  if (!isLengths(shape) || shape.length > maxDimensions) {
    throw refuse(`has a shape that is no list of lengths, of at most ${maxDimensions}: ${shownJson(shape)}`);
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

/** A tensor to write, whose values are asked for when their turn comes. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: () => Promise<Float32Array>;
}

const types: Readonly<
  Record<
    WeightType,
    { readonly name: string; readonly bytes: number; readonly encode: (x: Float32Array) => ArrayBufferView }
  >
> = {
  float32: { name: 'F32', bytes: 4, encode: (x) => x },
  float16: { name: 'F16', bytes: 2, encode: toHalf },
  bfloat16: { name: 'BF16', bytes: 2, encode: toBrain },
};

/** Bytes that a tensor takes in a file. */
export function byteLength({ shape }: NamedTensor, dtype: WeightType): number {
  return shape.reduce((a, b) => a * b, types[dtype].bytes);
}

/**
 * A safetensors file with these tensors, piece by piece: by name, as Hugging Face's own writer orders them;
 * the data start at a multiple of eight bytes. The same tensors give the same bytes.
 */
export async function* writeSafetensors(
  tensors: readonly NamedTensor[],
  dtype: WeightType,
): AsyncGenerator<Uint8Array> {
  const { name: type, encode } = types[dtype];
  const sorted = [...tensors].sort((a, b) => (a.name < b.name ? -1 : 1));
  let at = 0;
  const header: [string, unknown][] = [['__metadata__', { format: 'pt' }]];
  for (const tensor of sorted) {
    const end = at + byteLength(tensor, dtype);
    header.push([tensor.name, { dtype: type, shape: tensor.shape, data_offsets: [at, end] }]);
    at = end;
  }
  const json = JSON.stringify(Object.fromEntries(header));
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(text.length), true);
  yield length;
  yield text;
  for (const { name, values } of sorted) {
    const floats = await values();
    if (dtype === 'float16') refuseOverflow(name, floats);
    const { buffer, byteOffset, byteLength } = encode(floats);
    yield new Uint8Array(buffer, byteOffset, byteLength);
  }
}

/** What rounds to infinity in float16, though it was a number. */
function refuseOverflow(name: string, values: Float32Array): void {
  const wrong = values.find((x) => Math.abs(x) >= 65520 && Number.isFinite(x));
  if (wrong === undefined) return;
  throw new InputError(
    `saveClip: ${name} holds ${wrong}, beyond float16's largest number, 65504; save it as bfloat16 or float32.`,
  );
}

/** A tensor as one of the two namings stores it, and the parameters that it gives. */
export interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** One parameter, or several that lie one behind the other in it. */
  readonly parameters: readonly ParameterSpec[];
  /** Stored as [in, out], where the parameter is [out, in]. */
  readonly transposed?: boolean;
}

/** How a file names and arranges the tensors of a CLIP. */
export interface StoredModel {
  readonly tensors: readonly StoredTensor[];
  /** Constants that may lie among the weights, with their shapes; they are not read. */
  readonly ignored: ReadonlyMap<string, readonly number[]>;
}

/** The parameters of a stored tensor's values; views of them where they lie there as they are. */
export function arrange(
  { shape, parameters, transposed }: StoredTensor,
  values: Float32Array,
): { readonly spec: ParameterSpec; readonly values: Float32Array }[] {
  const ordered = transposed ? transpose(values, shape[0]!, shape[1]!) : values;
  let at = 0;
  return parameters.map((spec) => {
    const start = at;
    at += spec.shape.reduce((a, b) => a * b, 1);
    return { spec, values: ordered.subarray(start, at) };
  });
}

/** The opposite of {@link arrange}: what a file holds, from the values of parameters by name. */
export async function store(
  { shape, parameters, transposed }: StoredTensor,
  valuesOf: (parameter: string) => Promise<Float32Array>,
): Promise<Float32Array> {
  const [only] = parameters;
  if (only !== undefined && parameters.length === 1) {
    const values = await valuesOf(only.name);
    return transposed ? transpose(values, shape[1]!, shape[0]!) : values;
  }
  const whole = new Float32Array(shape.reduce((a, b) => a * b, 1));
  let at = 0;
  for (const { name } of parameters) {
    const values = await valuesOf(name);
    whole.set(values, at);
    at += values.length;
  }
  return whole;
}

function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = values[row * columns + column]!;
    }
  }
  return turned;
}

/** Types of numbers that weights may have. */
export const weightTypes: readonly string[] = ['F32', 'F16', 'BF16', 'F64'];

/** The values of a tensor's bytes as float32; of F32 they are the bytes themselves, without a copy. */
export function tensorValues(bytes: Uint8Array<ArrayBuffer>, dtype: string): Float32Array<ArrayBuffer> {
  const { buffer } = bytes;
  if (dtype === 'F32') return new Float32Array(buffer);
  if (dtype === 'BF16') return fromBrain(new Uint16Array(buffer));
  if (dtype === 'F16') return fromHalf(new Uint16Array(buffer));
  return Float32Array.from(new Float64Array(buffer));
}
