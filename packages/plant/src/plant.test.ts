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
  test('a plural becomes a plural', () => {
    const records = all('Three dogs sleep.', { slots: ['object'] });
    expect(records).not.toEqual([]);
    for (const { replacement } of records) {
      expect(replacement.text).toMatch(/s$|^sheep$|^deer$|^mice$|^wolves$/);
    }
  });

  test('an irregular plural becomes one too', () => {
    expect(replacements('Two men are waiting.', { slots: ['object'] })).toEqual(['woman']);
    expect(negatives('Two men are waiting.', { slots: ['object'] })).toEqual(['Two women are waiting.']);
  });

  test('"sheep" has the number of its determiner', () => {
    const two = negatives('Two sheep graze.', { slots: ['object'] });
    expect(two).not.toEqual([]);
    for (const negative of two) expect(negative).toMatch(/^Two (?:\w+s|deer|mice|geese|wolves) graze\.$/);
    const one = negatives('A sheep grazes.', { slots: ['object'] });
    expect(one).not.toEqual([]);
    for (const negative of one) expect(negative).not.toMatch(/^An? \w+s grazes/);
  });

  test('articles follow the sound', () => {
    const texts = negatives('I saw an apple.', { slots: ['object'] });
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(text).toMatch(/ (?:an [aeiou]|a [^aeiou])/);
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

  test('comparatives and superlatives stay', () => {
    expect(negatives('the smallest box', { slots: ['attribute'] }).sort()).toEqual([
      'the biggest box',
      'the largest box',
    ]);
  });

  test('swapped things take the number of their new place', () => {
    expect(negatives('two dogs chase a cat', { operations: ['swap'] })).toContain('two cats chase a dog');
  });

  test('two words are one span', () => {
    const [record] = createPlant().mine('A traffic light is broken.', { id: 'x' });
    expect(record?.keyword).toEqual({ text: 'traffic light', lemma: 'traffic light', start: 2, end: 15 });
  });
});

describe('swaps', () => {
  const swaps = (caption: string) => negatives(caption, { operations: ['swap'] }).sort();

  test('change what is bound to what', () => {
    expect(swaps('a red dog and a blue cat')).toEqual([
      'a blue dog and a red cat',
      'a red cat and a blue dog',
    ]);
    expect(swaps('a dog chasing a cat')).toEqual(['a cat chasing a dog']);
    expect(swaps('A small boat passes a huge ship.')).toContain('A huge boat passes a small ship.');
  });

  test.each([
    'a dog and a cat',
    'a dog with a cat',
    'a dog next to a cat',
    'a dog is standing next to a cat',
    'a dog beside a cat',
    'a red car and a blue car',
    'the black dog and the black cat',
    'apples, pears and bananas',
    'A kitchen area with a stove, sink and microwave.',
    'A bathroom with a sink, shower, tub and a cabinet.',
    'a kitchen with a stove a sink and a refrigerator',
    'An elderly man and woman sit on a bench',
    'Empty stylish kitchen and living room with big picture windows.',
  ])('are refused if the meaning stays: %s', (caption) => {
    const plant = createPlant({ operations: ['swap'], perCaption: 5 });
    expect(plant.mine('a dog chasing a cat')).toHaveLength(1);
    expect(plant.mine(caption)).toEqual([]);
  });

  test('count symmetric ones as refused', () => {
    const plant = createPlant({ operations: ['swap'] });
    plant.mine('a dog and a cat');
    expect(plant.stats().refusals.symmetric).toBe(1);
  });

  test('the number of things makes a difference', () => {
    expect(swaps('two dogs and a cat')).toEqual(['two cats and a dog']);
  });

  test('never put a thing where only a container can be', () => {
    expect(swaps('A bag of cookies and a bowl of carrots on a table.')).toEqual([]);
    expect(swaps('A bag filled with oranges and a bowl of peas')).toEqual([]);
    expect(swaps('a bowl of apples next to a plate of bananas')).toEqual([
      'a bowl of bananas next to a plate of apples',
    ]);
  });

  test('carry both spans', () => {
    const [record] = createPlant({ operations: ['swap'], slots: ['attribute'] }).mine(
      'a red dog and an orange cat',
    );
    expect(record).toMatchObject({
      negative: 'an orange dog and a red cat',
      operation: 'swap',
      slot: 'attribute',
      keyword: { text: 'red', start: 2, end: 5 },
      keyword2: { text: 'orange', start: 17, end: 23 },
      replacement: { text: 'orange', start: 3, end: 9 },
      replacement2: { text: 'red', start: 20, end: 23 },
      instruction: 'make the dog orange and the cat red',
    });
  });
});

