// An image model makes the hard picture of each negative: the photograph, changed as the record's instruction says. What is
// there already is not asked for again, so that a run that was cut off goes on.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createPlant } from '@slipform/plant';
import { illustrate } from '@slipform/scenes';
import { toFile } from 'openai';
import { imageModel, openServer } from './server.mjs';

const folder = new URL('pictures/', import.meta.url);
await mkdir(folder, { recursive: true });

// Photographs of your own would stand here; these are drawn.
const captions = ['A red car next to a green bus.', 'Two brown dogs on the beach.', 'A cat on a blue chair.'];
const photographs = [];
for (const [i, caption] of captions.entries()) {
  await writeFile(new URL(`${i}.png`, folder), (await illustrate(caption, { style: 'twemoji' })).png());
  photographs.push({ id: String(i), caption, filepath: `${i}.png` });
}

const records = createPlant({ seed: 1 }).mineBlock(photographs);

// The mock server answers each request with one and the same picture.
const someAnswer = await readFile(new URL('0.png', folder), 'base64');
const { client, close } = await openServer((mock) => mock.onImage(/.*/, { image: { b64Json: someAnswer } }));

let asked = 0;
async function hardPicture({ filepath, instruction }) {
  const photograph = await readFile(new URL(filepath, folder));
  // The name follows from all that the picture depends on.
  const key = createHash('sha256').update(photograph).update(`${instruction}\n${imageModel}`).digest('hex');
  const name = `${key.slice(0, 24)}.png`;
  if (existsSync(new URL(name, folder))) return name;
  const answer = await client.images.edit({
    model: imageModel,
    image: await toFile(photograph, filepath, { type: 'image/png' }),
    prompt: `${instruction}. Change nothing else in the picture.`,
  });
  asked += 1;
  // It appears whole or not at all.
  await writeFile(new URL(`${name}.part`, folder), Buffer.from(answer.data[0].b64_json, 'base64'));
  await rename(new URL(`${name}.part`, folder), new URL(name, folder));
  return name;
}

const lines = [];
for (const record of records) {
  const negativeFilepath = await hardPicture(record);
  lines.push(JSON.stringify({ ...record, negativeFilepath }));
  console.log(`${record.filepath}: ${record.instruction} → ${negativeFilepath}`);
}
// `trainingData({ negatives: 'records.jsonl', … })` of @slipform/clip takes them for the layouts `triplet` and `paired`.
await writeFile(new URL('records.jsonl', folder), `${lines.join('\n')}\n`);
console.log(`${records.length} hard pictures, ${asked} of them asked for now`);
await close();
