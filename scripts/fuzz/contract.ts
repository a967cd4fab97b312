import { InputError } from '@slipform/kit/errors/input-error';

/** For each byte of a file, arrays of so many bytes may be asked for. */
const perByte = 16;

/**
 * Reads a file that may hold anything. The contract: a value, or an InputError of one sentence, and no array out of proportion:
 * all that are asked for, given back or not, take 16 bytes for each of the file and one MiB, so that the figure is the same on
 * any machine.
 *
 * @param mebibytes in place of the one MiB
 * @returns whether it was refused
 * @throws what breaks it
 */
export async function keepsContract(bytes: Uint8Array, read: () => unknown, mebibytes = 1): Promise<boolean> {
  const limit = mebibytes * 2 ** 20 + perByte * bytes.length;
  asked = 0;
  let isRefused = false;
  try {
    await read();
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    isRefused = true;
    if (!/^[^\p{Cc}\u2028\u2029\u202e]{10,1500}[.?]$/u.test(error.message)) {
      throw new Error(`this is no sentence: ${JSON.stringify(error.message)}`);
    }
  }
  if (asked > limit)
    throw new Error(
      `arrays of ${asked} bytes were asked for a file of ${bytes.length}; the limit is ${limit}`,
    );
  return isRefused;
}

/** Bytes of the arrays that were asked for since the last file. */
let asked = 0;

const List: unknown = Array;
const meter: ProxyHandler<new (...given: never[]) => { byteLength?: number }> = {
  construct(target, given, newTarget) {
    const [first] = given as unknown[];
    const { BYTES_PER_ELEMENT: size = target === List ? 8 : 1 } = target as { BYTES_PER_ELEMENT?: number };
    // Before it is made: what is far too much would end the process.
    if (typeof first === 'number') asked += first * size;
    const made = Reflect.construct(target, given, newTarget);
    if (typeof first === 'object' && target !== List && !isBuffer(first)) asked += made.byteLength;
    return made;
  },
};
const isBuffer = (value: unknown) => value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;

/** Counts the arrays that the code asks for from now on; gives a function that ends it. */
export function meterArrays(): () => void {
  const names = [
    'Array',
    'ArrayBuffer',
    'Uint8Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
  ] as const;
  const plain = Object.fromEntries(names.map((name) => [name, globalThis[name]]));
  Object.assign(
    globalThis,
    Object.fromEntries(names.map((name) => [name, new Proxy(globalThis[name], meter as never)])),
  );
  const { alloc, allocUnsafe, allocUnsafeSlow, concat } = Buffer;
  const metered =
    (own: (size: number, ...more: never[]) => Buffer) =>
    (size: number, ...more: never[]): Buffer => {
      asked += size;
      return own(size, ...more);
    };
  for (const [name, own] of Object.entries({ alloc, allocUnsafe, allocUnsafeSlow })) {
    Object.assign(Buffer, { [name]: metered(own) });
  }
  Buffer.concat = (list, length) => {
    const made = concat(list, length);
    asked += made.length;
    return made;
  };
  return () => {
    Object.assign(globalThis, plain);
    Object.assign(Buffer, { alloc, allocUnsafe, allocUnsafeSlow, concat });
  };
}
