import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useBackend } from '../../backend/use-backend';
import { createClip } from '../../model/create-clip';
import { tinyBatch, tinyConfig } from '../../testing/tiny';
import { adamW } from '../adamw';
import { trainClip } from '../train-clip';
import type { TrainOptions } from '../train-options';
import { checkpoint } from './checkpoint';
import { evaluator } from './evaluator';
import { crc32c, eventFormat, tensorBoard } from './tensor-board';

const file = 'events.out.tfevents.slipform';
let folder: string;
beforeEach(async () => {
  await useBackend('cpu');
  folder = await mkdtemp(join(tmpdir(), 'slipform-events-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A run whose scores are the double of its steps. */
async function run(options: Partial<TrainOptions> = {}, steps = 6): Promise<number[]> {
  const model = createClip(tinyConfig);
  const optimizer = adamW();
  const losses: number[] = [];
  try {
    await trainClip({
      model,
      optimizer,
      data: () => tinyBatch(),
      loss: (batch, scale) => infoNceLoss(batch, scale),
      steps,
      ...options,
      observe: [
        tensorBoard({ folder, every: 3 }),
        evaluator({ every: 4, name: 'retrieval', evaluate: (_, { step }) => ({ 'recall@1': 2 * step }) }),
        ({ loss }) => void losses.push(loss),
        ...(options.observe ?? []),
      ],
    });
  } finally {
    optimizer.dispose();
    model.dispose();
  }
  return losses;
}

const events = async () => [...eventFormat.read(await readFile(join(folder, file)), file)];

// RFC 3720, appendix B.4, and the check value of the catalogue of parametrised CRCs.
it.each<[string, Uint8Array, number]>([
  ['zeros', new Uint8Array(32), 0x8a9136aa],
  ['ones', new Uint8Array(32).fill(255), 0x62a8ab43],
  ['rising', Uint8Array.from({ length: 32 }, (_, i) => i), 0x46dd794e],
  ['falling', Uint8Array.from({ length: 32 }, (_, i) => 31 - i), 0x113fdb5c],
  ['digits', new TextEncoder().encode('123456789'), 0xe3069283],
])('the CRC32C of %s is the known one', (_, bytes, expected) => {
  expect(crc32c(bytes)).toBe(expected);
});

it('writes the first step, every third one, and those that were evaluated; leaks no tensor', async () => {
  const before = memory().numTensors;
  await run();
  expect((await events()).map(({ step }) => step)).toEqual([0, 1, 3, 4, 6]);
  expect(memory().numTensors).toBe(before);
  const text = new TextDecoder('latin1').decode(await readFile(join(folder, file)));
  for (const tag of ['loss', 'logitScale', 'gradientNorm', 'learningRate', 'stepsPerSecond']) {
    expect(text.split(`${tag}\x15`)).toHaveLength(5);
  }
  // At step 4, and at the last one.
  expect(text.split('retrieval/recall@1\x15')).toHaveLength(3);
});

it('is cut back to the checkpoint where a run is resumed, with half an event that a kill left', async () => {
  const saved = () => checkpoint({ folder: join(folder, 'checkpoints'), every: 2 });
  const control = new AbortController();
  const stop = ({ step }: { step: number }) => {
    if (step === 4) control.abort();
  };
  await run({ observe: [saved(), stop], signal: control.signal });
  const whole = await readFile(join(folder, file));
  const last = (await events()).at(-1)!;
  expect(last.step).toBe(4);
  // An event of step 4 again with the step 100, as if the run had gone on; then half of one.
  await appendFile(join(folder, file), whole.subarray(whole.length - last.bytes.length, -3));
  await run({ observe: [saved()], resume: true });
  const after = await readFile(join(folder, file));
  expect(after.subarray(0, whole.length)).toEqual(whole);
  expect((await events()).map(({ step }) => step)).toEqual([0, 1, 3, 4, 6]);
  await rm(join(folder, 'checkpoints', 'step-00000006'), { recursive: true });
  await run({ observe: [saved()], resume: true });
  expect((await events()).map(({ step }) => step)).toEqual([0, 1, 3, 4, 6]);
});

it('takes the place of no file unasked, and of nothing but events', async () => {
  await run();
  await expect(run()).rejects.toThrow(
    /^tensorBoard: there is a file \S+ already; resume its run \(--resume\), replace it/,
  );
  await run({ overwrite: true }, 1);
  expect((await events()).map(({ step }) => step)).toEqual([0, 1]);
  for (const other of ['a table', 'a longer text that is no event of any kind']) {
    await writeFile(join(folder, file), other);
    await expect(run({ overwrite: true })).rejects.toThrow(
      /^tensorBoard: \S+ (has no event at byte 0|holds something else than the events); name another/,
    );
    expect(await readFile(join(folder, file), 'utf8')).toBe(other);
  }
});

const python = process.env.SLIPFORM_PYTHON ?? 'python3';
const reader = `
import json, sys
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
found = EventAccumulator(sys.argv[1])
found.Reload()
print(json.dumps({ tag: [[x.step, x.value] for x in found.Scalars(tag)] for tag in found.Tags()['scalars'] }))`;
const hasTensorBoard = spawnSync(python, ['-c', 'import tensorboard']).status === 0;

it.skipIf(!hasTensorBoard)('is what TensorBoard itself reads', async () => {
  const losses = await run();
  const { stdout, stderr } = spawnSync(python, ['-c', reader, folder], { encoding: 'utf8' });
  expect(stdout, stderr).not.toBe('');
  const scalars = JSON.parse(stdout);
  expect(Object.keys(scalars).sort()).toEqual([
    'gradientNorm',
    'learningRate',
    'logitScale',
    'loss',
    'retrieval/recall@1',
    'stepsPerSecond',
  ]);
  expect(scalars.loss).toEqual([1, 3, 4, 6].map((step) => [step, Math.fround(losses[step - 1]!)]));
  expect(scalars['retrieval/recall@1']).toEqual([
    [4, 8],
    [6, 12],
  ]);
});
