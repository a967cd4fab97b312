// npm run bench:tfjs-node: training steps and the embedding of images on TensorFlow, by tfjs-node, beside wasm with our
// kernels on one thread.
//
//   export SLIPFORM_TFJS_NODE=$(node scripts/tfjs-node/install.mjs)            with --gpu on a machine with CUDA
//   npm run build && npm run bench:tfjs-node -w @slipform/clip -- [--gpu] [--rounds N] [--tasks A;B] [--update-docs]
//
// As bench:yardstick has it: each side is a process, all take turns in one run, a ratio is the median of the rounds' ratios,
// and the losses of the first twelve steps have to be wasm's within 1e-3. With --gpu, tfjs-node-gpu computes once in float32 and once as
// TensorFlow does by default on an Ampere or newer, where factors of products are rounded to TF32.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tfjsNodeEntry, tfjsNodeFolder } from './import-tfjs-node';
import { alignMarkdown } from './yardstick/align';
import { bundlePrograms, type Programs } from './yardstick/bundle';
import { childContender } from './yardstick/child-contender';
import type { Side } from './yardstick/contender';
import { rateText, ratioText } from './yardstick/figures';
import { loadWarning, type Machine, thisMachine } from './yardstick/machine';
import type { WorkOrder } from './yardstick/our-work';
import { raceAt, type TaskResult } from './yardstick/race';
import { nodeSide } from './yardstick/sides';
import { median, ratioOf } from './yardstick/statistics';
import { taskTable } from './yardstick/tables';
import { tasks } from './yardstick/tasks';
import { updateDocs } from './yardstick/update-docs';
import { writeTaskFolder } from './yardstick/write-task-folder';

const { values: options } = parseArgs({
  options: {
    gpu: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    tasks: { type: 'string' },
    'update-docs': { type: 'boolean', default: false },
  },
});

const machine = thisMachine();
console.log(`${machine.processor}, ${machine.cores} cores, Node ${process.version}`);
const warning = loadWarning(machine);
if (warning !== undefined) console.log(warning);
const results = await race(tfjsNodeFolder('bench:tfjs-node'));
const table = speedTable(results, machine);
console.log(`\n${table}`);
if (options['update-docs']) {
  await updateDocs(
    join(import.meta.dirname, '../../packages/clip/docs/tfjs-node.md'),
    table,
    'bench:tfjs-node',
  );
}
if (results.some(({ absent }) => absent.length > 0)) process.exitCode = 1;

function sidesOf(programs: Programs, tensorflow: string): Side[] {
  const wasm = nodeSide(process.execPath, process.version, programs.node, 0);
  const on = { folder: tensorflow, backend: options.gpu ? 'node-gpu' : 'node' } as const;
  const ours = options.gpu
    ? [
        { ...on, name: 'node-gpu, float32', env: { NVIDIA_TF32_OVERRIDE: '0' } },
        { ...on, name: 'node-gpu, as it comes' },
      ]
    : [1, machine.cores].map((threads) => ({
        ...on,
        name: `TensorFlow, ${threads === 1 ? 'one thread' : `${threads} threads`}`,
        threads,
      }));
  return [
    { ...wasm, name: 'wasm with our kernels' },
    ...ours.map((side) => tensorFlowSide(side, programs.node)),
  ];
}

async function race(tensorflow: string): Promise<TaskResult[]> {
  const wanted = options.tasks?.split(';').map((name) => name.trim());
  const files = await mkdtemp(join(tmpdir(), 'tfjs-node-'));
  const found: TaskResult[] = [];
  try {
    const sides = sidesOf(await bundlePrograms(), tensorflow);
    for (const task of tasks.filter(({ name }) => wanted?.includes(name) ?? true)) {
      await writeTaskFolder(task, files);
      const say = (text: string) => console.error(`  ${text}`);
      const rounds = Number(options.rounds ?? task.rounds);
      found.push(await raceAt(task, sides, files, { rounds, seconds: 1.5, say }));
      console.log(`\n${taskTable(found.at(-1)!)}`);
    }
    return found;
  } finally {
    await rm(files, { recursive: true, force: true });
  }
}

/** A row for each task: the rate of the first side, and what part of it, or how many times it, the others have. */
export function speedTable(results: readonly TaskResult[], { processor, cores }: Machine): string {
  const names = [...new Set(results.flatMap(({ sides }) => sides.map(({ name }) => name)))];
  const head = ['', ...names.map((name, i) => (i === 0 ? name : `${name}: ×`)), 'memory, MiB'];
  const rows = results.map(({ task, sides }) => {
    const [first, ...others] = names.map((name) => sides.find((side) => side.name === name));
    return [
      task.name,
      first ? `${rateText(median(first.rates))} ${task.unit}` : '–',
      ...others.map((side) => {
        if (!first || !side) return '–';
        const { median: middle, least, most } = ratioOf(side.rates, first.rates);
        return `${ratioText(middle)} (${ratioText(least)}–${ratioText(most)})`;
      }),
      sides.map(({ peakMiB }) => peakMiB?.toFixed(0) ?? '–').join(', '),
    ];
  });
  return `${alignMarkdown([head, ...rows])}\n\nMedians (least–most) of rounds that take turns; Node ${process.versions.node}, ${processor}, ${cores} cores.`;
}

export interface TensorFlowSide {
  readonly name: string;
  readonly backend: 'node' | 'node-gpu';
  /** The folder that scripts/tfjs-node/install.mjs made. */
  readonly folder: string;
  /** Threads of one operation; all cores without it. */
  readonly threads?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Our side on TensorFlow, in the Node that runs this: tfjs-node is imported from its folder before the program. */
export function tensorFlowSide(
  { name, backend, folder, threads, env = {} }: TensorFlowSide,
  program: string,
): Side {
  return {
    name,
    kind: 'ours',
    threads: threads ?? 1,
    does: () => true,
    start({ kind }, source) {
      const order: WorkOrder = { kind, source, workers: 0, way: 'ops', backend };
      const args = ['--import', tfjsNodeEntry(folder, backend), program, JSON.stringify(order)];
      const limits = threads === undefined ? {} : threadLimits(threads);
      return childContender(process.execPath, args, {
        ...process.env,
        TF_CPP_MIN_LOG_LEVEL: '1',
        ...limits,
        ...env,
      });
    },
  };
}

/** What TensorFlow reads when it starts: threads of one operation, and operations at a time. */
function threadLimits(threads: number): Record<string, string> {
  return { TF_NUM_INTRAOP_THREADS: String(threads), TF_NUM_INTEROP_THREADS: '1' };
}
