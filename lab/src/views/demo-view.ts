import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Result } from '@slipform/bench';
import { type ExperimentRecord, type Lead, renderReport, stringifyRecord } from '@slipform/bench/report';
import { formatSeconds } from '@slipform/kit/text/format-number';
import type { DemoAnswers } from '../demo/demo-answers';
import { contrastOf } from '../demo/demo-contrast';
import { type DemoMeasure, GROUP, IMAGE, RECALL, RECALLS, TEXT } from '../demo/demo-measures';
import { demoQuestions, iconOfKey } from '../demo/demo-questions';
import { type Prepared, readPrepared } from '../demo/prepared';
import type { View, Viewed, ViewInput } from '../experiment';
import { pretrainedFolder } from '../machine/pretrained';
import { keyOf } from '../machine/result-file';
import { measured } from '../row';
import type { Run } from '../run';
import { concludeDemo, sizesOfDemo } from './demo-conclusion';
import {
  DEMO_CONTRASTS,
  DEMO_MODELS,
  type DemoModel,
  JUDGED_FILE,
  type Judged,
  judged,
  judgedFile,
  MODEL_NOTES,
} from './demo-judged';
import { minedSamples, openAlbum, pairExamples, pickMined, pickPairs } from './demo-pictures';
import { similarityOf } from './demo-similarity';
import { tellDemo } from './demo-text';

/** Compressed, since it holds each model's answer to each question: 16 MB of text with one seed. `slipform-bench` reads it so. */
const RESULTS_FILE = 'results.json.gz';

/** Tables and sentences for the terminal, a report with pictures and figures, the record that it is made of, answers and negatives. */
export const demoView: View = {
  files: ['report.html', RESULTS_FILE, 'negatives.jsonl', JUDGED_FILE],
  make: viewDemo,
};

async function viewDemo(input: ViewInput): Promise<Viewed> {
  const prepared = await readPrepared(pretrainedFolder(input.folder, input.runs[0]!));
  const own = await judgedOf(input, prepared);
  const conclusion = concludeDemo(own, sizesOfDemo(input.runs));
  const record = await recordOf(input, prepared, own, conclusion);
  const text = stringifyRecord(record);
  return {
    text: [
      tellDemo(own, conclusion),
      minedNote(prepared),
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
      'negatives.jsonl': prepared.mined.records.map((each) => `${JSON.stringify(each)}\n`),
      [JUDGED_FILE]: await judgedFile(own),
    },
  };
}

async function judgedOf({ runs, answers }: ViewInput, { benchmarks }: Prepared): Promise<Judged> {
  const found: (DemoAnswers & { model: DemoModel; seed: number })[] = [];
  for (const run of runs) {
    const model = DEMO_MODELS.find((each) => each === run.variant);
    const own = (await answers(run))?.demo;
    if (model && own) found.push({ ...own, model, seed: run.seed });
  }
  return judged(demoQuestions(...benchmarks), found);
}

async function recordOf(
  input: ViewInput,
  prepared: Prepared,
  own: Judged,
  { verdict, details }: ReturnType<typeof concludeDemo>,
): Promise<ExperimentRecord> {
  const { runs, environment, command, startedAt, seconds } = input;
  const results = await resultsOf(input);
  const trained = runs.filter(({ training, pretraining }) => training && pretraining !== 'text only');
  const first = new Map([...own.answers].map(([model, bySeed]) => [model, [...bySeed.values()][0]!]));
  const { pairs } = own.questions;
  const shown = pickPairs(pairs, first);
  const mined = pickMined(prepared);
  const album = await openAlbum([
    ...shown.flatMap((index) => pairs[index]!.pictures.map(iconOfKey)),
    ...mined.flatMap(({ own: row, hard }) => [prepared.icons[row]!, prepared.icons[hard]!]),
  ]);
  const similarity = similarityOf(pairs, first);
  return {
    format: 'slipform-experiment',
    version: 2,
    title: 'Which name belongs to which icon?',
    command,
    startedAt: startedAt.toISOString(),
    seconds,
    environment,
    settings: settingsOf(trained),
    asked: ASKED,
    models: {
      ...MODEL_NOTES,
      'text only': 'a bigram model of the training names that sees no picture, so that it can’t get any pair',
    },
    conclusion: verdict,
    details,
    leads: leadsOf(own, results),
    results,
    comparisons: [],
    runs: inOrder(trained).map((run) => trainingRun(run, input)),
    mining: {
      captions: prepared.mined.captions,
      negatives: prepared.mined.records.length,
      covered: new Set(prepared.mined.records.map(({ id }) => id)).size,
      seconds: prepared.mined.seconds,
      byKind: countBy(prepared.mined.records.map(({ slot, operation }) => `${slot} ${operation}`)),
      note: minedNote(prepared),
      bands: bandsOf(prepared.examples.flatMap(({ hard }) => hard.map(({ concreteness }) => concreteness))),
      samples: minedSamples(mined, prepared, album),
    },
    examples: [],
    pairs: pairExamples(shown, pairs, first, album),
    ...(own.answers.has('InfoNCE') ? { tradeOff: tradeOffOf(own) } : {}),
    ...(similarity ? { similarity } : {}),
    credits: album.credits,
  };
}

