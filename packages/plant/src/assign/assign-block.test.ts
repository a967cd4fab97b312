import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Caption } from '../caption';
import type { HardNegative } from '../hard-negative';
import { isColour } from '../lexicon/scales';
import type { PlantOptions } from '../options';
import { createPlant } from '../plant';
import { boundsOf, surpriseOf } from '../scores/objective';
import { replacedWeight } from '../scores/plausibility-weights';

const fixture = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const who = ['A man', 'A woman', 'A boy', 'A girl', 'Two dogs', 'Three cats', 'A cat', 'A horse', 'Two men'];
const does = [
  'sitting on',
  'standing on',
  'lying on',
  'sitting next to',
  'standing behind',
  'sleeping under',
];
const where = [
  'a red bench',
  'a blue car',
  'a wooden table',
  'a small chair',
  'a bus',
  'a couch',
  'the street',
];

/** Captions of a small grammar, where every word has partners in the same surroundings. */
const grammar = fc.array(
  fc
    .tuple(fc.constantFrom(...who), fc.constantFrom(...does), fc.constantFrom(...where))
    .map((p) => `${p.join(' ')}.`),
  { minLength: 2, maxLength: 40 },
);
const block = fc
  .oneof(grammar, fc.shuffledSubarray(fixture, { minLength: 2 }))
  .map((captions) => captions.map((caption, i): Caption => ({ id: `c${i}`, caption })));

const plant = createPlant();

test('what one caption gets, another one gives: pairs, and each word as often given as taken', () => {
  let pairs = 0;
  fc.assert(
    fc.property(block, (captions) => {
      const exchanges = plant.mineBlock(captions).filter(({ operation }) => operation === 'exchange');
      const byId = new Map(exchanges.map((record) => [record.id, record]));
      const balance = new Map<string, number>();
      for (const record of exchanges) {
        const partner = byId.get(record.partner!);
        expect(partner?.partner).toBe(record.id);
        expect(partner?.keyword.lemma).toBe(record.replacement.lemma);
        expect(partner?.slot).toBe(record.slot);
        const { keyword, replacement } = record;
        balance.set(keyword.text.toLowerCase(), (balance.get(keyword.text.toLowerCase()) ?? 0) - 1);
        balance.set(replacement.text.toLowerCase(), (balance.get(replacement.text.toLowerCase()) ?? 0) + 1);
      }
      expect([...balance].filter(([, surplus]) => surplus !== 0)).toEqual([]);
      pairs += exchanges.length / 2;
    }),
    { numRuns: 40 },
  );
  expect(pairs).toBeGreaterThan(0);
});

test('spans lie where they say, nothing else changes but the article, records keep the order of the captions', () => {
  let mined = 0;
  fc.assert(
    fc.property(block, (captions) => {
      const records = plant.mineBlock(captions);
      mined += records.length;
      const places = records.map(({ id }) => captions.findIndex((input) => input.id === id));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const record of records) {
        const { caption, negative, operation, keyword, replacement, keyword2, replacement2 } = record;
        expect(negative).not.toBe(caption);
        expect(caption.slice(keyword.start, keyword.end)).toBe(keyword.text);
        expect(negative.slice(replacement.start, replacement.end)).toBe(replacement.text);
        if (operation === 'natural') {
          expect(captions.map((input) => input.caption)).toContain(negative);
          continue;
        }
        const before = (text: string, end: number) =>
          text.slice(0, end).replace(/\b([Aa])[Nn]?(\s+)$/, '$1$2');
        expect(before(negative, replacement.start)).toBe(before(caption, keyword.start));
        if (keyword2 && replacement2)
          expect(negative.slice(replacement2.end)).toBe(caption.slice(keyword2.end));
        else expect(negative.slice(replacement.end)).toBe(caption.slice(keyword.end));
      }
    }),
    { numRuns: 40 },
  );
  expect(mined).toBeGreaterThan(0);
});

test('a block is a pure function of captions, options and seed, whatever was mined before', () => {
  const plant = createPlant({ sense: 0.4 });
  fc.assert(
    fc.property(block, (captions) => {
      // Each caption of the fixture has a negative by this sense, also alone.
      const fresh = createPlant({ sense: 0.4 }).mineBlock(captions);
      expect(fresh).not.toEqual([]);
      expect(plant.mineBlock(captions)).toEqual(fresh);
    }),
    { numRuns: 8 },
  );
});

test('another seed draws other partners', () => {
  const captions = fixture.map((caption, i) => ({ id: String(i), caption }));
  const mine = (seed: number) =>
    createPlant({ seed })
      .mineBlock(captions)
      .map(({ negative }) => negative);
  expect(mine(1)).not.toEqual(mine(0));
  expect(mine(1)).toEqual(mine(1));
});

