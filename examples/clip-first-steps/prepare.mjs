// What the first steps need and you have of your own: a model's folder, pictures, rows with a caption and a false one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, createClip, createEncoder, trainClip, trainTokenizer, useBackend } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';
import sharp from 'sharp';

const folder = mkdtempSync(join(tmpdir(), 'slipform-first-steps-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
process.chdir(folder);

const shapes = { circle: '<circle cx="16" cy="16" r="10"/>', square: '<path d="M7 7H25V25H7Z"/>' };
const names = ['red', 'blue'].flatMap((colour) => Object.keys(shapes).map((shape) => `${colour} ${shape}`));
const captionOf = (name) => `a photo of a ${name}.`;
const fileOf = (name) => `${name.replace(' ', '-')}.png`;
const other = { red: 'blue', blue: 'red' };

mkdirSync('photos');
mkdirSync('sugar-crepe');
for (const name of names) {
  const [colour, shape] = name.split(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><rect width="32" height="32" fill="#888"/><g fill="${colour}">${shapes[shape]}</g></svg>`;
  await sharp(Buffer.from(svg))
    .png()
    .toFile(`photos/${fileOf(name)}`);
}
const rows = names.map((name, i) => {
  const [colour, shape] = name.split(' ');
  const negative_caption = captionOf(`${other[colour]} ${shape}`);
  return [i, { filename: fileOf(name), caption: captionOf(name), negative_caption }];
});
writeFileSync('sugar-crepe/replace_att.json', JSON.stringify(Object.fromEntries(rows)));
const pairs = names.map((name) => `photos/${fileOf(name)},${captionOf(name)}\n`);
writeFileSync('pairs.csv', `image,caption\n${pairs.join('')}`);

await useBackend('wasm');
const tokenizer = trainTokenizer(names.map(captionOf));
const { vocabularySize, contextLength } = tokenizer;
const tower = { width: 32, layers: 2, heads: 2 };
const model = createClip({
  embeddingSize: 16,
  image: { ...tower, imageSize: 32, patchSize: 8 },
  text: { ...tower, vocabularySize, contextLength },
});
const data = await trainingData({ source: 'pairs.csv', tokenizer, imageSize: 32, batchSize: 4 });
await trainClip({
  model,
  data,
  loss: (batch, { logitScale }) => infoNceLoss(batch, { logitScale }),
  optimizer: adamW({ learningRate: 3e-3, warmupSteps: 10 }),
  steps: 100,
});
await data.close();
await createEncoder(model, tokenizer).save('model');
model.dispose();
