import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import {
  add,
  customGrad,
  dispose,
  engine,
  type GradSaveFunc,
  gather,
  matMul,
  memory,
  randomNormal,
  setBackend,
  type Tensor,
  type Tensor2D,
  tensor1d,
  tidy,
  train,
  transpose,
  variable,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { adaptiveMargin, budgetRecorder, cementLoss, gradientBudget } from './index';

// Two linear adapters on cached embeddings, trained with a loop written by hand, with a look at what it leaves in memory.

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threaded,
});

/** The first backend that this browser has. */
async function firstBackend(wanted: readonly string[]): Promise<string> {
  for (const name of wanted) {
    // A browser may have webgpu without an adapter: then setBackend says false or throws.
    if (await setBackend(name).catch(() => false)) return name;
  }
  throw new Error(`this browser has none of ${wanted.join(', ')}`);
}

// tfjs-core registers no gradients, so the linear layer brings its own.
const linear = customGrad((...args) => {
  const [x, w, save] = args as [Tensor2D, Tensor2D, GradSaveFunc];
  save([x, w]);
  return {
    value: matMul(x, w),
    gradFunc: (dy: Tensor, [x, w]: Tensor[]) => [
      matMul(dy as Tensor2D, transpose(w as Tensor2D)),
      matMul(transpose(x as Tensor2D), dy as Tensor2D),
    ],
  };
});

const [PAIRS, DIM, BATCH, STEPS] = [256, 32, 32, 40];

/** What one would read from a cache: a hard caption is its caption with one direction turned. */
function cachedEmbeddings() {
  const normal = (seed: number, deviation: number) =>
    randomNormal([PAIRS, DIM], 0, deviation, 'float32', seed);
  return tidy(() => {
    const captions = normal(1, 1);
    return {
      images: add(captions, normal(2, 0.5)),
      captions,
      hardCaptions: add(captions, normal(3, 0.5)),
      concreteness: tensor1d(Array.from({ length: PAIRS }, (_, i) => 1 + (i % 5))),
    };
  });
}

describe.each([[['webgpu', 'webgl', 'wasm']], [['none', 'webgl', 'wasm']], [['none', 'wasm']]])(
  'adapters trained in the browser on the first of %s',
  (wanted) => {
    let backend = '';
    beforeAll(async () => {
      backend = await firstBackend(wanted);
    });

    it('learn, keep a budget, and leak nothing', async () => {
      expect(backend).toBe(wanted.find((name) => name !== 'none'));
      expect(engine().backendName).toBe(backend);
      const before = memory().numTensors;
      const cache = cachedEmbeddings();
      const adapter = (seed: number) =>
        tidy(() => variable(randomNormal([DIM, DIM], 0, DIM ** -0.5, 'float32', seed)));
      const imageAdapter = adapter(4);
      const textAdapter = adapter(5);
      const optimizer = train.adam(0.01);
      const recorder = budgetRecorder();
      const margin = adaptiveMargin({ max: 2 });

      const batchAt = (step: number) => {
        const start = (step * BATCH) % PAIRS;
        const rows = tensor1d(
          Array.from({ length: BATCH }, (_, i) => start + i),
          'int32',
        );
        return {
          images: linear(gather(cache.images, rows), imageAdapter),
          captions: linear(gather(cache.captions, rows), textAdapter),
          hardCaptions: linear(gather(cache.hardCaptions, rows), textAdapter),
          concreteness: gather(cache.concreteness, rows),
        };
      };
      const losses: number[] = [];
      for (let step = 0; step < STEPS; step++) {
        const loss = optimizer.minimize(() => cementLoss(batchAt(step), { margin }), true);
        losses.push((await loss?.data())?.[0] ?? Number.NaN);
        loss?.dispose();
        if (step % 20 === 0)
          await recorder.record(
            step,
            tidy(() => gradientBudget(batchAt(step), { margin })),
          );
      }
      expect(losses.every(Number.isFinite)).toBe(true);
      expect(losses.at(-1)).toBeLessThan(0.5 * (losses[0] ?? 0));
      expect(recorder.records.map(({ step }) => step)).toEqual([0, 20]);

      dispose([cache, imageAdapter, textAdapter]);
      optimizer.dispose();
      expect(memory().numTensors).toBe(before);
    });
  },
);
