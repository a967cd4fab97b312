import { basename, dirname } from 'node:path';
import { nothingWritten, remarkIfInterrupted } from '@slipform/kit/command/interruption';
import { createProgress, type Progress } from '@slipform/kit/command/progress';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { isFolder, withOutputFile } from '@slipform/kit/files/output-file';
import { formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import type { Style } from '@slipform/scenes';
import { Command, Option } from 'commander';
import { listBenchmarks } from '../loaders/registry';
import { readRecord } from '../report/read-record';
import { stringifyRecord } from '../report/stringify-record';
import { summariseResults } from '../report/summary-rows';
import { isCorrect, type Result } from '../scoring/result';
import { benchmarkTable } from './benchmark-table';
import { createJudge, type JudgeFlags } from './judge-model';
import { backendOption, forceOption, seedOption, wholeNumber, workersOption } from './options';
import { partTables } from './part-tables';
import { resultsTable } from './results-table';
import { runInputs } from './run-inputs';
import { planRun, type RunPart } from './run-plan';
import { runRecord } from './run-record';
import { terminalTable } from './terminal-table';
import { importModules, parseWanted, type WantedBenchmark } from './wanted-benchmark';
import { writeJson } from './write-json';

interface RunFlags {
  readonly benchmark?: readonly string[];
  readonly module?: readonly string[];
  readonly images?: readonly string[];
  /** True: learn from the benchmark's own captions; a text: from this file. */
  readonly blind?: string | boolean;
  readonly size?: number;
  readonly icons?: string;
  readonly name?: string;
  readonly cache?: string;
  readonly style?: Style;
  readonly count: number;
  readonly seed: number;
  readonly backend: string;
  readonly workers: number | 'auto';
  readonly output?: string;
  readonly answers?: string;
  readonly skipExisting?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
}

export function runCommand(): Command {
  return new Command('run')
    .description(
      'Judge CLIP models on benchmarks, or on scenes. A model is a folder (config.json, model.safetensors, tokenizer.json), the URL of one, or hf:owner/name on the Hugging Face Hub',
    )
    .argument('<model...>', 'the models: a folder, a URL or hf:owner/name')
    .option(
      '--benchmark <name=path>',
      `a benchmark and its file or folder (${listBenchmarks().join(', ')}); may come several times`,
      collect,
    )
    .option(
      '--size <pixels>',
      'icons, icon-pairs: edge of the pictures, which are drawn in any size; default 48',
      wholeNumber(8),
    )
    .option(
      '--icons <folder>',
      'icons, icon-pairs: where icon sets are installed; default: the working directory',
    )
    .option('--module <file>', 'a module that registers benchmarks; may come several times', collect)
    .option('--images <folder>', 'where the benchmarks’ pictures are; may come several times', collect)
    .option(
      '--blind [captions]',
      'also judge a model that reads only the text; it learns from this file of captions, or from the benchmark’s own (other pictures’)',
    )
    .option(
      '--no-blind',
      'do not judge the text-only model (with --benchmark it is judged unless you say so)',
    )
    .option('--name <text>', 'the model’s name in tables; default: the name of its folder')
    .option('--cache <folder>', 'keep embeddings of published benchmarks there')
    .addOption(
      new Option('--style <name>', 'scenes: whose drawings; default: each style').choices([
        'noto',
        'fluent',
        'twemoji',
      ]),
    )
    .option('--count <n>', 'scenes: pictures for each style', wholeNumber(1), 500)
    .addOption(seedOption())
    .addOption(backendOption())
    .addOption(workersOption())
    .option(
      '-o, --output <file>',
      'also write results.json, which `report` renders and `compare` reads; {model} and {benchmark} in the name make a file for each, and a name that ends with / is a folder of one for each model; a folder that is missing is made',
    )
    .option('--skip-existing', 'leave out what has a results.json already; the tables show what it holds')
    .option('--answers <file>', 'also write every answer as a JSON line')
    .option('--json', 'print the tables as JSON')
    .addOption(forceOption())
    .action(run);
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

async function run(models: readonly string[], flags: RunFlags): Promise<void> {
  await importModules(flags.module ?? []);
  const benchmarks = parseWanted(flags.benchmark ?? []);
  const { output, name, skipExisting = false, force = false, answers } = flags;
  const parts = planRun(models, benchmarks, { output, name, skipExisting, force });
  const progress = createProgress(process.stderr);
  const judge = createJudge(flags satisfies JudgeFlags, progress);
  const work = async () => {
    const results: Result[] = [];
    for (const part of parts) results.push(...(await runPart(part, flags, judge.judge, progress)));
    return results;
  };
  try {
    const results = await (answers === undefined
      ? work()
      : withOutputFile(
          { file: answers, name: '--answers', force, inputs: inputsOf(parts, flags, answers) },
          async (save) => {
            const all = await work();
            await save(answerLines(all));
            return all;
          },
        ));
    print(results, benchmarks, flags.json === true);
  } finally {
    progress.stop();
    judge.close();
  }
}

type Judge = (part: RunPart) => Promise<Result[]>;

async function runPart(
  part: RunPart,
  flags: RunFlags,
  judge: Judge,
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
      await save(stringifyRecord(runRecord(results, part, flags, startedAt)));
      return results;
    });
  const folder = dirname(file);
  if (!part.makesFolder || isFolder(folder)) return work();
  return withHeldFolder({ folder, name: '-o', part: `${basename(file)}.folder` }, work);
}

