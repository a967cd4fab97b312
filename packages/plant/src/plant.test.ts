import { InputError } from '@slipform/concreteness';
import { describe, expect, test } from 'vitest';
import type { HardNegative } from './hard-negative';
import type { PlantOptions } from './options';
import { createPlant } from './plant';

/** Every negative that many seeds give. */
function all(caption: string, options: PlantOptions = {}, siblings: string[] = []): HardNegative[] {
  const found = new Map<string, HardNegative>();
  for (let seed = 0; seed < 3; seed += 1) {
    const plant = createPlant({ perCaption: 40, seed, ...options });
    for (const record of plant.mine(caption, { siblings })) found.set(record.negative, record);
  }
  return [...found.values()];
}

const negatives = (...args: Parameters<typeof all>) => all(...args).map(({ negative }) => negative);
const replacements = (...args: Parameters<typeof all>) => [
  ...new Set(all(...args).flatMap(({ replacement }) => replacement.lemma)),
];

describe('agreement', () => {
  test('an irregular plural becomes one too', () => {
    expect(replacements('Two men are waiting.', { slots: ['object'] })).toEqual(['woman']);
    expect(negatives('Two men are waiting.', { slots: ['object'] })).toEqual(['Two women are waiting.']);
  });

  test('"sheep" has the number of its determiner', () => {
    const two = negatives('Two sheep graze.', { slots: ['object'] });
    expect(two).not.toEqual([]);
    for (const negative of two)
      expect(negative).toMatch(/^Two (?:\w+s|deer|buffalo|mice|geese|wolves) graze\.$/);
    const one = negatives('A sheep grazes.', { slots: ['object'] });
    expect(one).not.toEqual([]);
    for (const negative of one) expect(negative).not.toMatch(/^An? \w+s grazes/);
  });

  test('capitals stay', () => {
    const capitals = all('DOGS SLEEP ON A RUG').map(({ replacement }) => replacement.text);
    expect(capitals).not.toEqual([]);
    expect(capitals).toEqual(capitals.map((text) => text.toUpperCase()));
    const first = all('Dogs sleep on a rug', { slots: ['object'], operations: ['replace'] })
      .filter(({ keyword }) => keyword.start === 0)
      .map(({ replacement }) => replacement.text);
    expect(first).not.toEqual([]);
    for (const text of first) expect(text).toMatch(/^[A-Z][a-z]/);
  });

  test('two words are one span', () => {
    const [record] = createPlant().mine('A traffic light is broken.', { id: 'x' });
    expect(record?.keyword).toEqual({ text: 'traffic light', lemma: 'traffic light', start: 2, end: 15 });
  });
});

describe('input', () => {
  test.each([
    [{ policy: 'best' }, 'createPlant: policy must be one of max, min, random, weighted, got "best".'],
    [{ balance: 'yes' }, 'createPlant: balance must be one of none, slots, concreteness, got "yes".'],
    [
      { slots: [] },
      'createPlant: slots must be a list with at least 1 entry, each one of object, attribute, action, relation, count, got an empty array.',
    ],
    [
      { operations: ['delete'] },
      'createPlant: operations[0] must be one of replace, swap, exchange, natural, got "delete".',
    ],
    [{ perCaption: 0 }, 'createPlant: perCaption must be an integer from 1 to 100, got 0.'],
    [{ seed: -1 }, 'createPlant: seed must be an integer from 0 to 4294967295, got -1.'],
    [
      { maxGap: Number.NaN },
      'createPlant: maxGap must be a finite number above 0 and of at most 4, got NaN.',
    ],
    [{ temperature: 0 }, 'createPlant: temperature must be a finite number above 0, got 0.'],
    [{ contextLength: -1 }, 'createPlant: contextLength must be an integer of at least 0, got -1.'],
    [{ vocabulary: 'dog' }, 'createPlant: vocabulary must be a list or set of words, got "dog".'],
    [
      { polcy: 'max' },
      'createPlant: there is no option "polcy"; there are policy, temperature, balance, perCaption, operations, slots, seed, maxGap, contextLength, fit, vocabulary, lexicon, rewriter, scorer, concurrency.',
    ],
    [null, 'createPlant: options must be an object, got null.'],
    [{ vocabulary: [] }, 'createPlant: vocabulary must hold at least one word, got none.'],
  ])('%j is refused', (options, message) => {
    const make = () => createPlant(options as PlantOptions);
    expect(make).toThrow(message);
    try {
      make();
    } catch (error) {
      expect(InputError.isInstance(error)).toBe(true);
    }
  });

  test('a caption must be a string', () => {
    // @ts-expect-error: what JavaScript users pass
    expect(() => createPlant().mine(42)).toThrow('mine: caption must be a string, got 42.');
  });

  test('10,000 words are no caption: refused and counted, at once', () => {
    const plant = createPlant();
    expect(plant.mine('dog '.repeat(10_000))).toEqual([]);
    expect(plant.stats().refusals['too-long']).toBe(1);
  });

  test.each([
    '',
    ' ',
    '…',
    '🐶',
    '\u0000',
    '<b>dog</b>',
    'שלום כלב',
    'constructor __proto__ toString',
    '\ud800 dog',
  ])('odd captions are read, and a plant goes on after them: %j', (caption) => {
    const plant = createPlant({ perCaption: 3 });
    const records = [...plant.mine(caption), ...plant.mine('A dog sleeps.')];
    expect(records.length).toBeGreaterThanOrEqual(3);
    for (const { negative, replacement } of records) {
      expect(negative.slice(replacement.start, replacement.end)).toBe(replacement.text);
    }
  });
});

describe('mineAll', () => {
  const captions = ['a red dog and a blue cat', '', { id: 'x', caption: 'a man rides a horse' }];

  test('numbers captions without an id, and takes iterables of both sorts', async () => {
    async function* later() {
      yield* captions;
    }
    const fromList: HardNegative[] = [];
    for await (const record of createPlant().mineAll(captions)) fromList.push(record);
    const fromStream: HardNegative[] = [];
    for await (const record of createPlant().mineAll(later())) fromStream.push(record);
    expect(fromList.map(({ id }) => id)).toEqual(['1', 'x']);
    expect(fromStream).toEqual(fromList);
  });
});

test('what is no caption is refused in one sentence', async () => {
  const plant = createPlant();
  const block = (value: unknown) => () => plant.mineBlock(value as never);
  expect(block('A cat.')).toThrow('mineBlock: the block must be an array of { caption, … }, got "A cat."');
  expect(block(['A cat.'])).toThrow(
    'item 0 must be { caption: "…", id?, imageId?, filepath?, siblings? }, got "A cat."',
  );
  expect(block([{ text: 'x' }])).toThrow('got an object');
  expect(block([{ caption: 5 }])).toThrow('got one whose caption is 5');
  expect(block([{ caption: 'A cat.', image_id: 3 }])).toThrow('call it imageId');
  expect(() => plant.mine('A cat.', { siblings: 'A dog.' as never })).toThrow('siblings must be an array');
  expect(() => plant.mine('A cat.', null as never)).toThrow('must be { id?, siblings? }, got null');
  const all = async (value: unknown) => {
    for await (const _record of plant.mineAll(value as never));
  };
  await expect(all('A cat.')).rejects.toThrow('captions must be an array, a generator or a stream');
  await expect(all(null)).rejects.toThrow('got null');
  await expect(all([5])).rejects.toThrow('caption 1 must be');
  expect(() => createPlant({ lexicon: {} as never })).toThrow('createLexicon() from @slipform/concreteness');
  expect(() => createPlant({ fit: Promise.resolve() as never })).toThrow('got a Promise (await it first)');
});
