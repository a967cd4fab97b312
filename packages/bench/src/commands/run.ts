import { readdirSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { nothingWritten, remarkIfInterrupted } from '@slipform/kit/command/interruption';
import { createProgress, type Progress } from '@slipform/kit/command/progress';
import { InputError, reasonOf } from '@slipform/kit/errors/input-error';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { isFolder, withOutputFile } from '@slipform/kit/files/output-file';
import type { NamedFile } from '@slipform/kit/files/output-guard';
import { addOptions } from '@slipform/kit/options/add-options';
import { printable } from '@slipform/kit/text/printable';
import { withoutSecrets } from '@slipform/kit/text/url-secrets';
import { Command } from 'commander';
import { version } from '../../package.json';
import { formFiles } from '../loaders/table-files';
import { readRecord } from '../report/read-record';
import { type ExperimentRecord, resultsRecord, stringifyRecord } from '../report/record';
import { renderReport } from '../report/render-report';
import { byBenchmark, isCorrect, type Result } from '../scoring/result';
import { createJudge, describeLeftOut } from './judge-model';
import { writeJson } from './options';
import { benchmarkTable, modelsTable, partTables } from './result-tables';
import { RUN_OPTIONS, type RunFlags } from './run-options';
import { planRun, type RunPart } from './run-plan';
import { suiteBenchmarks, suiteOf, suiteTable } from './suite-table';
import { benchmarksOfModules, importModules, parseWanted, type WantedBenchmark } from './wanted-benchmark';

interface RunInputs {
  /** Folder of the model; undefined where none is read. */
  readonly model?: string;
  readonly benchmarks: readonly Pick<WantedBenchmark, 'name' | 'path' | 'images'>[];
  readonly images: readonly string[];
  /** File of captions that the text-only model learns from. */
  readonly captions: string | undefined;
}

const MODEL_FILE =
  /\.(safetensors|bin)$|\.index\.json$|^merges\.txt$|^(open_clip_|preprocessor_|tokenizer_|)config\.json$|^(tokenizer|vocab|special_tokens_map|added_tokens)\.json$|^(images|texts)\./;

/** SugarCrepe's subsets; of VALSE's folder each .json is read. Results that lie beside them are not subsets. */
const SUBSET = /^(add|replace|swap)_\w+\.json$/;

const PICTURE = /\.(jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;

/** Every file that `run` may read and an output of the name `output` could be: pictures only of that name. */
export function runInputs({ model, benchmarks, images, captions }: RunInputs, output: string): NamedFile[] {
  const isOutput = (name: string) => name === basename(output) && PICTURE.test(name);
  const named = benchmarks.filter(({ path }) => path !== '');
  return [
    ...(model === undefined ? [] : filesOf(model, MODEL_FILE, 'a file of the model')),
    ...named.flatMap(({ name, path }) => [
      ...filesOf(path, name === 'valse' ? /\.json$/ : SUBSET, `a file of ${name}`),
      ...formFiles(name, path).map((file) => ({ file, name: `a file of ${name}` })),
    ]),
    ...[...images, ...named.flatMap(({ path, images: own = [] }) => [join(path, 'images'), ...own])].flatMap(
      (folder) =>
        filesIn(folder)
          .filter(isOutput)
          .map((name) => ({ file: join(folder, name), name: 'a picture' })),
    ),
    ...(captions === undefined ? [] : [{ file: captions, name: 'the captions of --blind' }]),
  ];
}

function filesOf(path: string, wanted: RegExp, name: string): NamedFile[] {
  if (!isFolder(path)) return [{ file: path, name }];
  return filesIn(path)
    .filter((each) => wanted.test(each))
    .map((each) => ({ file: join(path, each), name }));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Who reads the folder says what is wrong with it.
    return [];
  }
}

export function runCommand(): Command {
  const command = new Command('run')
    .description(
      'Judge CLIP models on benchmarks. A model is a folder (config.json, model.safetensors, tokenizer.json), the URL of one, hf:owner/name on the Hugging Face Hub, or a folder of embeddings (images.npy, texts.npy and their names, as `inputs` writes them)',
    )
    .argument('<model...>', 'the models: a folder, a URL or hf:owner/name');
  return addOptions(command, RUN_OPTIONS, { blind: '--blind [captions]', output: '-o, --output <file>' })
    .option('--no-blind', 'do not judge the text-only model')
    .action((models: readonly string[], given: unknown) => run(models, RUN_OPTIONS.read(given)));
}

/** What is asked, by --benchmark, --suite and --module. */
export async function wantedBenchmarks(
  { module = [], benchmark, suite, images }: Pick<RunFlags, 'module' | 'benchmark' | 'suite' | 'images'>,
  command: string,
): Promise<WantedBenchmark[]> {
  await importModules(module);
  const isDefault = benchmark === undefined && suite === undefined;
  return [
    ...parseWanted(isDefault ? benchmarksOfModules(command) : (benchmark ?? [])),
    ...(suite === undefined ? [] : suiteBenchmarks(suite, images)),
  ];
}

async function run(models: readonly string[], flags: RunFlags): Promise<void> {
  const benchmarks = await wantedBenchmarks(flags, 'run');
  const { force, answers } = flags;
  const startedAt = new Date();
  const parts = planRun(models, benchmarks, flags);
  const progress = createProgress(process.stderr);
  const judge = createJudge(flags, progress);
  const work = async () => {
    const results: Result[] = [];
    for (const part of parts) results.push(...(await runPart(part, flags, judge, progress)));
    if (results.length === 0) refuseAll([...judge.leftOut.values()]);
    judge.tellLeftOut();
    return results;
  };
  const paged = async () => {
    const { html } = flags;
    if (html === undefined) return work();
    const inputs = inputsOf(parts, flags, html);
    return withOutputFile({ file: html, name: '--html', force, inputs }, async (save) => {
      const all = await work();
      const judged = [...new Set(parts.flatMap((part) => part.models))];
      const record = runRecord(withOneBlind(all), { models: judged }, flags, startedAt);
      await save(renderReport({ ...record, details: [...judge.leftOut].map(describeLeftOut) }));
      return all;
    });
  };
  try {
    const results = await (answers === undefined
      ? paged()
      : withOutputFile(
          { file: answers, name: '--answers', force, inputs: inputsOf(parts, flags, answers) },
          async (save) => {
            const all = await paged();
            await save(answerLines(all));
            return all;
          },
        ));
    print(results, flags, [...judge.leftOut].map(describeLeftOut));
    const { size } = judge.leftOut;
    if (size > 0) {
      const names = [...judge.leftOut.keys()].map(({ name }) => name).join(', ');
      throw new InputError(
        `run: ${size} of ${benchmarks.length} benchmarks asked nothing (${names}); the results are those of the others.`,
      );
    }
  } finally {
    progress.stop();
    judge.close();
  }
}

type Judge = Pick<ReturnType<typeof createJudge>, 'judge' | 'leftOut'>;

/** Where no benchmark asks anything. */
function refuseAll(errors: readonly Error[]): never {
  if (errors.length === 1) throw errors[0];
  throw new InputError(
    `run: none of ${errors.length} benchmarks asks anything: ${errors.map(reasonOf).join('; ')}.`,
  );
}

async function runPart(
  part: RunPart,
  flags: RunFlags,
  { judge, leftOut }: Judge,
  progress: Progress,
): Promise<readonly Result[]> {
  const { file, isThere } = part;
  if (file === undefined) {
    const forgetRemark = remarkIfInterrupted(nothingWritten);
    return judge(part).finally(forgetRemark);
  }
  if (isThere) {
    progress.log(`${file} exists, so it is not made again.`);
    return (await readRecord(file)).results;
  }
  const startedAt = new Date();
  const inputs = inputsOf([part], flags, file);
  const work = () =>
    withOutputFile({ file, name: '-o', force: flags.force, inputs }, async (save) => {
      const results = await judge(part);
      if (results.length === 0) return results;
      const details = [...leftOut].filter(([each]) => part.benchmarks.includes(each)).map(describeLeftOut);
      const record = runRecord(results.map(withoutScores), part, flags, startedAt);
      await save(stringifyRecord(details.length > 0 ? { ...record, details } : record));
      return results;
    });
  const folder = dirname(file);
  if (!part.makesFolder || isFolder(folder)) return work();
  return withHeldFolder({ folder, name: '-o', part: `${basename(file)}.folder` }, work);
}

/** Every answer of every model, a line of JSON each. */
function answerLines(results: readonly Result[]): string {
  const rows = results.flatMap(({ model, benchmark, trainingSeed, answers }) =>
    answers.map((answer) => ({ model, benchmark, trainingSeed, ...answer, correct: isCorrect(answer) })),
  );
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The file of answers has them; here they would be most of it. */
function withoutScores(result: Result): Result {
  return { ...result, answers: result.answers.map(({ scores: _, ...answer }) => answer) };
}

function inputsOf(parts: readonly RunPart[], { images = [], blind }: RunFlags, output: string) {
  const captions = typeof blind === 'string' ? blind : undefined;
  return parts.flatMap(({ models, benchmarks }) =>
    models.flatMap(({ folder }) => runInputs({ model: folder, benchmarks, images, captions }, output)),
  );
}

function print(
  all: readonly Result[],
  { json, suite }: Pick<RunFlags, 'json' | 'suite'>,
  leftOut: readonly string[],
): void {
  const results = withOneBlind(all);
  if (json) {
    writeJson(results.map(({ answers: _, ...rest }) => rest));
    return;
  }
  const tables = byBenchmark(results).flatMap(([, own]) => [benchmarkTable(own), ...partTables(own)]);
  const models = new Set(results.filter(({ blind }) => !blind).map(({ model }) => model));
  if (suite !== undefined) tables.push(suiteTable(suiteOf(results)));
  else if (models.size > 1) tables.push(modelsTable(results));
  process.stdout.write(`${[...tables, ...leftOut.map((each) => printable(each, 1000))].join('\n\n')}\n`);
}

/** The text-only model, which each file holds, is shown once for each benchmark, and last. */
function withOneBlind(results: readonly Result[]): Result[] {
  const blind = new Map(results.filter((result) => result.blind).map((each) => [each.benchmark, each]));
  return [...results.filter((result) => !result.blind), ...blind.values()];
}

/** What results.json of a run holds. */
function runRecord(
  results: readonly Result[],
  { models }: Pick<RunPart, 'models'>,
  flags: Pick<RunFlags, 'seed' | 'backend'>,
  startedAt: Date,
): ExperimentRecord {
  const benchmarks = [...new Set(results.map((result) => result.benchmark))];
  const title = models.map(({ name }) => name).join(', ');
  return {
    ...resultsRecord(results),
    title: `${title} on ${benchmarks.join(', ')}`,
    command: ['slipform-bench', ...process.argv.slice(2).map(withoutSecrets)].join(' '),
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
    environment: describeEnvironment(flags.backend),
    settings: { seed: String(flags.seed) },
  };
}

/** What a run was made with, in words, for results and reports. */
function describeEnvironment(backend: string): Record<string, string> {
  return {
    'slipform-bench': version,
    backend,
    node: process.version,
    system: `${process.platform} ${process.arch}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
  };
}