test('negatives of one caption are distinct, and no more than asked for', () => {
  const captions = fixture.map((caption, i) => ({ id: String(i), caption }));
  const records = createPlant({ perCaption: 4, sense: 0.4 }).mineBlock(captions);
  for (const { id } of captions) {
    const own = records.filter((record) => record.id === id).map(({ negative }) => negative);
    expect(own.length).toBeLessThanOrEqual(4);
    expect(new Set(own).size).toBe(own.length);
  }
  expect(records.length).toBeGreaterThan(2.5 * captions.length);
});

test('of a closed vocabulary a word that is refused at a site is not tried again for each further negative', () => {
  const captions = fixture.map((caption, i) => ({ id: `${i}`, caption }));
  const work = (perCaption: number) => {
    const plant = createPlant({ vocabulary: ['dog', 'cat', 'child', 'red', 'blue'], perCaption });
    plant.mineBlock(captions);
    return plant.stats().checks['form/vocabulary'] ?? 0;
  };
  const once = work(1);
  expect(once).toBeGreaterThan(100);
  expect(work(8)).toBeLessThan(4 * once);
});

describe('in a small block', () => {
  const mine = (captions: readonly Caption[], options = {}) =>
    createPlant({ operations: ['exchange'], ...options }).mineBlock(captions);
  const pair = (a: string, b: string, options = {}): HardNegative[] =>
    mine(
      [
        { id: 'a', caption: a },
        { id: 'b', caption: b },
      ],
      options,
    );

  test.each([
    ['object', 'A cat on a car.', 'A bird on a car.', 'A bird on a car.'],
    ['attribute', 'A red car on a street.', 'A blue car on a street.', 'A blue car on a street.'],
    ['action', 'A man sitting on a bench.', 'A woman standing on a bench.', 'A man standing on a bench.'],
    ['relation', 'A cat under a car.', 'A dog behind a car.', 'A cat behind a car.'],
    ['count', 'Two dogs on a couch.', 'Three dogs on a couch.', 'Three dogs on a couch.'],
  ])('%s: equal surroundings exchange their words', (slot, a, b, negative) => {
    // Of two captions nobody can tell whether a relation makes sense.
    const [first, second] = pair(a, b, { slots: [slot], sense: 1 });
    expect(first).toMatchObject({ id: 'a', operation: 'exchange', slot, negative, partner: 'b' });
    expect(second).toMatchObject({ id: 'b', partner: 'a' });
  });

  test('several words are one span, and the article follows', () => {
    const [first] = pair('Two birds fly.', 'A flock of birds fly.', { slots: ['count'] });
    expect(first).toMatchObject({
      negative: 'A flock of birds fly.',
      replacement: { text: 'A flock of', start: 0 },
    });
    const [cat] = pair('I see a cat in a field.', 'I see an elephant in a field.', { slots: ['object'] });
    expect(cat?.negative).toBe('I see an elephant in a field.');
  });

  test('what another caption of the image names is not false', () => {
    const captions = [
      { id: 'a', caption: 'A cat on a car.', imageId: '1' },
      { id: 'b', caption: 'A bird on a car.', imageId: '2' },
      { id: 'c', caption: 'There is a crow.', imageId: '1' },
    ];
    expect(mine(captions, { slots: ['object'] })).toEqual([]);
    expect(mine(captions.slice(0, 2), { slots: ['object'] })).toHaveLength(2);
    const given = [{ ...captions[0]!, siblings: ['Two birds.'] }, captions[1]!];
    const there = createPlant({ operations: ['exchange'], slots: ['object'] });
    expect(there.mineBlock(given)).toEqual([]);
    expect(there.stats().refusals['in-sibling']).toBeGreaterThan(0);
  });

  test('a person whom "his" or "her" would give away stays', () => {
    expect(pair('His dog with a man.', 'A dog with a woman.', { slots: ['object'] })).toEqual([]);
    expect(pair('A man with a dog.', 'A woman with a dog.', { slots: ['object'] })).toHaveLength(2);
  });
});

test('long texts are counted and left out; odd ones are read', () => {
  const there = createPlant();
  const records = there.mineBlock([
    { caption: 'dog '.repeat(5000) },
    { caption: '' },
    { caption: '🐶 \u0000 <b>' },
    { caption: 'שלום כלב' },
  ]);
  expect(records).toEqual([]);
  expect(there.stats()).toMatchObject({ captions: 4, negatives: 0 });
  expect(there.stats().refusals['too-long']).toBe(1);
});