function inputsOf(parts: readonly RunPart[], { images = [], blind }: RunFlags, output: string) {
  const captions = typeof blind === 'string' ? blind : undefined;
  return parts.flatMap(({ models, benchmarks }) =>
    models.flatMap(({ folder }) => runInputs({ model: folder, benchmarks, images, captions }, output)),
  );
}

function print(all: readonly Result[], asked: readonly WantedBenchmark[], json: boolean): void {
  const results = withOneBlind(all);
  const published = asked.length > 0;
  if (json) {
    writeJson(published ? results.map(({ answers: _, ...rest }) => rest) : summariseResults(results));
    return;
  }
  const names = [...new Set(results.map((result) => result.benchmark))];
  const tables = published
    ? names.flatMap((name) => {
        const own = results.filter((result) => result.benchmark === name);
        return [benchmarkTable(own), ...partTables(own)];
      })
    : summariseResults(results).map((table) => resultsTable(table));
  const models = new Set(results.filter(({ blind }) => !blind).map(({ model }) => model));
  if (models.size > 1) tables.push(modelsTable(results));
  process.stdout.write(`${tables.join('\n\n')}\n`);
}

/** The text-only model, which each file holds, is shown once for each benchmark, and last. */
function withOneBlind(results: readonly Result[]): Result[] {
  const blind = new Map(results.filter((result) => result.blind).map((each) => [each.benchmark, each]));
  return [...results.filter((result) => !result.blind), ...blind.values()];
}

/** Every answer as a line of JSON: who was asked what, both scores, and whether that is right. */
function answerLines(results: readonly Result[]): string {
  const lines = results.flatMap((result) => {
    const { model, benchmark, trainingSeed } = result;
    return result.answers.map((answer) =>
      JSON.stringify({ model, benchmark, trainingSeed, ...answer, correct: isCorrect(answer) }),
    );
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** The headline of every model on every benchmark, a line for each model. */
function modelsTable(results: readonly Result[]): string {
  const benchmarks = [...new Set(results.map(({ benchmark }) => benchmark))];
  const models = [...new Set(results.map(({ model }) => model))];
  const rows = models.map((model) => [
    printable(model),
    ...benchmarks.map((benchmark) => {
      const result = results.find((each) => each.model === model && each.benchmark === benchmark);
      return result ? `${formatShare(result.mean.value)} (${formatInterval(result.mean.interval)})` : '–';
    }),
  ]);
  const table = terminalTable({ head: ['', ...benchmarks.map((name) => printable(name))], rows, gap: 2 });
  return `Headline of each benchmark, 95 % intervals in brackets\n${table}`;
}
