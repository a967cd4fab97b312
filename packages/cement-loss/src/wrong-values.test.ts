import '@tensorflow/tfjs-backend-cpu';
import { dispose, memory, ones, setBackend, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as losses from './index';
import { lossRegistry } from './testing/loss-registry';

// What a JavaScript user may pass, whatever the types say: every kind of wrong value, as every argument and option, and
// inside of arrays. It works, or it throws one sentence that begins with the function's name.
type Call = (...args: unknown[]) => unknown;
const functions: Readonly<Record<string, unknown>> = losses;

const rows = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const good = { images: rows, captions: rows, hardCaptions: rows, hardImages: rows, concreteness: [1, 3, 5] };

const throwing = (what: unknown) => (): never => {
  throw what;
};
const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const hostile = (what: unknown): object =>
  new Proxy([1, 2, 3], {
    get: throwing(what),
    has: throwing(what),
    ownKeys: throwing(what),
    getPrototypeOf: throwing(what),
    getOwnPropertyDescriptor: throwing(what),
  });

const wrong: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  true: () => true,
  'a symbol': () => Symbol('\u001b[2J\nline'),
  'a bigint': () => 10n ** 400n,
  NaN: () => Number.NaN,
  infinity: () => Number.NEGATIVE_INFINITY,
  'a huge number': () => 1e300,
  'the largest float32': () => 3.4e38,
  'a tiny number': () => 5e-324,
  'a fraction': () => 0.5,
  'a negative number': () => -7,
  'a large whole number': () => 2 ** 53,
  'a long text': () => '\u001b[2J\n\u2028\u202e'.repeat(10_000),
  'a function': () => () => 1,
  'a class': () => class {},
  'an object': () => ({}),
  'an object without a prototype': () => Object.create(null),
  'an object that is no text': () => ({ toString: throwing(new TypeError('no text')), valueOf: () => ({}) }),
  'an object with a getter': () => ({
    get images(): never {
      throw new TypeError('no images');
    },
    get logitScale(): never {
      throw null;
    },
    get value(): never {
      throw Symbol('x');
    },
  }),
  'an array': () => [],
  'a sparse array': () => new Array(2 ** 32 - 1),
  'nested too deep': () => [[[[[[1]]]]]],
  'an array of everything': () => [null, Symbol('x'), 1n, {}, [], 'x'],
  'symbols in rows': () => [[Symbol('x')], [1n], [null]],
  bigints: () => BigUint64Array.of(1n, 2n, 3n),
  'a date': () => new Date(Number.NaN),
  'a regular expression': () => /x/,
  'a promise': () => Promise.resolve(rows),
  'a map': () => new Map([['images', rows]]),
  'a revoked proxy': () => revoked({}),
  'a revoked array': () => revoked([]),
  'a revoked function': () => revoked(() => 1),
  'a proxy that throws': () => hostile(new TypeError('Cannot read this\nfile /etc/x')),
  'a proxy that throws nothing': () => hostile(undefined),
  'a proxy that throws a proxy': () => hostile(revoked({})),
  'rows of a proxy that throws': () => [hostile(new RangeError('x')), [1, 2], [1, 2]],
  'what looks like a tensor': () => ({
    dataId: {},
    dtype: 'float32',
    isDisposed: false,
    rank: 2,
    shape: [3, 2],
    size: 6,
    data: () => 1,
    dataSync: () => 1,
    throwIfDisposed: () => 1,
  }),
  'a scalar': () => tensor(3),
  'a tensor of texts': () => tensor(['a', 'b', 'c']),
  'a tensor of rank 5': () => ones([3, 1, 1, 1, 2]),
};

/** One sentence: no line breaks, nothing that steers a terminal, of a length that one can read. */
function expectSentence(name: string, kind: string, error: unknown): void {
  expect(error, kind).toBeInstanceOf(Error);
  if (!(error instanceof Error)) return;
  expect(error.constructor, `${kind}: ${error.stack}`).toBe(Error);
  expect(error.message, kind).toMatch(new RegExp(`^${name}: [^\\p{C}\\p{Zl}\\p{Zp}]{10,300}$`, 'u'));
}

function tries(name: string, kind: string, call: () => unknown): void {
  const before = memory().numTensors;
  try {
    tidy(() => {
      call();
    });
  } catch (error) {
    expectSentence(name, kind, error);
  }
  expect(memory().numTensors, `tensors left by ${kind}`).toBe(before);
}

const ofBatch: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(lossRegistry).map(([name, { options }]) => [name, options])),
  ceClipThresholds: ['upperBound'],
  gradientBudget: ['margin', 'layout', 'space', 'loss'],
};
const ofOptions: Readonly<Record<string, readonly string[]>> = {
  adaptiveMargin: ['max', 'min', 'unit', 'scale'],
  staticMargin: ['value', 'unit'],
  balancedMargin: ['share'],
  fittedMargin: ['reference', 'unit', 'factor'],
};

beforeAll(async () => {
  await setBackend('cpu');
});

it('tries every function that there is', () => {
  const rest = ['asLayersLoss', 'layersTargets', 'budgetRecorder', 'noMargin'];
  expect(Object.keys(functions).sort()).toEqual(
    [...Object.keys(ofBatch), ...Object.keys(ofOptions), ...rest].sort(),
  );
});

