import { blindScorer, type Result } from '@slipform/bench';
import { type ClipEncoder, loadEncoder } from '@slipform/clip';
import type { HardNegative } from '@slipform/plant';
import { loadKeywordDrawings } from '@slipform/scenes/keywords';
import { describeKeywords, judgeKeywords } from '../judges/judge-keywords';
import { judgeProbes } from '../judges/judge-probes';
import { judgeScenes } from '../judges/judge-scenes';
import { judgeSimilarity } from '../judges/judge-similarity';
import type { Measurement } from '../row';
import {
  judgingParts,
  type KeywordNegatives,
  type MinedNegatives,
  type NegativesSpec,
  type Run,
} from '../run';
import { fineTune } from './fine-tune';
import { keywordHalf, keywordNegatives } from './keyword-negatives';
import { ratedKeywords } from './keyword-scenes';
import { type Mined, mineNegatives } from './negatives';
import { pretrain } from './pretrained';
import { keywordWorld, thingsOf, thingWorld } from './world';

/** How far a run is: parts done of its pretraining, or of `partsOf(run)`. */
export interface Phase {
  readonly phase: 'pretraining' | 'mining' | 'training' | 'judging';
  readonly done: number;
}

/** What a run measured. */
export interface Measured {
  readonly rows: readonly Measurement[];
  /** With answers, where the run keeps them. */
  readonly results?: readonly Result[];
  /** What ConcretePlant found, where the run keeps its answers. */
  readonly mined?: MinedRecords;
}

export interface MinedRecords {
  readonly records: readonly HardNegative[];
  readonly discarded: number;
  readonly seconds: number;
}

/** Pretrains the run's model unless another run has, trains it and measures what the run asks. */
export async function measureRun(run: Run, work: string, report: (phase: Phase) => void): Promise<Measured> {
  if (run.pretraining === 'text only') return measureTextOnly(run, report);
  const folder = await pretrain(work, run, (step) => report({ phase: 'pretraining', done: step }));
  const encoder = await loadEncoder(folder);
  try {
    if (run.dataset.shows === 'keywords') return await measureKeywords(run, encoder, report);
    if (run.evaluation.asks === 'similarity') return await measureSimilarity(run, encoder, report);
    return await measureScenes(run, encoder, report);
  } finally {
    encoder.dispose();
  }
}

/** What a bigram model of the training captions answers, which sees no picture. */
async function measureTextOnly(run: Run, report: (phase: Phase) => void): Promise<Measured> {
  const { dataset, training, evaluation, seed } = run;
  if (evaluation.asks !== 'scenes' || !training)
    throw new Error('unreachable: it learns captions and asks about scenes');
  const { scenes } = thingWorld(dataset, training.captions, seed);
  const scorer = blindScorer(scenes.map(({ caption }) => caption));
  return judgeScenes(scorer, dataset.detail, thingsOf(dataset), evaluation, (share) =>
    report({ phase: 'judging', done: Math.round(share * judgingParts(evaluation)) }),
  );
}

async function measureScenes(
  run: Run,
  encoder: ClipEncoder,
  report: (phase: Phase) => void,
): Promise<Measured> {
  const { dataset, training, loss, layout, evaluation, seed } = run;
  if (evaluation.asks !== 'scenes') throw new Error('unreachable: this run asks about scenes');
  let trained: Measurement[] = [];
  let mined: Mined | undefined;
  if (training) {
    report({ phase: 'mining', done: 0 });
    const world = thingWorld(dataset, training.captions, seed);
    mined =
      run.negatives &&
      mineNegatives(world.scenes, minedSpec(run.negatives), { dataset, seed, drawn: layout === 'paired' });
    trained = await fineTune({
      ...{ ...world, training, loss, layout, detail: dataset.detail, seed },
      ...{ model: encoder.model, tokenizer: encoder.tokenizer },
      ...(mined ? { negatives: mined.byScene } : {}),
      onStep: (step) => report({ phase: 'training', done: step }),
    });
  }
  const before = training?.steps ?? 0;
  const { rows, results } = await judgeScenes(
    encoder,
    dataset.detail,
    thingsOf(dataset),
    evaluation,
    (share) => report({ phase: 'judging', done: before + Math.round(share * judgingParts(evaluation)) }),
  );
  const probed = evaluation.probes ? await judgeProbes(encoder, dataset.detail) : [];
  if (!evaluation.answers) return { rows: [...trained, ...rows, ...probed] };
  const records = mined?.byScene.flatMap((ofScene) => ofScene.map(({ record }) => record!));
  return {
    rows: [...trained, ...rows, ...probed],
    results,
    ...(mined && records ? { mined: { records, discarded: mined.discarded, seconds: mined.seconds } } : {}),
  };
}

async function measureKeywords(
  { training, negatives, layout, loss, evaluation, dataset, seed }: Run,
  encoder: ClipEncoder,
  report: (phase: Phase) => void,
): Promise<Measured> {
  if (evaluation.asks !== 'keywords' || !training || !negatives) {
    throw new Error('unreachable: a run on keywords is trained, with negatives, and asks about keywords');
  }
  const { teach } = keywordSpec(negatives);
  const keywords = ratedKeywords();
  const world = await keywordWorld(training.captions, seed);
  const trained = await fineTune({
    ...{ ...world, training, loss, layout, detail: dataset.detail, seed },
    ...{ model: encoder.model, tokenizer: encoder.tokenizer },
    negatives: keywordNegatives(world.scenes, keywords, teach, seed),
    onStep: (step) => report({ phase: 'training', done: step }),
  });
  const drawings = await loadKeywordDrawings('noto');
  const { questions } = evaluation;
  const judged = await judgeKeywords(encoder, keywords, drawings, { questions, seed }, (share) =>
    report({ phase: 'judging', done: training.steps + Math.round(share * judgingParts(evaluation)) }),
  );
  const halves = keywords.map(({ word }) => ({
    metric: 'keyword half',
    kind: word,
    value: keywordHalf(word, seed),
  }));
  const known = teach === 'none' ? describeKeywords(keywords, drawings) : [];
  return { rows: [...trained, ...judged, ...halves, ...known] };
}

async function measureSimilarity(
  { dataset, negatives, evaluation, seed }: Run,
  encoder: ClipEncoder,
  report: (phase: Phase) => void,
): Promise<Measured> {
  if (evaluation.asks !== 'similarity' || !negatives) {
    throw new Error('unreachable: a run that asks for similarity has negatives');
  }
  // Captions that the model has not been trained on: another seed's.
  const { scenes } = thingWorld(dataset, evaluation.captions, seed + 1000);
  const { byScene } = mineNegatives(scenes, minedSpec(negatives), { dataset, seed });
  report({ phase: 'judging', done: 0 });
  return { rows: await judgeSimilarity(encoder, scenes, byScene) };
}

function minedSpec(spec: NegativesSpec): MinedNegatives {
  if ('policy' in spec) return spec;
  throw new Error('unreachable: negatives of things are mined');
}

function keywordSpec(spec: NegativesSpec): KeywordNegatives {
  if ('teach' in spec) return spec;
  throw new Error('unreachable: negatives of keywords exchange them');
}
