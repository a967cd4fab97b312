// npm run bench:kernels: where the time of a training step goes on wasm, one thread: by function of our kernels, products
// by shape with their rate, what tfjs computes, and what lies between; and how much of the machine's peak that is.
//
//   npx tsx lab/speed/kernels.ts [--experimental] [--steps N]      default 20; two minutes
//
// CPU time of the process, which still depends on what the neighbours leave of caches and clock: on a busy machine read
// shares. The peak is what the product makes of numbers in the first-level cache, the best of many, in the same run.
import '@tensorflow/tfjs-backend-wasm';
import { parseArgs } from 'node:util';
import { infoNceLoss } from '@slipform/cement-loss';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { matMul, type Rank, randomUniform, ready, setBackend, tidy } from '@tensorflow/tfjs-core';
import {
  adamW,
  type ClipConfig,
  createClip,
  type TrainBatch,
  trainClip,
} from '../../packages/clip/src/index';
import { type Task, tasks } from './yardstick/tasks';

const { values: flags } = parseArgs({
  options: {
    experimental: { type: 'boolean', default: false },
    steps: { type: 'string', default: '20' },
  },
});
const steps = Number(flags.steps);

const { spent } = clockKernels();
await setBackend('wasm');
await ready();
const { variant, wide } = await useWasmKernels({ experimental: flags.experimental });
console.log(`Node ${process.version}, ${variant}${wide ? ', vectors of eight floats' : ''}`);

const measured = ['yardstick, 32', 'yardstick, 128', 'icons, 256', 'ViT-B/32 images, 32'];
for (const task of tasks.filter(({ name }) => measured.includes(name))) {
  await (task.kind === 'train' ? training : embedding)(task);
}

async function training({ name, config, batch: pairs }: Task): Promise<void> {
  const model = createClip(config);
  const optimizer = adamW();
  const data = batch(config, pairs);
  const times: number[] = [];
  let last = cpuTime();
  await trainClip({
    ...{ model, optimizer, data: () => data, steps: steps + 5 },
    loss: (embedded, options) => infoNceLoss(embedded, options),
    observe: [
      ({ step }) => {
        const now = cpuTime();
        if (step > 5) times.push(now - last);
        else spent.clear();
        last = cpuTime();
      },
    ],
  });
  print(name, times);
  optimizer.dispose();
  model.dispose();
}