describe.each(Object.entries(ofBatch))('%s', (name, own) => {
  const call = functions[name] as Call;

  it.each(Object.entries(wrong))('%s', (kind, make) => {
    const at = (place: string, use: (value: unknown) => unknown): void =>
      tries(name, `${kind} as ${place}`, () => use(make()));
    at('batch', (value) => call(value));
    at('options', (value) => call(good, value));
    at('every argument', (value) => call(value, value, value));
    for (const entry of [...Object.keys(good), 'valid', 'groups', 'textIds']) {
      const layouts = own.includes('layout') ? ['captions', 'triplet', 'paired'] : [undefined];
      for (const layout of layouts) {
        const options = layout ? { layout } : {};
        at(entry, (value) => call({ ...good, [entry]: value }, options));
        at(`${entry}, inside`, (value) =>
          call({ ...good, [entry]: [[value, 1], rows[1], rows[2]] }, options),
        );
        at(`${entry}, in a list`, (value) => call({ ...good, [entry]: [1, value, 1] }, options));
      }
    }
    for (const option of ['logitScale', 'normalize', 'chunkSize', ...own]) {
      // A loss of the user's own may throw what it likes, and so may a margin.
      if (option === 'loss' && typeof make() === 'function') continue;
      at(option, (value) => call(good, { [option]: value }));
    }
    for (const key of own.includes('margin')
      ? ['name', 'unit', 'needsConcreteness', 'perNegative', 'perRow']
      : []) {
      const margin = { name: 'mine', unit: 'logit', needsConcreteness: true };
      if (key.startsWith('per') && typeof make() === 'function') continue;
      at(`margin.${key}`, (value) => call(good, { margin: { ...margin, [key]: value } }));
      at(`what margin.${key} returns`, (value) => call(good, { margin: { ...margin, [key]: () => value } }));
    }
  });
});

describe.each(Object.entries(ofOptions))('%s', (name, own) => {
  const call = functions[name] as Call;
  const samples = [{ concreteness: 3, similarity: 0.2 }];
  const made = (options: unknown) => (name === 'fittedMargin' ? call(samples, options) : call(options));

  it.each(Object.entries(wrong))('%s', (kind, make) => {
    tries(name, kind, () => call(make()));
    tries(name, kind, () => made(make()));
    for (const option of own) {
      const needed = name === 'staticMargin' ? { value: 1 } : name === 'balancedMargin' ? { share: 0.5 } : {};
      tries(name, `${kind} as ${option}`, () => made({ ...needed, [option]: make() }));
    }
    if (name !== 'fittedMargin') return;
    for (const sample of [
      make(),
      { concreteness: make(), similarity: 0 },
      { concreteness: 2, similarity: make() },
    ]) {
      tries(name, `${kind} in samples`, () => call([...samples, sample]));
    }
  });
});

describe('what goes around a loss', () => {
  it.each(Object.entries(wrong))('%s', async (kind, make) => {
    const call = (name: string, ...args: unknown[]) => (functions[name] as Call)(...args);
    const layers = (use: (value: unknown) => unknown) => tries('asLayersLoss', kind, () => use(make()));
    const targets = (use: (value: unknown) => unknown) => tries('layersTargets', kind, () => use(make()));
    const { infoNceLoss } = losses;
    layers((value) => call('asLayersLoss', value));
    layers((value) => call('asLayersLoss', infoNceLoss, value));
    layers((value) => call('asLayersLoss', infoNceLoss, { hardPerRow: value }));
    layers((value) => call('asLayersLoss', infoNceLoss, { hardImages: value }));
    const loss = losses.asLayersLoss(infoNceLoss) as Call;
    layers((value) => loss(value, ones([2, 6])));
    layers((value) => loss(ones([2, 6]), value));
    layers((value) => (call('asLayersLoss', () => value) as Call)(ones([2, 6]), ones([2, 6])));
    targets((value) => call('layersTargets', value, 6));
    targets((value) => call('layersTargets', { concreteness: value }, 6));
    targets((value) => call('layersTargets', { concreteness: [1, 2, 3], valid: value }, 6));
    targets((value) => call('layersTargets', { concreteness: [1, 2, 3] }, value));

    const { record } = losses.budgetRecorder() as { record: Call };
    const made = make();
    const pulls = { pull: made, hard: made, easy: made };
    for (const budget of [made, { imageToText: made }, { imageToText: pulls, textToImage: pulls }]) {
      for (const step of [1, made]) {
        try {
          await record(step, budget);
        } catch (error) {
          expectSentence('budgetRecorder', kind, error);
        }
      }
    }
    // A tensor is this test's own.
    dispose(kind.startsWith('a scalar') || kind.startsWith('a tensor') ? (made as Tensor) : []);
  });
});

it('whatever fast-check comes up with', () => {
  const anything = fc.anything({
    withBigInt: true,
    withSparseArray: true,
    withTypedArray: true,
    withNullPrototype: true,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(ofBatch)),
      fc.constantFrom(...Object.keys(good), 'valid', 'groups', 'textIds'),
      anything,
      fc.dictionary(fc.constantFrom('logitScale', 'normalize', 'chunkSize'), anything, { maxKeys: 1 }),
      (name, entry, value, options) =>
        tries(name, entry, () => (functions[name] as Call)({ ...good, [entry]: value }, options)),
    ),
    { seed: 18, numRuns: 500 },
  );
});
