// What gradient caching costs and saves: one step on a batch of 1,024 pairs on wasm, with all of it on the tape
// and with micro-batches of 64, each in a process of its own, since the heap of wasm never shrinks.
//
//   npx tsx lab/speed/gradient-caching.ts [PAIRS] [MICRO_BATCH] [MODEL]      default 1024 64 demo; half a minute
//
// Prints peak memory (what tfjs holds in tensors, the heap of wasm, the resident size of the process), the time
// of a step, and how far the two gradients differ. MODEL is `demo` (both towers width 64, 2 layers, 48×48 pixels
// in 9 patches, 9 tokens) or `yardstick` (width 128, 4 layers, 56×56 pixels in 49 patches, 16 tokens), of which
// 1,024 pairs at once would need 13 GiB, three times what wasm can address.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend, profile, type Tensor } from '@tensorflow/tfjs-core';
import {
  createClip,
  type Optimizer,
  type TrainBatch,
  trainClip,
  useBackend,
} from '../../packages/clip/src/index';

const [pairs = 1024, microBatch = 64] = process.argv.slice(2, 4).map(Number);
const [size = 'demo', mode, folder] = process.argv.slice(4) as (string | undefined)[];
const models = {
  demo: { width: 64, layers: 2, heads: 2, imageSize: 48, patchSize: 16, contextLength: 9 },
  yardstick: { width: 128, layers: 4, heads: 4, imageSize: 56, patchSize: 8, contextLength: 16 },
};
if (size !== 'demo' && size !== 'yardstick') throw new Error(`MODEL must be demo or yardstick, got ${size}.`);

interface Figures {
  readonly tensors: number;
  readonly heap: number;
  readonly resident: number;
  readonly before: number;
  readonly seconds: number;
  readonly loss: number;
}

if (mode === undefined || folder === undefined) compare();
else writeFileSync(join(folder, `${mode}.json`), JSON.stringify(await measure(mode, folder)));

function compare(): void {
  const made = mkdtempSync(join(tmpdir(), 'slipform-bench-'));
  try {
    console.log(
      `${size} model, a step on ${pairs} pairs: all at once (direct), and in micro-batches of ${microBatch} (cached)`,
    );
    const [direct, cached] = ['direct', 'cached'].map((name) => {
      const args = [
        ...process.execArgv,
        process.argv[1]!,
        `${pairs}`,
        `${microBatch}`,
        `${size}`,
        name,
        made,
      ];
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (status !== 0) return undefined;
      const figures: Figures = JSON.parse(readFileSync(join(made, `${name}.json`), 'utf8'));
      const bytes = readFileSync(join(made, `${name}.gradient`));
      return { figures, gradient: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4) };
    });
    const rows: [string, (figures: Figures) => number, string][] = [
      ['tensors of tfjs, peak', ({ tensors }) => tensors / 2 ** 20, 'MiB'],
      ['heap of wasm', ({ heap }) => heap / 2 ** 20, 'MiB'],
      ['resident, peak', ({ resident }) => resident / 2 ** 20, 'MiB'],
      ['  of which before the step', ({ before }) => before / 2 ** 20, 'MiB'],
      ['processor time of a step', ({ seconds }) => seconds, 's'],
    ];
    if (cached === undefined) throw new Error('the cached step failed');
    for (const [name, of, unit] of rows) {
      if (direct === undefined) {
        console.log(`${name.padEnd(28)}${of(cached.figures).toFixed(1).padStart(9)} ${unit}`);
        continue;
      }
      const [a, b] = [of(direct.figures), of(cached.figures)];
      const cells = [a, b].map((x) => `${x.toFixed(1).padStart(9)} ${unit}`).join('');
      console.log(`${name.padEnd(28)}${cells}   cached/direct ${(b / a).toFixed(3)}`);
    }
    if (direct === undefined) {
      console.log('the direct step did not end: it does not fit into the heap');
      return;
    }
    const largest = direct.gradient.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const error = direct.gradient.reduce(
      (most, x, i) => Math.max(most, Math.abs(x - cached.gradient[i]!)),
      0,
    );
    console.log(`loss ${direct.figures.loss} and ${cached.figures.loss}`);
    console.log(
      `largest difference of a gradient's entry, relative to the largest: ${(error / largest).toExponential(1)}`,
    );
  } finally {
    rmSync(made, { recursive: true });
  }
}

async function measure(name: string, into: string): Promise<Figures> {
  await useBackend('wasm');
  const { imageSize, patchSize, contextLength, ...tower } = models[size as keyof typeof models];
  const model = createClip({
    embeddingSize: tower.width,
    image: { ...tower, imageSize, patchSize },
    text: { ...tower, vocabularySize: 1024, contextLength },
  });
  const pixels = imageSize ** 2 * 3;
  const batch: TrainBatch = {
    images: Float32Array.from({ length: pairs * pixels }, (_, i) =>
      Math.sin(0.37 * i * (1 + Math.floor(i / pixels) / pairs)),
    ),
    tokens: Array.from({ length: pairs }, (_, row) => [
      1022,
      // Of unequal length, as captions are.
      ...Array.from({ length: 1 + (row % (contextLength - 2)) }, (_, at) => (row * 7 + at * 13) % 1020),
      1023,
    ]),
  };
  const before = process.memoryUsage().rss;
  const gradients: Float32Array[] = [];
  const reader: Optimizer = {
    update(_, found: ReadonlyMap<string, Tensor>) {
      for (const x of found.values()) gradients.push(x.dataSync() as Float32Array);
      return 0;
    },
    dispose() {},
  };
  let loss = 0;
  let seconds = 0;
  const { peakBytes } = await profile(async () => {
    const start = process.cpuUsage();
    const result = await trainClip({
      model,
      optimizer: reader,
      data: () => batch,
      loss: (embedded, options) => infoNceLoss(embedded, options),
      steps: 1,
      ...(name === 'cached' ? { microBatch } : {}),
    });
    const { user, system } = process.cpuUsage(start);
    seconds = (user + system) / 1e6;
    loss = result.loss;
    return model.logitScale();
  });
  const all = gradients.flatMap((x) => Array.from(x));
  writeFileSync(join(into, `${name}.gradient`), new Uint8Array(Float32Array.from(all).buffer));
  return {
    tensors: peakBytes,
    heap: (backend() as BackendWasm).wasm.HEAPU8.byteLength,
    resident: process.resourceUsage().maxRSS * 1024,
    before,
    seconds,
    loss,
  };
}
