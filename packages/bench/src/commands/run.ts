import { basename, resolve } from 'node:path';
import type { Encoder } from '@slipform/clip';
import { nothingWritten, remarkIfInterrupted } from '@slipform/kit/interruption';
import { withOutputFile } from '@slipform/kit/output-file';
import { printable } from '@slipform/kit/printable';
import { createProgress, type Progress } from '@slipform/kit/progress';
import { SCENE_SIZES, STYLES, type Style, scenes } from '@slipform/scenes';
import { Command, InvalidArgumentError, Option } from 'commander';
import { cacheIdentity } from '../encoders/cache-identity';
import { openModel } from '../encoders/open-model';
import { cachedEncoder } from '../files/cached-encoder';
import type { Benchmark } from '../questions/benchmark';
import type { ExperimentRecord } from '../report/record';
import { stringifyRecord } from '../report/stringify-record';
import { summariseResults } from '../report/summary-rows';
import { blindQuestions, evaluateBlind } from '../scoring/blind-baseline';
import { evaluate, isAnswerable, refuseUnanswerable } from '../scoring/evaluate';
import type { Result } from '../scoring/result';
import { benchmarkTable } from './benchmark-table';
import { describeEnvironment } from './environment';
import { askedObjects, describeTies, describeUnknownWords } from './explain-ties';
import { BENCHMARK_NAMES, isBenchmarkName, loadBenchmark, type WantedBenchmark } from './load-benchmark';
import { backendOption, forceOption, seedOption, wholeNumber } from './options';
import { readTrainingCaptions } from './read-training-captions';
import { resultsTable } from './results-table';
import { runInputs } from './run-inputs';
import { startBackend } from './start-backend';
import { writeJson } from './write-json';

