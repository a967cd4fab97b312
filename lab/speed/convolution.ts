// What a convolutional stem costs (3×3 windows, 2 apart: 3 → 32 → 64 channels, from 32×32 pixels to 64 tokens), forward
// and all gradients but the pixels': on cpu by tfjs's kernels and by our op, on wasm by our op without and with our
// kernels, beside a patch embedding with as many tokens. CPU time an image, in turns in one process; lowest of the rounds.
//
//   npx tsx lab/speed/convolution.ts [ROUNDS]      default 5; half a minute
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { noise } from '@slipform/kit/testing/check-gradient';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { conv2d, engine, grads, setBackend, type Tensor, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { convolution } from '../../packages/clip/src/ops/convolution';
import { patchEmbedding } from '../../packages/clip/src/ops/patch-embedding';
import { cpuTime } from './kernel-times';

const rounds = Number(process.argv[2] ?? 5);
const filters = [
  [32, 3, 3, 3],
  [64, 32, 3, 3],
] as const;
/** Of one image: each multiply-add is two, and each layer's is done thrice, but for the pixels' gradient. */
const flops = 2 * (2 * 16 * 16 * 32 * 27 + 3 * 8 * 8 * 64 * 288);

/** Each makes its inputs on the backend in use, and gives back what is timed. */
type Prepare = (batch: number) => () => readonly Tensor[];

const stem: Prepare = (batch) => {
  const pixels = noise([batch, 32, 32, 3], 1) as Tensor4D;
  const weights = filters.map((shape, i) => noise(shape, i));
  const dy = noise([batch, 8, 8, 64], 5);
  const options = { stride: 2 };
  const gradients = grads((first, second) => {
    const x = convolution(pixels, first as Tensor4D, undefined, { ...options, isData: true });
    return convolution(x, second as Tensor4D, undefined, options);
  });
  return () => gradients(weights, dy);
};

/** The kernels that tfjs's own gradient of conv2d asks for. */
const stemOfTfjs: Prepare = (batch) => {
  const pixels = noise([batch, 32, 32, 3], 1) as Tensor4D;
  const weights = filters.map(
    ([out, channels, height, width], i) => noise([height, width, channels, out], i) as Tensor4D,
  );
  return () => {
    let x = pixels;
    return weights.flatMap((filter, i) => {
      const dy = conv2d(x, filter, 2, 'same');
      const attributes = {
        strides: 2,
        pad: 'same',
        dataFormat: 'NHWC',
        filterShape: filter.shape,
        inputShape: x.shape,
      };
      const slopes = [engine().runKernel<Tensor>('Conv2DBackpropFilter', { x, dy }, attributes)];
      if (i > 0) slopes.push(engine().runKernel('Conv2DBackpropInput', { dy, filter }, attributes));
      x = dy;
      return slopes;
    });
  };
};

const patches: Prepare = (batch) => {
  const pixels = noise([batch, 32, 32, 3], 1) as Tensor4D;
  const weights = [noise([64, 3, 4, 4], 2)];
  const dy = noise([batch * 64, 64], 5);
  const gradients = grads((weight) => patchEmbedding(pixels, weight as Tensor4D));
  return () => gradients(weights, dy);
};

const runs = [
  ['cpu, kernels of tfjs', 'cpu', false, 1, stemOfTfjs],
  ['cpu, our op', 'cpu', false, 2, stem],
  ['wasm, our op', 'wasm', false, 32, stem],
  ['wasm, our op and kernels', 'wasm', true, 32, stem],
  ['wasm, a patch embedding', 'wasm', true, 32, patches],
] as const;
const best = new Map<string, number>();
let variant = '';
await setBackend('wasm');
for (let round = 0; round < rounds; round++) {
  for (const [name, backend, withKernels, batch, prepare] of runs) {
    await setBackend(backend);
    const kernels = withKernels ? await useWasmKernels() : undefined;
    variant = kernels?.variant ?? variant;
    const repeats = backend === 'cpu' ? 1 : 20;
    engine().startScope();
    const run = prepare(batch);
    const once = () => tidy(() => run().forEach((x) => void x.dataSync()));
    if (round === 0 && backend === 'wasm') once();
    const start = cpuTime();
    for (let i = 0; i < repeats; i++) once();
    const ms = (cpuTime() - start) / repeats / batch;
    engine().endScope();
    best.set(name, Math.min(ms, best.get(name) ?? ms));
    kernels?.remove();
  }
}
console.log(`Node ${process.version}; kernels: ${variant}`);
const least = best.get('wasm, our op and kernels')!;
for (const [name, ms] of best) {
  const rate = name.includes('patch') ? '' : `${(flops / ms / 1e6).toFixed(2).padStart(7)} GFLOP/s`;
  console.log(
    `${name.padEnd(26)}${ms.toFixed(3).padStart(9)} ms an image, ${(ms / least).toFixed(2).padStart(8)} times ours${rate}`,
  );
}
