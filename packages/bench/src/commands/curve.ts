import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { parseJson } from '@slipform/kit/formats/parse-json';
import { list, number, object, text as word } from '@slipform/kit/formats/shape';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileRow, flagRow, row } from '@slipform/kit/options/command-rows';
import {
  choice,
  defineOptions,
  described,
  number as numeric,
  type OptionsRead,
  text,
} from '@slipform/kit/options/options';
import { formatPoints } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { withoutSecrets } from '@slipform/kit/text/url-secrets';
import { Command } from 'commander';
import { comparePairs } from '../compare/compare';
import { type CurvePoint, choosePoint, type Measure, type Scores, startOf } from '../curve/choose-point';
import { type Curve, columnsOf, curvePage, MEASURES } from '../report/curve-page';
import type { Result } from '../scoring/result';
import type { Estimate } from '../statistics/seed-interval';
import { createJudge } from './judge-model';
import { writeJson } from './options';
import { estimateText } from './result-tables';
import { runInputs } from './run';
import { RUN_OPTIONS } from './run-options';
import { nameModels, type WantedModel } from './run-plan';
import { importModules, parseWanted } from './wanted-benchmark';

const asked = () => text('NAME=PATH', '<name=path>');
const { images, module, seed, backend, workers, size, force } = RUN_OPTIONS.rows;

const OPTIONS = defineOptions('slipform-bench curve', {
  composition: described('the benchmark of composition, as `run --benchmark` names it', asked()),
  retrieval: described('the benchmark of retrieval', asked()),
  zeroshot: row(
    'a benchmark that search should not cost, such as zero-shot=FOLDER of folders of pictures',
    asked(),
  ),
  validationComposition: row('the same on validation data, which chooses the model', asked()),
  validationRetrieval: row('the same of retrieval', asked()),
  validationZeroshot: row('the same of zero-shot classification; it is shown and does not choose', asked()),
  maxLoss: row(
    'how many points of retrieval the model that is chosen may lose on validation data',
    numeric({ min: 0, max: 100 }),
    1,
  ),
  at: row('k of recall@k', choice(['1', '5', '10']), '10'),
  html: fileRow('also write one page with the figure and the table'),
  ...{ module, images, size, seed, backend, workers },
  json: flagRow('print points and choice as JSON'),
  force,
});

type Flags = OptionsRead<typeof OPTIONS.rows>;

export function curveCommand(): Command {
  const command = new Command('curve')
    .description(
      'Composition, retrieval and zero-shot along models in their order: interpolated weights, or checkpoints of a training. Chooses the one that gains most composition on validation data within --max-loss of retrieval',
    )
    .argument(
      '<model...>',
      'the models, the start first: folders, URLs or hf:owner/name; a folder that `slipform-clip mix` wrote stands for its models',
    )
    .addHelpText(
      'after',
      '\nExample:\n  slipform-bench curve mixed/ --composition sugarcrepe=sugar-crepe/data --retrieval retrieval=captions_val2017.json --images val2017 --html curve.html',
    );
  return addOptions(command, OPTIONS).action((models: readonly string[], given: unknown) =>
    curve(models, OPTIONS.read(given)),
  );
}

async function curve(named: readonly string[], flags: Flags): Promise<void> {
  const models = await modelsOf(named);
  if (models.length < 2)
    throw new UsageError('curve: a curve needs two models or more, or a folder of `slipform-clip mix`.');
  await importModules(flags.module ?? []);
  const roles = rolesOf(flags);
  const wanted = parseWanted([...new Set(roles.map(({ benchmark }) => benchmark))]);
  if (wanted.length > new Set(roles.map(({ benchmark }) => benchmark)).size)
    throw new UsageError(
      'curve: each option names one file, but a folder that was named holds several; name one of them.',
    );
  const work = async () => {
    const progress = createProgress(process.stderr);
    const judge = createJudge({ ...flags, blind: false }, progress);
    try {
      const results: (readonly Result[])[] = [];
      for (const model of models) {
        results.push(await judge.judge({ models: [model], benchmarks: wanted }));
        const [leftOut] = judge.leftOut.values();
        if (leftOut) throw leftOut;
      }
      return curveOf(models, results, roles, flags);
    } finally {
      progress.stop();
      judge.close();
    }
  };
  const { html } = flags;
  if (html === undefined) return print(await work(), flags);
  const inputs = models.flatMap(({ folder: model }) =>
    runInputs({ model, benchmarks: wanted, images: flags.images ?? [], captions: undefined }, html),
  );
  await withOutputFile({ file: html, name: '--html', force: flags.force, inputs }, async (save) => {
    const found = await work();
    const command = ['slipform-bench', ...process.argv.slice(2).map(withoutSecrets)].join(' ');
    await save(curvePage(found, command));
    print(found, flags);
  });
}

type CurveModel = WantedModel & Pick<CurvePoint, 'alpha'>;

const mixShape = object({ alphas: list(object({ alpha: number(), folder: word })) });

/** The models that are named; for a folder that `slipform-clip mix` wrote its models, by rising α. */
async function modelsOf(named: readonly string[]): Promise<readonly CurveModel[]> {
  const mixes = named.filter((name) => existsSync(join(name, 'mix.json')));
  const plain = nameModels(
    named.filter((name) => !mixes.includes(name)),
    undefined,
  );
  const models: CurveModel[] = [];
  for (const name of named) {
    if (!mixes.includes(name)) {
      models.push(plain.find(({ folder }) => folder === name)!);
      continue;
    }
    const file = join(name, 'mix.json');
    const { alphas } = mixShape(parseJson(await readTextFile(file, 1), file), file);
    const prefix = mixes.length > 1 ? `${basename(name)} ` : '';
    for (const { alpha, folder } of alphas.toSorted((one, other) => one.alpha - other.alpha)) {
      models.push({ alpha, folder: join(name, folder), name: `${prefix}alpha ${alpha}` });
    }
  }
  return models;
}