describe('replacements', () => {
  const everything = { operations: ['replace'], slots: ['object'], perCaption: 60 } as const;

  test.each([
    ['Some green peppers on a plate.', ['chips', 'fries']],
    ['A person in blue jeans.', ['stays', 'bra']],
    ['A dog and a guitar.', ['bones', 'humans']],
    ['A bottle of wine.', ['booze', 'martini', 'spirits']],
    ['A cat sits before a mirror.', ['clock', 'candle', 'lantern', 'lamp', 'painting']],
    ['A clock on a wall.', ['mirror']],
    ['A dog plays with a frisbee.', ['ball']],
    ['A snowy mountain.', ['ridge', 'bluff', 'hill']],
    ['A cabinet and a bottle.', ['upper', 'lower', 'settle', 'shook', 'bath']],
  ])('%s', (caption, unwanted) => {
    const found = replacements(caption, everything);
    expect(found.length).toBeGreaterThan(0);
    for (const lemma of unwanted) expect(found).not.toContain(lemma);
    for (const negative of negatives(caption, everything)) expect(negative).not.toMatch(/ieses|pses|ayses/);
  });

  test('"fries" have no singular to be counted as', () => {
    const texts = negatives('A burger and fries on a plate.');
    expect(texts).not.toEqual([]);
    for (const negative of texts) expect(negative).toContain('fries');
  });
});

describe('actions, relations and counts by themselves', () => {
  test.each([
    [
      'Two dogs sleep on a rug.',
      'count',
      ['Three dogs sleep on a rug.', 'Many dogs sleep on a rug.'],
      ['A couple of'],
    ],
    ['A man sits on a bench.', 'action', ['A man stands on a bench.', 'A man lies on a bench.'], ['bowls']],
    [
      'A woman is walking down the street.',
      'action',
      ['A woman is running down the street.'],
      ['sitting down'],
    ],
    ['A cat under a table.', 'relation', ['A cat on a table.', 'A cat next to a table.'], ['below', 'under']],
    ['A car left of a bus.', 'relation', ['A car right of a bus.'], []],
  ] as const)('%s', (caption, slot, wanted, unwanted) => {
    const found = negatives(caption, { slots: [slot], operations: ['replace'] });
    for (const negative of wanted) expect(found).toContain(negative);
    for (const part of unwanted) for (const negative of found) expect(negative).not.toContain(part);
  });

  test.each([
    ['A bowl sits on a table.', 'A man sits on a table.'],
    ['A two story house.', 'Two houses.'],
    ['The three of them.', 'Three dogs.'],
    ['A man rides a horse.', 'A man sits on a horse.'],
    ['A horse parked in a car.', 'A horse sleeping in a car.'],
  ])('left alone: %s; changed: %s', (caption, other) => {
    const options = { slots: ['action', 'count'], operations: ['replace'] } as const;
    expect(negatives(caption, options)).toEqual([]);
    expect(negatives(other, options)).not.toEqual([]);
  });

  test('counts and actions of two things are swapped', () => {
    const swaps = (caption: string) =>
      negatives(caption, { operations: ['swap'], slots: ['count', 'action'] });
    expect(swaps('Two dogs and three cats.')).toEqual(['Three dogs and two cats.']);
    expect(swaps('Two dogs and several dogs.')).toEqual([]);
    expect(swaps('A man sitting on a chair and a dog standing on a rug.')).toEqual([
      'A man standing on a chair and a dog sitting on a rug.',
    ]);
  });
});

