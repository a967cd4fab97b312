import { blindScorer } from '@slipform/bench';
import type { ClipEncoder, Tokenizer, TrainData } from '@slipform/clip';
import type { SceneObject } from '@slipform/scenes';
import { loadKeywordDrawings } from '@slipform/scenes/keywords';
import { describeKeywords, judgeKeywords } from '../../judges/judge-keywords';
import { judgeProbes } from '../../judges/judge-probes';
import { judgeScenes } from '../../judges/judge-scenes';
import { judgeSimilarity } from '../../judges/judge-similarity';
import type { Measurement } from '../../row';
import {
  judgingParts,
  type KeywordNegatives,
  type MinedNegatives,
  type NegativesSpec,
  type Run,
  type SceneDataset,
} from '../../run';
import { fineTune } from '../fine-tune';
import type { Measured, Phase } from '../measured';
import { keywordHalf, keywordNegatives } from './keyword-negatives';
import { ratedKeywords } from './keyword-scenes';
import { type BatchesOptions, sceneBatches } from './scene-batches';
import { type Mined, mineNegatives } from './scene-negatives';
import { keywordWorld, thingsOf, thingWorld, type World } from './scene-world';

type Report = (phase: Phase) => void;

/** Trains a model on scenes and measures what the run asks. */
export function measureScenes(
  run: Run,
  dataset: SceneDataset,
  encoder: ClipEncoder,
  report: Report,
): Promise<Measured> {
  if (dataset.shows === 'keywords') return measureKeywords(run, dataset, encoder, report);
  if (run.evaluation.asks === 'similarity') return measureSimilarity(run, dataset, encoder, report);
  return measureThings(run, dataset, encoder, report);
}

/** What a bigram model of the training captions answers, which sees no picture. */
export async function measureTextOnly(run: Run, report: Report): Promise<Measured> {
  const { dataset, training, evaluation, seed } = run;
  if (evaluation.asks !== 'scenes' || dataset.shows === 'icons' || !training)
    throw new Error('unreachable: it learns captions and asks about scenes');
  const { scenes } = thingWorld(dataset, training.captions, seed);
  const scorer = blindScorer(scenes.map(({ caption }) => caption));
  return judgeScenes(scorer, dataset.detail, thingsOf(dataset), evaluation, (share) =>
    report({ phase: 'judging', done: Math.round(share * judgingParts(evaluation)) }),
  );
}

async function measureThings(
  run: Run,
  dataset: SceneDataset,
  encoder: ClipEncoder,
  report: Report,
): Promise<Measured> {
  const { training, layout, evaluation, seed } = run;
  if (evaluation.asks !== 'scenes') throw new Error('unreachable: this run asks about scenes');
  let trained: Measurement[] = [];
  let mined: Mined | undefined;
  if (training) {
    report({ phase: 'mining', done: 0 });
    const world = thingWorld(dataset, training.captions, seed);
    mined =
      run.negatives &&
      mineNegatives(world.scenes, minedSpec(run.negatives), { dataset, seed, drawn: layout === 'paired' });
    trained = await train(run, dataset, encoder, { world, negatives: mined?.byScene, report });
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
  run: Run,
  dataset: SceneDataset,
  encoder: ClipEncoder,
  report: Report,
): Promise<Measured> {
  const { training, negatives, evaluation, seed } = run;
  if (evaluation.asks !== 'keywords' || !training || !negatives) {
    throw new Error('unreachable: a run on keywords is trained, with negatives, and asks about keywords');
  }
  const { teach } = keywordSpec(negatives);
  const keywords = ratedKeywords();
  const world = await keywordWorld(training.captions, seed);
  const taught = keywordNegatives(world.scenes, keywords, teach, seed);
  const trained = await train(run, dataset, encoder, { world, negatives: taught, report });
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
  { negatives, evaluation, seed }: Run,
  dataset: SceneDataset,
  encoder: ClipEncoder,
  report: Report,
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

/** Trains the model in place; without negatives on captions alone. */
async function train<Thing extends SceneObject<string>>(
  { training, loss, layout, seed }: Run,
  { detail }: SceneDataset,
  { model, tokenizer }: ClipEncoder,
  {
    world: { scenes, paint },
    negatives,
    report,
  }: {
    readonly world: World<Thing>;
    readonly negatives: NonNullable<BatchesOptions<Thing>['hard']>['negatives'] | undefined;
    readonly report: Report;
  },
): Promise<Measurement[]> {
  if (!training) throw new Error('unreachable: what is trained says for how long');
  const { batchSize } = training;
  const hard = negatives && { negatives, loss, layout };
  const data: TrainData = sceneBatches({
    ...{ scenes, paint, detail, batchSize, seed },
    encode: encodeOnce(tokenizer),
    ...(hard ? { hard } : {}),
  });
  const onStep = (step: number) => report({ phase: 'training', done: step });
  return fineTune({ ...{ model, training, loss, layout, data, onStep }, hasHard: hard !== undefined });
}

/** Tokens of each text, made once. */
function encodeOnce(tokenizer: Tokenizer): (text: string) => number[] {
  const known = new Map<string, number[]>();
  return (text) => {
    const tokens = known.get(text) ?? tokenizer.encode(text);
    known.set(text, tokens);
    return tokens;
  };
}

function minedSpec(spec: NegativesSpec): MinedNegatives {
  if ('policy' in spec) return spec;
  throw new Error('unreachable: negatives of things are mined');
}

function keywordSpec(spec: NegativesSpec): KeywordNegatives {
  if ('teach' in spec) return spec;
  throw new Error('unreachable: negatives of keywords exchange them');
}
