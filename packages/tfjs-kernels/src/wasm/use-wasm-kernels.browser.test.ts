import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import {
  conv2d,
  gather,
  grads,
  matMul,
  maxPool,
  mul,
  type Tensor,
  type Tensor4D,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { noise } from '@slipform/kit/testing/check-gradient';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { describe, expect, it } from 'vitest';
import { startBackend } from '../testing/with-kernels';
import { useWasmKernels } from './use-wasm-kernels';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plainWasm,
  'tfjs-backend-wasm-simd.wasm': simdWasm,
  'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
});

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
    await startBackend('cpu');
    const expected = products();
    await startBackend('wasm');
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
    await startBackend('cpu');
    const expected = slopes();
    await startBackend('wasm');
    expect(slopes).toThrow("Kernel 'UnsortedSegmentSum' not registered");
    const kernels = await useWasmKernels();
    for (const [i, found] of slopes().entries()) {
      expect(relativeError(found, expected[i]!)).toBeLessThan(1e-5);
    }
    kernels.remove();
  });
});
