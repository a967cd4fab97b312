import type { ClipEncoder, PositionedData } from '@slipform/clip';
import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { type CachedFeatures, iconBatches } from '../../icons/icon-batches';
import { judgeIconProbes } from '../../judges/judge-icon-probes';
import { judgeIcons } from '../../judges/judge-icons';
import { judgePremise } from '../../judges/judge-premise';
import type { Measurement } from '../../row';
import type { IconDataset, LossSpec, Run } from '../../run';
import { type IconStudy, openIconStudy } from '../../studies/icon-study';
import { controlConcreteness } from '../control-concreteness';
import { fineTune } from '../fine-tune';
import { isNumbers } from '../is-numbers';
import type { Measured, Phase } from '../measured';
import { iconExamples } from './icon-examples';
import { keptFeatures } from './kept-features';

/** Where a run works, and whom it keeps informed. */
interface Place {
  /** The folder of the model that it starts from. */
  readonly folder: string;
  readonly work: string;
  readonly report: (phase: Phase) => void;
}

/** Trains a model on icons with its image tower frozen, and asks about icons of other artists. */
export async function measureIcons(
  run: Run,
  { sets }: IconDataset,
  encoder: ClipEncoder,
  { folder, work, report }: Place,
): Promise<Measured> {
  const { training, evaluation } = run;
  report({ phase: 'reading icons', done: 0 });
  const study = await openIconStudy(work, sets);
  const features = await keptFeatures(work, { folder, sets }, encoder.model, study.world);
  if (evaluation.asks === 'premise') {
    const { rows, similarities } = await judgePremise(encoder, study, features);
    return { rows, answers: JSON.stringify(similarities) };
  }
  if (evaluation.asks !== 'icons') throw new Error('unreachable: a run on icons asks about icons');
  const trained = training ? await train(run, study, features, encoder, report) : [];
  report({ phase: 'judging', done: training?.steps ?? 0 });
  const { rows, answers } = await judgeIcons(encoder, study, features, evaluation);
  const probed = evaluation.probes ? await judgeIconProbes(encoder, study, features) : [];
  return { rows: [...trained, ...rows, ...probed], ...(evaluation.answers ? { answers } : {}) };
}

async function train(
  run: Run,
  study: IconStudy,
  features: CachedFeatures,
  { model, tokenizer }: ClipEncoder,
  report: Place['report'],
): Promise<Measurement[]> {
  const { training, loss, layout, negatives, seed } = run;
  if (!training) throw new Error('unreachable: what is trained says for how long');
  const isPaired = layout === 'paired' && negatives !== undefined;
  const data = iconBatches({
    world: study.world,
    examples: iconExamples(study, run),
    // As many pictures a step in either layout.
    batchSize: isPaired ? training.batchSize / 2 : training.batchSize,
    ...{ seed, features },
    encode: (text) => tokenizer.encode(text),
    hard: negatives === undefined ? 'none' : isPaired ? 'paired' : 'captions',
  });
  return fineTune({
    ...{ model, training, loss, layout },
    data: withControl(data, loss, seed),
    hasHard: negatives !== undefined,
    trainable: ['!vision_model.*'],
    bands: !(loss.name === 'adaptive' && loss.control),
    onStep: (step) => report({ phase: 'training', done: step }),
  });
}

/** The same batches with concreteness as a control gives it to the loss. */
function withControl(data: PositionedData, loss: LossSpec, seed: number): PositionedData {
  return {
    async *batchesFrom(first) {
      let step = first;
      for await (const batch of data.batchesFrom(first)) {
        const { concreteness, valid } = batch;
        const random = createRandom(hashNumbers([streamSeed(seed, 'control'), step++]));
        if (!isNumbers(concreteness) || !isNumbers(valid)) yield batch;
        else {
          const isValid = valid.map((each) => each === 1);
          yield { ...batch, concreteness: [...controlConcreteness(loss, concreteness, isValid, random)] };
        }
      }
    },
  };
}