/** What a benchmark is asked for. */
interface Role {
  readonly set: 'test' | 'validation';
  readonly measure: Measure;
  readonly benchmark: string;
}

function rolesOf(flags: Flags): Role[] {
  const { validationComposition, validationRetrieval, validationZeroshot } = flags;
  if ((validationComposition === undefined) !== (validationRetrieval === undefined)) {
    throw new UsageError(
      'curve: --validation-composition and --validation-retrieval choose together; name both, or neither.',
    );
  }
  const validation = {
    composition: validationComposition,
    retrieval: validationRetrieval,
    zeroshot: validationZeroshot,
  };
  return MEASURES.flatMap((measure): Role[] => {
    const [test, chooses] = [flags[measure], validation[measure]];
    if (test !== undefined && test === chooses) {
      throw new UsageError(
        `curve: --validation-${measure} must name other data than --${measure}, got ${test}: what chooses the model can't test it.`,
      );
    }
    return [
      ...(test === undefined ? [] : [{ set: 'test', measure, benchmark: test } as const]),
      ...(chooses === undefined ? [] : [{ set: 'validation', measure, benchmark: chooses } as const]),
    ];
  });
}

/** @param results of each model, in the order of the benchmarks that the roles name */
function curveOf(
  models: readonly CurveModel[],
  results: readonly (readonly Result[])[],
  roles: readonly Role[],
  flags: Flags,
): Curve {
  const benchmarks = [...new Set(roles.map(({ benchmark }) => benchmark))];
  const resultOf = (model: number, role: Role) => results[model]![benchmarks.indexOf(role.benchmark)]!;
  const scoresOf = (model: number, set: Role['set']): Scores =>
    Object.fromEntries(
      roles
        .filter((role) => role.set === set)
        .map((role) => [role.measure, scoreOf(resultOf(model, role), role, Number(flags.at))]),
    );
  const points = models.map(({ name, alpha }, at): CurvePoint => {
    const point = { model: name, ...(alpha === undefined ? {} : { alpha }), test: scoresOf(at, 'test') };
    return flags.validationComposition === undefined
      ? point
      : { ...point, validation: scoresOf(at, 'validation') };
  });
  const measures = Object.fromEntries(
    roles
      .filter(({ set }) => set === 'test')
      .map((role) => {
        const { benchmark } = resultOf(0, role);
        return [
          role.measure,
          role.measure === 'retrieval' ? `recall@${flags.at} on ${benchmark}` : benchmark,
        ];
      }),
  );
  const choice = choosePoint(points, flags.maxLoss);
  if (choice.at === undefined) return { points, choice, measures };
  const role = roles.find(({ set, measure }) => set === 'test' && measure === 'composition')!;
  const pair = [startOf(points), choice.at].map((at) => ({ ...resultOf(at, role), model: String(at) }));
  const [test] = comparePairs(pair, { seed: flags.seed });
  const range = test?.interval.map((end) => formatPoints(end)).join(' to ');
  const [from, to] = [startOf(points), choice.at].map((at) => points[at]!.test.retrieval!.value);
  const because = `${choice.because} On test data: composition ${formatPoints(test?.difference ?? Number.NaN)} points (95 % CI ${range}), retrieval ${formatPoints(to! - from!)}.`;
  return { points, choice: { ...choice, because }, measures };
}

/** The headline; of retrieval the mean recall@k of both ways, whose interval is the mean of theirs, at least 95 %. */
function scoreOf(result: Result, { set, measure, benchmark }: Role, k: number): Estimate {
  const place = `--${set === 'validation' ? 'validation-' : ''}${measure} ${benchmark}`;
  if (measure !== 'retrieval') {
    if (result.means !== undefined) return result.mean;
    throw new InputError(
      `${place} must ask questions, and ${result.benchmark} measures retrieval alone; name another benchmark.`,
    );
  }
  const ranked = result.retrieval ?? Object.values(result.galleries ?? {})[0];
  const [one, other] = [ranked?.imageToText[k], ranked?.textToImage[k]];
  if (one === undefined || other === undefined)
    throw new InputError(
      `${place} must measure retrieval, and ${result.benchmark} has none; name another benchmark, such as retrieval=captions.json.`,
    );
  const mean = (a: number, b: number) => (a + b) / 2;
  return {
    value: mean(one.value, other.value),
    interval: [mean(one.interval[0], other.interval[0]), mean(one.interval[1], other.interval[1])],
  };
}

function print(found: Curve, { json }: Pick<Flags, 'json'>): void {
  const { points, choice: chosen, measures } = found;
  if (json) {
    writeJson({
      points,
      chosen: chosen.at === undefined ? null : points[chosen.at],
      because: chosen.because,
      measures,
    });
    return;
  }
  const columns = columnsOf(found);
  const table = terminalTable({
    head: ['', ...columns.map(({ head }) => head)],
    rows: points.map((point, at) => [
      `${printable(point.model)}${at === chosen.at ? ' *' : ''}`,
      ...columns.map(({ of }) => estimateText(of(point))),
    ]),
    gap: 2,
  });
  const what = Object.entries(measures).map(([measure, name]) => `${measure}: ${printable(name)}`);
  process.stdout.write(
    `${what.join(', ')}; 95 % CIs in brackets\n${table}\n${printable(chosen.because, 1000)}\n`,
  );
}
