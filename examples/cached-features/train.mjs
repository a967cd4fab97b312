// slipform-clip train train.mjs: the text tower learns on mined negatives; the image tower was needed once, by `embed`.
// Copy it beside your own model, pairs.csv, negatives.jsonl and features.
import { cementLoss } from '@slipform/cement-loss';
import { adamW, loadEncoder } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';

export default async ({ seed }) => {
  const encoder = await loadEncoder('model');
  const files = { source: 'pairs.csv', images: 'photos', negatives: 'negatives.jsonl' };
  const data = await trainingData({ ...files, imageEmbeddings: 'features', encoder, batchSize: 20, seed });
  return {
    model: encoder.model,
    tokenizer: encoder.tokenizer,
    data,
    trainable: 'text_*',
    rank: 8, // leave it out to train the whole text tower
    loss: (batch, { logitScale }) => cementLoss(batch, { logitScale }),
    optimizer: adamW({ learningRate: 3e-3, warmupSteps: 10 }), // of a real CLIP: 1e-4, without rank 1e-6 to 1e-5
    steps: 100 * data.stepsPerEpoch, // of a real CLIP: 10 * data.stepsPerEpoch
    output: 'tuned',
  };
};
