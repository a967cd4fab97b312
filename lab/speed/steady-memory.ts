// Whether a long run stays where it is: 5,000 steps of a tiny model with everything that trainClip can do
// beside (gradient caching, metrics, checkpoints), its resident size and number of tensors printed on the way.
//
//   npm run build && npx tsx lab/speed/steady-memory.ts [STEPS] [wasm|node|node-gpu] [WORKERS]
//
// Default: 5000 steps on wasm without workers; a minute or two. With workers their tapes wait for the loss, in place of
// gradient caching; the resident size is that of all threads.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cementLoss, gradientBudget } from '@slipform/cement-loss';
import { backend, memory } from '@tensorflow/tfjs-core';
import {
  adamW,
  budgetObserver,
  checkpoint,
  createClip,
  metricsFile,
  trainClip,
  useBackend,
} from '../../packages/clip/src/index';
import { tinyBatch, tinyConfig } from '../../packages/clip/src/testing/tiny';
import { tfjsNodeEntry, tfjsNodeFolder } from './import-tfjs-node';

const steps = Number(process.argv[2] ?? 5000);
const folder = mkdtempSync(join(tmpdir(), 'slipform-steady-'));
const name = process.argv[3] ?? 'wasm';
if (name === 'node' || name === 'node-gpu') {
  await import(tfjsNodeEntry(tfjsNodeFolder('steady-memory'), name));
}
const workers = Number(process.argv[4] ?? 0);
const create = () => new Worker(new URL('../../packages/clip/dist/worker-thread.js', import.meta.url));
await useBackend(name);
const model = createClip(tinyConfig);
const optimizer = adamW({ learningRate: 1e-3, clipNorm: 1 });
console.log('  step   resident MiB   heap of wasm MiB   tensors');
try {
  await trainClip({
    model,
    optimizer,
    data: () => tinyBatch(),
    loss: (batch, options) => cementLoss(batch, options),
    steps,
    ...(workers > 0 ? { workers: { count: workers, create } } : { microBatch: 5 }),
    observe: [
      budgetObserver({ budget: gradientBudget }),
      metricsFile({ to: join(folder, 'metrics.jsonl') }),
      checkpoint({ folder: join(folder, 'checkpoints'), every: Math.ceil(steps / 10) }),
      ({ step }) => {
        if (step !== 10 && step % Math.ceil(steps / 10) !== 0) return;
        const resident = process.memoryUsage().rss / 2 ** 20;
        const heap = heapOfWasm();
        console.log(
          `${String(step).padStart(6)}${resident.toFixed(1).padStart(15)}${heap.padStart(19)}${String(memory().numTensors).padStart(10)}`,
        );
      },
    ],
  });
} finally {
  rmSync(folder, { recursive: true });
}

function heapOfWasm(): string {
  const used: object = backend();
  return 'wasm' in used
    ? ((used.wasm as { HEAPU8: Uint8Array }).HEAPU8.byteLength / 2 ** 20).toFixed(1)
    : '–';
}
