// Fine-tunes a CLIP for composition without its image tower: the photos are embedded once, hard captions are mined, and
// the text tower learns to tell each caption from its hard captions, by changes of rank 8.
//
//   npm start        takes about ten seconds on one core
//
// Prints the commands and what they say, and how often a photo that nothing was trained on is nearer to its caption than
// to a hard caption of it, before and after.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadEncoder } from '@slipform/clip';
import { drawScenes, makeModel, writeTable } from './prepare.mjs';

const folder = mkdtempSync(join(tmpdir(), 'slipform-cached-features-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
process.chdir(folder);

const require = createRequire(import.meta.url);
/** Runs a command of a package as a shell does, and prints what it prints. */
function run(name, ...args) {
  console.log(`$ slipform-${name} ${args.join(' ').replace(import.meta.dirname, '.')}`);
  const bin = join(dirname(require.resolve(`@slipform/${name}/package.json`)), 'bin', `slipform-${name}.js`);
  const printed = execFileSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (printed !== '') console.log(printed.trim());
}

const scenes = await drawScenes();
const photoOf = new Map(scenes.map(([photo, caption]) => [caption, photo]));
const held = scenes.filter((_, i) => i % 4 === 1);
writeTable(
  'pairs.csv',
  scenes.filter((_, i) => i % 4 !== 1),
);
writeTable('test.csv', held);
writeTable(
  'seen.csv',
  scenes.filter((_, i) => i % 3 === 0),
);
await makeModel(
  'seen.csv',
  scenes.map(([, caption]) => caption),
);

run('clip', 'embed', 'model', 'photos', '-o', 'features/');
run('plant', 'mine', 'pairs.csv', '-o', 'negatives.jsonl', '--per-caption', '2');
run('plant', 'mine', 'test.csv', '-o', 'test.jsonl', '--per-caption', '4');
run('clip', 'train', join(import.meta.dirname, 'train.mjs'), '--seed', '1');

/** Of the photos that nothing was trained on, the share of hard captions that are further from them than the caption. */
async function accuracy(model) {
  const encoder = await loadEncoder(model);
  const rows = readFileSync('test.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const images = await encoder.embedImages(rows.map(({ caption }) => `photos/${photoOf.get(caption)}`));
  const captions = await encoder.embedTexts(rows.map(({ caption }) => caption));
  const negatives = await encoder.embedTexts(rows.map(({ negative }) => negative));
  encoder.dispose();
  const cosine = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const right = rows.filter((_, i) => cosine(images[i], captions[i]) > cosine(images[i], negatives[i]));
  return `${(right.length / rows.length).toFixed(3)} of ${rows.length}`;
}
console.log(`before: ${await accuracy('model')}`);
console.log(`after: ${await accuracy('tuned')}`);
