import { gradientError, noise } from '@slipform/kit/testing/check-gradient';
import { arrayOf } from '@slipform/kit/testing/read';
import { type Tensor2D, type Tensor3D, tensor3d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { attention } from './attention';

const batch = 2;
const heads = 2;
const width = 6;

/** The definition, one number at a time. */
function byHand(
  q: number[][],
  kv: number[][],
  m: number,
  n: number,
  allowed: (b: number, i: number, j: number) => boolean,
) {
  const d = width / heads;
  return q.map((row, r) => {
    const b = Math.floor(r / m);
    return row.map((_, c) => {
      const head = Math.floor(c / d);
      const weights = Array.from({ length: n }, (_, j) => {
        if (!allowed(b, r % m, j)) return 0;
        let dot = 0;
        for (let k = head * d; k < (head + 1) * d; k++) dot += row[k]! * kv[b * n + j]![k]!;
        return Math.exp(dot / Math.sqrt(d));
      });
      const total = weights.reduce((x, y) => x + y, 0);
      return weights.reduce((sum, w, j) => sum + (w / total) * kv[b * n + j]![width + c]!, 0);
    });
  });
}

const causal = () =>
  tensor3d([
    [
      [0, -1e9, -1e9],
      [0, 0, -1e9],
      [0, 0, 0],
    ],
  ]);
const perText = () => tensor3d([[[0, -1e9, -1e9]], [[0, 0, -1e9]]]);

describeOnBackends('attention', () => {
  const cases = [
    ['over all tokens', 3, undefined, () => true],
    ['causal', 3, causal, (_: number, i: number, j: number) => j <= i],
    ['with one query for each text', 1, perText, (b: number, _: number, j: number) => j <= b],
  ] as const;

  it.each(cases)('has the definition’s values, %s', async (_, m, mask, allowed) => {
    const q = () => noise([batch * m, width], 1) as Tensor2D;
    const kv = () => noise([batch * 3, 2 * width], 2) as Tensor2D;
    const found = await arrayOf(() => attention(q(), kv(), { batch, heads, mask: mask?.() }));
    const expected = byHand(await arrayOf(q), await arrayOf(kv), m, 3, allowed).flat();
    found.flat().forEach((x, i) => {
      expect(x).toBeCloseTo(expected[i]!, 5);
    });
  });

  it.each(cases)('has the right gradients, %s', async (_, m, mask) => {
    const given: Tensor3D | undefined = mask?.();
    const result = await gradientError(
      (q, kv) => attention(q as Tensor2D, kv as Tensor2D, { batch, heads, mask: given }),
      [noise([batch * m, width], 1), noise([batch * 3, 2 * width], 2)],
    );
    expect(result.error).toBeLessThan(2e-3);
    expect(result.leaked).toBe(0);
    given?.dispose();
  });
});
