import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClip, createEncoder, loadEncoder, trainTokenizer, useBackend } from '@slipform/clip';
import { createRandom } from '@slipform/kit/random/random';
import { describeWithPython, python } from '@slipform/kit/testing/python';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PAIR_MODEL } from '../pairs/folders';
import { measureRun } from '../pairs/measure-run';
import { type PairExample, writePrepared } from '../pairs/prepared';
import { PAIR_SIZE } from '../pairs/things';
import type { Run } from '../run';
import { pretrain } from './pretrain';
import { trainInPytorch } from './train-in-pytorch';

const COUNT = 8;
const COLOURS = ['red', 'blue', 'green', 'pink', 'brown', 'grey', 'orange', 'purple', 'yellow'];
const run: Run = {
  ...{ experiment: 'test', variant: 'swaps, kept', seed: 1, pretraining: 'committed', layout: 'captions' },
  trainer: 'pytorch',
  training: {
    ...{ captions: 0, steps: 3, batchSize: 4, learningRate: 1e-3, warmupSteps: 1, weightDecay: 0.1 },
    measureEvery: 2,
  },
  loss: { name: 'static', value: 2 },
  negatives: { recipe: 'swaps' },
  keep: 1,
  evaluation: {
    ...{ asks: 'colour pairs', artists: 'core', split: 'test', pairs: 10, captions: COUNT, seed: 0 },
    recipes: ['swaps'],
  },
};

let folder = '';
let prepared = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-pytorch-'));
  prepared = join(folder, 'prepared');
  const random = createRandom(1);
  await writePrepared(prepared, {
    examples: Array.from({ length: COUNT }, (_, row): PairExample => {
      const [one, other] = [COLOURS[row], COLOURS[row + 1]];
      const text = `A ${other} bell and a ${one} cloud`;
      const hard = {
        ...({ recipe: 'swaps', text, operation: 'swap', slot: 'attribute' } as const),
        ...{ concreteness: 4, row: (row + 1) % COUNT },
      };
      return { rows: [row], caption: `A ${one} bell and a ${other} cloud`, hard: [hard] };
    }),
    benchmarks: [
      { name: 'none', questions: [], chance: 0.5 },
      { name: 'none', questions: [], chance: 0.5 },
    ],
    pretraining: COLOURS.slice(0, COUNT).map((colour, row) => ({ rows: [row], caption: `A ${colour} bell` })),
    ...{ keys: [], first: COUNT },
    pictures: {
      size: PAIR_SIZE,
      rgb: Uint8Array.from({ length: COUNT * PAIR_SIZE ** 2 * 3 }, () => random.below(256)),
    },
  });
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The weights that training gives, what it measured, and at which steps it told how far it was. */
async function trained(of: Run) {
  const steps: number[] = [];
  const job = { prepared, model: PAIR_MODEL, size: PAIR_SIZE, onStep: (step: number) => steps.push(step) };
  const own = await mkdtemp(join(folder, 'training-'));
  const measured = await trainInPytorch(of, job, own);
  return { weights: await readFile(join(own, 'model', 'model.safetensors')), measured, steps };
}

/** A Python that says this on standard error and ends with 1. */
async function brokenPython(...lines: readonly string[]): Promise<void> {
  const file = join(folder, 'python');
  await writeFile(
    file,
    `#!/bin/sh\ntouch '${join(folder, 'started')}'\ncat >&2 <<'END'\n${lines.join('\n')}\nEND\nexit 1\n`,
  );
  await chmod(file, 0o755);
  vi.stubEnv('PYTHON', file);
}

test('a Python that is missing, or lacks a package, is told as that', async () => {
  vi.stubEnv('PYTHON', join(folder, 'nowhere'));
  await expect(trained(run)).rejects.toThrow(/^PYTHON must name a Python with torch, .* ENOENT/);
  await brokenPython('Traceback', "ModuleNotFoundError: No module named 'torch'");
  await expect(trained(run)).rejects.toThrow(/^PYTHON must name .*: ModuleNotFoundError: No module named/);
});

test('an error inside training is reported by its last line, and not as a wrong Python', async () => {
  await brokenPython('Traceback', 'RuntimeError: the loss is not a number');
  await expect(trained(run)).rejects.toThrow(
    /^Training swaps, kept in PyTorch stopped: RuntimeError: the loss is not a number$/,
  );
});

test('a start that takes pictures of another size is refused before PyTorch starts', async () => {
  await useBackend('cpu');
  await rm(join(folder, 'started'), { force: true });
  const tokenizer = trainTokenizer(['a red bell'], { contextLength: 8 });
  const { vocabularySize, startToken, endToken } = tokenizer;
  const small = { width: 8, mlpWidth: 8, layers: 1, heads: 1 };
  const model = createClip({
    embeddingSize: 8,
    image: { imageSize: 32, patchSize: 16, ...small },
    text: { contextLength: 8, vocabularySize, startToken, endToken, ...small },
  });
  const other = join(folder, 'other');
  await createEncoder(model, tokenizer).save(other);
  model.dispose();
  await brokenPython('RuntimeError: started');
  await expect(measureRun(run, { prepared, model: other, report: () => {} })).rejects.toThrow(
    /--model: .*other takes pictures of 32 pixels, and those of this experiment have 48/,
  );
  expect(existsSync(join(folder, 'started'))).toBe(false);
});

describeWithPython('train.py', () => {
  test('trains each loss for its steps, by what keeps it close and by hard captions', async () => {
    vi.stubEnv('PYTHON', python!);
    const start = await readFile(join(PAIR_MODEL, 'model.safetensors'));
    const arms: readonly Partial<Run>[] = [
      {},
      { loss: { name: 'ownNegatives', weight: 1, value: 2 } },
      { loss: { name: 'adaptive', max: 4, scale: 'rank' }, layout: 'paired' },
    ];
    const all = [];
    for (const arm of arms) all.push(await trained({ ...run, ...arm }));
    for (const { steps, measured, weights } of all) {
      expect(steps).toEqual([1, 2, 3]);
      const of = (metric: string) => measured.filter((each) => each.metric === metric);
      expect(of('loss').map(({ step }) => step)).toEqual([1, 2]);
      expect(of('similarity budget').map(({ kind }) => kind)).toEqual([
        'pull',
        'hard',
        'easy',
        'pull',
        'hard',
        'easy',
      ]);
      for (const { value } of measured) expect(value).toBeGreaterThan(0);
      expect(weights.equals(start)).toBe(false);
    }
    const first = all.map(({ measured }) => measured[0]!.value);
    expect(new Set(first).size).toBe(arms.length);
  });

  test('a pretraining is kept whole in its folder, and not made again', async () => {
    vi.stubEnv('PYTHON', python!);
    await useBackend('cpu');
    const own = { ...run, pretraining: run.training! };
    const steps: number[] = [];
    const made = { folder: join(folder, 'start'), prepared, onStep: (step: number) => void steps.push(step) };
    const rows = await pretrain(own, made);
    expect(rows.map(({ metric, step }) => [metric, step])).toEqual(
      [1, 2].flatMap((step) => [
        ['pretraining loss', step],
        ['pretraining logit scale', step],
      ]),
    );
    expect([await pretrain(own, made), steps]).toEqual([rows, [1, 2, 3]]);
    const start = await loadEncoder(made.folder);
    expect(start.model.config.image.imageSize).toBe(PAIR_SIZE);
    start.dispose();
    expect((await readdir(folder)).filter((name) => name.startsWith('fresh-'))).toEqual([]);
  });
});
