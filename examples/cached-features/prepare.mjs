// What you have of your own: a CLIP in the folder model, photos, and a table of pairs. Here scenes of two shapes, and a small
// model that has seen a third of them for a short while: it knows the words, and mixes up what is where.
import { mkdirSync, writeFileSync } from 'node:fs';
import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, createClip, createEncoder, trainClip, trainTokenizer, useBackend } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';
import sharp from 'sharp';

const colours = { red: '#d22', green: '#2a4', blue: '#23d', yellow: '#ec2' };
const shapes = {
  circle: '<circle r="9"/>',
  square: '<path d="M-8-8H8V8H-8Z"/>',
  triangle: '<path d="M0-9L9 8H-9Z"/>',
};
const things = Object.keys(colours).flatMap((colour) => Object.keys(shapes).map((shape) => [colour, shape]));
const scenes = things.flatMap((left) =>
  things.filter(([colour, shape]) => colour !== left[0] && shape !== left[1]).map((right) => [left, right]),
);

/** Writes the picture of each scene into photos, and gives a row of its name and its caption. */
export async function drawScenes() {
  mkdirSync('photos');
  return Promise.all(
    scenes.map(async (scene, i) => {
      const part = ([colour, shape], x) =>
        `<g transform="translate(${x} 16)" fill="${colours[colour]}">${shapes[shape]}</g>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="32"><rect width="48" height="32" fill="#777"/>${part(scene[0], 12)}${part(scene[1], 36)}</svg>`;
      await sharp(Buffer.from(svg)).resize(32, 32, { fit: 'fill' }).png().toFile(`photos/${i}.png`);
      const [left, right] = scene.map((thing) => `a ${thing.join(' ')}`);
      return [`${i}.png`, `${left} is next to ${right}`];
    }),
  );
}

export function writeTable(file, rows) {
  writeFileSync(file, `image,caption\n${rows.map((row) => `${row.join(',')}\n`).join('')}`);
}

/** Trains a model and saves it as the folder model. */
export async function makeModel(source, captions) {
  await useBackend('wasm');
  const tokenizer = trainTokenizer(captions);
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const tower = { width: 48, layers: 2, heads: 2 };
  const model = createClip({
    embeddingSize: 32,
    image: { ...tower, imageSize: 32, patchSize: 8 },
    text: { ...tower, vocabularySize, contextLength, startToken, endToken },
  });
  const data = await trainingData({ source, images: 'photos', tokenizer, imageSize: 32, batchSize: 24 });
  const loss = (batch, { logitScale }) => infoNceLoss(batch, { logitScale });
  const optimizer = adamW({ learningRate: 3e-3, warmupSteps: 10 });
  await trainClip({ model, data, loss, optimizer, steps: 40 });
  await data.close();
  await createEncoder(model, tokenizer).save('model');
  optimizer.dispose();
  model.dispose();
}