describe('concreteness leads', () => {
  const captions = fixture.map((caption, i) => ({ id: String(i), caption }));
  const mine = (options: PlantOptions) => createPlant(options).mineBlock(captions);
  // With a vocabulary there is one tier, in which the policy alone decides.
  const vocabulary = captions.flatMap(({ caption }) => caption.toLowerCase().match(/[a-z]+/g) ?? []);
  const mean = (options: PlantOptions) => {
    const records = [0, 1, 2].flatMap((seed) => mine({ ...options, seed }));
    expect(records.length).toBeGreaterThan(captions.length);
    return records.reduce((sum, { concreteness }) => sum + concreteness, 0) / records.length;
  };

  test('the policies differ, and so do temperatures', () => {
    const [max, cold, warm, random, min] = [
      { policy: 'max' },
      { policy: 'weighted', temperature: 0.1 },
      { policy: 'weighted', temperature: 1 },
      { policy: 'random' },
      { policy: 'min' },
    ].map((options) => mean({ ...(options as PlantOptions), vocabulary })) as [
      number,
      number,
      number,
      number,
      number,
    ];
    expect(max).toBeGreaterThan(random + 0.01);
    expect(cold).toBeGreaterThan(warm + 0.01);
    expect(warm).toBeGreaterThan(random + 0.01);
    expect(random).toBeGreaterThan(min + 0.05);
  });

  test('the option sense bounds surprisal', () => {
    const surprise = (options: PlantOptions) => {
      const records = [0, 1, 2].flatMap((seed) => mine({ ...options, seed }));
      return records.reduce((sum, { scores }) => sum + scores!.surprise, 0) / records.length;
    };
    expect(surprise({ sense: 0.1 })).toBeLessThan(surprise({ sense: 0.4 }));
    expect(mine({ sense: 0.1 }).length).toBeLessThan(mine({ sense: 0.4 }).length);
  });

  test('each slot has a bound of its own, a multiple of that of things', () => {
    expect(boundsOf(0.1).object).toBe(0.1);
    for (const sense of [0.05, 0.1, 0.2, 0.3, 0.4]) {
      const bounds = boundsOf(sense);
      expect(bounds.relation).toBeLessThan(bounds.object);
      expect(bounds.attribute).toBeGreaterThan(bounds.object);
      expect(bounds.count).toBeGreaterThan(bounds.object);
      const records = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((seed) => mine({ sense, seed, balance: 'slots' }));
      // Records have three decimals.
      for (const { slot, scores } of records)
        expect(scores!.surprise).toBeLessThanOrEqual(bounds[slot] + 0.0005);
      // Below that hardly a word is left to choose.
      const isWider = ({ slot, scores }: HardNegative) =>
        slot !== 'object' && scores!.surprise > bounds.object;
      const others = mine({ sense, slots: ['attribute', 'action', 'count'] });
      if (sense >= 0.4) expect(others.some(isWider)).toBe(true);
    }
  });

  test('a word that another caption gives in return comes before one that is put there', () => {
    expect(surpriseOf(0, 'replace')).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 5, noNaN: true }), (surprise) => {
        expect(surpriseOf(surprise, 'exchange')).toBe(surprise);
        expect(surpriseOf(surprise, 'replace')).toBeGreaterThan(surprise);
      }),
    );
    // In one place the two operations differ by the weight alone: the odds of a fault are e^0.34 times as high.
    const odds = (surprise: number) => Math.expm1(surprise);
    expect(odds(surpriseOf(0.2, 'replace')) / odds(0.2)).toBeCloseTo(Math.exp(-replacedWeight), 9);
    expect(replacedWeight).toBeLessThan(0);
  });

  test('quotas by slot and by band even out what concreteness alone would take', () => {
    const share = (options: PlantOptions, is: (record: HardNegative) => boolean) => {
      const records = mine({ policy: 'weighted', temperature: 0.1, vocabulary, ...options });
      expect(records.length).toBeGreaterThan(captions.length / 2);
      return records.filter(is).length / records.length;
    };
    const isObject = ({ slot }: HardNegative) => slot === 'object';
    expect(share({}, isObject)).toBeGreaterThan(share({ balance: 'slots' }, isObject) + 0.05);
    const isAtTop = ({ concreteness }: HardNegative) => concreteness >= 4.5;
    expect(share({}, isAtTop)).toBeGreaterThan(share({ balance: 'concreteness' }, isAtTop) + 0.05);
  });
});

