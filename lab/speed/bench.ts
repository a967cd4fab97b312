// npm run bench: what a training step of the demo's model costs on wasm, one thread, and where the time goes.
//
//   npx tsx lab/speed/bench.ts [STEPS]      default 40; under a minute
//
// The same step in the obvious way (tf.matMul with flags, autodiff, every token) runs beside ours in the same
// process, so that the ratio holds on any machine.
import '@tensorflow/tfjs-backend-wasm';
import { negClipLoss } from '@slipform/cement-loss';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import { adamW, createClip, type TrainBatch, trainClip } from '../../packages/clip/src/index';
import { cpuTime, printTimes, timeKernels } from './kernel-times';
import { registerGradients } from './register-gradients';
import { naiveTrainer } from './yardstick/naive-trainer';

const pairs = 128;
const length = 9;
const steps = Number(process.argv[2] ?? 40);

// The GELU of the naive step.
const tower = { width: 64, layers: 2, heads: 2, activation: 'gelu_pytorch_tanh' } as const;
const config = {
  embeddingSize: 64,
  image: { ...tower, imageSize: 48, patchSize: 16 },
  text: { ...tower, vocabularySize: 130, contextLength: length },
};

const texts = (shift: number) =>
  Array.from({ length: pairs }, (_, row) => [
    128,
    ...Array.from({ length: length - 2 }, (_, at) => (row * 7 + at * 13 + shift) % 126),
    129,
  ]);
const batch = {
  images: Float32Array.from({ length: pairs * 48 * 48 * 3 }, (_, i) =>
    Math.sin(0.37 * i * (1 + Math.floor(i / 6912))),
  ),
  tokens: texts(0),
  hardTokens: texts(5),
} satisfies TrainBatch;

await setBackend('wasm');
await ready();

await registerGradients();
const naiveStep = naiveTrainer(createClip(config), () => batch);
naiveStep();
// In turns, so that what else the machine does falls on all three.
const times = { kernels: [] as number[], ours: [] as number[], naive: [] as number[] };
let variant = '';
for (let round = 0; round < 4; round++) {
  times.ours.push(...(await stepTimes(Math.ceil(steps / 4))));
  times.naive.push(timeOf(naiveStep), timeOf(naiveStep));
  const kernels = await useWasmKernels();
  variant = kernels.variant;
  times.kernels.push(...(await stepTimes(Math.ceil(steps / 4))));
  kernels.remove();
}
const naive = median(times.naive);
console.log(
  `demo model: ${pairs} pairs with a hard caption each, 48×48 pixels in 9 patches, ${length} tokens, width 64, 2 layers`,
);
console.log(`Node ${process.version}; kernels: ${variant}`);
for (const [name, all] of Object.entries(times)) {
  const ms = median(all);
  console.log(
    `${name.padEnd(8)}${ms.toFixed(1).padStart(7)} ms a step, ${(1000 / ms).toFixed(2)} steps/s (naive takes ${(naive / ms).toFixed(1)} times as long)`,
  );
}

for (const withKernels of [false, true]) {
  const kernels = withKernels ? await useWasmKernels() : undefined;
  await stepTimes(10);
  const { spent, stop } = timeKernels();
  const start = cpuTime();
  await stepTimes(20);
  const total = cpuTime() - start;
  stop();
  console.log(`\nwhere the CPU time of a step goes, ${withKernels ? 'with kernels' : 'ours'}`);
  printTimes(spent, 20, total);
  kernels?.remove();
}

function timeOf(work: () => number): number {
  const start = performance.now();
  if (!Number.isFinite(work())) throw new Error('the naive step diverged');
  return performance.now() - start;
}

/** Milliseconds of each step, data and optimiser included. */
async function stepTimes(count: number): Promise<number[]> {
  const model = createClip(config);
  const optimizer = adamW();
  const times: number[] = [];
  let last = performance.now();
  await trainClip({
    model,
    optimizer,
    data: () => batch,
    loss: (embedded, options) => negClipLoss(embedded, options),
    steps: count,
    observe: [
      () => {
        const now = performance.now();
        times.push(now - last);
        last = now;
      },
    ],
  });
  optimizer.dispose();
  model.dispose();
  return times;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}
