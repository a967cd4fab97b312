import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Result } from '@slipform/bench';
import { type ExperimentRecord, type Lead, renderReport, stringifyRecord } from '@slipform/bench/report';
import { formatSeconds } from '@slipform/kit/text/format-number';
import type { View, Viewed, ViewInput } from '../experiment';
import { preparedFolder } from '../machine/prepare';
import { keyOf } from '../machine/result-file';
import { contrastOf } from '../pairs/contrast';
import { GROUPS, PAIR_KINDS, PAIRINGS, type PairMeasure, RECALL, RECALLS, SWAPS } from '../pairs/measures';
import { type Prepared, readPrepared } from '../pairs/prepared';
import { measured } from '../row';
import type { Run } from '../run';
import { concludeDemo, sizesOfDemo } from './demo-conclusion';
import {
  answersFile,
  DEMO_CONTRASTS,
  DEMO_MODELS,
  type Judged,
  judgedFile,
  judgedOf,
  MODEL_NOTES,
} from './demo-judged';
import { openAlbum, pairExamples, pickPairs } from './demo-pictures';
import { tellDemo } from './demo-tables';

/** Compressed, since it holds each model's answer to each question. `slipform-bench` reads it so. */
const RESULTS_FILE = 'results.json.gz';

/** Tables and sentences for the terminal, a report with pictures and figures, the record that it is made of, and answers. */
export const demoView: View = {
  files: ['report.html', RESULTS_FILE, answersFile('demo')],
  make: viewDemo,
};

async function viewDemo(input: ViewInput): Promise<Viewed> {
  const prepared = await readPrepared(preparedFolder(input.folder, input.runs[0]!));
  const own = await judgedOf(input, prepared, DEMO_MODELS);
  const conclusion = concludeDemo(own, sizesOfDemo(input.runs));
  const record = await recordOf(input, prepared, own, conclusion);
  const text = stringifyRecord(record);
  return {
    text: [
      minedNote(prepared).join('\n'),
      tellDemo(own, conclusion),
      `${formatSeconds(input.seconds)} in all, without the build of the packages`,
    ].join('\n\n'),
    json: {
      conclusion: [...conclusion.verdict, ...conclusion.details],
      results: record.results.map(({ answers: _, ...rest }) => rest),
      seconds: input.seconds,
    },
    files: {
      // From the rounded numbers of the file, so that `slipform-bench report` makes the very same page of it.
      'report.html': renderReport(JSON.parse(text)),
      [RESULTS_FILE]: await promisify(gzip)(text),
      [answersFile('demo')]: await judgedFile(own),
    },
  };
}

async function recordOf(
  input: ViewInput,
  prepared: Prepared,
  own: Judged,
  { verdict, details }: ReturnType<typeof concludeDemo>,
): Promise<ExperimentRecord> {
  const { runs, environment, command, startedAt, seconds } = input;
  const [mined = '', ...examples] = minedNote(prepared);
  const results = await resultsOf(input);
  const trained = runs.filter(({ training, pretraining }) => training && pretraining !== 'text only');
  const first = new Map([...own.answers].map(([model, bySeed]) => [model, [...bySeed.values()][0]!]));
  const { pairs } = own.questions;
  const shown = pickPairs(pairs, first);
  const album = await openAlbum(shown.flatMap((index) => pairs[index]!.pictures));
  return {
    format: 'slipform-experiment',
    version: 2,
    title: 'Which caption belongs to which picture?',
    command,
    startedAt: startedAt.toISOString(),
    seconds,
    environment,
    settings: settingsOf(trained),
    asked: ASKED,
    models: {
      ...MODEL_NOTES,
      'text only': 'a bigram model of the training captions that sees no picture: a tie in every pairing',
    },
    conclusion: [...verdict, mined],
    details: [...details, ...examples],
    leads: leadsOf(own, results),
    results,
    comparisons: [],
    runs: inOrder(trained).map((run) => trainingRun(run, input)),
    pairs: pairExamples(shown, pairs, first, album),
    ...(own.answers.has('InfoNCE') ? { tradeOff: tradeOffOf(own) } : {}),
    credits: album.credits,
  };
}

const ASKED =
  'A picture is two icons by a held-out artist, each in a colour; its caption names both. Of two pictures the colours have changed places (swap), or the things (place), or a thing or a colour is another; freely: in wordings that training lacks. pairing: the two right pairs of picture and caption score more in sum than the two wrong ones. group: each picture finds its own caption of the two, and each caption its own picture. A tie is wrong. Recall@1 is the share of pictures that find their caption first among all of the gallery, and of captions that find their picture first.';

async function resultsOf({ runs, answers }: ViewInput): Promise<Result[]> {
  const results: Result[] = [];
  const repeated = (variant: string) => runs.filter((run) => run.variant === variant).length > 1;
  for (const run of inOrder(runs)) {
    for (const result of (await answers(run))?.results ?? []) {
      // Two pictures are asked about, of which this bound says nothing.
      const { bagOfWordsUpperBound: _, ...rest } = result;
      results.push({
        ...rest,
        model: run.variant,
        ...(repeated(run.variant) ? { trainingSeed: run.seed } : {}),
      });
    }
  }
  return results;
}

