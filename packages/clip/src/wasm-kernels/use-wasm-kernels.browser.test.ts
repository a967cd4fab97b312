import '@tensorflow/tfjs-backend-cpu';
import { cementLoss } from '@slipform/cement-loss';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import {
  conv2d,
  dispose,
  gather,
  grads,
  matMul,
  maxPool,
  memory,
  mul,
  type Tensor,
  type Tensor4D,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { embedBatch } from '../gradients/embed-batch';
import { lossGradients } from '../gradients/loss-gradients';
import { createClip } from '../model/create-clip';
import { noise } from '../testing/check-gradient';
import { relativeError } from '../testing/relative-error';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { adamW } from '../training/adamw';
import { trainClip } from '../training/train-clip';
import { useWasmKernels } from './use-wasm-kernels';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plainWasm,
  'tfjs-backend-wasm-simd.wasm': simdWasm,
  'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
});

/** Gradients at the start, and the loss of the third step. */
async function shortRun() {
  const before = memory().numTensors;
  const model = createClip(tinyConfig);
  const { value, gradients } = lossGradients(
    model,
    () => cementLoss(embedBatch(model, tinyBatch()), { logitScale: model.logitScale() }),
    [],
  );
  const slopes = new Map<string, Float32Array>();
  for (const [name, x] of gradients) slopes.set(name, Float32Array.from(await x.data()));
  dispose([value, ...gradients.values()]);
  const optimizer = adamW({ learningRate: 1e-2 });
  const { loss } = await trainClip({
    model,
    optimizer,
    data: () => tinyBatch(),
    loss: (batch, options) => cementLoss(batch, options),
    steps: 3,
  });
  optimizer.dispose();
  model.dispose();
  return { slopes, loss, leaked: memory().numTensors - before };
}

describe('kernels in the browser', () => {
  it.each([true, false])('multiply in all four modes as cpu does, relaxed SIMD %s', async (relaxed) => {
    const products = () =>
      tidy(() =>
        [false, true].flatMap((ta) =>
          [false, true].map((tb) => {
            const a: Tensor = noise(ta ? [3, 63, 17] : [3, 17, 63], 1);
            const b: Tensor = noise(tb ? [5, 63] : [63, 5], 2);
            return Float32Array.from(matMul(a, b, ta, tb).dataSync());
          }),
        ),
      );
    await useBackend('cpu');
    const expected = products();
    await useBackend('wasm');
    const kernels = await useWasmKernels({ relaxed });
    expect(kernels.variant).toMatch(relaxed ? /simd/ : /^simd$/);
    products().forEach((found, i) => {
      expect(relativeError(found, expected[i]!)).toBeLessThan(1e-5);
    });
    kernels.remove();
  });

  it('give the gradients of a convolution, a pool and a gather, which tfjs lacks or has wrong', async () => {
    const slopes = () =>
      tidy(() => {
        const network = (x: Tensor, w: Tensor, table: Tensor) => {
          const pooled = maxPool(conv2d(x as Tensor4D, w as Tensor4D, 1, 'same'), 2, 2, 'valid');
          return mul(pooled, gather(table, tensor1d([2, 0, 2], 'int32')));
        };
        const inputs = [noise([2, 6, 6, 9], 1), noise([3, 3, 9, 5], 2), noise([4, 5], 3)];
        const dy = noise([2, 3, 3, 5], 4);
        const found = grads((...xs: Tensor[]) => network(xs[0]!, xs[1]!, xs[2]!))(inputs, dy);
        return found.map((x) => Float32Array.from(x.dataSync()));
      });
    await useBackend('cpu');
    const expected = slopes();
    await useBackend('wasm');
    expect(slopes).toThrow("Kernel 'UnsortedSegmentSum' not registered");
    const kernels = await useWasmKernels();
    for (const [i, found] of slopes().entries()) {
      expect(relativeError(found, expected[i]!)).toBeLessThan(1e-5);
    }
    kernels.remove();
  });

  it('train as cpu does, and leak nothing', async () => {
    await useBackend('cpu');
    const expected = await shortRun();
    await useBackend('wasm');
    const kernels = await useWasmKernels();
    const found = await shortRun();
    kernels.remove();
    const largest = Math.max(...[...expected.slopes.values()].flatMap((x) => [...x].map(Math.abs)));
    for (const [name, slope] of expected.slopes) {
      expect(relativeError([...found.slopes.get(name)!, largest], [...slope, largest]), name).toBeLessThan(
        1e-3,
      );
    }
    expect(Math.abs(found.loss / expected.loss - 1)).toBeLessThan(5e-3);
    expect(found.leaked).toBe(0);
  });
});
