import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeNpy } from '../testing/make-npy';
import { openNpy, parseNpy } from './npy';

const bytesOf = (array: Float32Array | Float64Array | Uint16Array) => new Uint8Array(array.buffer);
const numbers = [1, -2, 0.5, 1024];
test.each([1, 2, 3])('float32, float64 and float16 of version %i', (version) => {
  const single = makeNpy('<f4', '(2, 2)', bytesOf(Float32Array.from(numbers)), { version });
  expect(parseNpy(single, 'x')).toEqual({ rows: 2, width: 2, values: Float32Array.from(numbers) });
  const double = makeNpy('<f8', '(1, 4)', bytesOf(Float64Array.from(numbers)), { version });
  expect(parseNpy(double, 'x')).toEqual({ rows: 1, width: 4, values: Float64Array.from(numbers) });
  // 1, −2, ½, 1024, the smallest above 0, infinity.
  const half = Uint16Array.from([0x3c00, 0xc000, 0x3800, 0x6400, 0x0001, 0x7c00]);
  const halves = parseNpy(makeNpy('<f2', '(2, 3)', bytesOf(half), { version }), 'x');
  expect(Array.from(halves.values)).toEqual([...numbers, 2 ** -24, Number.POSITIVE_INFINITY]);
});
test('the other byte order', () => {
  const swapped = bytesOf(Float32Array.from(numbers)).slice();
  for (let i = 0; i < swapped.length; i += 4) swapped.subarray(i, i + 4).reverse();
  expect(Array.from(parseNpy(makeNpy('>f4', '(2, 2)', swapped), 'x').values)).toEqual(numbers);
});
const body = bytesOf(Float32Array.from(numbers));
test.each([
  ['a text', Buffer.from('hello, this is no array'), 'is no .npy file'],
  ['nothing', new Uint8Array(), 'is no .npy file'],
  ['version 9', makeNpy('<f4', '(2, 2)', body, { version: 9 }), 'version 9'],
  ['whole numbers', makeNpy('<i8', '(2, 2)', body), 'must hold float16, float32 or float64'],
  ['objects', makeNpy('|O', '(2, 2)', body), 'must hold float16, float32 or float64'],
  ['column by column', makeNpy('<f4', '(2, 2)', body, { order: 'True' }), 'row by row'],
  ['one dimension', makeNpy('<f4', '(4,)', body), 'two dimensions'],
  ['three dimensions', makeNpy('<f4', '(1, 2, 2)', body), 'two dimensions'],
  ['too short', makeNpy('<f4', '(2, 3)', body), 'says 2 × 3 numbers of 4 bytes, but holds 16 bytes'],
  ['far too large', makeNpy('<f4', '(999999999999999, 999999999999999)', body), 'but holds 16 bytes'],
  ['rows of nothing', makeNpy('<f4', '(999999999999999, 0)', new Uint8Array()), 'rows of no numbers'],
  ['control characters', makeNpy('\u001b[31m', '(2, 2)', body), '\\u001b[31m'],
  ['a header beyond the end', makeNpy('<f4', '(2, 2)', body).slice(0, 40), 'a header of'],
])('refuses %s', (_, bytes, sentence) => {
  expect(() => parseNpy(bytes, 'x.npy')).toThrow(sentence);
  expect(() => parseNpy(bytes, 'x.npy')).toThrow(/^x\.npy /);
});

test('what is written is byte for byte what numpy.save writes, and is read back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipform-kit-'));
  try {
    const file = join(folder, 'x.npy');
    const npy = await openNpy(await open(file, 'wx'), 2);
    await npy.append(Float32Array.of(9, 1, -2, 0.5, 1024, 9).subarray(1, 3));
    await npy.append(Float32Array.of(0.5, 1024));
    await npy.close();
    const bytes = readFileSync(file);
    const saved = Buffer.from(makeNpy('<f4', '(2, 2)', bytesOf(Float32Array.from(numbers))));
    expect(bytes.equals(saved)).toBe(true);
    expect(parseNpy(bytes, 'x').values).toEqual(Float32Array.from(numbers));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
