/**
 * `npm run bench -w @slipform/icons`: how long the icons of the core take to draw at 32 and 64 pixels, in one process and in
 * one for each core, beside the renderer called in this process without a guard; and a search for near-duplicates.
 * `taskset -c 0 npm run bench -w @slipform/icons` has one core for all of it.
 */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { splitOf } from '../src/corpus/sets/families';
import { drawIcons } from '../src/drawing/draw-icons';
import { iconSvg } from '../src/drawing/icon-svg';
import { nearDuplicates } from '../src/drawing/near-duplicates';
import { openCorpus } from '../src/files/open-corpus';

const rounds = 2;

/** Seconds, the best of some rounds. */
async function best(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push((performance.now() - start) / 1000);
  }
  return Math.min(...times);
}

const { icons, sets } = await openCorpus();
const { Resvg } = createRequire(import.meta.url)('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
console.log(`${icons.length} icons of ${sets.length} sets, ${availableParallelism()} cores\n`);
console.log(
  '| pixels | unguarded, s | one process, s | one for each core, s | icons a second, one process |',
);
console.log('|---|---|---|---|---|');
for (const size of [32, 64]) {
  const unguarded = await best(async () => {
    for (const icon of icons) {
      new Resvg(iconSvg(icon, { size }), { font: { loadSystemFonts: false } }).render().pixels;
    }
  });
  const one = await best(() => drawIcons(icons, { size, workers: 1 }));
  const all = await best(() => drawIcons(icons, { size, workers: availableParallelism() }));
  const cells = [size, unguarded.toFixed(1), one.toFixed(1), all.toFixed(1), Math.round(icons.length / one)];
  console.log(`| ${cells.join(' | ')} |`);
}

const [test, train] = [
  icons.filter((icon) => splitOf(icon) === 'test'),
  icons.filter((icon) => splitOf(icon) === 'train'),
];
const [drawings, against] = [await drawIcons(test), await drawIcons(train)];
const start = performance.now();
const { duplicates } = await nearDuplicates(drawings, against);
const seconds = (performance.now() - start) / 1000;
console.log(
  `\n${test.length} icons searched among ${train.length}: ${seconds.toFixed(1)} s; ${duplicates.length} have a near-duplicate.`,
);
