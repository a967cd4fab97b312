import { loadEncoder, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { memory } from '@tensorflow/tfjs-core';
import { unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { archiveOf } from '../worker/archive';
import type { TrainingData } from '../worker/messages';
import { type Kept, keptArm } from './kept-arm';
import { type ArmName, armNames } from './losses';
import type { Settings } from './settings';
import { trainArm } from './train-arm';

const size = 16;
const first = ['cloud', 'bell', 'file', 'user', 'lock', 'map'];
const second = ['off', 'plus', 'check', 'search'];

/** Icons of two words, each a bar and a column whose places say which; all but the last eight are trained on. For tests. */
function smallData(): TrainingData {
  const names = first.flatMap((one, row) =>
    second.map((other, column) => ({ caption: `${one} ${other}`, row, column })),
  );
  const greys = new Uint8Array(names.length * size * size).fill(255);
  for (const [at, { row, column }] of names.entries()) {
    for (let along = 0; along < size; along++) {
      greys[at * size * size + 2 * row * size + along] = 0;
      greys[at * size * size + along * size + 4 * column] = 0;
    }
  }
  const learned = names.length - 2 * second.length;
  const set = { title: 'Set', artist: 'One', licence: 'MIT', url: 'https://example.com' };
  return {
    greys,
    table: {
      size,
      sets: [{ ...set, family: 'one' }],
      icons: names.map(({ caption }) => [0, caption.replace(' ', '-'), caption]),
      partners: Array.from({ length: learned }, (_, at) => [[at % 4 === 3 ? at - 3 : at + 1, 350]]),
      questions: Array.from({ length: second.length }, (_, at) => [
        at,
        learned + at,
        first[0]!,
        first.at(-2)!,
      ]),
    },
  };
}

const data = smallData();
const settings: Settings = { steps: 12, batch: 8, margin: 4, seed: 3 };

beforeAll(async () => {
  await useBackend('wasm');
  await useWasmKernels();
});

/** Trains, until a step where that is given, and returns what was kept last. */
async function train(
  arm: ArmName,
  changes: Partial<Settings> = {},
  from?: Kept,
  until?: number,
): Promise<Kept> {
  const stop = new AbortController();
  let kept: Kept | undefined;
  const isDone = await trainArm({
    ...{ arm, settings: { ...settings, ...changes }, table: data.table, signal: stop.signal },
    pictures: { size: data.table.size, greys: data.greys },
    checkpoint: keptArm({
      every: 5,
      from,
      keep(given) {
        kept = given;
      },
    }),
    resume: from !== undefined,
    onStep({ losses }) {
      if (losses.length === until) stop.abort();
    },
  });
  expect(isDone).toBe(until === undefined);
  return kept!;
}

it.each(armNames)(
  '%s learns the same from the same seed, goes on as if it had not stopped, and leaks nothing',
  async (arm) => {
    const before = memory().numTensors;
    const whole = await train(arm);
    expect(whole.history.losses).toHaveLength(12);
    expect(whole.history.losses.at(-1)).toBeLessThan(whole.history.losses[0]!);
    // The first half is learned anew, from the same seed.
    const half = await train(arm, {}, undefined, 7);
    expect(half.state.step).toBe(7);
    expect(await train(arm, {}, half)).toEqual(whole);
    expect(memory().numTensors).toBe(before);
  },
);

it('gives hard names no gradient by InfoNCE, some without a margin, and more by Cement', async () => {
  const shares = [];
  for (const arm of armNames) shares.push((await train(arm)).history.shares[0]![1]);
  const [infoNce, hard, cement] = shares;
  expect(infoNce).toBe(0);
  expect(hard).toBeGreaterThan(0);
  expect(cement).toBeGreaterThan(2 * hard!);
});

it('answers each question before the first step and after the last, and follows its seed', async () => {
  const { history } = await train('hard');
  expect((await train('hard', { seed: 4 })).history.losses).not.toEqual(history.losses);
  expect(history.judged.map(([step]) => step)).toEqual([0, 10, 12]);
  for (const [, answers] of history.judged) expect(answers).toMatch(/^[0-3]{4}$/);
});

it('packs a model folder that loadEncoder reads', async () => {
  const kept = await train('cement');
  const files = unzipSync(await archiveOf(data.table, kept));
  const before = memory().numTensors;
  const encoder = await loadEncoder(files);
  expect(encoder.preprocessing).toMatchObject({ size: 16, mean: [1, 1, 1], deviation: [0.4, 0.4, 0.4] });
  for (const [name, { values }] of kept.state.weights) {
    expect(await encoder.model.parameter(name).data()).toEqual(values);
  }
  const [text] = await encoder.embedTexts(['cloud off']);
  expect(text).toHaveLength(encoder.model.config.embeddingSize);
  encoder.dispose();
  expect(memory().numTensors).toBe(before);
  await expect(archiveOf(data.table, undefined)).rejects.toThrow(/Nothing has been learned/);
});
