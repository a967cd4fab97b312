import { InputError } from '@slipform/concreteness';
import { describe, expect, test } from 'vitest';
import { fitCaptions } from './fit-captions';
import type { HardNegative } from './hard-negative';
import type { PlantOptions } from './options';
import { createPlant, createPlantWith } from './plant';

/** Every negative that many seeds give. */
function all(caption: string, options: PlantOptions = {}, siblings: string[] = []): HardNegative[] {
  const found = new Map<string, HardNegative>();
  for (let seed = 0; seed < 3; seed += 1) {
    const plant = createPlant({ perCaption: 40, seed, ...options });
    for (const record of plant.mine({ caption, siblings })) found.set(record.negative, record);
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
    const words = ['cow', 'cows'];
    const mine = (caption: string) => negatives(caption, { slots: ['object'], vocabulary: words }).sort();
    expect(mine('Two sheep graze.')).toEqual(['Two cows graze.']);
    expect(mine('A sheep grazes.')).toEqual(['A cow grazes.']);
  });

  test('capitals stay', () => {
    const capitals = all('DOGS SLEEP ON A RUG', { sense: 0.4 }).map(({ replacement }) => replacement.text);
    expect(capitals).not.toEqual([]);
    expect(capitals).toEqual(capitals.map((text) => text.toUpperCase()));
    const first = all('Dogs sleep on a rug', { slots: ['object'], operations: ['replace'], sense: 0.4 })
      .filter(({ keyword }) => keyword.start === 0)
      .map(({ replacement }) => replacement.text);
    expect(first).not.toEqual([]);
    for (const text of first) expect(text).toMatch(/^[A-Z][a-z]/);
  });

  test('two words are one span', () => {
    const [record] = createPlant({ slots: ['object'], perCaption: 9, sense: 0.4 })
      .mine({ caption: 'A truck waits near a stop sign.', id: 'x' })
      .filter(({ keyword }) => keyword.lemma === 'stop sign');
    expect(record?.keyword).toEqual({ text: 'stop sign', lemma: 'stop sign', start: 21, end: 30 });
  });
});

describe('truth and form, where a vocabulary leaves the sense to its owner', () => {
  const mine = (words: string, caption: string, options: PlantOptions = {}) =>
    negatives(caption, { vocabulary: words.split(' '), ...options }).sort();

  test.each([
    ['a plural becomes a plural', 'dog dogs cat cats', 'Three dogs sleep.', ['Three cats sleep.']],
    [
      'articles follow the sound',
      'apple egg banana',
      'I saw an apple.',
      ['I saw a banana.', 'I saw an egg.'],
    ],
    ['no synonym and no kind', 'couch sofa furniture desk', 'A couch is here.', ['A desk is here.']],
    ['persons change within their table', 'man woman girl nurse priest', 'A man waits.', ['A woman waits.']],
    ['no adult becomes a child', 'man woman girl boy', 'A woman waits.', ['A man waits.']],
    [
      'an adult may take the place of a child',
      'man woman girl boy',
      'A girl waits.',
      ['A boy waits.', 'A man waits.'],
    ],
  ])('%s', (_name, words, caption, wanted) => {
    expect(mine(words, caption, { slots: ['object'] })).toEqual(wanted);
  });

  test.each([
    [
      'degrees stay',
      'attribute',
      'big small biggest largest',
      'the smallest box',
      ['the biggest box', 'the largest box'],
    ],
    ['one colour is another', 'attribute', 'red blue grey', 'a gray car', ['a blue car', 'a red car']],
    ['a posture', 'action', 'sits stands', 'A man sits on a bench.', ['A man stands on a bench.']],
    [
      'a place',
      'relation',
      'under on behind',
      'A cat under a table.',
      ['A cat behind a table.', 'A cat on a table.'],
    ],
    ['a side', 'relation', 'left right above', 'red dog left of blue cat', ['red dog right of blue cat']],
    ['a number', 'count', 'two three many', 'Two dogs sleep.', ['Many dogs sleep.', 'Three dogs sleep.']],
  ] as const)('%s', (_name, slot, words, caption, wanted) => {
    expect(mine(words, caption, { slots: [slot] })).toEqual(wanted);
  });

  test('a swap changes what is bound to what, and where nothing is bound there is no swap', () => {
    const swap = (words: string, caption: string, slot: 'object' | 'attribute' = 'object') =>
      mine(words, caption, { operations: ['swap'], slots: [slot] });
    expect(swap('dog cat', 'a dog chasing a cat')).toEqual(['a cat chasing a dog']);
    expect(swap('dog cat red blue', 'a red dog and a blue cat')).toEqual(['a red cat and a blue dog']);
    const colours = swap('dog cat red blue', 'a red dog and a blue cat', 'attribute');
    expect(colours).toEqual(['a blue dog and a red cat']);
    for (const caption of ['a dog and a cat', 'a dog next to a cat', 'a dog beside a cat']) {
      expect(swap('dog cat', caption)).toEqual([]);
    }
    expect(swap('man woman black white', 'a black man and a white woman')).toEqual([]);
    expect(swap('man woman black white', 'a black man and a white woman', 'attribute')).toEqual([]);
  });

  test('nothing else is inserted, and no attribute where a thing was', () => {
    const vocabulary = ['red', 'green', 'blue', 'dog', 'cat', 'car', 'left', 'of', 'whale'];
    const records = all('red dog left of blue cat', { vocabulary });
    expect(new Set(records.map(({ slot }) => slot))).toEqual(new Set(['object', 'attribute']));
    for (const { negative, slot, replacement } of records) {
      for (const word of negative.split(' ')) expect(vocabulary).toContain(word);
      if (slot === 'object') expect(['dog', 'cat', 'car', 'whale']).toContain(replacement.lemma);
    }
  });
});

