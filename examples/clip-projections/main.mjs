// Adapts a CLIP to new pictures by its two projections alone. A model that has learnt pictures of coloured squares
// in daylight is loaded from its folder and shown the same squares at dusk, darker and bluer, which it confuses. The
// towers stay frozen: each picture and caption goes through them once, what they see is kept, and training
// multiplies that by two small matrices: hundreds of steps a second.
//
//   npm start        takes about five seconds on one core, most of it for the model to start from
//
// Prints how often the true one of 36 captions is nearest, before and after, and how much of the model changed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import {
  adamW,
  createClip,
  createEncoder,
  loadEncoder,
  normalizePixels,
  trainClip,
  trainTokenizer,
  useBackend,
} from '@slipform/clip';
import { dispose, tensor4d, tidy } from '@tensorflow/tfjs-core';

const colours = {
  red: [220, 40, 40],
  green: [40, 180, 60],
  blue: [50, 70, 220],
  yellow: [240, 210, 40],
  black: [20, 20, 20],
  white: [245, 245, 245],
};
const size = 16;
const pairs = Object.keys(colours).flatMap((left) => Object.keys(colours).map((right) => [left, right]));
const captions = pairs.map(([left, right]) => `a ${left} square left of a ${right} square`);

// A small generator, so that the pictures are the same on every run.
let state = 1;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

/** Left and right half in two colours, with noise, under a light given by its red, green and blue. */
function picture([left, right], light) {
  const rgb = new Uint8Array(size * size * 3);
  for (let at = 0; at < rgb.length; at++) {
    const colour = colours[Math.floor(at / 3) % size < size / 2 ? left : right];
    rgb[at] = Math.max(0, Math.min(255, (colour[at % 3] + random(61) - 30) * light[at % 3]));
  }
  return normalizePixels(rgb);
}
const daylight = [1, 1, 1];
const dusk = [0.3, 0.35, 0.6];

/** A picture of each pair, [36, size, size, 3], flat. */
function pictures(light) {
  const images = new Float32Array(pairs.length * size * size * 3);
  for (const [row, pair] of pairs.entries()) images.set(picture(pair, light), row * size * size * 3);
  return images;
}

const loss = (embeddings, { logitScale }) => infoNceLoss(embeddings, { logitScale });

/** Trains a model on daylight and saves it: the place of weights that you have. */
async function makeModel(folder) {
  const tokenizer = trainTokenizer(captions);
  const tower = { width: 32, layers: 2, heads: 2 };
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const model = createClip(
    {
      embeddingSize: 32,
      image: { ...tower, imageSize: size, patchSize: 8 },
      text: { ...tower, vocabularySize, contextLength, startToken, endToken },
    },
    { seed: 0 },
  );
  const tokens = captions.map((caption) => tokenizer.encode(caption));
  const optimizer = adamW({ learningRate: 3e-3, warmupSteps: 10 });
  await trainClip({
    model,
    data: () => ({ images: pictures(daylight), tokens }),
    loss,
    optimizer,
    steps: 120,
  });
  await createEncoder(model, tokenizer).save(folder);
  optimizer.dispose();
  model.dispose();
}

/** Of 10 new pictures of each pair, the share whose true caption is nearest of all 36. */
async function accuracy(encoder, light) {
  const texts = await encoder.embedTexts(captions);
  const truth = Array.from({ length: 360 }, (_, i) => i % pairs.length);
  const embedded = await encoder.embedImages(truth.map((pair) => picture(pairs[pair], light)));
  const cosine = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const right = embedded.filter((image, i) => {
    const scores = texts.map((text) => cosine(image, text));
    return scores.indexOf(Math.max(...scores)) === truth[i];
  });
  return (right.length / truth.length).toFixed(3);
}

await useBackend('wasm');
const folder = await mkdtemp(join(tmpdir(), 'slipform-example-'));
try {
  await makeModel(folder);
  const encoder = await loadEncoder(folder);
  const { model, tokenizer } = encoder;
  console.log(`daylight: accuracy ${await accuracy(encoder, daylight)}`);
  console.log(`dusk, as loaded: accuracy ${await accuracy(encoder, dusk)}`);

  // Each picture and caption through the frozen towers, once.
  const textFeatures = tidy(() => model.textFeatures(tokenizer.batch(captions)));
  const imageFeatures = Array.from({ length: 30 }, () =>
    tidy(() => model.imageFeatures(tensor4d(pictures(dusk), [pairs.length, size, size, 3]))),
  );
  console.log(
    `kept: features of ${imageFeatures.length * pairs.length} pictures and ${captions.length} captions`,
  );

  const before = new Map([...model.parameters].map(([name, x]) => [name, x.dataSync().slice()]));
  const optimizer = adamW({ learningRate: 3e-3, warmupSteps: 10 });
  const result = await trainClip({
    model,
    trainable: '*_projection.weight',
    data: (step) => ({ imageFeatures: imageFeatures[step % imageFeatures.length], textFeatures }),
    loss,
    optimizer,
    steps: 600,
  });
  dispose([textFeatures, ...imageFeatures]);
  optimizer.dispose();

  const changed = [...model.parameters].filter(([name, x]) =>
    x.dataSync().some((v, i) => v !== before.get(name)[i]),
  );
  console.log(`${result.steps} steps changed ${changed.map(([name]) => name).join(' and ')}`);
  console.log(`dusk, fine-tuned: accuracy ${await accuracy(encoder, dusk)}`);
  model.dispose();
} finally {
  await rm(folder, { recursive: true });
}
