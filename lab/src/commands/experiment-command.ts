import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { backendNames } from '@slipform/clip';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { digestOf } from '@slipform/kit/files/write-folder';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileRow, flagRow, folderName, row } from '@slipform/kit/options/command-rows';
import {
  choice,
  defineOptions,
  integer,
  listOf,
  type OptionsRead,
  text,
} from '@slipform/kit/options/options';
import { readShare, shareOf } from '@slipform/kit/shards/share';
import { Command } from 'commander';
import { type Experiment, quick, type Viewed } from '../experiment';
import { readAnswers } from '../machine/answers-file';
import { describeEnvironment } from '../machine/origin';
import { keyOf, ResultFile } from '../machine/result-file';
import type { Run } from '../run';
import { answersTable } from '../views/answers-table';
import { measureMissing } from './measure-missing';

const optionsOf = ({ name, seeds }: Experiment) =>
  defineOptions(`slipform-lab ${name}`, {
    backend: row('tfjs backend', choice(backendNames), 'wasm'),
    seeds: row(
      `training seeds, each once; default ${seeds.join(',')}`,
      listOf(seedRule, 'a list of seeds', { min: 1 }),
    ),
    variants: row('only variants whose name contains this, or one of several with commas', text()),
    quick: flagRow(
      '40 % of the steps, half of the captions and 40 % of the questions: often too short to show a difference',
    ),
    steps: row('training steps', integer({ min: 1 })),
    captions: row('training captions', integer({ min: 128 })),
    workers: row('runs side by side', integer({ min: 1 }), availableParallelism()),
    out: row('where results go, and what runs share', folderName(), `slipform-${name}`),
    summary: flagRow('say what the results say so far, and run nothing'),
    force: flagRow('measure all anew: rows of this experiment in --out are deleted'),
    pairs: row('questions of each kind that are asked', integer({ min: 10 })),
    model: row(
      'start training from the model in this folder, in place of the committed one; of several, with commas, seed N takes the one with index N mod their number',
      listOf(folderName(), 'a list of folders', { min: 1 }),
    ),
    task: row(
      'run only the seeds with index mod --of = N, counted from 0 (shard N of --of)',
      integer({ min: 0 }),
    ),
    of: row('how many tasks share the seeds', integer({ min: 1 })),
    answers: fileRow(
      'also write every answer with its four cosines, as JSON lines (.jsonl) or Parquet (.parquet); with --summary of what is there',
    ),
    json: flagRow('print tables and conclusion as JSON'),
  });

const seedRule = integer({ min: 0 });

export type Flags = OptionsRead<ReturnType<typeof optionsOf>['rows']>;

/** `slipform-lab NAME`. */
export function experimentCommand(experiment: Experiment): Command {
  const { name, question, time } = experiment;
  const table = optionsOf(experiment);
  const command = new Command(name).description(
    `${question} ${time}; stop it at will, the same command goes on`,
  );
  return addOptions(command, table).action((given) => {
    const flags = table.read(given);
    if (new Set(flags.seeds).size < (flags.seeds?.length ?? 0))
      throw new UsageError('--seeds must name each seed once.');
    checkAnswers(flags);
    return runExperiment(experiment, flags);
  });
}

async function runExperiment(experiment: Experiment, flags: Flags): Promise<void> {
  const { name } = experiment;
  const { out, json } = flags;
  const file = join(out, `${name}.jsonl`);
  if (flags.summary) {
    process.stdout.write(`${await summaryOf(experiment, file)}\n`);
    await writeAnswers(name, flags);
    return;
  }
  const runs = await startedFrom(runsOf(experiment, flags), flags.model);
  const viewed = await withHeldFolder({ folder: out, name: '--out', part: `${name}.jsonl` }, async () => {
    const startedAt = new Date();
    refuseForeignFiles(experiment, file, flags);
    const measured = await measureMissing(experiment, runs, file, flags);
    return viewOf(experiment, { runs, measured, startedAt, flags });
  });
  for (const [at, content] of Object.entries(viewed.files)) await writeFileWhole(join(out, at), content);
  await writeAnswers(name, flags);
  const [first] = Object.keys(viewed.files).map((at) => resolve(join(out, at)));
  const ending = `${first ? `Report: ${first}\n` : ''}Every number: ${resolve(file)}`;
  if (json) process.stdout.write(`${JSON.stringify({ ...viewed.json, report: first }, null, 1)}\n`);
  else process.stdout.write(`\n${viewed.text}\n\n${ending}\n`);
}

/** Before anything runs. @throws InputError if the file of `--answers` can't be written, or has no ending that says a format */
function checkAnswers({ answers, out, summary }: Flags): void {
  if (answers === undefined) return;
  // --force is about rows: it replaces no file of another name.
  if (existsSync(answers)) throw new InputError(`--answers: ${answers} exists already; choose another name.`);
  if (!/\.(jsonl|parquet)$/i.test(answers))
    throw new UsageError(`--answers must be a name that ends in .jsonl or .parquet, got ${answers}.`);
  const folder = dirname(answers);
  // A run makes the folder of --out.
  if (!summary && resolve(folder) === resolve(out)) return;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError(
      `--answers: there is no folder ${folder}; make it first, or name a file in another one.`,
    );
}

