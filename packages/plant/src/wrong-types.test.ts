import { expect, test } from 'vitest';
import { createPlant, cutIntoBlocks, FitTable, fitCaptions, InputError, mergeStats } from './index';

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

class Strange {
  get caption(): never {
    throw new TypeError('a getter of the caller');
  }
  get length(): never {
    throw new TypeError('a getter of the caller');
  }
  [Symbol.iterator](): never {
    throw new TypeError('an iterator of the caller');
  }
  toString(): never {
    throw new TypeError('a method of the caller');
  }
}

/** What callers in JavaScript pass by mistake, and worse. */
const values: readonly (readonly [name: string, value: unknown])[] = [
  ['null', null],
  ['true', true],
  ['a number', 5],
  ['NaN', Number.NaN],
  ['a bigint', 2n],
  ['a symbol', Symbol('\u001b[2J')],
  ['a text', 'x'.repeat(500)],
  ['a function', () => 5],
  ['an array', [5]],
  ['an array with a hole', new Array(2)],
  ['an array of null', [null]],
  ['an object', {}],
  ['an object without a prototype', Object.create(null)],
  ['a date', new Date(Number.NaN)],
  ['a map', new Map([[5, 5]])],
  ['bytes', new Uint8Array(3)],
  ['a promise', Promise.resolve('x')],
  ['a proxy', new Proxy({}, {})],
  ['a proxy of a function', new Proxy(() => 5, {})],
  ['a revoked proxy', revoked()],
  ['what throws when it is looked at', new Strange()],
];

type Call = (value: never) => unknown;
const caption = 'A red dog chases a blue cat.';
const plant = createPlant();
const table = await fitCaptions([caption]);
const option = (name: string): Call =>
  ((value: unknown) => createPlant({ [name]: value } as never).mine(caption)) as Call;
const drain = async (stream: AsyncIterable<unknown>) => {
  for await (const _ of stream);
};
const stats = plant.stats();

/** Each argument of each public function, and the values that are right for it. */
const calls: Readonly<Record<string, readonly [call: Call, right: readonly string[]]>> = {
  'createPlant(options)': [
    (value) => createPlant(value),
    [
      'an object',
      'an object without a prototype',
      'a date',
      'a map',
      'bytes',
      'a promise',
      'a proxy',
      'what throws when it is looked at',
    ],
  ],
  'option lexicon': [option('lexicon'), []],
  'option lexicon.rate': [((rate: unknown) => option('lexicon')({ rate } as never)) as Call, []],
  'option lexicon.rate()': [
    ((found: unknown) => option('lexicon')({ rate: () => found } as never)) as Call,
    [],
  ],
  'option policy': [option('policy'), []],
  'option balance': [option('balance'), []],
  'option operations': [option('operations'), []],
  'option slots': [option('slots'), []],
  'option perCaption': [option('perCaption'), ['a number']],
  'option seed': [option('seed'), ['a number']],
  'option maxGap': [option('maxGap'), []],
  'option vocabulary': [option('vocabulary'), []],
  'option fit': [option('fit'), ['null']],
  'option temperature': [option('temperature'), ['a number']],
  'option contextLength': [option('contextLength'), ['a number']],
  'option concurrency': [option('concurrency'), ['a number']],
  'option scorer': [option('scorer'), ['a function', 'a proxy of a function']],
  'option rewriter': [option('rewriter'), ['a function', 'a proxy of a function']],
  'mine(caption)': [(value) => plant.mine(value), ['a text']],
  'mine({ caption })': [(value) => plant.mine({ caption: value }), ['a text']],
  'mine({ id })': [(id) => plant.mine({ caption, id }), ['a text']],
  'mine({ siblings })': [(siblings) => plant.mine({ caption, siblings }), []],
  'mineBlock(block)': [(value) => plant.mineBlock(value), []],
  'mineBlock([caption])': [(value) => plant.mineBlock([value]), ['a text']],
  'mineBlock([{ caption }])': [(value) => plant.mineBlock([{ caption: value }]), ['a text']],
  'mineBlock([{ id }])': [(id) => plant.mineBlock([{ caption, id }]), ['a text']],
  'mineBlock([{ imageId }])': [(imageId) => plant.mineBlock([{ caption, imageId }]), ['a text']],
  'mineBlock([{ siblings }])': [(siblings) => plant.mineBlock([{ caption, siblings }]), []],
  'mineAll(captions)': [(value) => drain(plant.mineAll(value)), []],
  'mineAll([caption])': [(value) => drain(plant.mineAll([value])), ['a text', 'a promise']],
  'mineAll([{ id }])': [(id) => drain(plant.mineAll([{ caption, id }])), ['a text']],
  'cutIntoBlocks(captions)': [(value) => drain(cutIntoBlocks(value)), []],
  'cutIntoBlocks(, size)': [(value) => drain(cutIntoBlocks([caption], value)), ['a number']],
  'fitCaptions(captions)': [(value) => fitCaptions(value), []],
  'fitCaptions([caption])': [(value) => fitCaptions([value]), ['a text', 'a promise']],
  'FitTable.parse(text)': [(value) => FitTable.parse(value), []],
  'table.count(hash)': [(value) => table.count(value), ['a number', 'NaN']],
  'table.met(word)': [(value) => table.met(value), ['a number', 'NaN']],
  'table.together(a)': [(value) => table.together(value, 1), ['a number', 'NaN']],
  'table.together(, b)': [(value) => table.together(1, value), ['a number', 'NaN']],
  'table.pruned(least)': [(value) => table.pruned(value), ['a number']],
  'table.with(other)': [(value) => table.with(value), []],
  'mergeStats(a)': [(value) => mergeStats(value, stats), []],
  'mergeStats(, b)': [(value) => mergeStats(stats, value), []],
  'mergeStats({ slots })': [(value) => mergeStats({ ...stats, slots: value }, stats), []],
  'mergeStats({ captions })': [(value) => mergeStats({ ...stats, captions: value }, stats), ['a number']],
};

test.each(Object.entries(calls))('%s: every wrong value is one sentence', async (name, [call, right]) => {
  for (const [kind, value] of values) {
    // What a stream gives is awaited before we see it.
    if (kind === 'a revoked proxy' && /(?:All|Captions)\(\[caption\]\)/.test(name)) continue;
    let error: unknown;
    try {
      await call(value as never);
    } catch (caught) {
      error = caught;
    }
    if (error === undefined) {
      expect(right, `${name} took ${kind}`).toContain(kind);
      continue;
    }
    expect(InputError.isInstance(error), `${name} of ${kind}: ${(error as Error)?.stack}`).toBe(true);
    const { message } = error as Error;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no message may hold one.
    expect(message, `${name} of ${kind}`).toMatch(/^[^\u0000-\u001f]{10,300}\.$/);
  }
});

test('a rewriter may throw anything, and its caller learns at which caption', async () => {
  for (const [kind, value] of values) {
    if (kind === 'a revoked proxy') continue;
    const rewriter = () => Promise.reject(value);
    await expect(drain(createPlant({ rewriter }).mineAll([caption]))).rejects.toThrow(
      'the rewriter failed on caption "1": ',
    );
  }
});

test('a rewriter may answer anything: what is no text keeps our own', async () => {
  let records = 0;
  for (const [kind, value] of values) {
    if (kind === 'a revoked proxy') continue;
    for await (const _ of createPlant({ rewriter: async () => value as never }).mineAll([caption]))
      records += 1;
  }
  expect(records).toBe(values.length - 1);
});
