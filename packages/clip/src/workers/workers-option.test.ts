import { availableParallelism } from 'node:os';
import { infoNceLoss } from '@slipform/cement-loss';
import { InputError } from '@slipform/kit/errors/input-error';
import { readOptions } from '@slipform/kit/options/options';
import { expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import type { TrainLoss } from '../gradients/batch-gradients';
import { createClip } from '../model/create-clip';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { adamW } from '../training/adamw';
import { trainClip } from '../training/train-clip';
import { openEmbeddingWorkers } from './embedding-workers';
import { embeddingWorkersRow, refuseTooMany } from './workers-option';

const read = (workers: unknown) => readOptions('loadEncoder', { workers: embeddingWorkersRow }, { workers });

it.each([0, 2, 1024, 'auto', { count: 2, create: () => new Worker('') }, undefined])(
  'takes %j',
  (workers) => {
    expect(() => read(workers)).not.toThrow();
  },
);

it.each([-1, 1.5, Number.NaN, 1025, 'two', null, { count: 2 }, { count: 1025, create: () => {} }])(
  'refuses %j, and names the range',
  (workers) => {
    const check = () => read(workers);
    expect(check).toThrow(InputError);
    expect(check).toThrow(/^loadEncoder: workers must be an integer from 0 to 1024, or \{ count, create \}/);
  },
);

it('allows 32 threads anywhere and four for each core, and no more', () => {
  for (const [count, cores] of [
    [32, 1],
    [64, 16],
    [1000, Number.POSITIVE_INFINITY],
  ] as const) {
    expect(() => refuseTooMany('embed', count, cores), `${count}`).not.toThrow();
  }
  expect(() => refuseTooMany('embed', 33, 2)).toThrow(
    'embed: workers must be at most 32 on a machine of 2 cores, got 33; one for each core is the fastest.',
  );
  expect(() => refuseTooMany('embed', 65, 16)).toThrow(/at most 64 on a machine of 16 cores/);
});

it.skipIf(availableParallelism() > 255)('is asked before a thread is started', async () => {
  await useBackend('cpu');
  const model = createClip(tinyConfig);
  let started = 0;
  const create = (): never => {
    started++;
    throw new Error('started');
  };
  const workers = { count: 1024, create };
  const message = /workers must be at most \d+ on a machine of \d+ cores, got 1024/;
  expect(() => openEmbeddingWorkers('loadEncoder', model, workers)).toThrow(message);
  const optimizer = adamW();
  const data = () => tinyBatch();
  const loss: TrainLoss = (batch, options) => infoNceLoss(batch, options);
  await expect(trainClip({ model, optimizer, data, loss, steps: 1, workers })).rejects.toThrow(message);
  expect(started).toBe(0);
  optimizer.dispose();
  model.dispose();
});