/** Runs by model, then by seed. */
function inOrder(runs: readonly Run[]): Run[] {
  const order: readonly string[] = ['text only', ...DEMO_MODELS];
  return [...runs].sort((a, b) => order.indexOf(a.variant) - order.indexOf(b.variant) || a.seed - b.seed);
}

/** Against InfoNCE, since whatever trains on gains something over the checkpoint. */
function tradeOffOf({ questions, answers }: Judged): NonNullable<ExperimentRecord['tradeOff']> {
  const base = answers.get('InfoNCE')!;
  return {
    against: 'InfoNCE',
    composition: 'pairing of swaps',
    retrieval: 'recall@10, both ways',
    points: [...answers]
      .filter(([model]) => model !== 'InfoNCE')
      .map(([model, own]) => ({
        model,
        composition: contrastOf(SWAPS, questions, own, base).wider,
        retrieval: contrastOf(RECALL, questions, own, base).wider,
      })),
  };
}

/** The differences of the terminal's tables as rows of the report's. */
function leadsOf({ questions, answers }: Judged, results: readonly Result[]): Lead[] {
  const [asked, searched] = ['kinds', 'retrieval'].map(
    (part) =>
      results.find((result) => (part === 'kinds' ? 'swap pairing' in result.kinds : result.retrieval))
        ?.benchmark,
  );
  return DEMO_CONTRASTS.flatMap(([model, against]): Lead[] => {
    const [ours, theirs] = [answers.get(model), answers.get(against)];
    if (!ours || !theirs || !asked || !searched) return [];
    const cell = (measure: PairMeasure) => {
      const { bySeed, wider } = contrastOf(measure, questions, ours, theirs);
      return { value: wider.value, interval: wider.interval, bySeed };
    };
    const [captionFirst, , pictureFirst] = RECALLS.map(cell);
    const kinds = Object.fromEntries(
      PAIR_KINDS.flatMap(([kind], at) => [
        [`${kind} pairing`, cell(PAIRINGS[at]!)],
        [`${kind} group`, cell(GROUPS[at]!)],
      ]),
    );
    const own = { model, against, seeds: cell(SWAPS).bySeed.length };
    return [
      { ...own, benchmark: asked, kinds, mean: cell(SWAPS) },
      {
        ...own,
        benchmark: searched,
        kinds: {},
        mean: captionFirst!,
        imageToText: captionFirst!,
        textToImage: pictureFirst!,
      },
    ];
  });
}

/** What was mined, and five examples of it, a line each. */
export function minedNote({ examples }: Pick<Prepared, 'examples'>): string[] {
  const mined = examples.flatMap(({ caption, hard }) =>
    hard.filter(({ recipe }) => recipe === 'composition').map((each) => ({ caption, ...each })),
  );
  const counts = new Map<string, number>();
  for (const { operation, slot } of mined) {
    const kind = operation === 'swap' ? `swaps of ${slot}s` : `other ${slot}s`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => `${Math.round((100 * count) / mined.length)} % ${kind}`);
  const drawn = mined.filter(({ row }) => row !== undefined).length;
  const shown = mined.filter((_, at) => at % Math.ceil(mined.length / 5) === 0).slice(0, 5);
  const lines = shown.map(({ caption, text }) => `  ${caption}  →  ${text}`);
  const number = (count: number) => count.toLocaleString('en');
  return [
    `Mined: of ${number(examples.length)} captions ${number(mined.length)} have a hard caption (a third of all names is held out of them): ${kinds.join(', ')}. ${number(drawn)} of them could be drawn.`,
    ...lines,
  ];
}

function settingsOf(trained: readonly Run[]): Record<string, string> {
  const { training, evaluation } = trained[0]!;
  const seeds = [...new Set(trained.map(({ seed }) => seed))];
  const margins = trained.flatMap(({ loss }) => (loss.name === 'adaptive' ? [loss] : []));
  return {
    [seeds.length > 1 ? 'seeds' : 'seed']: seeds.join(', '),
    'starts from': 'the committed model (lab/pair-model), all of which is trained',
    steps: String(training?.steps),
    'pictures a step': String(training?.batchSize),
    'learning rate': String(training?.learningRate),
    ...(margins[0] ? { margin: `${margins[0].min ?? 0} to ${margins[0].max} logits` } : {}),
    'questions a kind, at most': String(evaluation.pairs),
  };
}

/** The course of a training, from its rows. */
function trainingRun(run: Run, { measured: all }: ViewInput): ExperimentRecord['runs'][number] {
  const own = all.find((each) => keyOf(each) === keyOf(run))!;
  const steps = own.rows.flatMap(({ metric, step }) =>
    metric === 'loss' && step !== undefined ? [step] : [],
  );
  const budget = (step: number) => {
    const part = (kind: string) => measured(own, { metric: 'similarity budget', kind, step });
    return { pull: part('pull'), hard: part('hard'), easy: part('easy') };
  };
  return {
    model: run.variant,
    seed: run.seed,
    seconds: measured(own, { metric: 'seconds', kind: 'training' }),
    points: steps.map((step) => {
      const parts = budget(step);
      return {
        step,
        loss: measured(own, { metric: 'loss', step }),
        logitScale: measured(own, { metric: 'logit scale', step }),
        ...(Number.isNaN(parts.pull) ? {} : { budget: parts }),
      };
    }),
  };
}
