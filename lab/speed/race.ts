// The race of those who embed with CLIP: a random ViT-B/32, the same weights, pixels and token ids, for @slipform/clip in
// Node, transformers.js with ONNX Runtime (native, and on wasm), and PyTorch with transformers.
//
//   npm run build && npm run bench:race -w @slipform/clip        --help lists the options; some five minutes; 2 GB of temporary files
//
// Sides take turns, A B C A B C, each time in a process of its own: it loads the model, embeds one image and one text
// (from its start until then: "first"), and then all rows, one by one and in eights, after a batch that warms up. A round
// counts if all embeddings are those of the first side (PyTorch, where it is there). Files are in the system's cache.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { InputError } from '../../packages/clip/src/input-error';
import type { ClipConfig } from '../../packages/clip/src/model/clip-config';
import { vitB32 } from './large-model';
import type { RaceOrder } from './race/entry';
import { type RaceOptions, readRaceOptions, usage } from './race/options';
import { addRound, leastApart, newRacer, type Racer, type Run, raceRows } from './race/report';
import { installed, type Size, sizeOf } from './race/sizes';
import { alignMarkdown } from './yardstick/align';
import { bundlePrograms } from './yardstick/bundle';
import { childContender } from './yardstick/child-contender';
import { loadWarning, thisMachine } from './yardstick/machine';
import { describeTorch, environment, findTorch, type Torch } from './yardstick/torch';
import { updateDocs } from './yardstick/update-docs';
import { writeTaskFolder } from './yardstick/write-task-folder';

