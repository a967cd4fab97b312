// Does decoding in threads of its own pay? Trains a small model on wasm from JPEG files (drawn here, 640 × 480,
// of the weight that photographs have) with 0, 1 and 2 decoding threads, in turns within one run, and prints the
// training rate, and how long a step waited for its batch. A run without decoding (the same batch again) shows
// what is there to be had.
//
//   npm run build -w @slipform/clip && npx tsx lab/speed/data.ts
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';

import sharp from 'sharp';
import type * as ClipData from '../../packages/clip/src/data/index';
import {
  adamW,
  createClip,
  type TrainBatch,
  trainClip,
  trainTokenizer,
  useBackend,
} from '../../packages/clip/src/index';

// As built, since the threads are; by a name that the type check need not find.
const entry: string = '@slipform/clip/data';
const { trainingData }: typeof ClipData = await import(entry);

const images = 64;
const steps = 12;
const rounds = 3;
const cases = [
  { name: 'small model, 56 × 56', imageSize: 56, patchSize: 8, width: 64, layers: 2, batchSize: 64 },
  { name: 'larger images, 224 × 224', imageSize: 224, patchSize: 32, width: 64, layers: 2, batchSize: 16 },
];

const folder = await mkdtemp(join(tmpdir(), 'slipform-bench-'));
try {
  await useBackend('wasm');
  await drawPictures();
  for (const options of cases) await measure(options);
} finally {
  await rm(folder, { recursive: true });
}

async function measure({ name, imageSize, patchSize, width, layers, batchSize }: (typeof cases)[number]) {
  console.log(`${name}, batch ${batchSize}`);
  const tokenizer = trainTokenizer(['a picture of noise']);
  const tower = { width, layers, heads: 2 };
  const results = new Map<string, { rate: number; wait: number; cpu: number }[]>();
  for (let round = 0; round < rounds; round++) {
    for (const workers of ['none', 0, 1, 2] as const) {
      const model = createClip({
        embeddingSize: 32,
        image: { ...tower, imageSize, patchSize },
        text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: 8 },
      });
      const data = await trainingData({
        source: join(folder, 'pairs.csv'),
        tokenizer,
        imageSize,
        batchSize,
        workers: workers === 'none' ? 0 : workers,
      });
      let wait = 0;
      const batches = data.batchesFrom(0);
      const first = (await batches.next()).value!;
      async function* timed(): AsyncGenerator<TrainBatch> {
        for (;;) {
          const asked = performance.now();
          const batch = workers === 'none' ? first : (await batches.next()).value!;
          wait += performance.now() - asked;
          yield batch;
        }
      }
      const cpu = process.cpuUsage();
      const started = performance.now();
      await trainClip({
        model,
        data: timed(),
        loss: (batch, { logitScale }) =>
          infoNceLoss({ images: batch.images, captions: batch.captions }, { logitScale }),
        optimizer: adamW(),
        steps,
      });
      const seconds = (performance.now() - started) / 1000;
      const used = process.cpuUsage(cpu);
      const label = workers === 'none' ? 'no decoding' : `${workers} threads`;
      const all = results.get(label) ?? [];
      all.push({ rate: steps / seconds, wait: wait / steps, cpu: (used.user + used.system) / 1000 / steps });
      results.set(label, all);
      await batches.return();
      await data.close();
      model.dispose();
    }
  }
  for (const [label, runs] of results) {
    const best = runs.reduce((a, b) => (b.rate > a.rate ? b : a));
    console.log(
      `  ${label.padEnd(12)} ${best.rate.toFixed(2).padStart(6)} steps/s, ${best.wait.toFixed(1).padStart(7)} ms waited, ${best.cpu.toFixed(0).padStart(5)} ms CPU a step`,
    );
  }
}

/** Coloured blobs with grain: about 100 kB each as JPEG. */
async function drawPictures(): Promise<void> {
  const rows = ['image,caption'];
  for (let i = 0; i < images; i++) {
    const rgb = Uint8Array.from({ length: 640 * 480 * 3 }, (_, at) => {
      const [x, y] = [Math.floor(at / 3) % 640, Math.floor(at / 1920)];
      return (
        128 +
        90 * Math.sin((x * (i + 1)) / 300 + (at % 3)) * Math.cos((y * (i + 3)) / 400) +
        ((at * 7919 * (i + 1)) % 37) -
        18
      );
    });
    const jpeg = await sharp(rgb, { raw: { width: 640, height: 480, channels: 3 } })
      .jpeg({ quality: 90 })
      .toBuffer();
    await writeFile(join(folder, `${i}.jpg`), jpeg);
    rows.push(`${i}.jpg,a picture of noise ${i}`);
  }
  await writeFile(join(folder, 'pairs.csv'), rows.join('\n'));
}
