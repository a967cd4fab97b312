import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
import { streamSeed } from '@slipform/kit/random/hash';
import { draftBeside, dropDraft } from '@slipform/kit/write-file';
import { SCENE_SIZES, type SceneObject } from '@slipform/scenes';
import { labFolder } from '../lab-folder';
import type { Dataset, Pretraining, Run } from '../run';
import { sceneBatches } from './batches';
import { keywordWorld, thingWorld, type World } from './world';

/** The model that the demo starts from; scripts/make-checkpoint.ts made it. */
const CHECKPOINT = fileURLToPath(new URL('checkpoint', labFolder));

/** Words of a full caption at most, with start and end. */
const CONTEXT_LENGTH = { simple: 8, full: 32 } as const;

/** Where the model that a run starts from is kept. */
export function pretrainedFolder(work: string, { pretraining, dataset, seed }: Run): string {
  if (typeof pretraining === 'string') return CHECKPOINT;
  const key = streamSeed(0, JSON.stringify([dataset, pretraining])) >>> 0;
  return join(work, `pretrained-${key.toString(16)}-seed-${seed}`);
}

/** Trains the model that a run starts from and keeps it, unless it is there already; returns its folder. */
export async function pretrain(work: string, run: Run, onStep: (step: number) => void): Promise<string> {
  const folder = pretrainedFolder(work, run);
  if (typeof run.pretraining === 'string' || existsSync(folder)) return folder;
  const { model, tokenizer } = await trainPretrained(run.dataset, run.pretraining, run.seed, onStep);
  try {
    // Another process may have made the same at the same time; the first one counts.
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

export interface Pretrained {
  readonly model: ClipModel;
  readonly tokenizer: SavedTokenizer;
}

/** A small dual encoder, trained from random weights with InfoNCE alone. */
export async function trainPretrained(
  dataset: Dataset,
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
  { detail }: Dataset,
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
