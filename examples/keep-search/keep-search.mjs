// Fine-tunes a small CLIP on hard captions so that it learns attribute binding and keeps its search, and leaves each part of
// the recipe out once. Everything is drawn here: no download. Run: node keep-search.mjs   (minutes; --quick: only that it runs)
//
// The start learns pictures of one or two things, "a red circle and a blue square". It finds them well and hardly knows
// which thing has which colour. The fine-tuning has few of these things, and hard captions with the colours exchanged.
import {
  cementLoss,
  infoNceLoss,
  keepClose,
  ownNegatives,
  staticMargin,
  sumLosses,
} from '@slipform/cement-loss';
import { adamW, createClip, interpolateWeights, trainClip, trainTokenizer, useBackend } from '@slipform/clip';
import * as tf from '@tensorflow/tfjs-core';

const quick = process.argv.includes('--quick');
const startBinds = process.argv.includes('--start-binds');
const [START_STEPS, STEPS, BATCH, POOL, QUESTIONS, GALLERY] = quick
  ? [4, 2, 8, 24, 10, 30]
  : [300, 250, 64, 1200, 300, 400];
const SIZE = 32;
const COLOURS = {
  red: [1, 0, 0],
  green: [0, 0.7, 0],
  blue: [0.1, 0.2, 1],
  yellow: [1, 0.9, 0],
  black: [0, 0, 0],
  white: [1, 1, 1],
};
const SHAPES = {
  circle: (x, y) => x * x + y * y < 1,
  square: (x, y) => Math.abs(x) < 0.85 && Math.abs(y) < 0.85,
  triangle: (x, y) => y > -0.9 && y < 0.9 && Math.abs(x) < (y + 0.9) / 1.9,
  cross: (x, y) => Math.min(Math.abs(x), Math.abs(y)) < 0.3 && Math.max(Math.abs(x), Math.abs(y)) < 1,
  ring: (x, y) => x * x + y * y < 1 && x * x + y * y > 0.3,
  bar: (x, y) => Math.abs(y) < 0.35 && Math.abs(x) < 1,
};
const [colours, shapes] = [Object.keys(COLOURS), Object.keys(SHAPES)];

/** Numbers by chance, the same on every run. */
function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Two things of different shapes and colours. */
function twoThings(random) {
  const [a, b] = [random(shapes.length), random(shapes.length - 1)];
  const [c, d] = [random(colours.length), random(colours.length - 1)];
  return [
    { shape: shapes[a], colour: colours[c] },
    { shape: shapes[b < a ? b : b + 1], colour: colours[d < c ? d : d + 1] },
  ];
}

const exchanged = ([a, b]) => [
  { ...a, colour: b.colour },
  { ...b, colour: a.colour },
];
const captionOf = (things) => things.map(({ shape, colour }) => `a ${colour} ${shape}`).join(' and ');

/** What the start reads: of two things it is never told which has which colour. */
function looseCaptionOf(things, random) {
  if (things.length === 1) return captionOf(things);
  const named = (name) => things.toSorted(() => random(2) - 0.5).map((thing) => thing[name]);
  return `a ${named('shape').join(' and a ')} in ${named('colour').join(' and ')}`;
}

/** The things on a grey ground, in places by chance: where a thing stands says nothing about the order of the caption. */
function draw(things, random) {
  const pixels = new Float32Array(SIZE * SIZE * 3).fill(0.3 + random(40) / 100);
  const beside = random(2);
  const turned = random(2);
  for (const [at, { shape, colour }] of things.entries()) {
    const along = things.length === 1 ? 16 : 8 + 16 * (at === turned ? 1 : 0);
    const [x0, y0] = beside ? [along, 12 + random(9)] : [12 + random(9), along];
    const radius = 5 + random(20) / 10;
    for (let y = 0; y < SIZE; y++)
      for (let x = 0; x < SIZE; x++)
        if (SHAPES[shape]((x - x0) / radius, (y - y0) / radius))
          pixels.set(COLOURS[colour], 3 * (y * SIZE + x));
  }
  return pixels.map((value) => 2 * value - 1);
}

/** Moved by up to a pixel, as a training sees it. */
function moved(pixels, random) {
  const by = 3 * (SIZE * (random(3) - 1) + random(3) - 1);
  return pixels.map((value, at) => pixels[at + by] ?? value);
}

const joined = (pictures) => {
  const all = new Float32Array(pictures.length * SIZE * SIZE * 3);
  for (const [at, picture] of pictures.entries()) all.set(picture, at * SIZE * SIZE * 3);
  return all;
};

await useBackend('wasm');
const everyWord = Array.from({ length: 200 }, (_, seed) => twoThings(dice(seed)));
const tokenizer = trainTokenizer(
  everyWord.flatMap((things) => [captionOf(things), looseCaptionOf(things, dice(0))]),
);
const encode = (text) => tokenizer.encode(text);

/** Embeddings of unit length, a row for each picture or text. */
function embed(model, pictures, texts) {
  return tf.tidy(() => {
    const unit = (x) => tf.div(x, tf.norm(x, 'euclidean', 1, true)).arraySync();
    const rows = texts.map((text) => tokenizer.encode(text));
    const length = Math.max(...rows.map((row) => row.length));
    const { endToken } = model.config.text;
    const padded = rows.map((row) => [...row, ...Array(length - row.length).fill(endToken)]);
    return {
      images: unit(model.encodeImages(tf.tensor4d(joined(pictures), [pictures.length, SIZE, SIZE, 3]))),
      captions: unit(model.encodeTexts(tf.tensor2d(padded, undefined, 'int32'))),
    };
  });
}

const dot = (a, b) => a.reduce((sum, x, at) => sum + x * b[at], 0);

