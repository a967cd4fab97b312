// A recipe after the paper's, as far as that is published: CLIP ViT-B/32 with OpenAI's weights, batches of 1,024 pairs, hard
// captions that ConcretePlant mined and, where records name one, their pictures, and a margin that follows concreteness.
// NEVER RUN AT THIS SIZE: it needs the weights, COCO's training pictures and a GPU. README.md says what differs.
//
//   slipform-plant mine captions_train2017.json -o negatives.jsonl --policy random --workers 8
//   PAIRS=captions_train2017.json IMAGES=train2017 NEGATIVES=negatives.jsonl MODEL=clip-vit-base-patch32 MARGIN=2 \
//     slipform-clip train finetune.mjs --backend node-gpu -o cement-2 --checkpoint-every 100 --metrics cement-2.jsonl --resume
//
// The sweep, with its outcomes, is sweep.sh.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { adaptiveMargin, cementLoss, infoNceLoss, noMargin, staticMargin } from '@slipform/cement-loss';
import { adamW, loadEncoder } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';

const { MODEL, PAIRS, IMAGES, NEGATIVES, LOSS = 'adaptive', ...numbers } = process.env;
const { MARGIN = '2', BATCH = '1024', MICRO_BATCH = '64', EPOCHS = '5' } = numbers;

/** Of the mined captions: how concrete their changed words are, and whether records name a hard picture. */
async function readHard(file) {
  const all = { ratings: [], withPicture: [] };
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const { concreteness, negativeFilepath, hard_image = negativeFilepath } = JSON.parse(line);
    if (typeof concreteness !== 'number') continue;
    all.ratings.push(concreteness);
    if (typeof hard_image === 'string') all.withPicture.push(concreteness);
  }
  // In the layout paired a hard caption without a picture takes no part.
  const hasPictures = all.withPicture.length > 0;
  const used = hasPictures ? all.withPicture : all.ratings;
  if (used.length === 0) throw new Error(`NEGATIVES: ${file} holds no hard caption with a concreteness.`);
  return { ratings: used, layout: hasPictures ? 'paired' : 'captions' };
}

function mean(values) {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** Standard deviation. */
function spread(values) {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((each) => (each - centre) ** 2)));
}

export default async ({ seed }) => {
  const losses = ['infoNce', 'noMargin', 'static', 'adaptive'];
  if (!losses.includes(LOSS)) throw new Error(`LOSS must be one of ${losses.join(', ')}, got ${LOSS}`);
  const { ratings, layout } = await readHard(NEGATIVES);
  // In logits: `max` of the most concrete word, and for all words one that is the adaptive one's mean over the mined captions.
  const max = Number(MARGIN);
  const adaptive = ratings.map((concreteness) => (max * (concreteness - 1)) / 4);
  const value = (max * (mean(ratings) - 1)) / 4;
  const fixed = (values) => `${mean(values).toFixed(3)} ± ${spread(values).toFixed(3)}`;
  console.error(
    `${ratings.length} hard captions, layout ${layout}, concreteness ${fixed(ratings)}. Mean margin: adaptive ${fixed(adaptive)} (0 to ${max}), static ${value.toFixed(3)}`,
  );
  const margin = {
    noMargin: noMargin(),
    static: staticMargin({ value }),
    adaptive: adaptiveMargin({ max }),
  }[LOSS];
  const { model, tokenizer, preprocessing } = await loadEncoder(MODEL);
  const data = await trainingData({
    source: PAIRS,
    images: IMAGES,
    ...(LOSS === 'infoNce' ? {} : { negatives: NEGATIVES, layout }),
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
    loss: margin ? (batch, options) => cementLoss(batch, { ...options, margin, layout }) : infoNceLoss,
    optimizer: adamW({ learningRate: 1e-5, warmupSteps: 50, schedule: 'cosine', weightDecay: 0.1 }),
    steps,
    microBatch: Number(MICRO_BATCH), // what is in memory at a time: the gradients are those of the whole batch
  };
};
