import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import {
  adamW,
  type ClipModel,
  createClip,
  createEncoder,
  type SavedTokenizer,
  trainClip,
  trainTokenizer,
} from '@slipform/clip';
import { draftBeside, dropDraft } from '@slipform/kit/write-file';
import { SCENE_SIZES, type SceneObject } from '@slipform/scenes';
import { hashText } from '../../statistics/random';
import type { Pretraining } from './cell';
import { cellBatches } from './cell-batches';
import { keywordWorld, thingWorld, type World } from './scene-world';

/** Words of a full caption at most, with start and end. */
const CONTEXT_LENGTH = { simple: 8, full: 32 } as const;

/** Where the model that InfoNCE trained for these settings and this seed is kept. */
function pretrainedFolder(work: string, settings: Pretraining, seed: number): string {
  return join(work, `pretrained-${hashText(JSON.stringify(settings), 0).toString(16)}-seed-${seed}`);
}

/** Trains a small dual encoder from random weights with InfoNCE alone and keeps it, unless it is there already. */
export async function pretrain(
  work: string,
  settings: Pretraining,
  seed: number,
  onStep: (step: number) => void,
): Promise<string> {
  const folder = pretrainedFolder(work, settings, seed);
  if (existsSync(folder)) return folder;
  const { captions } = settings;
  const { model, tokenizer } =
    settings.world === 'keywords'
      ? await train(await keywordWorld(captions, seed), settings, seed, onStep)
      : await train(thingWorld(settings, captions, seed), settings, seed, onStep);
  try {
    // Another run may have made the same at the same time; whoever is first wins.
    await mkdir(work, { recursive: true });
    const partial = draftBeside(folder);
    try {
      await createEncoder(model, tokenizer).save(partial);
      await rename(partial, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    } finally {
      dropDraft(partial);
    }
    return folder;
  } finally {
    model.dispose();
  }
}

async function train<Thing extends SceneObject<string>>(
  { scenes, paint }: World<Thing>,
  { detail, steps, batchSize, learningRate, embeddingSize, width, layers }: Pretraining,
  seed: number,
  onStep: (step: number) => void,
): Promise<{ readonly model: ClipModel; readonly tokenizer: SavedTokenizer }> {
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
      model,
      optimizer,
      steps,
      data: cellBatches({ scenes, paint, detail, batchSize, seed, encode: (text) => tokenizer.encode(text) }),
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