interface RunFlags {
  readonly benchmark?: readonly WantedBenchmark[];
  readonly images?: readonly string[];
  /** True: learn from the benchmark's own captions; a text: from this file. */
  readonly blind?: string | boolean;
  readonly name?: string;
  readonly cache?: string;
  readonly style?: Style;
  readonly count: number;
  readonly seed: number;
  readonly backend: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

export function runCommand(): Command {
  return new Command('run')
    .description(
      'Judge a saved model (config.json, model.safetensors, tokenizer.json) on published benchmarks, or on scenes',
    )
    .argument('<model>', 'folder of the model')
    .option(
      '--benchmark <name=path>',
      `a published benchmark and its file or folder (${BENCHMARK_NAMES.join(', ')}); may come several times`,
      addBenchmark,
    )
    .option('--images <folder>', 'where the benchmarks’ pictures are; may come several times', addFolder)
    .option(
      '--blind [captions]',
      'also judge a model that reads only the text; it learns from this file of captions, or from the benchmark’s own (other pictures’)',
    )
    .option('--no-blind', 'leave it out, which is on for published benchmarks')
    .option('--name <text>', 'the model’s name in tables; default the name of its folder')
    .option('--cache <folder>', 'keep embeddings of published benchmarks there')
    .addOption(new Option('--style <name>', 'scenes: whose drawings; default: each style').choices(STYLES))
    .option('--count <n>', 'scenes: pictures for each style', wholeNumber(1), 500)
    .addOption(seedOption())
    .addOption(backendOption())
    .option('-o, --output <file>', 'also write results.json, which `report` renders and `compare` reads')
    .option('--json', 'print the table as JSON')
    .addOption(forceOption())
    .action(run);
}

function addBenchmark(text: string, before: readonly WantedBenchmark[] = []): WantedBenchmark[] {
  const place = text.indexOf('=');
  const [name, path] = [text.slice(0, place), text.slice(place + 1)];
  if (place < 1 || path === '' || !isBenchmarkName(name)) {
    throw new InvalidArgumentError(`It must be NAME=PATH with a name of ${BENCHMARK_NAMES.join(', ')}.`);
  }
  if (before.some((other) => other.name === name && resolve(other.path) === resolve(path))) {
    throw new InvalidArgumentError('The same file may come once.');
  }
  return [...before, { name, path }];
}

function addFolder(folder: string, before: readonly string[] = []): string[] {
  return [...before, folder];
}

async function run(folder: string, flags: RunFlags): Promise<void> {
  const { output, force } = flags;
  const published = flags.benchmark !== undefined;
  if (output === undefined) {
    const forgetRemark = remarkIfInterrupted(nothingWritten);
    const results = await judge(folder, flags).finally(forgetRemark);
    print(results, published, flags.json === true);
    return;
  }
  const captions = typeof flags.blind === 'string' ? flags.blind : undefined;
  const { benchmark: benchmarks = [], images = [] } = flags;
  const inputs = runInputs({ model: folder, benchmarks, images, captions }, output);
  const startedAt = new Date();
  const results = await withOutputFile({ file: output, name: '-o', force, inputs }, async (save) => {
    const found = await judge(folder, flags);
    await save(stringifyRecord(recordOf(found, folder, flags, startedAt)));
    return found;
  });
  print(results, published, flags.json === true);
}

/** The model's name in tables. */
function nameOf(folder: string, { name }: RunFlags): string {
  return name ?? basename(resolve(folder));
}

async function judge(folder: string, flags: RunFlags): Promise<readonly Result[]> {
  const { seed } = flags;
  const name = nameOf(folder, flags);
  // Files are read before the model is, so that a mistake in their names costs no time.
  const published = flags.benchmark !== undefined;
  const benchmarks: Benchmark[] = [];
  for (const wanted of flags.benchmark ?? []) {
    const benchmark = await loadBenchmark(wanted, {
      seed,
      ...(flags.images ? { images: flags.images } : {}),
    });
    // A text-only model, where it is wished for, needs no picture.
    if (!flags.blind || blindQuestions(benchmark).length === 0) refuseUnanswerable(benchmark);
    benchmarks.push(benchmark);
  }
  tellApart(benchmarks, flags.benchmark ?? []);
  const captions = typeof flags.blind === 'string' ? await readTrainingCaptions(flags.blind) : undefined;

  await startBackend(flags.backend);
  const { model, tokenizer, encoder: plain } = await openModel(folder);
  const encoder =
    flags.cache && published
      ? cachedEncoder(plain, flags.cache, { identity: await cacheIdentity(folder) })
      : plain;
  const progress = createProgress(process.stderr);
  const unknownWords = published ? undefined : describeUnknownWords(tokenizer);
  if (unknownWords) progress.log(printable(unknownWords, 1000));
  if (!published) {
    const objects = askedObjects(tokenizer);
    // Raw, so that the model's own preprocessing sees them.
    const format = model.config.image.imageSize === SCENE_SIZES.simple ? 'raw' : 'png';
    for (const style of flags.style ? [flags.style] : STYLES) {
      benchmarks.push(scenes({ style, count: flags.count, seed, format, objects }));
    }
  }
  const results: Result[] = [];
  try {
    for (const benchmark of benchmarks) {
      if (isAnswerable(benchmark)) {
        results.push(await measure(encoder, benchmark, progress, { name, seed }));
      } else
        progress.log(
          `${printable(benchmark.name)}: no picture was found, so only a text-only model is judged`,
        );
      const wantsBlind = flags.blind === undefined ? published : flags.blind !== false;
      if (wantsBlind && blindQuestions(benchmark).length > 0) {
        const learns =
          captions ?? (published ? undefined : scenes({ split: 'train', count: 3000, seed }).captions);
        results.push(await evaluateBlind(benchmark, { seed, ...(learns ? { captions: learns } : {}) }));
      }
    }
  } finally {
    progress.stop();
    model.dispose();
  }
  for (const result of results) {
    const ties = describeTies(result);
    if (ties) progress.log(printable(`${result.model} on ${ties}`, 400));
  }
  return results;
}

/** COCO and Flickr30k are both "Retrieval": benchmarks of one name are named by their files. */
function tellApart(benchmarks: Benchmark[], wanted: readonly WantedBenchmark[]): void {
  const names = benchmarks.map((benchmark) => benchmark.name);
  const files = wanted.map(({ path }) => basename(path).replace(/\.\w+$/, ''));
  for (const [index, name] of names.entries()) {
    const others = names.flatMap((other, at) => (at !== index && other === name ? [files[at]] : []));
    if (others.length === 0) continue;
    const file = others.includes(files[index]) ? wanted[index]!.path : files[index]!;
    benchmarks[index] = { ...benchmarks[index]!, name: `${name} (${file})` };
  }
}

function measure(
  encoder: Encoder,
  benchmark: Benchmark,
  progress: Progress,
  options: { readonly name: string; readonly seed: number },
): Promise<Result> {
  const bar = progress.start(printable(benchmark.name), 100);
  const onProgress = (done: number) => bar.update(Math.round(100 * done));
  return evaluate(encoder, benchmark, { ...options, onProgress });
}

function print(results: readonly Result[], published: boolean, json: boolean): void {
  if (json) {
    const tables = published ? results.map(({ answers: _, ...rest }) => rest) : summariseResults(results);
    writeJson(tables);
    return;
  }
  const names = [...new Set(results.map((result) => result.benchmark))];
  const tables = published
    ? names.map((name) => benchmarkTable(results.filter((result) => result.benchmark === name)))
    : summariseResults(results).map((table) => resultsTable(table));
  process.stdout.write(`${tables.join('\n\n')}\n`);
}

function recordOf(
  results: readonly Result[],
  folder: string,
  flags: RunFlags,
  startedAt: Date,
): ExperimentRecord {
  const published = flags.benchmark !== undefined;
  const benchmarks = [...new Set(results.map((result) => result.benchmark))];
  const seed = String(flags.seed);
  return {
    format: 'slipform-experiment',
    version: 2,
    title: `${nameOf(folder, flags)} on ${published ? benchmarks.join(', ') : 'scenes'}`,
    command: ['slipform-bench', ...process.argv.slice(2)].join(' '),
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
    environment: describeEnvironment(flags.backend),
    settings: published ? { seed } : { seed, 'test pictures': `${flags.count} for each style` },
    conclusion: [],
    results,
    comparisons: [],
    runs: [],
    examples: [],
  };
}
