// How long a linear probe takes on 50,000 embeddings of 512 numbers with 100 classes, and with a progress
// bar: npx tsx bench/probe.ts [backend] [rows]. The embeddings are noisy class means with correlated columns, of unit length.

import { useBackend } from '@slipform/clip';
import { createProgress } from '@slipform/kit/command/progress';
import { linearProbe } from '../src/probes/linear-probe';
import { createRandom } from '../src/statistics/random';

const [rows, width, classes] = [Number(process.argv[3] ?? 50_000), 512, 100];
const random = createRandom(0, 'probe bench');
const normal = () =>
  Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
const centres = Array.from({ length: classes }, () => Float32Array.from({ length: width }, normal));
// Directions of falling variance, as those of an encoder's embeddings.
const spread = Float32Array.from({ length: width }, (_, i) => 4 / Math.sqrt(1 + i / 4));

function draw(count: number) {
  const labels = Array.from({ length: count }, () => random.integer(classes));
  const features = labels.map((label) => {
    const vector = centres[label]!.map(
      (value, i) => spread[i]! * (0.13 * value + normal()) + (i === 0 ? 8 : 0),
    );
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  });
  return { features, labels };
}

await useBackend(process.argv[2] ?? 'wasm');
const train = draw(rows);
const test = draw(5000);
const progress = createProgress(process.stderr);

async function measure(title: string, C: number | number[]) {
  const fits = [C].flat().length + (typeof C === 'number' ? 0 : 1);
  const bar = progress.start(title, fits, 'fits');
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await linearProbe({
    train,
    test,
    C,
    onProgress: ({ fit, C, iteration, loss }) =>
      bar.update(fit - 1, `C = ${C}, step ${iteration}, loss ${loss.toFixed(4)}`),
  });
  bar.update(fits);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${title}: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor), accuracy ${result.accuracy.value.toFixed(4)}, C = ${result.C}, ${result.iterations} steps of the last fit, ${result.converged ? 'converged' : 'ended by rounding or by the limit'}`,
  );
  for (const { C, score } of result.tried)
    console.log(`  C = ${C}: ${score.toFixed(4)} on the validation split`);
}

console.log(`${rows.toLocaleString('en')} × ${width} features, ${classes} classes`);
await measure('one C', 100);
await measure('a sweep of five', [1, 10, 100, 1000, 10_000]);
progress.stop();