describe('refusals', () => {
  test('no synonym, hypernym, hyponym or part', () => {
    const forCouch = replacements('A couch stands in the room.');
    expect(forCouch.length).toBeGreaterThan(2);
    for (const word of ['sofa', 'furniture', 'seat', 'lounge']) expect(forCouch).not.toContain(word);
    for (const word of ['animal', 'poodle', 'puppy', 'pet'])
      expect(replacements('A dog barks.')).not.toContain(word);
  });

  test('no word that the caption or a sibling names, nor a kind of it', () => {
    expect(replacements('A dog looks at a cat.', { operations: ['replace'] })).not.toContain('cat');
    expect(replacements('A dog barks.')).toContain('cat');
    expect(replacements('A dog barks.', {}, ['A kitten and a pony'])).not.toContain('cat');
    expect(replacements('A dog barks.', {}, ['A kitten and a pony'])).not.toContain('horse');
    expect(replacements('A red car.', { slots: ['attribute'] }, ['A blue and red car'])).not.toContain(
      'blue',
    );
  });

  test('people change only within the neutral table', () => {
    expect(replacements('A man waits.')).toEqual(['woman']);
    expect(replacements('A boy waits.').sort()).toEqual(['girl', 'woman']);
    for (const caption of ['A nurse waits.', 'A priest waits.', 'A person waits.', 'An Italian waits.']) {
      const plant = createPlant({ slots: ['object'], perCaption: 5 });
      expect(plant.mine(caption)).toEqual([]);
    }
  });

  test('the colour of a person is left alone', () => {
    for (const caption of [
      'a black man',
      'a white woman waits',
      'two black girls are waiting',
      'the man is black',
    ]) {
      expect(negatives(caption, { slots: ['attribute'] })).toEqual([]);
    }
    const plant = createPlant({ slots: ['attribute'] });
    plant.mine('a black man');
    expect(plant.stats().refusals.person).toBe(1);
  });

  test('a swap does not change the colour of a person either', () => {
    for (const caption of ['a black man and a white woman', 'a black man pushes a woman']) {
      expect(negatives(caption, { operations: ['swap'] })).toEqual([]);
    }
    expect(negatives('a tall man pushes a woman', { operations: ['swap'] })).toEqual([
      'a tall woman pushes a man',
    ]);
  });

  test('no person changes whom "his" or "her" would give away', () => {
    for (const caption of ['A small man brushes his teeth.', 'A man kicks a woman with his shoe.']) {
      const persons = all(caption, { slots: ['object'] }).filter(({ keyword }) => keyword.lemma === 'man');
      expect(persons).toEqual([]);
    }
    expect(replacements('A child brushes her hair.')).toEqual(['woman']);
  });

  test.each([
    ['a black and white cow', 'a black cow', 'black'],
    ['a red-haired doll', 'a red doll', 'red'],
    ['a dark blue car', 'a dark car', 'dark'],
    ['the grass is a green field', 'a green car', 'green'],
  ])('fixed phrases keep their colours: %s, but not %s', (caption, plain, colour) => {
    const changed = (text: string) => all(text, { slots: ['attribute'] }).map(({ keyword }) => keyword.text);
    expect(changed(caption)).not.toContain(colour);
    expect(changed(plain)).toContain(colour);
  });

  test('near colours and sizes are no opposites', () => {
    expect(replacements('a gray car', { slots: ['attribute'] })).not.toContain('grey');
    expect(replacements('a big car', { slots: ['attribute'] }).sort()).toEqual(['small']);
  });

  test('|c(replacement) − c(keyword)| is bounded', () => {
    const records = all('A red bicycle and a wooden chair.', { maxGap: 0.3, operations: ['replace'] });
    expect(records).not.toEqual([]);
    for (const record of records) {
      expect(Math.abs(record.replacementConcreteness - record.concreteness)).toBeLessThanOrEqual(0.3 + 1e-9);
    }
  });
});