/** Who takes part: what is run, by whom, and what each process said of itself. */
interface Side {
  readonly racer: Racer;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

const tower = { width: 64, layers: 2, heads: 2 };
const smallConfig: ClipConfig = {
  embeddingSize: 32,
  image: { ...tower, imageSize: 32, patchSize: 16 },
  text: { ...tower, vocabularySize: 1024, contextLength: 16 },
};

const repository = join(import.meta.dirname, '../..');
const script = join(import.meta.dirname, 'race.py');

if (process.argv.includes('--help')) console.log(usage);
else {
  try {
    await main(readRaceOptions(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = InputError.isInstance(error) ? 2 : 1;
  }
}

async function main(options: RaceOptions): Promise<void> {
  const machine = thisMachine();
  const install = (name: string, ...args: string[]) =>
    printed(process.execPath, join(repository, 'scripts', name, 'install.mjs'), ...args);
  const python = options.python ?? (await install('python', 'torch', 'clients', 'benchmarks'));
  const library = await install('transformers-js');
  const torch = await findTorch(python);
  if (torch === undefined) throw new Error(`--python must be a Python that can import torch, got ${python}.`);
  const warning = loadWarning(machine);
  if (warning !== undefined) console.error(warning);
  const folder = await mkdtemp(join(tmpdir(), 'race-'));
  try {
    const source = join(folder, 'model');
    const onnx = join(folder, 'onnx');
    const batch = 8 * Math.ceil(Math.max(options.images, options.texts) / 8);
    await writeTaskFolder(
      {
        name: 'race',
        kind: 'embed',
        config: options.quick ? smallConfig : vitB32,
        batch,
        unit: 'images/s',
        rounds: 1,
      },
      source,
    );
    await printed(python, script, 'export', source, onnx);
    const sides = await sidesOf(options, torch, { source, onnx, library });
    const { racers, apart } = await race(sides, options.rounds);
    const rows = raceRows(racers);
    const date = new Date().toISOString().slice(0, 10);
    const about = `${machine.processor}, ${machine.cores} cores, ${machine.system}; ${date}, load average ${machine.load.toFixed(1)} at the start. ${describeTorch(torch)}. ${options.images} images, ${options.texts} texts, ${options.rounds} rounds. Embeddings of different rows differ by ${apart.toExponential(0)} at least.`;
    console.log(`${about}\n\n${terminalTable({ head: rows[0]!, rows: rows.slice(1), gap: 2 })}`);
    const tables = [about, alignMarkdown(rows)];
    if (options.sizes) {
      const sizes = await sizeRows(python, library, { source, onnx, folder });
      console.log(`\n${terminalTable({ head: sizes[0]!, rows: sizes.slice(1), gap: 2 })}`);
      tables.push(alignMarkdown(sizes));
    }
    if (options.updateDocs)
      await updateDocs(join(repository, 'packages/clip/docs/speed.md'), tables.join('\n\n'), 'bench:race');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a program prints. @throws with the last line that it complained with */
async function printed(program: string, ...args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)(program, args, { maxBuffer: 2 ** 26 })).stdout.trim();
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    const complaint = (stderr?.trim() || message).split('\n').at(-1);
    throw new Error(`${[program, ...args.slice(0, 2)].join(' ')} must run, and says: ${complaint}`, {
      cause: error,
    });
  }
}

async function sidesOf(
  { threads, node, images, texts }: RaceOptions,
  torch: Torch,
  files: Pick<RaceOrder, 'source' | 'onnx' | 'library'>,
): Promise<Side[]> {
  const program = (await bundlePrograms()).race;
  const inNode = (name: string, binary: string, order: Pick<RaceOrder, 'way' | 'threads'>): Side => ({
    racer: newRacer(name),
    command: binary,
    args: [program, JSON.stringify({ ...files, images, texts, ...order } satisfies RaceOrder)],
    env: process.env,
  });
  const versions = await Promise.all(node.map((binary) => printed(binary, '--version')));
  return threads.flatMap((count) => {
    const named = (name: string, word: string) => `${name}, ${count} ${word}${count === 1 ? '' : 's'}`;
    return [
      {
        racer: newRacer(named(`${torch.name}, transformers`, 'thread')),
        command: torch.python,
        args: [script, 'embed', files.source, `${count}`, `${images}`, `${texts}`],
        env: { ...environment(count), HF_HUB_OFFLINE: '1' },
      },
      inNode(named('transformers.js, onnxruntime-node', 'intra-op thread'), process.execPath, {
        way: 'onnxruntime-node',
        threads: count,
      }),
      inNode(named('transformers.js, onnxruntime-web (wasm)', 'thread'), process.execPath, {
        way: 'onnxruntime-web',
        threads: count,
      }),
      ...node.map((binary, at) =>
        inNode(
          `@slipform/clip, Node ${versions[at]!.replace(/^v(\d+)\..*/, '$1')}, ${count === 1 ? 'no workers' : `${count} workers`}`,
          binary,
          {
            way: 'ours',
            threads: count,
          },
        ),
      ),
    ];
  });
}

/** All rounds. The measure is what the first side's first process said. */
async function race(sides: readonly Side[], rounds: number): Promise<{ racers: Racer[]; apart: number }> {
  let measure: readonly Run[] | undefined;
  for (let round = 0; round < rounds; round++) {
    for (const { racer, command, args, env } of sides) {
      const start = performance.now();
      const contender = await childContender<{ readonly runs: readonly Run[] }>(command, args, env);
      try {
        const first = (performance.now() - start) / 1000;
        const { runs } = await contender.take(1);
        measure ??= runs;
        addRound(
          racer,
          { runs, first, peak: contender.figures()?.peakMiB, about: contender.kernels },
          measure,
        );
      } finally {
        await contender.stop();
      }
      console.error(`  round ${round + 1} of ${rounds}: ${racer.name}`);
    }
  }
  return { racers: sides.map(({ racer }) => racer), apart: leastApart(measure ?? []) };
}

/** Bytes of what a user installs and of the weights, with the first row as the head. */
async function sizeRows(
  python: string,
  library: string,
  { source, onnx, folder }: { readonly source: string; readonly onnx: string; readonly folder: string },
): Promise<string[][]> {
  const list = join(folder, 'python-files.txt');
  await writeFile(list, await printed(python, script, 'files'));
  const weights = await sizeOf(['-C', source, 'config.json', 'model.safetensors']);
  const ourPackages = ['@slipform/clip', '@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm', 'sharp'];
  const rows: [string, Size, Size][] = [
    ['PyTorch, transformers and Pillow', await sizeOf(['-P', '-T', list]), weights],
    [
      '@huggingface/transformers',
      await installed(['@huggingface/transformers'], library),
      await sizeOf(['-C', onnx, '.']),
    ],
    [ourPackages.join(', '), await installed(ourPackages, repository), weights],
  ];
  const text = ({ disk, packed }: Size) => [disk, packed].map((bytes) => (bytes / 1e6).toFixed(1));
  return [
    ['', 'packages, MB', 'packed', 'weights, MB', 'packed'],
    ...rows.map(([name, packages, model]) => [name, ...text(packages), ...text(model)]),
  ];
}
