import { InputError } from '@slipform/kit/errors/input-error';
import { readOptions } from '@slipform/kit/options/options';
import { expect, it } from 'vitest';
import { embeddingWorkersRow } from './workers-option';

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
