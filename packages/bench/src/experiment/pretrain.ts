import { infoNceLoss } from '@slipform/cement-loss';
import {
  adamW,
  type ClipModel,
  createClip,
  createEncoder,
  type Encoder,
  type TrainReport,
  trainClip,
  trainTokenizer,
} from '@slipform/clip';
import { SCENE_SIZES } from '@slipform/scenes';
import { DEMO_OBJECTS } from './demo-objects';
import { sceneTrainData } from './scene-train-data';
import { trainingScenes } from './training-scenes';

export interface PretrainSettings {
  readonly steps: number;
  readonly captions: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly embeddingSize: number;
  readonly width: number;
  readonly layers: number;
}

/** What the committed checkpoint was trained with: docs/decisions/0006-demo-difficulty.md says why so little. */
export const PRETRAIN_SETTINGS: PretrainSettings = {
  steps: 300,
  captions: 40_000,
  batchSize: 128,
  learningRate: 1e-3,
  embeddingSize: 24,
  width: 64,
  layers: 2,
};

export interface Pretrained {
  readonly model: ClipModel;
  readonly tokenizer: ReturnType<typeof trainTokenizer>;
  readonly encoder: Encoder;
}

/** Trains a small dual encoder on training scenes from random weights, with InfoNCE and nothing else. */
export async function pretrain(
  settings: PretrainSettings,
  seed: number,
  { onStep, signal }: { onStep: (report: TrainReport) => void; signal: AbortSignal },
): Promise<Pretrained> {
  const { steps, captions, batchSize, learningRate, embeddingSize, width, layers } = settings;
  const training = trainingScenes(captions, seed, { objects: DEMO_OBJECTS });
  const tokenizer = trainTokenizer(training.map(({ caption }) => caption));
  const tower = { width, layers, heads: width / 32 };
  const model = createClip(
    {
      embeddingSize,
      image: { ...tower, imageSize: SCENE_SIZES.simple, patchSize: SCENE_SIZES.simple / 3 },
      text: {
        ...tower,
        vocabularySize: tokenizer.vocabularySize,
        contextLength: 8,
        startToken: tokenizer.startToken,
        endToken: tokenizer.endToken,
      },
    },
    { seed },
  );
  const optimizer = adamW({ learningRate, warmupSteps: 50, weightDecay: 0.1 });
  const { aborted } = await trainClip({
    model,
    optimizer,
    steps,
    data: sceneTrainData({ scenes: training, batchSize, seed, tokenizer, withNegatives: false }),
    loss: (batch, options) => infoNceLoss(batch, options),
    observe: [onStep],
    signal,
  });
  optimizer.dispose();
  if (aborted) signal.throwIfAborted();
  return { model, tokenizer, encoder: createEncoder(model, tokenizer) };
}
