import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { linearProbe } from './linear-probe';

/** Debian's package dataset-fashion-mnist. */
const folder = '/usr/share/datasets/fashion-mnist';
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: ${folder} is not there (Debian's package dataset-fashion-mnist)`);

interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/** MNIST's form: four bytes, of which the last is the number of dimensions, then these, then the values. */
function readIdx(file: string): IdxArray {
  const bytes = gunzipSync(readFileSync(file));
  const shape = Array.from({ length: bytes[3]! }, (_, index) => bytes.readUInt32BE(4 + 4 * index));
  return { shape, data: bytes.subarray(4 + 4 * shape.length) };
}

function rowsOf({ shape, data }: IdxArray, count: number): Float64Array[] {
  const size = shape[1]! * shape[2]!;
  return Array.from({ length: count }, (_, row) =>
    Float64Array.from(data.subarray(row * size, (row + 1) * size), (byte) => byte / 255),
  );
}

test.skipIf(!isThere)('Fashion-MNIST: equals what scikit-learn 1.4.2 finds on 3,000 rows', async () => {
  const [images, labels, testImages, testLabels] = [
    'train-images-idx3',
    'train-labels-idx1',
    't10k-images-idx3',
    't10k-labels-idx1',
  ].map((name) => readIdx(`${folder}/${name}-ubyte.gz`));
  expect([images!.shape, testImages!.shape]).toEqual([
    [60_000, 28, 28],
    [10_000, 28, 28],
  ]);
  const found = await linearProbe({
    train: { features: rowsOf(images!, 3000), labels: labels!.data.subarray(0, 3000) },
    test: { features: rowsOf(testImages!, 10_000), labels: testLabels!.data },
    C: 0.01,
  });
  // LogisticRegression(C=0.01, tol=1e-8, max_iter=10000).fit(X[:3000] / 255, y[:3000])
  expect(found.accuracy.value).toBeCloseTo(0.7916, 3);
  expect(found.intercepts[0]).toBeCloseTo(0.36129281, 3);
  expect(found.intercepts[5]).toBeCloseTo(3.43493368, 3);
  expect(found.coefficients[0]![200]).toBeCloseTo(0.09455035, 3);
  expect(Math.hypot(...found.coefficients.flatMap((row) => [...row]))).toBeCloseTo(3.251013, 3);
});
