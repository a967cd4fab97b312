import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, createClip, trainClip, trainTokenizer } from '@slipform/clip';
import { SCENE_SIZES, type SceneObject } from '@slipform/scenes';
import type { Pretraining, SceneDataset } from '../../run';
import type { Pretrained } from '../pretrained';
import { sceneBatches } from './scene-batches';
import { keywordWorld, thingWorld, type World } from './scene-world';

/** Words of a full caption at most, with start and end. */
const CONTEXT_LENGTH = { simple: 8, full: 32 } as const;

/** A small dual encoder of scenes, trained from random weights with InfoNCE alone. */
export async function pretrainOnScenes(
  dataset: SceneDataset,
  pretraining: Pretraining,
  seed: number,
  onStep: (step: number) => void,
): Promise<Pretrained> {
  const { captions } = pretraining;
  return dataset.shows === 'keywords'
    ? train(await keywordWorld(captions, seed), dataset, pretraining, seed, onStep)
    : train(thingWorld(dataset, captions, seed), dataset, pretraining, seed, onStep);
}

async function train<Thing extends SceneObject<string>>(
  { scenes, paint }: World<Thing>,
  { detail }: SceneDataset,
  { steps, batchSize, learningRate, embeddingSize, width, layers }: Pretraining,
  seed: number,
  onStep: (step: number) => void,
): Promise<Pretrained> {
  const tokenizer = trainTokenizer(
    scenes.map(({ caption }) => caption),
    { contextLength: CONTEXT_LENGTH[detail] },
  );
  const tower = { width, layers, heads: width / 32 };
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const model = createClip(
    {
      embeddingSize,
      image: { ...tower, imageSize: SCENE_SIZES[detail], patchSize: 16 },
      text: { ...tower, vocabularySize, contextLength, startToken, endToken },
    },
    { seed },
  );
  const optimizer = adamW({ learningRate, warmupSteps: 50, weightDecay: 0.1 });
  try {
    await trainClip({
      ...{ model, optimizer, steps },
      data: sceneBatches({
        scenes,
        paint,
        detail,
        batchSize,
        seed,
        encode: (text) => tokenizer.encode(text),
      }),
      loss: (batch, options) => infoNceLoss(batch, options),
      observe: [({ step }) => onStep(step)],
    });
    return { model, tokenizer };
  } catch (error) {
    model.dispose();
    throw error;
  } finally {
    optimizer.dispose();
  }
}