test('a record says what was done', () => {
  const plant = createPlant({ seed: 5, slots: ['object'], sense: 0.4 });
  const [group] = plant.mineGroups([{ caption: 'A dog sleeps.', id: '42', imageId: '7', filepath: 'a.jpg' }]);
  expect(group!.negatives).toEqual([
    {
      id: '42',
      caption: 'A dog sleeps.',
      negative: expect.stringMatching(/^An? [a-z ]+ sleeps\.$/),
      operation: 'replace',
      slot: 'object',
      keyword: { text: 'dog', lemma: 'dog', start: 2, end: 5 },
      replacement: expect.objectContaining({ text: expect.any(String) }),
      concreteness: expect.any(Number),
      concretenessSource: 'estimate',
      replacementConcreteness: expect.any(Number),
      instruction: expect.stringMatching(/^replace the dog with an? /),
      distance: expect.any(Number),
      scores: { surprise: expect.any(Number), leak: expect.any(Number) },
      imageId: '7',
      filepath: 'a.jpg',
      seed: 5,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    },
  ]);
  const { surprise, leak } = group!.negatives[0]!.scores!;
  expect(surprise).toBeGreaterThanOrEqual(0);
  for (const score of [surprise, leak]) expect(score).toBe(Math.round(score * 1000) / 1000);
});

test('checks that are switched off refuse nothing, and no others', () => {
  const mined = (ablate: readonly string[]) => {
    const plant = createPlantWith(
      { slots: ['object'], perCaption: 40, vocabulary: ['couch', 'sofa', 'desk'] },
      { ablate },
    );
    return plant.mine('A couch is here.').map(({ replacement }) => replacement.lemma);
  };
  expect(mined([])).toEqual(['desk']);
  expect(mined(['synonym/wordnet', 'is-a/wordnet', 'is-a/rare-sense', 'look-alike/table']).sort()).toEqual([
    'desk',
    'sofa',
  ]);
});

