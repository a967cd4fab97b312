// Fine-tuning a CLIP of ViT-B/32's size for composition, on the processor alone: the text tower, whole and by changes of
// rank 8, trained with the Cement loss on embeddings of the images that were made once, beside PyTorch doing the same step.
//
//   npm run build && npm run bench:fine-tune -w @slipform/clip        some ten minutes; 0.6 GB of temporary files
//   … -- --threads 1,2 --rounds 3 --steps 3 --batch 32 --length 16 --python PATH --quick --update-docs
//
// Weights and data are random, the same for both: captions and one hard caption each of `length` tokens, which PyTorch
// gets without padding too. Sides take turns, each time in a process of its own; its first step warms up and is not
// timed. A round counts if the losses of all its steps are those of the first side (PyTorch) within 1e-3.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { normalNumbers } from '@slipform/kit/random/normal-numbers';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { completeConfig } from '../../packages/clip/src/model/clip-config';
import { parameterSpecs } from '../../packages/clip/src/model/parameter-specs';
import type { FineTuneOrder, FineTuneTurn } from './fine-tune/entry';
import { vitB32 } from './race/models';
import { alignMarkdown } from './yardstick/align';
import { bundlePrograms } from './yardstick/bundle';
import { childContender } from './yardstick/child-contender';
import { loadWarning, thisMachine } from './yardstick/machine';
import { median } from './yardstick/statistics';
import { describeTorch, environment, findTorch, type Torch } from './yardstick/torch';
import { updateDocs } from './yardstick/update-docs';
import { writeModel } from './yardstick/write-task-folder';

const { values: options } = parseArgs({
  options: {
    threads: { type: 'string', default: '1,2' },
    rounds: { type: 'string', default: '3' },
    steps: { type: 'string', default: '3' },
    batch: { type: 'string', default: '32' },
    length: { type: 'string', default: '16' },
    python: { type: 'string' },
    /** Two batches of four pairs: whether all of it works. */
    quick: { type: 'boolean', default: false },
    'update-docs': { type: 'boolean', default: false },
  },
});
const [rounds, steps] = [Number(options.rounds), Number(options.steps)];
const [batch, length] = options.quick ? [4, 6] : [Number(options.batch), Number(options.length)];
const threads = options.threads.split(',').map(Number);
const batches = 2;
const rank = 8;
const ranks = [0, rank];

/** A way of training by one side, and what its processes said. */
interface Racer {
  readonly name: string;
  readonly rank: number;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly wall: number[];
  readonly cpu: number[];
  readonly peaks: number[];
  /** Of its losses; undefined for the first of a rank, which the others are compared with. */
  off: number | undefined;
}

const repository = join(import.meta.dirname, '../..');
const script = join(import.meta.dirname, 'fine-tune.py');

