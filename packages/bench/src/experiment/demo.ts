import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Progress } from '@slipform/kit/progress';
import { scenes } from '@slipform/scenes';
import { describeEnvironment } from '../commands/environment';
import { startBackend } from '../commands/start-backend';
import { compare } from '../compare/compare';
import { DEMO_PAIR, leadsOf } from '../report/lead';
import type { ExperimentRecord, MiningSummary } from '../report/record';
import { blindScorer } from '../scoring/blind-scorer';
import { evaluate } from '../scoring/evaluate';
import type { Result } from '../scoring/result';
import { type ArmJob, armParts } from './arm';
import { conclude } from './conclusion';
import { DEMO_OBJECTS } from './demo-objects';
import type { DemoSettings } from './demo-settings';
import { type Mined, mineNegatives } from './mine-negatives';
import { pickExamples } from './pick-examples';
import { runArms } from './run-arms';
import { trainingScenes } from './training-scenes';

export interface DemoOptions {
  readonly settings: DemoSettings;
  readonly seeds: readonly number[];
  readonly backend: string;
  /** As the user typed it, for the record. */
  readonly command: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Called once the negatives are there, before training. */
  readonly onMined: (summary: MiningSummary) => void;
}

export interface DemoOutcome {
  readonly record: ExperimentRecord;
  /** The negatives of every seed. */
  readonly negatives: Mined['records'];
}

const CHECKPOINT = fileURLToPath(new URL('../checkpoint', import.meta.url));

/** The models that the demo trains. */
export const ARMS = [
  { model: 'InfoNCE', loss: 'infoNce' },
  { model: 'hard negatives', loss: 'noMargin' },
  { model: 'Cement', loss: 'cement' },
] as const;

/**
 * The main job: mines hard negatives for the scenes' captions, fine-tunes one checkpoint with InfoNCE, with hard
 * negatives, and with Cement, and judges all of them on pairs of things that no training scene shows.
 */
export async function runDemo(options: DemoOptions): Promise<DemoOutcome> {
  const { settings, seeds, backend, command, progress, signal, onMined } = options;
  const startedAt = new Date();

  // A backend that does not start is better known before anything is mined.
  await startBackend(backend);
  const mined: Mined[] = [];
  const miningBar = progress.start('Mining', settings.captions * seeds.length, 'captions');
  for (const [index, seed] of seeds.entries()) {
    signal.throwIfAborted();
    const found = await mineNegatives(trainingScenes(settings.captions, seed, { objects: DEMO_OBJECTS }), {
      perCaption: settings.perCaption,
      seed,
      onProgress: (done) => miningBar.update(index * settings.captions + done),
    });
    mined.push(found);
  }
  progress.stop();
  onMined(mined[0]!.summary);

  const jobs = demoJobs(options, mined);
  const bars = jobs.map((job) => {
    const title = seeds.length > 1 && job.loss !== 'none' ? `${job.model}, seed ${job.seed}` : job.model;
    return progress.start(title, armParts(job), 'steps');
  });
  const outcomes = await runArms(jobs, {
    threads: availableParallelism(),
    signal,
    onProgress: (index, { done, phase }) => bars[index]!.update(done, phase),
    onFinished: (count) => progress.log(`${count} of ${jobs.length} models done`),
  });
  progress.stop();

  const benchmarks = settings.styles.map((style) =>
    scenes({ style, count: settings.testCount, seed: seeds[0]!, objects: DEMO_OBJECTS }),
  );
  const trained = outcomes.flatMap((outcome) => outcome.results);
  const arms = ARMS.flatMap(({ model }) => trained.filter((result) => result.model === model));
  const start = trained.filter((result) => result.model === 'checkpoint');
  const training = trainingScenes(settings.captions, seeds[0]!, { objects: DEMO_OBJECTS }).map(
    ({ caption }) => caption,
  );
  const blind: Result[] = [];
  for (const benchmark of benchmarks) {
    blind.push(await evaluate(blindScorer(training), benchmark, { name: 'text only', seed: seeds[0]! }));
  }
  const comparisons = compare(arms, { seed: seeds[0]! });
  return {
    negatives: mined.flatMap(({ records }) => records),
    record: {
      format: 'slipform-experiment',
      version: 2,
      title: 'Hard negatives, with and without a margin',
      command,
      startedAt: startedAt.toISOString(),
      seconds: (Date.now() - startedAt.getTime()) / 1000,
      environment: describeEnvironment(backend),
      settings: describeSettings(settings, seeds),
      conclusion: conclude(leadsOf(arms, DEMO_PAIR), comparisons, settings),
      results: [...blind, ...start, ...arms],
      comparisons,
      runs: ARMS.flatMap(({ model }) =>
        outcomes.flatMap(({ run }) => (run && run.model === model ? [run] : [])),
      ),
      mining: mined[0]!.summary,
      examples: benchmarks.flatMap((benchmark) => pickExamples(benchmark, [...start, ...arms])),
    },
  };
}

function demoJobs({ settings, seeds, backend }: DemoOptions, mined: readonly Mined[]): ArmJob[] {
  const common = { ...settings, backend, checkpoint: CHECKPOINT, testSeed: seeds[0]! };
  const checkpoint: ArmJob = {
    ...common,
    model: 'checkpoint',
    loss: 'none',
    seed: seeds[0]!,
    steps: 0,
    negatives: [],
  };
  const arms = seeds.flatMap((seed, index) =>
    ARMS.map(
      (arm): ArmJob => ({
        ...common,
        ...arm,
        seed,
        negatives: mined[index]!.byScene.map((own) =>
          own.map(({ negative, concreteness }) => ({ text: negative, concreteness })),
        ),
      }),
    ),
  );
  // The arm without hard captions is the shortest, so it starts last and the cores end together.
  const shortestLast = arms.sort((a, b) => Number(a.loss === 'infoNce') - Number(b.loss === 'infoNce'));
  return [...shortestLast, checkpoint];
}

/** What was chosen, in words, for results and reports. */
export function describeSettings(settings: DemoSettings, seeds: readonly number[]): Record<string, string> {
  return {
    [seeds.length > 1 ? 'seeds' : 'seed']: seeds.join(', '),
    steps: String(settings.steps),
    'batch size': String(settings.batchSize),
    'learning rate': String(settings.learningRate),
    captions: String(settings.captions),
    margin: `adaptive, 0 to ${settings.marginMax} logits`,
    'test pictures': `${settings.testCount} for each style`,
  };
}
