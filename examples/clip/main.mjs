// Trains a tiny CLIP from random weights on pictures of two coloured squares with captions, saves it, loads it
// again, and lets it choose the caption of pictures that it has never seen: zero-shot classification.
//
//   npm start        takes about ten seconds on one core; the figures are the same on every run
//
// Prints the loss as it falls, the files of the saved model, and the accuracy on new pictures: of 36 captions
// for each picture, how often the true one is nearest. Chance is 3 %.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import {
  adamW,
  createClip,
  createEncoder,
  loadClip,
  loadTokenizer,
  normalizePixels,
  saveClip,
  saveTokenizer,
  trainClip,
  trainTokenizer,
  useBackend,
} from '@slipform/clip';

const colours = {
  red: [220, 40, 40],
  green: [40, 180, 60],
  blue: [50, 70, 220],
  yellow: [240, 210, 40],
  black: [20, 20, 20],
  white: [245, 245, 245],
};
const names = Object.keys(colours);
const size = 16;

// A small generator, so that the pictures are the same on every run.
let state = 1;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

/** Left and right half in two colours, with noise: CLIP has to learn which colour is where. */
function picture(left, right) {
  const rgb = new Uint8Array(size * size * 3);
  for (let at = 0; at < rgb.length; at++) {
    const colour = colours[Math.floor(at / 3) % size < size / 2 ? left : right];
    rgb[at] = Math.max(0, Math.min(255, colour[at % 3] + random(61) - 30));
  }
  return normalizePixels(rgb);
}

const captionOf = (left, right) => `a ${left} square left of a ${right} square`;
const captions = names.flatMap((left) => names.map((right) => captionOf(left, right)));

await useBackend('wasm');
const tokenizer = trainTokenizer(captions);
const tower = { width: 32, layers: 2, heads: 2 };
const model = createClip(
  {
    embeddingSize: 32,
    image: { ...tower, imageSize: size, patchSize: 8 },
    text: {
      ...tower,
      vocabularySize: tokenizer.vocabularySize,
      contextLength: tokenizer.contextLength,
      startToken: tokenizer.startToken,
      endToken: tokenizer.endToken,
    },
  },
  { seed: 0 },
);

function batch() {
  // Each of the 36 pairs once, so that no caption is another one's negative by mistake.
  const pairs = names.flatMap((left) => names.map((right) => [left, right]));
  const images = new Float32Array(pairs.length * size * size * 3);
  for (const [row, [left, right]] of pairs.entries()) images.set(picture(left, right), row * size * size * 3);
  return { images, tokens: pairs.map(([left, right]) => tokenizer.encode(captionOf(left, right))) };
}

await trainClip({
  model,
  data: batch,
  loss: (embeddings, { logitScale }) => infoNceLoss(embeddings, { logitScale }),
  optimizer: adamW({ learningRate: 3e-3, warmupSteps: 10 }),
  steps: 120,
  onStep: ({ step, loss }) => {
    if (step === 1 || step % 40 === 0) console.log(`step ${step}: loss ${loss.toFixed(3)}`);
  },
});

const folder = await mkdtemp(join(tmpdir(), 'slipform-example-'));
try {
  await saveClip(model, folder);
  await saveTokenizer(tokenizer, folder);
  console.log(`saved ${(await readdir(folder)).sort().join(', ')}`);

  const encoder = createEncoder(await loadClip(folder), await loadTokenizer(folder));
  const texts = await encoder.embedTexts(captions);
  const truth = Array.from({ length: 200 }, () => random(captions.length));
  const pictures = await encoder.embedImages(
    truth.map((caption) => picture(names[Math.floor(caption / names.length)], names[caption % names.length])),
  );
  const cosine = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const right = pictures.filter((image, i) => {
    const scores = texts.map((text) => cosine(image, text));
    return scores.indexOf(Math.max(...scores)) === truth[i];
  });
  console.log(
    `zero-shot accuracy on ${truth.length} new pictures: ${(right.length / truth.length).toFixed(3)}`,
  );
} finally {
  await rm(folder, { recursive: true });
}
