import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { afterEach, expect, it } from 'vitest';
import { Budget, pictureBytes, setPictureBudget } from './budget';
import { readImage } from './decode-image';

const kib = 1024;
afterEach(() => setPictureBudget(new Budget(pictureBytes)));

/** A budget that notes the most that was in use at a time, and what was taken alone. */
function watched(bytes: number) {
  const budget = new Budget(bytes);
  const peaks: number[] = [];
  const run = budget.run.bind(budget);
  budget.run = (size, action) =>
    run(size, async () => {
      peaks.push(Atomics.load(budget.used, 0));
      return action();
    });
  return { budget, peaks };
}

it('lets so many in as fit, and one that is larger alone', async () => {
  const { budget, peaks } = watched(10 * kib);
  const sizes = [3, 4, 5, 20, 1, 9, 2, 10, 11, 3, 3, 3];
  let open = 0;
  const ended: number[] = [];
  await Promise.all(
    sizes.map((size) =>
      budget.run(size * kib, async () => {
        open += size;
        expect(open <= 10 || open === size).toBe(true);
        await new Promise((later) => setTimeout(later, 1));
        open -= size;
        ended.push(size);
      }),
    ),
  );
  expect(ended.sort()).toEqual([...sizes].sort());
  expect(Math.max(...peaks)).toBe(20);
  expect(budget.used[0]).toBe(0);
  await expect(budget.run(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(budget.used[0]).toBe(0);
});

it('is shared among threads', async () => {
  const budget = new Budget(10 * kib);
  // A thread holds eight until it is told; this one waits for five.
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     Atomics.add(workerData, 0, 8);
     parentPort.once('message', () => { Atomics.sub(workerData, 0, 8); });
     parentPort.postMessage('held');`,
    { eval: true, workerData: budget.used },
  );
  await new Promise((held) => worker.once('message', held));
  let isIn = false;
  const waiting = budget.run(5 * kib, () => {
    isIn = true;
  });
  await new Promise((later) => setTimeout(later, 50));
  expect(isIn).toBe(false);
  worker.postMessage('go');
  await waiting;
  expect(isIn).toBe(true);
});

it('lets no picture in with a side that decoders need more memory for, and panoramas', async () => {
  const { budget, peaks } = watched(pictureBytes);
  setPictureBudget(budget);
  const blank = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'red' } })
      .png({ compressionLevel: 1 })
      .toBuffer();
  for (const [width, height] of [
    [65_536, 1],
    [1, 65_536],
    [1_000_000, 2],
  ] as const) {
    await expect(readImage(await blank(width, height), 16)).rejects.toThrow(
      `could not be read: it has ${width} × ${height} pixels, more than 178956970 or than 65535 in a side.`,
    );
  }
  expect(peaks).toEqual([]);
  for (const [width, height] of [
    [65_535, 2],
    [2, 65_535],
    [20_000, 2000],
  ] as const) {
    expect(await readImage(await blank(width, height), 16)).toHaveLength(16 * 16 * 3);
  }
  expect(peaks).toHaveLength(3);
});

it('bounds the pictures that are decoded at a time, and changes no pixel', async () => {
  const [width, height] = [300, 200];
  const file = await sharp({ create: { width, height, channels: 3, background: { r: 9, g: 99, b: 199 } } })
    .png()
    .toBuffer();
  const alone = await readImage(file, 16);
  // Two pictures fit, and a third does not.
  const { budget, peaks } = watched(2.5 * 4 * width * height);
  setPictureBudget(budget);
  const all = await Promise.all(Array.from({ length: 8 }, () => readImage(file, 16)));
  for (const pixels of all) expect(pixels).toEqual(alone);
  expect(peaks).toHaveLength(8);
  expect(Math.max(...peaks)).toBeLessThanOrEqual((2.5 * 4 * width * height) / kib);
  // A budget for less than one lets each in alone.
  const small = watched(kib);
  setPictureBudget(small.budget);
  await Promise.all(Array.from({ length: 4 }, () => readImage(file, 16)));
  expect(new Set(small.peaks)).toEqual(new Set([Math.ceil((4 * width * height) / kib)]));
});
