import '@tensorflow/tfjs-backend-cpu';
import { engine, memory, ones, setBackend, type Tensor, tensor, zeros } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as losses from './index';
import { lossRegistry } from './testing/loss-registry';

// What a JavaScript user may pass as a whole, whatever the types say, and what must be refused of it; every argument and
// every option in turn is in wrong-values.test.ts.
type Call = (...args: unknown[]) => unknown;
const functions = losses as unknown as Readonly<Record<string, Call>>;

const rows = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const good = { images: rows, captions: rows, hardCaptions: rows, hardImages: rows, concreteness: [1, 3, 5] };
const ofBatch = [...Object.keys(lossRegistry), 'ceClipThresholds', 'gradientBudget'];

const disposed = (): Tensor => {
  const x = zeros([3, 2]);
  x.dispose();
  return x;
};
const circular: unknown[] = [];
circular.push(circular);
const hostile: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  undefined: () => undefined,
  'a number': () => 7,
  'a string': () => 'text',
  'an object': () => ({}),
  'a function': () => () => 1,
  'a symbol': () => Symbol('x'),
  'a bigint': () => 7n,
  'no rows': () => [],
  'empty rows': () => [[], [], []],
  'a vector': () => [1, 2],
  'NaN inside': () => [
    [1, 2],
    [3, Number.NaN],
    [5, 6],
  ],
  'strings inside': () => [
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
  ],
  holes: () => new Array(3),
  ragged: () => [[1, 2], [3], [5, 6]],
  'itself inside': () => circular,
  'a view without numbers': () => new DataView(new ArrayBuffer(24)),
  bigints: () => BigInt64Array.of(1n, 2n, 3n),
  'a scalar tensor': () => tensor(3),
  'rank 4': () => ones([3, 1, 1, 2]),
  int32: () => zeros([3, 2], 'int32'),
  'a tensor of strings': () => tensor(['a', 'b', 'c']),
  'a disposed tensor': disposed,
  'a promise': () => Promise.resolve(rows),
};

/** As options these hold no option, so that all have their defaults. */
const emptyOptions = new Set([
  'undefined',
  'an object',
  'no rows',
  'holes',
  'a view without numbers',
  'a promise',
]);

/** Calls it in a scope of its own and says what it threw, after checking that nothing is left. */
function thrownBy(call: () => unknown): unknown {
  engine().startScope();
  const before = memory().numTensors;
  try {
    const result = call();
    // What is returned is the caller's.
    const left = memory().numTensors - before;
    expect(left, 'tensors besides the result').toBeLessThanOrEqual(
      result && 'imageToText' in Object(result) ? 6 : 1,
    );
    return undefined;
  } catch (error) {
    expect(memory().numTensors, 'tensors left by a throw').toBe(before);
    return error;
  } finally {
    engine().endScope();
  }
}

/** It works, or it throws an error that names the function. */
function expectNamed(name: string, call: () => unknown): unknown {
  const error = thrownBy(call);
  if (error === undefined) return error;
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(TypeError);
  expect(error).not.toBeInstanceOf(RangeError);
  expect((error as Error).message).toMatch(new RegExp(`^${name}: .+(got|there are) `));
  return error;
}

beforeAll(async () => {
  await setBackend('cpu');
});

describe.each(ofBatch)('%s', (name) => {
  const call = functions[name] as Call;

  it.each(Object.entries(hostile))('refuses %s as batch and as options', (kind, make) => {
    const value = make();
    expect(
      expectNamed(name, () => call(value)),
      'as a batch',
    ).toBeDefined();
    const error = expectNamed(name, () => call(good, value));
    expect(error === undefined, 'as options').toBe(emptyOptions.has(kind));
  });

  it('names the options there are when one is misspelt', () => {
    expect(() => call(good, { temperature: 0.07 })).toThrow(
      new RegExp(`^${name}: there is no option "temperature"; there are .*logitScale`),
    );
    expect(() => call(good, JSON.parse('{ "__proto__": 1 }'))).toThrow('there is no option "__proto__"');
  });
});

it.each(['adaptiveMargin', 'staticMargin', 'balancedMargin', 'fittedMargin'])('%s', (name) => {
  const call = functions[name] as Call;
  const made = (options: unknown) =>
    name === 'fittedMargin' ? call([{ concreteness: 3, similarity: 0.2 }], options) : call(options);
  if (name !== 'adaptiveMargin') expect(expectNamed(name, () => call())).toBeDefined();
  expect(() => made({ values: 1 })).toThrow(`${name}: there is no option "values"; there are `);
});

describe('the smallest and the fullest batches', () => {
  const batch = (count: number, perRow: number, dim: number) => ({
    images: ones([count, dim]),
    captions: ones([count, dim]),
    hardCaptions: ones([count, perRow, dim]),
    concreteness: ones([count, perRow]),
    ...(perRow === 1 && { hardImages: ones([count, dim]) }),
  });
  it.each([
    [1, 1, 1],
    [1, 4, 1],
    [2, 4, 3],
  ])('N = %i, K = %i, D = %i are finite or a clear error, with nothing left', (count, perRow, dim) => {
    for (const name of ofBatch) {
      const before = memory().numTensors;
      const rows = batch(count, perRow, dim);
      const made = memory().numTensors - before;
      const error = expectNamed(name, () => {
        const result = functions[name]?.(rows);
        const found = 'imageToText' in Object(result) ? [] : [...(result as Tensor).dataSync()];
        expect(found.every(Number.isFinite), name).toBe(true);
        return result;
      });
      expect(error !== undefined, `${name}: ${error}`).toBe(name === 'tripletClipLoss' && perRow > 1);
      for (const x of Object.values(rows)) x.dispose();
      expect(memory().numTensors).toBe(before + made - Object.keys(rows).length);
    }
  });
});
