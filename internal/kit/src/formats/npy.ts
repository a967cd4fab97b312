import type { FileHandle } from 'node:fs/promises';
import { InputError } from '../errors/input-error';
import { quoted } from '../text/printable';
import { fromHalf } from './half-float';

/** A matrix, row after row. */
export interface NpyMatrix {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array | Float64Array;
}

/** NumPy aligns headers to 64 bytes; one of a matrix has about a hundred. */
const longestHeader = 2 ** 16;

/**
 * The matrix in the bytes of a `.npy` file, versions 1 to 3: float16 (as float32), float32 or float64 of either byte
 * order, two dimensions, row after row. Source: numpy's own description, `numpy/lib/format.py`.
 *
 * @param name what messages begin with, such as the file's path
 * @throws {InputError} for any other content, or bytes that are not as many as the header says
 */
export function parseNpy(bytes: Uint8Array, name: string): NpyMatrix {
  const { type, shape, start } = readHeader(bytes, name);
  const [rows, width] = shape;
  const size = Number(type.at(-1));
  const count = rows * width;
  if (count * size !== bytes.length - start) {
    throw new InputError(
      `${name} says ${rows} × ${width} numbers of ${size} bytes, but holds ${bytes.length - start} bytes of them.`,
    );
  }
  const isLittle = !type.startsWith('>');
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, count * size);
  if (size === 2) {
    const halves = Uint16Array.from({ length: count }, (_, i) => view.getUint16(2 * i, isLittle));
    return { rows, width, values: fromHalf(halves) };
  }
  const values = size === 8 ? new Float64Array(count) : new Float32Array(count);
  for (let i = 0; i < count; i++) {
    values[i] = size === 8 ? view.getFloat64(8 * i, isLittle) : view.getFloat32(4 * i, isLittle);
  }
  return { rows, width, values };
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** The type (`<f4`), the shape, and where the numbers begin. */
function readHeader(bytes: Uint8Array, name: string) {
  const refuse = (fault: string) => new InputError(`${name} ${fault}.`);
  if (bytes.length < 12 || !magic.every((byte, i) => bytes[i] === byte)) throw refuse('is no .npy file');
  const version = bytes[6]!;
  if (version < 1 || version > 3) throw refuse(`is .npy of version ${version}; 1 to 3 can be read`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [before, length] = version === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  const start = before + length;
  if (length > longestHeader || start > bytes.length) {
    throw refuse(`has a header of ${length} bytes, which is not in it`);
  }
  const header = new TextDecoder('latin1').decode(bytes.subarray(before, start));
  const [, type] = /'descr':\s*'([<>=|]?f[248])'/.exec(header) ?? [];
  if (type === undefined) {
    throw refuse(`must hold float16, float32 or float64 numbers, see its header: ${quoted(header, 80)}`);
  }
  if (!/'fortran_order':\s*False/.test(header)) {
    throw refuse('must be stored row by row; call numpy.ascontiguousarray before numpy.save');
  }
  const [, rows, width] = /'shape':\s*\(\s*(\d{1,15})\s*,\s*(\d{1,15})\s*,?\s*\)/.exec(header) ?? [];
  if (width === undefined) throw refuse('must have two dimensions, rows and numbers of each');
  const shape = [Number(rows), Number(width)] as const;
  if (shape[1] === 0 && shape[0] > 0) throw refuse(`says ${rows} rows of no numbers; save a matrix`);
  return { type, shape, start };
}

/** With its header, to whose length the format asks that the data be aligned (64 bytes). */
const headerBytes = 128;

/**
 * Writes a matrix of float32 as `.npy` (version 1.0) into an open, empty file, whose number of rows is known at the
 * end. `close` may be called once.
 */
export async function openNpy(handle: FileHandle, width: number) {
  await handle.writeFile(header(0, width));
  let rows = 0;
  return {
    async append(values: Float32Array): Promise<void> {
      await handle.writeFile(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      rows += values.length / width;
    },
    async close(): Promise<void> {
      try {
        await handle.write(header(rows, width), 0, headerBytes, 0);
      } finally {
        await handle.close();
      }
    },
  };
}

function header(rows: number, width: number): Buffer {
  const bytes = Buffer.alloc(headerBytes, ' ');
  bytes.write('\x93NUMPY\x01\x00', 'latin1');
  bytes.writeUInt16LE(headerBytes - 10, 8);
  bytes.write(`{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${width}), }`, 10);
  bytes.write('\n', headerBytes - 1);
  return bytes;
}
