// npm run bench: what a training step of the demo's model costs on wasm, one thread, and where the time goes.
//
//   npx tsx bench/bench.ts [STEPS]      default 40; under a minute
//
// The same step in the obvious way (tf.matMul with flags, autodiff, every token) runs beside ours in the same
// process, so that the ratio holds on any machine.
import '@tensorflow/tfjs-backend-wasm';
import { negClipLoss } from '@slipform/cement-loss';
import {
  getKernelsForBackend,
  type KernelConfig,
  ready,
  registerKernel,
  setBackend,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { adamW, createClip, type TrainBatch, trainClip } from '../src/index';
import { naiveStep } from './naive-step';
import { registerGradients } from './register-gradients';

const pairs = 128;
const length = 9;
const steps = Number(process.argv[2] ?? 40);

const tower = { width: 64, layers: 2, heads: 2 };
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
// In turns, so that what else the machine does falls on both.
const times = { ours: [] as number[], naive: [] as number[] };
for (let round = 0; round < 4; round++) {
  times.ours.push(...(await stepTimes(Math.ceil(steps / 4))));
  times.naive.push(...naiveStep(config, batch, 2));
}
const ours = median(times.ours);
const naive = median(times.naive);
console.log(
  `demo model: ${pairs} pairs with a hard caption each, 48×48 pixels in 9 patches, ${length} tokens, width 64, 2 layers`,
);
console.log(`ours    ${ours.toFixed(1).padStart(7)} ms a step, ${(1000 / ours).toFixed(2)} steps/s`);
console.log(
  `naive   ${naive.toFixed(1).padStart(7)} ms a step, ${(1000 / naive).toFixed(2)} steps/s (${(naive / ours).toFixed(1)} times as long)`,
);

const spent = timeKernels();
const total = (await stepTimes(20)).reduce((a, b) => a + b, 0);
console.log('\nwhere the time of a step goes');
const rows = [...spent].sort(([, a], [, b]) => b.ms - a.ms);
for (const [name, { ms, calls }] of rows.slice(0, 9)) line(name, ms, calls);
const rest = rows
  .slice(9)
  .reduce((sum, [, row]) => ({ ms: sum.ms + row.ms, calls: sum.calls + row.calls }), { ms: 0, calls: 0 });
line('other kernels', rest.ms, rest.calls);
const inKernels = rows.reduce((sum, [, { ms }]) => sum + ms, 0);
line('outside of kernels', total - inKernels, 0);

function line(name: string, ms: number, calls: number): void {
  const share = `${((100 * ms) / total).toFixed(1)} %`;
  console.log(
    `${name.padEnd(22)}${(ms / 20).toFixed(2).padStart(8)} ms ${share.padStart(7)}${calls > 0 ? `  ${Math.round(calls / 20)} calls` : ''}`,
  );
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
    onStep: () => {
      const now = performance.now();
      times.push(now - last);
      last = now;
    },
  });
  optimizer.dispose();
  model.dispose();
  return times;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

/** Wraps each kernel of the backend with a stopwatch. */
function timeKernels(): ReadonlyMap<string, { ms: number; calls: number }> {
  const spent = new Map<string, { ms: number; calls: number }>();
  for (const kernel of getKernelsForBackend('wasm')) {
    const timed: KernelConfig = {
      ...kernel,
      kernelFunc(args) {
        const start = performance.now();
        const result = kernel.kernelFunc(args);
        const name =
          kernel.kernelName === 'BatchMatMul' ? `MatMul, ${batched(args.inputs.a)}` : kernel.kernelName;
        const row = spent.get(name) ?? { ms: 0, calls: 0 };
        spent.set(name, { ms: row.ms + performance.now() - start, calls: row.calls + 1 });
        return result;
      },
    };
    unregisterKernel(kernel.kernelName, 'wasm');
    registerKernel(timed);
  }
  return spent;
}

function batched(a: TensorInfo | undefined): string {
  return a !== undefined && a.shape.length > 2 && a.shape[0]! > 1 ? 'attention' : 'dense';
}
