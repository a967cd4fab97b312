import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ClipEncoder, ClipModel, PositionedData } from '@slipform/clip';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import type { Random } from '@slipform/kit/random/random';
import { createRandom } from '@slipform/kit/random/random';
import { embedWorld } from '../../icons/embed-world';
import { type CachedFeatures, iconBatches } from '../../icons/icon-batches';
import type { IconWorld } from '../../icons/icon-world';
import { judgeIconProbes } from '../../judges/judge-icon-probes';
import { judgeIcons } from '../../judges/judge-icons';
import { judgePremise } from '../../judges/judge-premise';
import type { Measurement } from '../../row';
import type { IconDataset, LossSpec, Run } from '../../run';
import { type IconStudy, openIconStudy } from '../../studies/icon-study';
import { fineTune } from '../fine-tune';
import { isNumbers } from '../is-numbers';
import type { Measured, Phase } from '../measured';
import { iconExamples } from './icon-examples';

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

/**
 * Concreteness as the loss of a control gets it, of the rows that have a hard negative: dealt to other rows, or evenly from 1 to 5 in an order by chance. Of any other loss it is the words' own.
 *
 * @param valid whether each row has a hard negative
 */
export function controlConcreteness(
  loss: LossSpec,
  own: readonly number[],
  valid: readonly boolean[],
  random: Pick<Random, 'shuffle'>,
): readonly number[] {
  const control = loss.name === 'adaptive' ? loss.control : undefined;
  const rows = [...own.keys()].filter((row) => valid[row]);
  const among = (values: readonly number[]) => {
    const all = [...own];
    for (const [place, row] of rows.entries()) all[row] = values[place]!;
    return all;
  };
  const theirs = rows.map((row) => own[row]!);
  switch (control) {
    case 'permuted':
      return among(random.shuffle(theirs));
    case 'wide':
      return among(random.shuffle(theirs.map((_, place) => 1 + (4 * (place + 0.5)) / theirs.length)));
    default:
      return own;
  }
}

/** What a frozen image tower makes of all icons of a study, kept in the folder of the runs, since all arms of a seed share it. */
async function keptFeatures(
  work: string,
  { folder, sets }: { readonly folder: string; readonly sets: string },
  model: ClipModel,
  world: IconWorld,
): Promise<CachedFeatures> {
  const { width } = model.config.image;
  const file = join(work, `features-${sets}-${basename(folder)}.bin`);
  if (!existsSync(file)) {
    const values = await embedWorld(model, world, { of: 'features' });
    await writeFileWhole(file, new Uint8Array(values.buffer));
    return { values, width };
  }
  const bytes = await readFile(file);
  if (bytes.length !== world.icons.length * width * 4) {
    throw new Error(`${file} has features of other icons; remove it.`);
  }
  return { values: new Float32Array(new Uint8Array(bytes).buffer), width };
}