/** What everything is judged by: things that the fine-tuning has, and things that it has not. */
const test = (() => {
  const random = dice(7);
  const questions = Array.from({ length: QUESTIONS }, () => twoThings(random));
  const gallery = Array.from({ length: GALLERY }, (_, at) => twoThings(random).slice(0, 1 + (at % 2)));
  const both = questions.map((things) => [things, exchanged(things)]);
  return {
    pictures: [...both.flat(), ...gallery].map((things) => draw(things, random)),
    texts: [...both.flat().map(captionOf), ...gallery.map((things) => looseCaptionOf(things, random))],
  };
})();

/** Pairing: both pictures and both captions of a swap together. Search: recall@10 of pictures by their captions. */
function judge(model) {
  const { images, captions } = embed(model, test.pictures, test.texts);
  let paired = 0;
  for (let at = 0; at < 2 * QUESTIONS; at += 2) {
    const [i, j, a, b] = [images[at], images[at + 1], captions[at], captions[at + 1]];
    if (dot(i, a) + dot(j, b) > dot(i, b) + dot(j, a)) paired++;
  }
  const places = captions.slice(2 * QUESTIONS).map((caption, at) => {
    const scores = images.slice(2 * QUESTIONS).map((image) => dot(image, caption));
    return scores.filter((score) => score > scores[at]).length;
  });
  return { pairing: paired / QUESTIONS, recall: places.filter((place) => place < 10).length / GALLERY };
}

async function train(model, { data, loss, steps, learningRate, ...options }) {
  const optimizer = adamW({
    learningRate,
    warmupSteps: Math.ceil(steps / 10),
    schedule: 'cosine',
    weightDecay: 0.1,
  });
  await trainClip({ model, data, loss, optimizer, steps, ...options });
}

const tower = { width: 48, layers: 2, heads: 2 };
const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
const start = createClip(
  {
    embeddingSize: 32,
    image: { ...tower, imageSize: SIZE, patchSize: 8 },
    text: { ...tower, vocabularySize, contextLength, startToken, endToken },
  },
  { seed: 0 },
);
await train(start, {
  learningRate: 2e-3,
  steps: START_STEPS,
  loss: infoNceLoss,
  data: (step) => {
    const random = dice(1000 + step);
    const all = Array.from({ length: BATCH }, (_, at) => twoThings(random).slice(0, 1 + (at % 2)));
    const binds = (at) => startBinds && at % 4 > 1;
    const texts = all.map((things, at) => (binds(at) ? captionOf(things) : looseCaptionOf(things, random)));
    return {
      images: joined(all.map((things) => draw(things, random))),
      tokens: texts.map(encode),
      groups: texts,
    };
  },
});

// The pool of the fine-tuning: two of four shapes, and each caption's colours exchanged for its hard caption.
const random = dice(3);
const pool = Array.from({ length: POOL }, () => twoThings(random));
const pictures = pool.map((things) => draw(things, random));
// The start's embeddings of unmoved pictures, once: no second model runs in a step.
const kept = embed(start, pictures, pool.map(captionOf));
const startScale = tf.tidy(() => start.logitScale().dataSync()[0]);

function batches(step) {
  const random = dice(5000 + step);
  const rows = Array.from({ length: BATCH }, () => random(POOL));
  const rowsOf = (embeddings) => Float32Array.from(rows.flatMap((row) => embeddings[row]));
  const texts = rows.map((row) => [captionOf(pool[row]), captionOf(exchanged(pool[row]))]);
  return {
    images: joined(rows.map((row) => moved(pictures[row], random))),
    tokens: texts.map(([text]) => encode(text)),
    hardTokens: texts.map(([, text]) => encode(text)),
    textIds: texts,
    teacher: { images: rowsOf(kept.images), captions: rowsOf(kept.captions), logitScale: startScale },
  };
}

const margin = staticMargin({ value: 2 });
const swaps = (batch, options) => cementLoss(batch, { ...options, margin });
const noMargin = (batch, options) => cementLoss(batch, { ...options, margin: staticMargin({ value: 0 }) });
const arms = {
  'recipe: swaps, margin 2, kept close': { loss: sumLosses(swaps, keepClose()) },
  '  kept close at weight 0.3': { loss: sumLosses(swaps, keepClose({ weight: 0.3 })) },
  '  not kept close': { loss: swaps },
  '  no margin': { loss: sumLosses(noMargin, keepClose()) },
  '  no hard captions': { loss: sumLosses(infoNceLoss, keepClose()) },
  '  neither: the same pairs, InfoNCE': { loss: infoNceLoss },
  '  own negatives beside InfoNCE': {
    loss: sumLosses(infoNceLoss, ownNegatives({ weight: 1, margin }), keepClose()),
  },
  '  every second step plain, in place of keeping': { loss: swaps, plainEvery: 2 },
};

const points = (share) => (100 * share).toFixed(1).padStart(6);
const signed = (share) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`.padStart(6);
const before = judge(start);
const line = (name, { pairing, recall }) =>
  console.log(
    `${name.padEnd(48)}${points(pairing)} ${signed(pairing - before.pairing)}   ${points(recall)} ${signed(recall - before.recall)}`,
  );
console.log(`${' '.repeat(48)}pairing (chance 50)   recall@10 of ${GALLERY}`);
line('start', before);
for (const [name, { loss, ...options }] of Object.entries(arms)) {
  const model = interpolateWeights(start, start, 0);
  await train(model, { learningRate: 2e-3, steps: STEPS, data: batches, loss, ...options });
  line(name, judge(model));
  if (name.includes('not kept')) {
    // Weights half way back to the start: no training.
    const half = interpolateWeights(start, model, 0.5);
    line('  not kept close, half way back to the start', judge(half));
    half.dispose();
  }
  model.dispose();
}