const ASKED =
  'Two icons by one artist have names that differ in one word, such as “cloud off” and “cloud check”. No model was trained on this artist. text: each icon finds its own name of the two. image: each name finds its own icon. group: both. A tie is wrong. Recall@1 is the share of icons that find their name first among all names of the gallery, and of names that find their icon.';

async function resultsOf({ runs, answers }: ViewInput): Promise<Result[]> {
  const results: Result[] = [];
  const repeated = (variant: string) => runs.filter((run) => run.variant === variant).length > 1;
  for (const run of inOrder(runs)) {
    for (const result of (await answers(run))?.results ?? []) {
      // Names differ in a word, so that a bag of words could tell all of them apart: the bound says nothing here.
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
    composition: 'group score',
    retrieval: 'recall@10, both ways',
    points: [...answers]
      .filter(([model]) => model !== 'InfoNCE')
      .map(([model, own]) => ({
        model,
        composition: contrastOf(GROUP, questions, own, base).wider,
        retrieval: contrastOf(RECALL, questions, own, base).wider,
      })),
  };
}

/** The differences of the terminal's tables as rows of the report's. */
function leadsOf({ questions, answers }: Judged, results: readonly Result[]): Lead[] {
  const [asked, searched] = ['kinds', 'retrieval'].map(
    (part) =>
      results.find((result) => (part === 'kinds' ? 'group' in result.kinds : result.retrieval))?.benchmark,
  );
  return DEMO_CONTRASTS.flatMap(([model, against]): Lead[] => {
    const [ours, theirs] = [answers.get(model), answers.get(against)];
    if (!ours || !theirs || !asked || !searched) return [];
    const cell = (measure: DemoMeasure) => {
      const { bySeed, wider } = contrastOf(measure, questions, ours, theirs);
      return { value: wider.value, interval: wider.interval, bySeed };
    };
    const [nameFirst, , iconFirst] = RECALLS.map(cell);
    const [text, image, group] = [TEXT, IMAGE, GROUP].map(cell) as [Lead['mean'], Lead['mean'], Lead['mean']];
    const own = { model, against, seeds: group.bySeed.length };
    return [
      { ...own, benchmark: asked, kinds: { text, image, group }, mean: group },
      {
        ...own,
        benchmark: searched,
        kinds: {},
        mean: nameFirst!,
        imageToText: nameFirst!,
        textToImage: iconFirst!,
      },
    ];
  });
}

function countBy(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** What the partners are, and how many of them ConcretePlant found. */
export function minedNote({ examples, mined }: Pick<Prepared, 'examples' | 'mined'>): string {
  const found = new Set(mined.records.map(({ caption, negative }) => `${caption}\n${negative}`));
  const partners = examples.flatMap(({ caption, hard }) =>
    hard.map(({ text }) => found.has(`${caption}\n${text}`)),
  );
  const plants = partners.filter(Boolean).length;
  return `Training has ${partners.length.toLocaleString('en')} partners of ${examples.length.toLocaleString('en')} icons: icons of the same set whose names differ in one word. ConcretePlant finds at most ${plants.toLocaleString('en')} of them (${((100 * plants) / partners.length).toFixed(0)} %); the others are any minimal pairs of the sets, up to four an icon, of signs (“off”, “plus”, “up”) and of things alike. Words that a question exchanges are exchanged in none of them.`;
}

/** Bands of half a point. */
function bandsOf(concreteness: readonly number[]) {
  return [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5].map((from) => ({
    from,
    negatives: concreteness.filter((each) => each >= from && (each < from + 0.5 || from === 4.5)).length,
  }));
}

function settingsOf(trained: readonly Run[]): Record<string, string> {
  const { training, evaluation } = trained[0]!;
  const seeds = [...new Set(trained.map(({ seed }) => seed))];
  const margins = trained.flatMap(({ loss }) => (loss.name === 'adaptive' ? [loss] : []));
  return {
    [seeds.length > 1 ? 'seeds' : 'seed']: seeds.join(', '),
    'starts from': 'the committed model; its image tower stays frozen',
    steps: String(training?.steps),
    'pictures a step': String(training?.batchSize),
    'learning rate': String(training?.learningRate),
    ...(margins[0] ? { margin: `${margins[0].min ?? 0} to ${margins[0].max} logits` } : {}),
    ...(evaluation.asks === 'demo' ? { pairs: String(evaluation.pairs) } : {}),
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
