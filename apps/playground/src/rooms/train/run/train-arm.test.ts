import {
  createClip,
  createEncoder,
  encoderFiles,
  loadEncoder,
  trainTokenizer,
  useBackend,
} from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { memory } from '@tensorflow/tfjs-core';
import { strToU8, unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import type { PairData } from '../../../pairs/load-pairs';
import type { Example, PairTable } from '../../../pairs/pair-table';
import { archiveOf } from '../worker/archive';
import { type Kept, keptArm } from './kept-arm';
import { type ArmName, armNames } from './losses';
import type { Settings } from './settings';
import { trainArm } from './train-arm';

const things = ['cloud', 'bell', 'book', 'lock', 'map', 'key'];
const size = 8;

/** Things drawn as bars whose places say which, by a training artist and by one who is asked about. For tests. */
async function smallData(): Promise<PairData> {
  const drawings = [0, 1].flatMap((set) => things.map((thing) => [set, thing] as const));
  const greys = new Uint8Array(drawings.length * size * size).fill(255);
  for (const at of drawings.keys()) {
    const row = at % things.length;
    greys.fill(0, at * size * size + row * size, at * size * size + (row + 1) * size);
  }
  const caption = (thing: string, colour: string, other: string, colour2: string) =>
    `A ${colour} ${thing} above a ${colour2} ${other}`;
  const pairs = things.flatMap((one, at) =>
    things
      .slice(at + 1)
      .map((other) => [caption(one, 'red', other, 'blue'), caption(one, 'blue', other, 'red')]),
  );
  const set = { title: 'Set', artist: 'One', licence: 'MIT', url: 'https://example.com' };
  const table: PairTable = {
    size,
    sets: [
      { ...set, family: 'one', isHeldOut: false },
      { ...set, family: 'two', isHeldOut: true },
    ],
    drawings,
    // One in three has no hard caption, and one in three none that is drawn.
    examples: pairs.map(([own, swapped], at): Example => {
      const shown = [0, 'above', own!] as const;
      if (at % 3 === 0) return shown;
      return [...shown, at % 3 === 1 ? [swapped!, 400, 'above'] : [swapped!, 300]];
    }),
    questions: pairs
      .slice(0, 4)
      .map(([own, swapped]) => [1, 'above', own!, swapped!, own!.toLowerCase(), swapped!.toLowerCase()]),
  };
  const tokenizer = trainTokenizer(pairs.flat());
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const tower = { width: 16, layers: 1, heads: 2, activation: 'gelu_new' } as const;
  const encoder = createEncoder(
    createClip(
      {
        embeddingSize: 16,
        image: { ...tower, imageSize: 2 * size, patchSize: 8 },
        text: { ...tower, vocabularySize, contextLength, startToken, endToken },
      },
      { seed: 1 },
    ),
    tokenizer,
    { preprocessing: { size: 2 * size, mean: [1, 1, 1], deviation: [0.4, 0.4, 0.4] } },
  );
  const files = Object.entries(await encoderFiles(encoder)).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  encoder.dispose();
  return { table, greys, model: Object.fromEntries(files) };
}

const settings: Settings = { steps: 12, batch: 8, margin: 4, seed: 3 };
let data: PairData;

beforeAll(async () => {
  await useBackend('wasm');
  await useWasmKernels();
  data = await smallData();
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
    ...{ arm, settings: { ...settings, ...changes }, data, signal: stop.signal },
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

it('gives mined captions no gradient by InfoNCE, some without a margin, and more by Slipform', async () => {
  const shares = [];
  for (const arm of armNames) shares.push((await train(arm)).history.shares[0]![1]);
  const [infoNce, mined, slipform] = shares;
  expect(infoNce).toBe(0);
  expect(mined).toBeGreaterThan(0);
  expect(slipform).toBeGreaterThan(1.5 * mined!);
});

it('answers each question before the first step and after the last, and follows its seed', async () => {
  const { history } = await train('mined');
  expect((await train('mined', { seed: 4 })).history.losses).not.toEqual(history.losses);
  expect(history.judged.map(([step]) => step)).toEqual([0, 10, 12]);
  for (const [, answers] of history.judged) {
    for (const digits of Object.values(answers)) expect(digits).toMatch(/^[0-3]{4}$/);
  }
});

it('packs a model folder that loadEncoder reads', async () => {
  const kept = await train('slipform');
  const files = unzipSync(await archiveOf(data.model, kept));
  const before = memory().numTensors;
  const encoder = await loadEncoder(files);
  expect(encoder.preprocessing).toMatchObject({ size: 16, mean: [1, 1, 1], deviation: [0.4, 0.4, 0.4] });
  for (const [name, { values }] of kept.state.weights) {
    expect(await encoder.model.parameter(name).data()).toEqual(values);
  }
  encoder.dispose();
  expect(memory().numTensors).toBe(before);
  await expect(archiveOf(data.model, undefined)).rejects.toThrow(/Nothing has been learned/);
});