/** CPU time of this process in ms: unlike wall time, it stands still while another process runs. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function embedding({ name, config, batch: images }: Task): Promise<void> {
  const model = createClip(config);
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    if (i === 1) spent.clear();
    const start = cpuTime();
    tidy(() => model.encodeImages(randomUniform([images, 224, 224, 3])).dataSync());
    if (i > 0) times.push(cpuTime() - start);
  }
  print(name, times);
  model.dispose();
}

function batch({ image, text }: ClipConfig, pairs: number): TrainBatch {
  const { imageSize } = image;
  return {
    images: Float32Array.from({ length: pairs * imageSize ** 2 * 3 }, (_, i) => Math.sin(0.37 * i)),
    tokens: Array.from({ length: pairs }, (_, row) =>
      Array.from({ length: text.contextLength }, (_, at) =>
        at === text.contextLength - 1 ? text.vocabularySize - 1 : (row * 7 + at * 13) % 1000,
      ),
    ),
  };
}

function print(name: string, times: readonly number[]): void {
  const functions = new Map(spent);
  const total = times.reduce((a, b) => a + b, 0);
  const median = [...times].sort((a, b) => a - b)[times.length >> 1]!;
  const ours = [...functions].sort(([, a], [, b]) => b.ms - a.ms);
  const sum = (rows: readonly (readonly [string, FunctionTime])[]) =>
    rows.reduce(
      (all, [, { ms, calls, flops }]) => ({
        ms: all.ms + ms,
        calls: all.calls + calls,
        flops: all.flops + flops,
      }),
      { ms: 0, calls: 0, flops: 0 },
    );
  const line = (label: string, { ms, calls, flops }: FunctionTime) => {
    const rate = flops > 0 ? `${(flops / ms / 1e6).toFixed(1)} GFLOP/s` : '';
    console.log(
      `${label.padEnd(38)}${(ms / times.length).toFixed(2).padStart(8)} ms ${((100 * ms) / total).toFixed(1).padStart(5)} %  ${String(Math.round(calls / times.length)).padStart(4)} calls  ${rate}`.trimEnd(),
    );
  };
  console.log(`\n${name}: ${median.toFixed(0)} ms`);
  for (const [label, time] of ours.slice(0, 24)) line(label, time);
  const isProduct = ([label]: readonly [string, FunctionTime]) => label.startsWith('product');
  line('all products', sum(ours.filter(isProduct)));
  line('all else of ours', sum(ours.filter((row) => !isProduct(row))));
  line("tfjs's kernels, and between kernels", { ms: total - sum(ours).ms, calls: 0, flops: 0 });
  const { flops } = sum(ours);
  const best = peak();
  console.log(
    `${(flops / times.length / 1e9).toFixed(2)} GFLOP at ${(flops / total / 1e6).toFixed(1)} GFLOP/s in all: ${((100 * flops) / total / 1e6 / best).toFixed(0)} % of ${best.toFixed(1)}`,
  );
}

/** GFLOP/s of a product that stays in the first-level cache, the best of many. */
function peak(): number {
  return tidy(() => {
    const a = randomUniform<Rank.R2>([96, 256]);
    const b = randomUniform<Rank.R2>([256, 64]);
    const before = new Map(spent);
    spent.clear();
    let best = 0;
    for (let turn = 0; turn < 3000; turn++) {
      matMul(a, b).dispose();
      for (const { ms, flops } of spent.values()) best = Math.max(best, flops / ms / 1e6);
      spent.clear();
    }
    for (const [label, time] of before) spent.set(label, time);
    return best;
  });
}

export interface FunctionTime {
  ms: number;
  calls: number;
  /** Floating-point operations of matrix products, two for each multiply-add. */
  flops: number;
}

/**
 * Clocks the CPU time of each function of every instance of ours that is made from now on: to be called before `useWasmKernels`. `spent`
 * has products by their shape.
 */
export function clockKernels(): { readonly spent: Map<string, FunctionTime> } {
  const spent = new Map<string, FunctionTime>();
  const Original = WebAssembly.Instance;
  WebAssembly.Instance = new Proxy(Original, {
    construct(target, args) {
      const instance = Reflect.construct(target, args) as WebAssembly.Instance;
      if (!('layerNormGradient' in instance.exports)) return instance;
      const exports = Object.fromEntries(
        Object.entries(instance.exports).map(([name, value]) => [
          name,
          typeof value === 'function' ? clocked(name, value as Kernel, spent) : value,
        ]),
      );
      return { exports };
    },
  });
  return { spent };
}

type Kernel = (...args: number[]) => unknown;

function clocked(name: string, run: Kernel, spent: Map<string, FunctionTime>): Kernel {
  return (...args) => {
    const start = cpuTime();
    const result = run(...args);
    const ms = cpuTime() - start;
    const [key, flops] = work(name, args);
    const row = spent.get(key) ?? { ms: 0, calls: 0, flops: 0 };
    row.ms += ms;
    row.calls++;
    row.flops += flops;
    spent.set(key, row);
    return result;
  };
}

/** A name for what a call does, and its floating-point operations where it multiplies matrices. */
function work(name: string, args: readonly number[]): [string, number] {
  if (name === 'product') {
    const [transposeA, transposeB, m, n, k] = args as [number, number, number, number, number];
    const kind = transposeA === 1 ? 'AᵀB' : transposeB === 1 ? 'ABᵀ' : 'AB';
    return [`product ${kind} ${m}×${n}×${k}`, 2 * m * n * k];
  }
  if (!name.startsWith('attention')) return [name, 0];
  const [batch, heads, m, n, width] = args as [number, number, number, number, number];
  return [`${name}, ${heads} heads, ${m}×${n}`, (name === 'attention' ? 4 : 8) * batch * m * n * width];
}
