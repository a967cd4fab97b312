import { InputError } from '@slipform/kit/errors/input-error';
import { readWholeFile } from '@slipform/kit/files/read-whole-file';
import { readValue } from '@slipform/kit/options/rule';
import { fileName } from './file-name';

/** Far above MNIST's 47 MB. */
const maxMebibytes = 1024;

/** Bytes of any shape: pictures [count, height, width], labels [count]. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/**
 * Bytes from an idx file, gzipped or not, the form of MNIST and its kin (Debian's dataset-fashion-mnist).
 *
 * @throws InputError if it is not an idx file, or holds another type than unsigned bytes
 *
 * @example
 * const pictures = await readIdx('train-images-idx3-ubyte.gz');
 */
export async function readIdx(file: string): Promise<IdxArray> {
  readValue(fileName, file, 'readIdx', 'file');
  const bytes = await readWholeFile(file, { maxMebibytes, inflate: true });
  const dimensions = bytes[3] ?? 0;
  const body = 4 + 4 * dimensions;
  if (bytes[0] !== 0 || bytes[1] !== 0 || dimensions === 0 || bytes.length < body) {
    throw new InputError(`${file} is no idx file.`);
  }
  if (bytes[2] !== 8)
    throw new InputError(`${file} must hold unsigned bytes (type 8), got type ${bytes[2]}.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: dimensions }, (_, index) => view.getUint32(4 + 4 * index));
  const count = shape.reduce((product, size) => product * size, 1);
  if (count === 0)
    throw new InputError(`${file} says ${shape.slice(0, 8).join(' × ')} bytes, which can't be.`);
  if (count !== bytes.length - body) {
    throw new InputError(
      `${file} says ${shape.slice(0, 8).join(' × ')} bytes, but holds ${bytes.length - body}.`,
    );
  }
  return { shape, data: bytes.subarray(body) };
}
