import {
  adamW,
  type ClipConfig,
  type ClipEncoder,
  type ClipModel,
  createClip,
  type Encoder,
  loadEncoder,
  type TrainResult,
  trainClip,
  trainTokenizer,
  useBackend,
} from '@slipform/clip';
import { type TrainingData, trainingData } from '@slipform/clip/data';
import { useWasmKernels, type WasmKernels } from '@slipform/clip/wasm-kernels';
import { mean, mul, squaredDifference } from '@tensorflow/tfjs-core';

/** The first program of the README, as far as this package goes: what one entry returns, the others take. */
export async function fineTune(): Promise<TrainResult> {
  await useBackend('wasm');
  const clip = await loadEncoder('clip-vit-base-patch32');
  const [image]: Float32Array[] = await clip.embedImages(['photos/0.jpg']);
  const [guesses] = await clip.classify(['photos/0.jpg'], ['dog', 'cat']);
  console.log(image?.length, guesses?.[0]?.label.length, guesses?.[0]?.probability.toFixed(2));
  const data = await trainingData({ source: 'pairs.csv', images: 'photos', encoder: clip, batchSize: 32 });
  const optimizer = adamW({ learningRate: 1e-5 });
  const result = await trainClip({
    model: clip.model,
    data,
    loss: (batch, { logitScale }) => mean(mul(logitScale, squaredDifference(batch.images, batch.captions))),
    optimizer,
    steps: 2,
  });
  await clip.save('my-model');
  await data.close();
  return result;
}

export type Everything = [ClipConfig, ClipEncoder, ClipModel, Encoder, TrainingData, WasmKernels];
export const functions = [adamW, createClip, loadEncoder, trainTokenizer, trainingData, useWasmKernels];