describe('composition', () => {
  const captions = fixture.map((caption, i) => ({ id: String(i), caption }));
  const mine = (options: PlantOptions) => createPlant(options).mineBlock(captions);

  test('evens out kinds, takes the swaps that there are, and loses no caption', () => {
    // In one tier the shares alone decide.
    const [plain, composed] = [
      mine({ sense: 0.05, policy: 'weighted', temperature: 0.1 }),
      mine({ sense: 0.05, balance: 'composition' }),
    ];
    expect(composed.length).toBeGreaterThan(0.98 * plain.length);
    const count = (records: readonly HardNegative[], is: (record: HardNegative) => boolean) =>
      records.filter(is).length;
    const isObject = ({ slot }: HardNegative) => slot === 'object';
    expect(count(composed, isObject)).toBeLessThan(0.9 * count(plain, isObject));
    const isSwap = ({ operation }: HardNegative) => operation === 'swap';
    // Alone there are the same, and those of colours that nobody attests.
    const alone = new Map(mine({ sense: 0.05, operations: ['swap'] }).map((record) => [record.id, record]));
    const ofComposed = new Set(composed.filter(isSwap).map(({ id }) => id));
    expect(ofComposed.size).toBeGreaterThan(0);
    for (const id of ofComposed) expect(alone.has(id)).toBe(true);
    for (const { id, slot, keyword, keyword2 } of alone.values()) {
      if (ofComposed.has(id)) continue;
      expect([slot, isColour(keyword.lemma), isColour(keyword2!.lemma)]).toEqual(['attribute', true, true]);
    }
    expect(count(composed, isSwap)).toBeGreaterThan(count(plain, isSwap));
  });

  test('a caption gets a kind of which it has a sensible change: its only one, whatever the shares', () => {
    const only = ['A cat on a couch.', 'A toaster and a kettle.', 'A sofa near a lamp.'];
    const records = createPlant({ balance: 'composition', sense: 0.4 }).mineBlock(only);
    expect(records.map(({ slot }) => slot)).toEqual(['object', 'object', 'object']);
    expect(createPlant({ balance: 'composition', operations: ['natural'] }).mineBlock(only)).toEqual([]);
  });

  test('a second negative of a caption differs from the first', () => {
    const records = mine({ balance: 'composition', perCaption: 3 });
    for (const { id } of captions) {
      const own = records.filter((record) => record.id === id).map(({ negative }) => negative);
      expect(new Set(own).size).toBe(own.length);
    }
  });
});

test('each caption of a group has its negatives or one reason, and the counts add up', () => {
  const there = createPlant();
  const captions = [
    ...fixture,
    '',
    'IMG_1234.jpg',
    'Ein Hund liegt auf dem Sofa und schläft.',
    'dog '.repeat(5000),
  ];
  const groups = there.mineGroups(captions.map((caption, i) => ({ id: String(i), caption })));
  expect(groups.map(({ caption }) => caption.caption)).toEqual(captions);
  for (const { negatives, reason } of groups) expect(negatives.length > 0).toBe(reason === undefined);
  const { captions: all, captionsWithNegative, reasons, refusals, checks } = there.stats();
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  expect(sum(reasons)).toBe(all - captionsWithNegative);
  expect(reasons['too-long']).toBe(1);
  expect(reasons['not-english']).toBe(1);
  expect(reasons['not-a-description']).toBe(2);
  expect(captionsWithNegative).toBeGreaterThan(fixture.length / 2);
  expect(sum(checks)).toBeGreaterThan(100);
  expect(sum(refusals)).toBeGreaterThanOrEqual(sum(checks));
});

test('a natural partner is a caption of another image, as somebody wrote it', () => {
  const captions = [
    { id: 'a', caption: 'A cat on a car.', imageId: '1', filepath: 'one.jpg' },
    { id: 'b', caption: 'a bird on the car', imageId: '2', filepath: 'two.jpg' },
  ];
  const [first, second] = createPlant().mineBlock(captions);
  expect(first).toMatchObject({
    negative: 'a bird on the car',
    operation: 'natural',
    partner: 'b',
    imageId: '1',
    filepath: 'one.jpg',
    negativeFilepath: 'two.jpg',
    keyword: { text: 'cat', start: 2, end: 5 },
    replacement: { text: 'bird', start: 2, end: 6 },
  });
  expect(second).toMatchObject({ negative: 'A cat on a car.', operation: 'natural', partner: 'a' });
  const without = createPlant({ operations: ['exchange'] }).mineBlock(captions);
  expect(without.map(({ operation, negative }) => [operation, negative])).toEqual([
    ['exchange', 'A bird on a car.'],
    ['exchange', 'a cat on the car'],
  ]);
  expect(without.map((record) => 'negativeFilepath' in record)).toEqual([false, false]);
});