describe('input', () => {
  test.each([
    [{ policy: 'best' }, 'createPlant: policy must be one of max, min, random, weighted, got "best".'],
    [
      { balance: 'yes' },
      'createPlant: balance must be one of none, slots, concreteness, composition, got "yes".',
    ],
    [
      { slots: [] },
      'createPlant: slots must be a list with at least 1 entry, each one of object, attribute, action, relation, count, got an empty array.',
    ],
    [
      { operations: ['delete'] },
      'createPlant: operations[0] must be one of replace, swap, exchange, natural, add, negate, got "delete".',
    ],
    [{ perCaption: 0 }, 'createPlant: perCaption must be an integer from 1 to 100, got 0.'],
    [{ seed: -1 }, 'createPlant: seed must be an integer from 0 to 4294967295, got -1.'],
    [
      { maxGap: Number.NaN },
      'createPlant: maxGap must be a finite number above 0 and of at most 4, got NaN.',
    ],
    [
      { sense: 0 },
      'createPlant: sense must be one of strict, usual, all, or a finite number above 0, got 0.',
    ],
    [{ temperature: 0 }, 'createPlant: temperature must be a finite number above 0, got 0.'],
    [{ contextLength: -1 }, 'createPlant: contextLength must be an integer of at least 0, got -1.'],
    [{ vocabulary: 'dog' }, 'createPlant: vocabulary must be a list or set of words, got "dog".'],
    [
      { polcy: 'max' },
      'createPlant: there is no option "polcy"; there are policy, temperature, balance, sense, perCaption, operations, slots, seed, maxGap, contextLength, fit, vocabulary, mirror, contrasts, lexicon, rewriter, scorer, concurrency.',
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
    expect(() => createPlant().mine(42)).toThrow(
      /^mine: the caption must be a string or \{ .* \}, got 42\.$/,
    );
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
    const plant = createPlant({ perCaption: 3, sense: 0.4 });
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

test('mineBlock and mineGroups take strings as mineAll does', () => {
  const captions = ['A bird is sitting on a red car.', 'A cat is sitting on a red car.'];
  const asObjects = createPlant().mineBlock(captions.map((caption) => ({ caption })));
  expect(asObjects.length).toBeGreaterThan(0);
  expect(createPlant().mineBlock(captions)).toEqual(asObjects);
  const [group] = createPlant().mineGroups(captions);
  expect(group?.caption).toEqual({ caption: captions[0] });
  expect(group?.negatives).toEqual(asObjects.filter(({ caption }) => caption === captions[0]));
});

test('a noun that is an adjective as well ends its phrase: the pair of the front page is a swap', () => {
  const swaps = createPlant({ operations: ['swap'] });
  expect(swaps.mine('a red circle and a blue square').map(({ negative }) => negative)).toEqual([
    'a blue circle and a red square',
  ]);
  const [symmetric] = swaps.mineGroups(['a yellow square above a green square']);
  expect(symmetric?.reason).toBe('refused');
  for (const caption of [
    'a yellow square above a green square',
    'a small oval',
    'a man with a black remote',
  ]) {
    expect(createPlant().mine(caption)).toHaveLength(1);
  }
  expect(
    createPlant()
      .mineGroups(['a light blue', 'a bit wet'])
      .map(({ reason }) => reason),
  ).toEqual(['no-site', 'no-site']);
});

test('what is no caption is refused in one sentence', async () => {
  const plant = createPlant();
  const block = (value: unknown) => () => plant.mineBlock(value as never);
  expect(block('A cat.')).toThrow(
    'mineBlock: the block must be an array of strings or { caption, … }, got "A cat."',
  );
  expect(block([5])).toThrow(
    'item 0 must be a string or { caption: "…", id?, imageId?, filepath?, siblings? }, got 5',
  );
  expect(block([{ text: 'x' }])).toThrow('got an object');
  expect(block([{ caption: 5 }])).toThrow('got one whose caption is 5');
  expect(block([{ caption: 'A cat.', image_id: 3 }])).toThrow('call it imageId');
  expect(() => plant.mine({ caption: 'A cat.', siblings: 'A dog.' as never })).toThrow(
    'siblings must be an array',
  );
  expect(() => plant.mine(null as never)).toThrow('mine: the caption must be a string or');
  const all = async (value: unknown) => {
    for await (const _record of plant.mineAll(value as never));
  };
  await expect(all('A cat.')).rejects.toThrow('captions must be an array, a generator or a stream');
  await expect(all(null)).rejects.toThrow('got null');
  await expect(all([5])).rejects.toThrow('mineAll: caption 1 must be a string or { caption: "…"');
  const unnamed = 'got an object without caption';
  await expect(all([{ text: 'a dog' }])).rejects.toThrow(unnamed);
  await expect(fitCaptions([{ text: 'a dog' } as never])).rejects.toThrow(unnamed);
  await expect(fitCaptions([1 as never])).rejects.toThrow('fitCaptions: caption 1 must be a string or');
  expect(() => createPlant({ lexicon: {} as never })).toThrow('createLexicon() from @slipform/concreteness');
  expect(() => createPlant({ fit: Promise.resolve() as never })).toThrow('got a Promise (await it first)');
});