describe('a closed vocabulary', () => {
  const vocabulary = ['red', 'green', 'blue', 'dog', 'cat', 'car', 'left', 'of', 'whale'];

  test('words that a phrase keeps need not be in it', () => {
    const words = ['left', 'right', 'above', 'below'];
    for (const caption of ['red dog left of blue cat', 'A dog to the left of a cat.']) {
      expect(negatives(caption, { vocabulary: words, slots: ['relation'] })).toEqual([
        caption.replace('left', 'right'),
      ]);
    }
  });

  test('never puts one of its attributes where a thing was', () => {
    const words = ['axe', 'dog', 'blue', 'orange', 'purple', 'metal', 'square', 'old'];
    const records = all('purple axe left of blue dog', { vocabulary: words });
    const inserted = records
      .filter(({ operation, slot }) => operation === 'replace' && slot === 'object')
      .map(({ replacement }) => replacement.lemma);
    expect(inserted.filter((lemma) => !['axe', 'dog'].includes(lemma))).toEqual([]);
    expect(records.length).toBeGreaterThan(0);
  });

  test('nothing else is inserted', () => {
    const records = all('red dog left of blue cat', { vocabulary });
    expect(records).not.toEqual([]);
    for (const { negative } of records)
      for (const word of negative.split(' ')) expect(vocabulary).toContain(word);
  });

  test('a telegraphic caption gives all four kinds of change', () => {
    const kinds = new Set(
      all('red dog left of blue cat', { vocabulary }).map((r) => `${r.operation} ${r.slot}`),
    );
    expect([...kinds].sort()).toEqual([
      'replace attribute',
      'replace object',
      'swap attribute',
      'swap object',
    ]);
    expect(negatives('red dog left of blue cat', { vocabulary })).toEqual(
      expect.arrayContaining([
        'blue dog left of red cat',
        'red cat left of blue dog',
        'red car left of blue cat',
      ]),
    );
  });

  test('its plurals take the place of plurals, and words like "scissors" that of anything', () => {
    const words = ['owl', 'owls', 'cat', 'cats', 'potato', 'fox', 'scissors', 'two', 'three', 'left', 'of'];
    const inserted = (caption: string) =>
      all(caption, { vocabulary: words, operations: ['replace'], slots: ['object'] }).map((record) =>
        record.negative.slice(record.replacement.start, record.replacement.end),
      );
    expect(new Set(inserted('three owls'))).toEqual(new Set(['cats', 'scissors']));
    expect(inserted('scissors left of potato')).toEqual(expect.arrayContaining(['cat', 'fox']));
  });

  test('slots and operations are drawn evenly', () => {
    const plant = createPlant({ vocabulary });
    for (let i = 0; i < 400; i += 1) plant.mine('red dog left of blue whale', { id: String(i) });
    const { slots, operations, negatives: count } = plant.stats();
    expect(count).toBe(400);
    for (const share of [slots.object, slots.attribute, operations.replace, operations.swap]) {
      expect(share).toBeGreaterThan(150);
    }
  });
});

describe('the record', () => {
  test('says what was done', () => {
    const [record] = createPlant({ seed: 5, slots: ['object'] }).mine('A dog sleeps.', { id: '42' });
    expect(record).toEqual({
      id: '42',
      caption: 'A dog sleeps.',
      negative: expect.stringMatching(/^An? \w+ sleeps\.$/),
      operation: 'replace',
      slot: 'object',
      keyword: { text: 'dog', lemma: 'dog', start: 2, end: 5 },
      replacement: expect.objectContaining({ text: expect.any(String) }),
      concreteness: expect.any(Number),
      concretenessSource: 'estimate',
      replacementConcreteness: expect.any(Number),
      instruction: expect.stringMatching(/^replace the dog with an? /),
      distance: expect.any(Number),
      seed: 5,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  test('human norms win and are named', () => {
    const lexicon = {
      rate: (word: string) => ({
        rating: word === 'dog' ? 4.85 : 4.5,
        source: 'norms' as const,
        via: 'norms' as const,
        lemma: word,
      }),
      rateCaption: () => ({ words: [], mean: Number.NaN }),
    };
    const [record] = createPlant({ lexicon, slots: ['object'] }).mine('A dog sleeps.');
    expect(record).toMatchObject({ concreteness: 4.85, concretenessSource: 'norms' });
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
      'createPlant: there is no option "polcy"; there are policy, temperature, balance, perCaption, operations, slots, seed, maxGap, contextLength, fit, vocabulary, lexicon, rewriter, scorer.',
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

  test('adjacent captions of one image are siblings', async () => {
    const records: HardNegative[] = [];
    const plant = createPlant({ perCaption: 40, slots: ['object'] });
    const input = [
      { caption: 'A dog barks.', imageId: '7' },
      { caption: 'A cat and a horse.', imageId: '7' },
      { caption: 'A dog barks.', imageId: '8' },
    ];
    for await (const record of plant.mineAll(input)) records.push(record);
    const words = (id: string) => records.filter((r) => r.id === id).map((r) => r.replacement.lemma);
    expect(words('1')).not.toContain('cat');
    expect(words('3')).toContain('cat');
  });
});

test.each([
  ['Lots of people watch two horses.', 'Two people watch lots of horses.'],
  ['Two dogs chase a group of cats.', 'A group of dogs chase two cats.'],
  ['A man holds a bunch of bananas and two apples.', 'A man holds two bananas and a bunch of apples.'],
])('counts of one word and of several change places, whichever comes first: %s', (caption, negative) => {
  const plant = createPlant({ slots: ['count'], operations: ['swap'], perCaption: 20 });
  const [record] = plant.mine(caption);
  expect(record?.negative).toBe(negative);
  expect(record!.keyword.start).toBeLessThan(record!.keyword2!.start);
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
