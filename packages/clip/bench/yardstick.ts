// npm run bench:yardstick: a training step on wasm, one thread, written the obvious way (naive), with our ops
// (tuned), and with our kernels below them, beside the same step in PyTorch on one thread.
//
//   SLIPFORM_SHARED=… npx tsx bench/yardstick.ts [ROUNDS]      default 5; ten minutes on a quiet machine
//
// The model, its parameters and its batches are those of yardstick.py in the shared folder, which also is the
// PyTorch side: without it, or without PyTorch, this says so and ends. All four take turns in one run, so that
// what else the machine does falls on each; medians of wall time, and of CPU time, which a busy machine
// stretches less.
import '@tensorflow/tfjs-backend-wasm';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matMul, memory, type Rank, randomNormal, ready, setBackend, tidy } from '@tensorflow/tfjs-core';
import { useWasmKernels } from '../src/wasm-kernels';
import { cpuTime, printTimes, timeKernels } from './kernel-times';
import { registerGradients } from './register-gradients';
import { dumpYardstick, runPyTorch, type Yardstick, type YardstickConfig } from './yardstick-files';
import { ourTrainer, type Trainer } from './yardstick-model';
import { naiveTrainer } from './yardstick-naive';

const rounds = Number(process.argv[2] ?? 5);

const base: YardstickConfig = {
  ...{ width: 128, layers: 4, heads: 4, image: 56, patch: 8 },
  ...{ length: 16, vocab: 1024, embed: 128 },
};
/** The demo's towers; the vocabulary stays, since the batches' tokens reach up to 1,000. */
const demo: YardstickConfig = {
  ...base,
  ...{ width: 64, layers: 2, heads: 2, image: 48, patch: 16, length: 9, embed: 64 },
};

const folder = mkdtempSync(join(tmpdir(), 'yardstick-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  let yardstick: Yardstick;
  let demoYardstick: Yardstick;
  try {
    yardstick = dumpYardstick(base, join(folder, 'base'));
    demoYardstick = dumpYardstick(demo, join(folder, 'demo'));
  } catch (error) {
    console.log(
      `skipped: yardstick.py does not run (${String(error).split('\n').slice(-2).join(' ').trim()})`,
    );
    return;
  }
  await setBackend('wasm');
  await ready();
  await registerGradients();
  const { variant, remove } = await useWasmKernels();
  remove();
  console.log(`Node ${process.version}, kernels: ${variant}\n`);

  await compareLosses(yardstick);
  await compareSpeed('yardstick', yardstick, 32);
  await compareSpeed('yardstick', yardstick, 8);
  await compareSpeed('demo', demoYardstick, 128);
  await profile(yardstick, 32);
  // Last, since the naive step fills three of the heap's four GiB.
  await compareSpeed('yardstick', yardstick, 128);
}

/** Twelve steps from the same parameters: our losses, with and without kernels, must be PyTorch's, and naive's first. */
async function compareLosses(yardstick: Yardstick): Promise<void> {
  const expected = runPyTorch(yardstick, 32, 12).losses;
  const train = () => {
    const trainer = ourTrainer(yardstick, 32);
    const losses = expected.map(() => trainer.step());
    trainer.dispose();
    return losses;
  };
  const first = naiveTrainer(yardstick, 32);
  const naive = [first.step()];
  first.dispose();
  const tuned = train();
  const kernels = await withKernels(train);
  for (const [name, losses] of Object.entries({ PyTorch: expected, naive, tuned, kernels })) {
    const away = Math.max(...losses.map((loss, i) => Math.abs(loss - expected[i]!)));
    console.log(
      `${name.padEnd(8)}${losses.map((x) => x.toFixed(5)).join(' ')}  off by ${away.toExponential(1)}`,
    );
    if (!(away < 1e-3)) throw new Error(`${name}: the losses are not PyTorch's`);
  }
}

async function compareSpeed(name: string, yardstick: Yardstick, batch: number): Promise<void> {
  const naive = timesOf();
  const tuned = timesOf();
  const kernels = timesOf();
  const torch = timesOf();
  const large = batch * yardstick.config.width > 8192;
  for (let round = 0; round < rounds; round++) {
    run(ourTrainer(yardstick, batch), tuned, large ? 2 : 4);
    await withKernels(() => run(ourTrainer(yardstick, batch), kernels, large ? 3 : 8));
    const { stepsPerSecond, cpuMs } = runPyTorch(yardstick, batch, large ? 12 : 40);
    torch.wall.push(1000 / stepsPerSecond);
    torch.cpu.push(cpuMs);
  }
  // Once, since it takes seconds.
  run(naiveTrainer(yardstick, batch), naive, large ? 1 : 2, !large);
  const pyTorch = median(torch.wall);
  console.log(`\n${name}, batch ${batch}: steps/s (CPU ms a step), part of PyTorch's rate`);
  for (const [side, { wall, cpu }] of Object.entries({ naive, tuned, kernels, PyTorch: torch })) {
    const ms = median(wall);
    console.log(
      `  ${side.padEnd(9)}${(1000 / ms).toFixed(2).padStart(6)}  (${median(cpu).toFixed(0)} ms)  ${(pyTorch / ms).toFixed(3)}`,
    );
  }
}

interface Times {
  readonly wall: number[];
  readonly cpu: number[];
}

function timesOf(): Times {
  return { wall: [], cpu: [] };
}

/** Adds the times of `steps` steps, by default after one to warm up. */
function run(trainer: Trainer, times: Times, steps: number, warmUp = true): void {
  if (warmUp) trainer.step();
  for (let i = 0; i < steps; i++) {
    const before = cpuTime();
    const start = performance.now();
    trainer.step();
    times.wall.push(performance.now() - start);
    times.cpu.push(cpuTime() - before);
  }
  trainer.dispose();
}

/** Where the time of a step goes, and how fast the backend multiplies at best. */
async function profile(yardstick: Yardstick, batch: number): Promise<void> {
  const one = (label: string) => {
    const trainer = ourTrainer(yardstick, batch);
    for (let i = 0; i < 4; i++) trainer.step();
    const tensors = memory().numTensors;
    const { spent, stop } = timeKernels();
    const start = cpuTime();
    for (let i = 0; i < 8; i++) trainer.step();
    const total = cpuTime() - start;
    stop();
    if (memory().numTensors !== tensors) throw new Error('a step leaks tensors');
    trainer.dispose();
    console.log(`\nwhere the CPU time of a step goes, ${label}`);
    printTimes(spent, 8, total);
    const products = [...spent.values()].filter(({ flops }) => flops > 0);
    const ms = products.reduce((sum, row) => sum + row.ms, 0);
    const flops = products.reduce((sum, row) => sum + row.flops, 0);
    console.log(
      `kernels that multiply matrices: ${((100 * ms) / total).toFixed(0)} % of the time, ${(flops / 8e9).toFixed(2)} GFLOP a step at ${(flops / ms / 1e6).toFixed(1)} GFLOP/s`,
    );
    console.log(`matMul of 512 × 512, at best: ${bestRate().toFixed(1)} GFLOP/s`);
  };
  one('tuned');
  await withKernels(() => one('with kernels'));
}

function bestRate(): number {
  return tidy(() => {
    const a = randomNormal<Rank.R2>([512, 512]);
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 60; i++) {
      const start = performance.now();
      matMul(a, a).dispose();
      best = Math.min(best, performance.now() - start);
    }
    return (2 * 512 ** 3) / best / 1e6;
  });
}

async function withKernels<T>(use: () => T): Promise<T> {
  const kernels = await useWasmKernels();
  try {
    return use();
  } finally {
    kernels.remove();
  }
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}
