// The race of those who embed with CLIP: random weights of ViT-B/32's size, the same pixels and token ids, for
// @slipform/clip in Node and Chromium, transformers.js with ONNX Runtime (native, and on wasm), onnxruntime-web in
// Chromium, and PyTorch with transformers.
//
//   npm run build && npm run bench:race -w @slipform/clip        --help lists the options; some five minutes; 2 GB of temporary files
//
// Sides take turns, A B C A B C, each time in a process of its own: it loads the model, embeds one image and one text
// (from its start until then: "first"), and then all rows, one by one and in eights, after a batch that warms up. With
// --stream all are there from the start and take turns in slices. A round counts if all embeddings are those of the first
// side, PyTorch. Files are in the system's cache.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Interrupted, withInterruption } from '@slipform/kit/command/interruption';
import { InputError } from '@slipform/kit/errors/input-error';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { type ModelName, models, type RaceOptions, readRaceOptions, usage } from './race/options';
import { addRound, leastApart, newRacer, type Racer, type Run, raceRows } from './race/report';
import type { RaceOrder } from './race/work';
import { bundlePrograms } from './yardstick/bundle';
import { pageContender, servePage } from './yardstick/chromium';
import { type Contender, childContender } from './yardstick/contender';
import { loadWarning, thisMachine } from './yardstick/figures';
import { alignMarkdown, updateDocs } from './yardstick/markdown';
import { describeTorch, environment, findTorch, type Torch } from './yardstick/torch';
import { writeTaskFolder } from './yardstick/write-task-folder';

/** Who takes part, and how to start it. */
interface Side {
  readonly racer: Racer;
  readonly start: () => Promise<Contender<{ readonly runs: readonly Run[] }>>;
}

const repository = join(import.meta.dirname, '../..');
const docs = join(repository, 'packages/clip/docs');
const script = join(import.meta.dirname, 'race.py');

if (process.argv.includes('--help')) console.log(usage);
else {
  try {
    const options = readRaceOptions(process.argv.slice(2));
    await withInterruption('no table was written.', (signal) => {
      const stopped = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      // What main has started may end by the same signal, and its complaint says nothing.
      return Promise.race([main(options), stopped]);
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof Interrupted) process.exit(error.exitCode);
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
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const programs = await bundlePrograms();
  const server = await servePage(programs, folder);
  try {
    const web = dirname(createRequire(join(library, 'package.json')).resolve('onnxruntime-web'));
    const onnxWeb = ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'];
    await mkdir(join(folder, 'ort'));
    for (const name of onnxWeb) await cp(join(web, name), join(folder, 'ort', name));
    const date = new Date().toISOString().slice(0, 10);
    const found = [
      `${machine.processor}, ${machine.cores} cores, ${machine.system}; ${date}, load average ${machine.load.toFixed(1)} at the start. ${describeTorch(torch)}.`,
    ];
    const add = (text: string, rows: string[][]) => {
      console.log(`${text}\n\n${terminalTable({ head: rows[0]!, rows: rows.slice(1), gap: 2 })}\n`);
      found.push(text, alignMarkdown(rows));
    };
    for (const name of options.models) {
      const files = await writeModel(name, options, python, folder);
      const sides = await sidesOf(options, torch, { ...files, library }, programs.race, server.url);
      const { racers, apart } = await race(sides, options.rounds);
      add(
        `${models[name].title}: ${options.images} images, ${options.texts} texts, rounds: ${options.rounds}. Embeddings of different rows differ by ${apart.toExponential(0)} at least.`,
        raceRows(racers),
      );
    }
    if (options.updateDocs) await updateDocs(join(docs, 'speed.md'), found.join('\n\n'), 'bench:race');
  } finally {
    server.close();
  }
}

/** The folders of a model, and the same in ONNX. */
async function writeModel(
  name: ModelName,
  { images, texts }: RaceOptions,
  python: string,
  folder: string,
): Promise<Pick<RaceOrder, 'source' | 'onnx'>> {
  const [source, onnx] = [join(folder, name), join(folder, `${name}-onnx`)];
  const batch = 8 * Math.ceil(Math.max(images, texts) / 8);
  await writeTaskFolder(
    { name, kind: 'embed', config: models[name].config, batch, unit: 'images/s', rounds: 1 },
    source,
  );
  await printed(python, join(repository, 'packages/bench/bench/clip-to-onnx.py'), source, onnx);
  return { source, onnx };
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
  { threads, node, images, texts, chromium }: RaceOptions,
  torch: Torch,
  files: Pick<RaceOrder, 'source' | 'onnx' | 'library'>,
  program: string,
  url: string,
): Promise<Side[]> {
  const orderOf = (order: Pick<RaceOrder, 'way' | 'threads'>): RaceOrder => ({
    ...files,
    ...{ images, texts },
    ...order,
  });
  const inNode = (name: string, binary: string, order: Pick<RaceOrder, 'way' | 'threads'>): Side => ({
    racer: newRacer(name),
    start: () => childContender(binary, [program, JSON.stringify(orderOf(order))], process.env),
  });
  const inChromium = (name: string, order: Pick<RaceOrder, 'way' | 'threads'>): Side => ({
    racer: newRacer(name),
    start: () => {
      const [source, onnx] = [files.source, files.onnx].map((each) => `${url}${basename(each)}/`);
      return pageContender(`${url}race`, 'race', {
        ...{ ...orderOf(order), source: source!, onnx: onnx!, library: `${url}ort/` },
      } satisfies RaceOrder);
    },
  });
  const versions = await Promise.all(node.map((binary) => printed(binary, '--version')));
  return threads.flatMap((count) => {
    const named = (name: string, word: string) => `${name}, ${count} ${word}${count === 1 ? '' : 's'}`;
    const oursNamed = (place: string) =>
      `@slipform/clip, ${place}, ${count === 1 ? 'no workers' : `${count} workers`}`;
    return [
      {
        racer: newRacer(named(`${torch.name}, transformers`, 'thread')),
        start: () =>
          childContender(torch.python, [script, files.source, `${count}`, `${images}`, `${texts}`], {
            ...environment(count),
            HF_HUB_OFFLINE: '1',
          }),
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
        inNode(oursNamed(`Node ${versions[at]!.replace(/^v(\d+)\..*/, '$1')}`), binary, {
          way: 'ours',
          threads: count,
        }),
      ),
      ...(chromium
        ? [
            inChromium(named('onnxruntime-web (wasm), Chromium', 'thread'), {
              way: 'onnxruntime-web',
              threads: count,
            }),
            inChromium(oursNamed('Chromium'), { way: 'ours', threads: count }),
          ]
        : []),
    ];
  });
}

/** All rounds. The measure is what the first side's first process said. */
async function race(sides: readonly Side[], rounds: number): Promise<{ racers: Racer[]; apart: number }> {
  let measure: readonly Run[] | undefined;
  for (let round = 0; round < rounds; round++) {
    for (const { racer, start } of sides) {
      const started = performance.now();
      const contender = await start();
      try {
        const first = (performance.now() - started) / 1000;
        const { runs } = await contender.take(0);
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
