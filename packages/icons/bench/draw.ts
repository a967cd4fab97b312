/**
 * `npm run bench -w @slipform/icons`: how long the icons of the core take to draw at 32 and 64 pixels, in one process and in
 * one for each core, beside the renderer called in this process without a guard; and a search for near-duplicates. Processor
 * time is what a quiet core would take; other work on the machine hardly changes it. Linux only.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { splitOf } from '../src/corpus/sets/families';
import { drawIcons } from '../src/drawing/draw-icons';
import { iconSvg } from '../src/drawing/icon-svg';
import { nearDuplicates } from '../src/drawing/near-duplicates';
import { openCorpus } from '../src/files/open-corpus';

/** Seconds of processor time of this process and of those that it started and that have ended. */
function processorTime(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // User, system, and both of the children, in hundredths of a second.
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field) / 100, 0);
}

/** Processor time of some work, and its time by the clock in brackets, in seconds. */
async function seconds(work: () => Promise<unknown>): Promise<string> {
  const before = { processor: processorTime(), clock: performance.now() };
  await work();
  const clock = (performance.now() - before.clock) / 1000;
  // Until the processes that drew have ended, their time is not counted.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return `${(processorTime() - before.processor).toFixed(1)} (${clock.toFixed(1)})`;
}

const { icons, sets } = await openCorpus({ sets: 'core' });
const { Resvg } = createRequire(import.meta.url)('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
console.log(`${icons.length} icons of ${sets.length} sets, ${availableParallelism()} cores`);
console.log('Seconds of processor time, and by the clock in brackets:\n');
console.log('| pixels | in this process, unguarded | one process | one for each core |');
console.log('|---|---|---|---|');
for (const size of [32, 64]) {
  const unguarded = await seconds(async () => {
    for (const icon of icons) {
      new Resvg(iconSvg(icon, { size }), { font: { loadSystemFonts: false } }).render().pixels;
    }
  });
  const one = await seconds(() => drawIcons(icons, { size, workers: 1 }));
  const all = await seconds(() => drawIcons(icons, { size, workers: availableParallelism() }));
  console.log(`| ${[size, unguarded, one, all].join(' | ')} |`);
}

const drawings = await drawIcons(icons.filter((icon) => splitOf(icon) === 'test'));
const against = await drawIcons(icons.filter((icon) => splitOf(icon) === 'train'));
let found = 0;
const searched = await seconds(async () => {
  found = (await nearDuplicates(drawings, against)).duplicates.length;
});
const [some, others] = [drawings, against].map(({ pixels, size }) => pixels.length / (3 * size * size));
console.log(`\n${some} icons searched among ${others}: ${searched} s; ${found} have a near-duplicate.`);
