// What workers gain: steps of one model in this thread alone and with workers, taking turns in one run.
//
//   npm run build && npx tsx lab/speed/workers.ts [WORKERS] [BATCH] [ROUNDS] [MODEL]    default: 2 32 7 yardstick (or demo, icons)
//
// Beside the rates it prints how long this thread is busy in a step with workers: no number of workers makes a step
// shorter than that.
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { createClip } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { Batches } from './yardstick/batches';
import type { Turn } from './yardstick/contender';
import { trainInTurns } from './yardstick/our-work';
import { tasks } from './yardstick/tasks';

const [workers = 2, batch = 32, rounds = 7] = process.argv.slice(2, 5).map(Number);
const name = process.argv[5] ?? 'yardstick';
const config = tasks.find((task) => task.kind === 'train' && task.name.startsWith(name))?.config;
if (config === undefined) throw new Error(`There is no model named ${name}.`);
/** Rounds before the first that counts: V8 computes with quickly made code at first, in each worker anew. */
const warmUps = 4;
const stepsOfTurn = Math.max(2, Math.ceil(256 / batch));
const { imageSize: size } = config.image;
const { contextLength: length, vocabularySize } = config.text;

await setBackend('wasm');
const { variant } = await useWasmKernels();
const noise = (i: number) => (Math.sin(i * 12.9898) * 43758.5453) % 1;
const batches = new Batches(
  { batches: 1, rows: batch, size, length },
  Float32Array.from({ length: batch * size * size * 3 }, (_, i) => noise(i)),
  Int32Array.from({ length: batch * length }, (_, i) =>
    i % length === length - 1 ? vocabularySize - 1 : Math.floor(Math.abs(noise(i)) * (vocabularySize - 2)),
  ),
);

/** Wall time, busy time of this thread and processor time of the process, ms a step. */
interface Times {
  readonly wall: number;
  readonly busy: number;
  readonly processor: number;
}

async function timesOf(take: (steps: number) => Promise<Turn>): Promise<Times> {
  const [loop, usage] = [performance.eventLoopUtilization(), process.cpuUsage()];
  const { ms } = await take(stepsOfTurn);
  const { active } = performance.eventLoopUtilization(loop);
  const { user, system } = process.cpuUsage(usage);
  const wall = ms.reduce((a, b) => a + b, 0);
  return {
    wall: wall / stepsOfTurn,
    busy: active / stepsOfTurn,
    processor: (user + system) / 1e3 / stepsOfTurn,
  };
}

const create = () => new Worker(new URL('../../packages/clip/dist/worker-thread.js', import.meta.url));
const sides = [0, { count: workers, create }].map((option) =>
  trainInTurns(createClip(config, { seed: 0 }), batches, { workers: option }),
);
const [alone, many]: [Times[], Times[]] = [[], []];
for (let round = -warmUps; round < rounds; round++) {
  const order = round % 2 === 0 ? [0, 1] : [1, 0];
  for (const side of order) {
    const times = await timesOf((steps) => sides[side]!.take(steps));
    if (round >= 0) (side === 0 ? alone : many).push(times);
  }
}
for (const side of sides) await side.end();

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const of = (times: readonly Times[], field: keyof Times) => median(times.map((each) => each[field]));
const row = (label: string, times: readonly Times[]) =>
  console.log(
    `${label.padEnd(12)}${of(times, 'wall').toFixed(1).padStart(12)}${of(times, 'busy').toFixed(1).padStart(16)}${of(times, 'processor').toFixed(1).padStart(16)}`,
  );
console.log(
  `${name}, batch ${batch}, kernels ${variant}, ${rounds} rounds of ${stepsOfTurn} steps; ms a step, medians`,
);
console.log('                    wall   this thread    all threads');
row('alone', alone);
row(`${workers} workers`, many);
const gains = alone.map(({ wall }, i) => wall / many[i]!.wall);
console.log(
  `${workers} workers: ${median(gains).toFixed(2)} × as fast, median of the rounds' ratios; from ${Math.min(...gains).toFixed(2)} to ${Math.max(...gains).toFixed(2)}`,
);
