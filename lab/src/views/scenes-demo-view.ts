import { compare, type Result } from '@slipform/bench';
import {
  type ExperimentRecord,
  renderReport,
  stringifyRecord,
  summariseResults,
} from '@slipform/bench/report';
import { formatSeconds } from '@slipform/kit/format-number';
import { scenes } from '@slipform/scenes';
import type { View, Viewed, ViewInput } from '../experiment';
import type { MinedRecords } from '../machine/measured';
import { thingsOf } from '../machine/scenes/scene-world';
import type { Run } from '../run';
import { conclude, sizesOf } from './conclusion';
import { DEMO_PAIR, leadsOf } from './lead';
import { pickExamples } from './pick-examples';
import { hasSeed, inOrder } from './results-from-rows';
import { resultsTable } from './results-table';
import { trainingRun } from './training-run';

/** Sizes of the whole demo, beside which a run is short; a test holds them to the experiment. */
export const WHOLE = { captions: 8000, steps: 300, questions: 1000 };

/** Tables and sentences for the terminal, a report with figures and pictures, the record that it is made of, and the hard negatives. */
export const scenesDemoView: View = {
  files: ['report.html', 'results.json', 'negatives.jsonl'],
  pretrains: true,
  make: viewDemo,
};

async function viewDemo(input: ViewInput): Promise<Viewed> {
  const record = await recordOf(input);
  const text = stringifyRecord(record);
  const { conclusion, comparisons, seconds, settings, environment, mining, results, leads = [] } = record;
  const tables = summariseResults(results);
  return {
    text: [
      ...tables.map((table) => resultsTable(table, leads)),
      conclusion.join('\n'),
      `${formatSeconds(seconds)} in all`,
    ].join('\n\n'),
    json: { tables, leads, conclusion, comparisons, mining, seconds, settings, environment },
    files: {
      // From the rounded numbers of the file, so that `slipform-bench report` makes the very same page of it.
      'report.html': renderReport(JSON.parse(text)),
      'results.json': text,
      'negatives.jsonl': await negativesOf(input),
    },
  };
}

async function recordOf(input: ViewInput): Promise<ExperimentRecord> {
  const { environment, command, startedAt, seconds } = input;
  const runs = inOrder(input.runs);
  const trained = runs.filter(({ training, pretraining }) => training && pretraining !== 'text only');
  const first = trained[0]!;
  const results: Result[] = [];
  for (const run of runs) {
    const answers = await input.answers(run);
    const own = hasSeed(run, runs) ? { trainingSeed: run.seed } : {};
    for (const result of answers?.results ?? []) results.push({ ...result, model: run.variant, ...own });
  }
  const models = results.filter(({ model }) => trained.some(({ variant }) => variant === model));
  const seed = first.evaluation.asks === 'scenes' ? first.evaluation.seed : 0;
  const comparisons = compare(models, { seed });
  const pretrainings = runs.filter(({ variant }) => variant === 'checkpoint').length;
  const mined = await minedBy(trained, input);
  return {
    format: 'slipform-experiment',
    version: 2,
    title: 'Hard negatives, with and without a margin',
    command,
    startedAt: startedAt.toISOString(),
    seconds,
    environment,
    settings: describeSettings(trained, pretrainings),
    conclusion: conclude(leadsOf(models, DEMO_PAIR), comparisons, {
      pretrainings,
      sizes: { done: sizesOf(first), whole: WHOLE },
    }),
    results,
    leads: leadsOf(results, DEMO_PAIR),
    comparisons,
    runs: trained.map((run) => trainingRun(run, input)),
    ...(mined ? { mining: describeMining(mined, sizesOf(first).captions) } : {}),
    examples: examplesOf(first, results),
  };
}

/** What was mined for the first seed. */
async function minedBy(trained: readonly Run[], { answers }: ViewInput): Promise<MinedRecords | undefined> {
  const run = trained.find(({ negatives }) => negatives);
  return run && (await answers(run))?.mined;
}

function describeMining({ records, discarded, seconds }: MinedRecords, captions: number) {
  const byKind: Record<string, number> = {};
  const samples: MinedRecords['records'][number][] = [];
  for (const record of records) {
    const kind = `${record.slot} ${record.operation}`;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    if (byKind[kind] === 1) samples.push(record);
  }
  return {
    captions,
    negatives: records.length,
    covered: new Set(records.map(({ id }) => id)).size,
    discarded,
    seconds,
    byKind,
    samples: samples.map(({ caption, negative, slot, operation, concreteness }) => ({
      ...{ caption, negative, slot, operation, concreteness },
    })),
  };
}

/** The hard negatives of every seed, which all variants of a seed share. */
async function negativesOf({ runs, answers }: ViewInput): Promise<string[]> {
  const lines: string[] = [];
  for (const seed of new Set(runs.map((run) => run.seed))) {
    const run = runs.find((each) => each.seed === seed && each.negatives);
    const mined = run && (await answers(run))?.mined;
    for (const record of mined?.records ?? []) lines.push(`${JSON.stringify(record)}\n`);
  }
  return lines;
}

function examplesOf({ evaluation, dataset }: Run, results: readonly Result[]): ExperimentRecord['examples'] {
  if (evaluation.asks !== 'scenes' || dataset.shows === 'icons') return [];
  const { styles, count, seed } = evaluation;
  const seeing = results.filter(({ model }) => model !== 'text only');
  return styles.flatMap((style) => {
    const benchmark = scenes({ style, detail: dataset.detail, count, seed, objects: thingsOf(dataset) });
    return pickExamples(benchmark, seeing);
  });
}

/** What was chosen, in words. */
function describeSettings(trained: readonly Run[], pretrainings: number): Record<string, string> {
  const { training, evaluation } = trained[0]!;
  const seeds = [...new Set(trained.map(({ seed }) => seed))];
  return {
    [seeds.length > 1 ? 'seeds' : 'seed']: seeds.join(', '),
    pretraining: pretrainings > 1 ? 'one for each seed' : 'the committed checkpoint',
    steps: String(training?.steps),
    'batch size': String(training?.batchSize),
    'learning rate': String(training?.learningRate),
    captions: String(training?.captions),
    margin: 'adaptive, 0 to 2 logits',
    'test pictures': `${evaluation.asks === 'scenes' ? evaluation.count : 0} for each style`,
  };
}