/** Where `--answers` asks for it. */
async function writeAnswers(name: string, { answers, out }: Flags): Promise<void> {
  if (answers === undefined) return;
  const { holds, content } = await answersTable(name, out, answers);
  await writeFileWhole(answers, content);
  // What is printed may be JSON that another program reads.
  process.stderr.write(`wrote ${holds} to ${answers}\n`);
}

/** The same runs, but from the models of `--model`. @throws InputError if one is no folder of a model */
async function startedFrom(
  runs: readonly Run[],
  models: readonly string[] | undefined,
): Promise<readonly Run[]> {
  if (models === undefined) return runs;
  const starts = await Promise.all(models.map(startIn));
  return runs.map((run) =>
    run.pretraining === 'text only' ? run : { ...run, start: starts[run.seed % starts.length]! },
  );
}

async function startIn(model: string): Promise<NonNullable<Run['start']>> {
  const folder = resolve(model);
  const weights = join(folder, 'model.safetensors');
  if (!existsSync(weights)) {
    throw new InputError(
      `--model must be a folder with config.json, model.safetensors and tokenizer.json; there is no ${weights}.`,
    );
  }
  return { folder, sha256: (await digestOf(weights)).sha256 };
}

/**
 * Files of a view are replaced where this experiment's rows lie beside them, since then an earlier run wrote them.
 *
 * @throws InputError if a file of such a name may be somebody else's
 */
function refuseForeignFiles({ view, name }: Experiment, rows: string, { out, force }: Flags): void {
  if (force || existsSync(rows)) return;
  const foreign = view.files.map((at) => join(out, at)).find((at) => existsSync(at));
  if (foreign === undefined) return;
  throw new InputError(
    `${foreign} exists and is not from an earlier run of ${name}; give another --out, or --force to overwrite it.`,
  );
}

async function summaryOf({ name, summarise }: Experiment, file: string): Promise<string> {
  if (!existsSync(file)) {
    throw new InputError(`There is no ${file} yet; run the experiment, or name another --out.`);
  }
  const measured = await ResultFile.read(file, name);
  if (measured.length > 0) return summarise(measured, dirname(file));
  throw new InputError(`No run has ended in ${file} yet; run the experiment, or name another --out.`);
}

/** The runs that the flags ask for. */
function runsOf(experiment: Experiment, flags: Partial<Flags>): Run[] {
  const all = flags.seeds ?? experiment.seeds;
  const choices = { firstSeed: all[0]! };
  const share = readShare(flags);
  const seeds = shareOf(all, share);
  if (seeds.length === 0)
    throw new InputError(
      `--task ${share.task}: ${share.of} tasks share ${all.length} seeds, and this one has none.`,
    );
  const wanted = seeds
    .flatMap((seed) => experiment.runs(seed, choices))
    .filter(
      ({ variant }) => flags.variants?.split(',').some((part) => variant.includes(part.trim())) ?? true,
    );
  if (wanted.length === 0) {
    throw new InputError(`--variants: no variant of ${experiment.name} contains "${flags.variants}".`);
  }
  return wanted.map((run) => resized(flags.quick ? quick(run) : run, flags));
}

function resized(run: Run, flags: Partial<Flags>): Run {
  const { steps, captions, pairs } = flags;
  const { training, evaluation } = run;
  return {
    ...run,
    ...(training
      ? { training: { ...training, steps: steps ?? training.steps, captions: captions ?? training.captions } }
      : {}),
    evaluation: {
      ...evaluation,
      pairs: pairs ?? evaluation.pairs,
      captions: captions ?? evaluation.captions,
    },
  };
}

async function viewOf(
  { view }: Experiment,
  {
    runs,
    measured,
    startedAt,
    flags,
  }: {
    readonly runs: readonly Run[];
    readonly measured: readonly Parameters<Experiment['summarise']>[0][number][];
    readonly startedAt: Date;
    readonly flags: Flags;
  },
): Promise<Viewed> {
  const asked = new Set(runs.map(keyOf));
  const own = measured.filter((run) => asked.has(keyOf(run)));
  if (flags.variants !== undefined) {
    const text = `The rows are in ${flags.out}. A report is of all variants; the same command without --variants measures the others and writes it.`;
    return { text, json: {}, files: {} };
  }
  return view.make({
    runs,
    measured: own,
    answers: (run) => readAnswers(flags.out, run),
    folder: flags.out,
    environment: describeEnvironment(flags.backend),
    command: ['slipform-lab', ...process.argv.slice(2)].join(' '),
    startedAt,
    seconds: (Date.now() - startedAt.getTime()) / 1000,
  });
}