const machine = thisMachine();
const warning = loadWarning(machine);
if (warning !== undefined) console.error(warning);
const python = options.python ?? (await installedPython());
const torch = await findTorch(python);
if (torch === undefined) throw new Error(`--python must be a Python that can import torch, got ${python}.`);
const folder = await mkdtemp(join(tmpdir(), 'fine-tune-'));
try {
  await writeTask(folder);
  const racers = await racersOf(torch, folder);
  for (let round = 0; round < rounds; round++) {
    for (const rank of ranks) {
      let measure: readonly number[] | undefined;
      for (const racer of racers.filter((each) => each.rank === rank)) {
        measure = await takeTurn(racer, measure);
        console.error(`  round ${round + 1} of ${rounds}: ${racer.name}`);
      }
    }
  }
  const about = `${machine.processor}, ${machine.cores} cores, ${machine.system}; ${new Date().toISOString().slice(0, 10)}, load average ${machine.load.toFixed(1)} at the start. ${describeTorch(torch)}. Node ${process.versions.node}. Batches of ${batch} pairs with a hard caption each, ${length} tokens a text, ${rounds} rounds of ${steps} steps.`;
  const rows = tableOf(racers);
  console.log(`${about}\n\n${terminalTable({ head: rows[0]!, rows: rows.slice(1), gap: 2 })}`);
  if (options['update-docs']) {
    const page = join(repository, 'packages/clip/docs/speed.md');
    await updateDocs(page, `${about}\n\n${alignMarkdown(rows)}`, 'bench:fine-tune');
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function installedPython(): Promise<string> {
  const install = join(repository, 'scripts/python/install.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [install, 'torch', 'clients', 'benchmarks']);
  return stdout.trim();
}

/** The model, the batches as flat files, and what A of the changes of low rank starts from: as trainClip draws it. */
async function writeTask(to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const config = completeConfig(vitB32);
  await writeModel(config, to);
  const { text, embeddingSize } = config;
  const pairs = batches * batch;
  const next = normalNumbers(1);
  const images = Float32Array.from({ length: pairs * embeddingSize }, next);
  const captions = new Int32Array(pairs * length);
  const hard = new Int32Array(pairs * length);
  for (let pair = 0; pair < pairs; pair++) {
    const word = () => 1000 + (Math.floor(Math.abs(next()) * 1e6) % 40000);
    const row = [text.startToken, ...Array.from({ length: length - 2 }, word), text.endToken];
    captions.set(row, pair * length);
    hard.set(row.with(1 + (pair % (length - 2)), word()), pair * length);
  }
  const concreteness = Float32Array.from({ length: pairs }, (_, pair) => 1 + (pair % 5));
  const draw = normalNumbers(0);
  const factors = parameterSpecs(config).flatMap(({ name, shape: [, width = 0] }) =>
    /^text_model\.encoder.*(proj|fc\d)\.weight$/.test(name)
      ? [Float32Array.from({ length: rank * width }, () => draw() * width ** -0.5)]
      : [],
  );
  await writeFile(
    join(to, 'factors.bin'),
    Buffer.concat(factors.map(({ buffer }) => new Uint8Array(buffer))),
  );
  const files = { images, captions, hard, concreteness };
  for (const [name, { buffer }] of Object.entries(files))
    await writeFile(join(to, `${name}.bin`), new Uint8Array(buffer));
  await writeFile(join(to, 'batches.json'), JSON.stringify({ batches, batch, length, embeddingSize }));
}

async function racersOf(found: Torch, from: string): Promise<Racer[]> {
  const program = (await bundlePrograms()).fineTune;
  const racer = (side: string, rank: number, rest: Pick<Racer, 'command' | 'args' | 'env'>): Racer => ({
    name: `${rank === 0 ? 'whole text tower' : `rank ${rank}`}, ${side}`,
    ...{ rank, ...rest, wall: [], cpu: [], peaks: [], off: undefined },
  });
  return ranks.flatMap((rank) =>
    threads.flatMap((count) => [
      racer(`${found.name}, ${count} thread${count === 1 ? '' : 's'}`, rank, {
        command: found.python,
        args: [script, from, `${count}`, `${rank}`],
        env: environment(count),
      }),
      racer(`@slipform/clip, ${count === 1 ? 'no workers' : `${count} workers`}`, rank, {
        command: process.execPath,
        args: [
          program,
          JSON.stringify({ folder: from, workers: count === 1 ? 0 : count, rank } satisfies FineTuneOrder),
        ],
        env: process.env,
      }),
    ]),
  );
}

/** One process of a side. @returns the losses that all sides of its rank have to have */
async function takeTurn(racer: Racer, measure: readonly number[] | undefined): Promise<readonly number[]> {
  const contender = await childContender<FineTuneTurn>(racer.command, racer.args, racer.env);
  try {
    const warm = await contender.take(1);
    const timed = await contender.take(steps);
    const losses = [...warm.losses, ...timed.losses];
    if (measure === undefined) return addTimes(racer, timed, contender.figures()?.peakMiB, losses);
    const off = Math.max(...losses.map((loss, i) => Math.abs(loss - measure[i]!) / Math.abs(measure[i]!)));
    if (!(off < 1e-3)) {
      throw new Error(`${racer.name} must have the losses ${measure.join(', ')}, got ${losses.join(', ')}`);
    }
    racer.off = Math.max(racer.off ?? 0, off);
    return addTimes(racer, timed, contender.figures()?.peakMiB, measure);
  } finally {
    await contender.stop();
  }
}

function addTimes<T>(
  { wall, cpu, peaks }: Racer,
  { seconds, cpuSeconds }: FineTuneTurn,
  peak: number | undefined,
  losses: T,
): T {
  wall.push((steps * batch) / seconds);
  cpu.push((steps * batch) / cpuSeconds);
  peaks.push(peak ?? Number.NaN);
  return losses;
}

function tableOf(racers: readonly Racer[]): string[][] {
  const head = [
    '',
    'pairs/s',
    'pairs/s of processor',
    '100,000 pairs, h',
    'of processor, h',
    'peak, MiB',
    'losses off',
  ];
  const hours = (rate: number) => (1e5 / rate / 3600).toFixed(1);
  return [
    head,
    ...racers.map(({ name, wall, cpu, peaks, off }) => [
      name,
      ...[median(wall), median(cpu)].map((rate) => rate.toFixed(2)),
      ...[median(wall), median(cpu)].map(hours),
      Math.max(...peaks).toFixed(0),
      off === undefined ? 'the measure' : off.toExponential(0),
    ]),
  ];
}
