// The paper's setting as far as it is published: CLIP ViT-B/32 with OpenAI's weights, batches of 1,024 pairs, hard captions
// that ConcretePlant mined, a margin that follows concreteness. NOT RUN BY US: it needs the weights, COCO's training
// pictures and a GPU. Rates, decay and epochs are ours, in the range that NegCLIP's authors used; the paper's are not known
// to us.
//
//   slipform-plant mine captions_train2017.json -o negatives.jsonl --workers 8
//   PAIRS=captions_train2017.json IMAGES=train2017 NEGATIVES=negatives.jsonl MODEL=clip-vit-base-patch32 MARGIN=2 \
//     slipform-clip train finetune.mjs --backend node-gpu -o cement-2 --checkpoint-every 100 --metrics cement-2.jsonl --resume
//
// The sweep is sweep.sh; slipform-bench run cement-2 --benchmark sugarcrepe=… --images val2017 judges what comes out.
import { adaptiveMargin, cementLoss, infoNceLoss, negClipLoss, staticMargin } from '@slipform/cement-loss';
import { adamW, loadEncoder } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';

const { MODEL, PAIRS, IMAGES, NEGATIVES, LOSS = 'adaptive', ...numbers } = process.env;
const { MARGIN = '2', BATCH = '1024', MICRO_BATCH = '64', EPOCHS = '5' } = numbers;
/** In logits: of a concrete word (adaptive), or of every word (static). */
const margin = Number(MARGIN);

const losses = {
  infoNce: infoNceLoss,
  noMargin: negClipLoss,
  static: (batch, options) => cementLoss(batch, { ...options, margin: staticMargin({ value: margin }) }),
  adaptive: (batch, options) => cementLoss(batch, { ...options, margin: adaptiveMargin({ max: margin }) }),
};

export default async ({ seed }) => {
  if (!(LOSS in losses))
    throw new Error(`LOSS must be one of ${Object.keys(losses).join(', ')}, got ${LOSS}`);
  const { model, tokenizer, preprocessing } = await loadEncoder(MODEL);
  const data = await trainingData({
    source: PAIRS,
    images: IMAGES,
    ...(LOSS === 'infoNce' ? {} : { negatives: NEGATIVES }),
    tokenizer,
    imageSize: preprocessing.size,
    preprocessing,
    batchSize: Number(BATCH),
    seed,
  });
  const steps = Number(EPOCHS) * data.stepsPerEpoch;
  return {
    model,
    tokenizer,
    data,
    loss: losses[LOSS],
    optimizer: adamW({ learningRate: 1e-5, warmupSteps: 50, schedule: 'cosine', weightDecay: 0.1 }),
    steps,
    microBatch: Number(MICRO_BATCH), // what is in memory at a time: the gradients are those of the whole batch
  };
};
