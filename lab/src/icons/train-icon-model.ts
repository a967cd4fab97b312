import { infoNceLoss } from '@slipform/cement-loss';
import {
  adamW,
  type ClipModel,
  createClip,
  type Observer,
  type SavedTokenizer,
  trainClip,
  trainTokenizer,
} from '@slipform/clip';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { iconBatches } from './icon-batches';
import type { IconExample } from './icon-example';
import { type IconPretraining, iconModelConfig } from './icon-pretraining';
import type { GreyDrawings } from './icon-world';

export interface TrainIconModelOptions {
  readonly world: GreyDrawings;
  readonly examples: readonly IconExample[];
  readonly pretraining: IconPretraining;
  /** Fixes weights, order, captions and shifts. */
  readonly seed: number;
  /** Threads that differentiate parts of a batch. Default 0: this one alone. */
  readonly workers?: number;
  /** Go on from the last checkpoint of a `checkpoint` in `observe`, if there is one. */
  readonly resume?: boolean;
  /** Without `resume`: checkpoints of an earlier run may go. */
  readonly overwrite?: boolean;
  readonly observe?: readonly Observer[];
  readonly signal?: AbortSignal;
}

export interface TrainedIconModel {
  readonly model: ClipModel;
  readonly tokenizer: SavedTokenizer;
  /** Steps made; fewer than asked for where the signal ended the run. */
  readonly steps: number;
}

/** So often each example's caption is drawn for the tokenizer to count. */
const CAPTIONS_OF_EACH = 4;

/** Trains a dual encoder on names of icons from random weights, with InfoNCE alone. The caller disposes of the model. */
export async function trainIconModel(options: TrainIconModelOptions): Promise<TrainedIconModel> {
  const { world, examples, pretraining, seed, workers = 0, observe = [], signal } = options;
  const { resume = false, overwrite = false } = options;
  const { steps, batchSize, learningRate, warmupSteps, weightDecay, clipNorm } = pretraining;
  const tokenizer = iconTokenizer(examples, pretraining, seed);
  const model = createClip(iconModelConfig(pretraining, world.size, tokenizer), { seed });
  const optimizer = adamW({ learningRate, warmupSteps, weightDecay, clipNorm });
  try {
    const result = await trainClip({
      ...{ model, optimizer, steps, workers, resume, overwrite, observe },
      ...(signal === undefined ? {} : { signal }),
      data: iconBatches({ world, examples, batchSize, seed, encode: (text) => tokenizer.encode(text) }),
      loss: (batch, given) => infoNceLoss(batch, given),
    });
    return { model, tokenizer, steps: result.steps };
  } catch (error) {
    model.dispose();
    throw error;
  } finally {
    optimizer.dispose();
  }
}

/** A byte-level BPE of the captions that training draws. */
function iconTokenizer(
  examples: readonly IconExample[],
  { vocabularySize, contextLength }: IconPretraining,
  seed: number,
): SavedTokenizer {
  const random = createRandom(streamSeed(seed, 'captions of the tokenizer'));
  const captions = examples.flatMap(({ caption }) =>
    typeof caption === 'string'
      ? Array<string>(CAPTIONS_OF_EACH).fill(caption)
      : Array.from({ length: CAPTIONS_OF_EACH }, () => caption(random)),
  );
  return trainTokenizer(captions, { kind: 'bpe', vocabularySize, contextLength });
}
