import { type Scalar, type Tensor, tensor2d, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../index';
import { plusNothing } from './errors-of';
import { lossRegistry } from './loss-registry';

/** Every loss of the registry, with hard captions wherever a loss can take them. */
export const everyLoss: Readonly<
  Record<string, (batch: ContrastiveBatch, chunkSize?: number, options?: object) => Scalar>
> = Object.fromEntries(
  Object.entries(lossRegistry).map(([name, { loss, options: own }]) => [
    name,
    (batch, chunkSize, options) =>
      (loss as (batch: ContrastiveBatch, options: object) => Scalar)(
        { ...batch, concreteness: [5, 1, 3, 2] },
        { ...options, chunkSize, ...(own.includes('useHardCaptions') && { useHardCaptions: true }) },
      ),
  ]),
);

/** Factors of the four rows of a batch, by name. Squares of all but the first leave float32. */
export const rowFactors: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'no factor': [1, 1, 1, 1],
  '1e30': [1e30, 1e30, 1e30, 1e30],
  '1e-30': [1e-30, 1e-30, 1e-30, 1e-30],
  'the largest numbers': [3e38, 3e38, 3e38, 3e38],
  'the smallest normal numbers': [2e-36, 2e-36, 2e-36, 2e-36],
  'all mixed': [1e-30, 1, 3e38, 1e19],
  'about the limit of what is scaled': [2 ** 32, 2 ** -32, 2 ** 33, 2 ** -33],
};
/** Below float32's smallest normal number, 1.2e-38. A GPU may take them for 0. */
export const denormalFactors: typeof rowFactors = {
  denormals: [1e-39, 1e-40, 1e-42, 1e-44],
  'denormals among others': [1e-42, 1, 1e30, 1e-40],
};

const rows = (phase: number): number[][] =>
  [0, 1, 2, 3].map((i) => [0, 1, 2, 3, 4].map((d) => Math.sin(phase + 1.7 * i + 2.3 * d * (i + 1))));
const embeddings: Readonly<Record<string, number[][]>> = {
  images: rows(0.2),
  captions: rows(1.1),
  hardCaptions: rows(2.4),
  hardImages: rows(3.9),
};

/**
 * How far a loss of rows times factors lies from that of the rows, and its gradients from theirs divided by the factors:
 * 1 where it may just be. The rows are what float32 leaves of the products.
 */
export async function extremeDeviation(
  name: string,
  factors: readonly number[],
  chunkSize?: number,
): Promise<number> {
  const loss = everyLoss[name] as (typeof everyLoss)[string];
  const parts = Object.keys(embeddings);
  const given = parts.map((part) =>
    (embeddings[part] ?? []).map((row, i) => row.map((x) => Math.fround(x * (factors[i] ?? 1)))),
  );
  const near = given.map((part) => part.map((row, i) => row.map((x) => x / (factors[i] ?? 1))));
  const run = async (inputs: readonly number[][][]): Promise<number[][]> => {
    const { value, grads } = tidy(() =>
      valueAndGrads((...tensors: Tensor[]) => {
        const batch = Object.fromEntries(parts.map((part, at) => [part, tensors[at]]));
        return tensors.reduce<Scalar>(plusNothing, loss(batch as unknown as ContrastiveBatch, chunkSize));
      })(inputs.map((part) => tensor2d(part))),
    );
    const read = await Promise.all([value, ...grads].map(async (x) => [...(await x.data())]));
    for (const x of [value, ...grads]) x.dispose();
    return read;
  };
  const [[expected = Number.NaN] = [], ...wanted] = await run(near);
  const [[found = Number.NaN] = [], ...gradients] = await run(given);
  const off = [Math.abs(found - expected) / (1e-4 * (1 + Math.abs(expected)))];
  for (const [part, gradient] of wanted.entries()) {
    const largest = Math.max(...gradient.map(Math.abs));
    gradient.forEach((slope, at) => {
      const factor = factors[Math.floor(at / 5)] ?? 1;
      const got = gradients[part]?.[at] ?? Number.NaN;
      // What float32 can't hold is infinite, and what is too small for it is 0.
      if (Math.abs(slope / factor) > 3.4e38) off.push(Math.abs(got) > 1e38 ? 0 : Number.POSITIVE_INFINITY);
      else {
        const beyond = Math.max(0, Math.abs(got - slope / factor) - 1.2e-38);
        // What a loss does not read has no gradient at all.
        off.push(beyond === 0 ? 0 : beyond / ((1e-3 * largest) / factor));
      }
    });
  }
  return off.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...off);
}
