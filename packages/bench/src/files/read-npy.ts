import { InputError } from '@slipform/clip';
import { quoted } from '@slipform/kit/printable';
import type { Matrix } from '../probes/features';
import { readBytes } from './read-bytes';

/** NumPy aligns headers to 64 bytes; one of a matrix has about a hundred. */
const LONGEST_HEADER = 2 ** 16;

/**
 * A matrix from NumPy's `.npy`, versions 1 to 3: float16, float32 or float64 of either byte order, two dimensions, row
 * after row. Source: numpy.lib.format.
 *
 * @throws InputError for any other content, or a file whose size is not what its header says
 */
export async function readNpy(file: string): Promise<Matrix> {
  return parseNpy(await readBytes(file), file);
}

export function parseNpy(bytes: Uint8Array, file: string): Matrix {
  const fail = (what: string): never => {
    throw new InputError(`${file} ${what}`);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
  if (bytes.length < 12 || !magic.every((byte, index) => bytes[index] === byte)) fail('is no .npy file');
  const version = bytes[6]!;
  if (version < 1 || version > 3) fail(`is .npy of version ${version}; 1 to 3 can be read`);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = version === 1 ? 10 : 12;
  if (length > LONGEST_HEADER || start + length > bytes.length)
    fail(`has a header of ${length} bytes, which is not in it`);
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length));

  const type = /'descr':\s*'([<>=|]?)f([248])'/.exec(header);
  if (!type) fail(`must hold float16, float32 or float64 numbers, see its header: ${quoted(header, 80)}`);
  const order = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  if (order !== 'False') fail('must be stored row by row: numpy.ascontiguousarray before numpy.save');
  const shape = /'shape':\s*\(\s*(\d{1,15})\s*,\s*(\d{1,15})\s*,?\s*\)/.exec(header);
  if (!shape) fail('must have two dimensions, rows and numbers of each');
  const [rows, width] = [Number(shape![1]), Number(shape![2])];
  if (width === 0 && rows > 0) fail(`says ${rows} rows of no numbers; save a matrix of embeddings`);
  const [, endian, digit] = type!;
  const size = Number(digit);
  const body = start + length;
  if (rows * width * size !== bytes.length - body) {
    fail(`says ${rows} × ${width} numbers of ${size} bytes, but holds ${bytes.length - body} bytes of them`);
  }
  const little = endian !== '>';
  const values = size === 8 ? new Float64Array(rows * width) : new Float32Array(rows * width);
  const read =
    size === 8
      ? (place: number) => view.getFloat64(place, little)
      : size === 4
        ? (place: number) => view.getFloat32(place, little)
        : (place: number) => halfToNumber(view.getUint16(place, little));
  for (let i = 0; i < values.length; i++) values[i] = read(body + i * size);
  return { rows, width, values };
}

/** IEEE 754 binary16. */
function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
