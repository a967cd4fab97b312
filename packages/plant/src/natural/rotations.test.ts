import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostTries, rotationsOf } from './rotations';

/** Sizes of the words of a group: two words and more. */
const words = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 12 });

test('all sites of a group meet another word at the first turn, if no word has more than half of them', () => {
  fc.assert(
    fc.property(words, (sizes) => {
      const sites = sizes.flatMap((size, word) => Array.from({ length: size }, () => word));
      const largest = Math.max(...sizes);
      const turns = rotationsOf(sites.length, largest);
      expect(new Set(turns).size).toBe(turns.length);
      if (2 * largest <= sites.length) expect(turns.length).toBe(Math.min(mostTries, sites.length - 1));
      for (const turn of turns) expect(turn > 0 && turn < sites.length).toBe(true);
      const [first = 0] = turns;
      const meetings = sites.filter((word, i) => sites[(i + first) % sites.length] !== word).length;
      const others = sites.length - largest;
      expect(meetings).toBe(largest <= others ? sites.length : 2 * others);
    }),
  );
});

test('where one word has most sites, each turn gives a partner to others of them', () => {
  const sites = [...Array.from({ length: 100 }, () => 'dog'), 'cat', 'horse'];
  const served = new Set<number>();
  for (const turn of rotationsOf(sites.length, 100)) {
    for (const [i, word] of sites.entries()) {
      if (word === 'dog' && sites[(i + turn) % sites.length] !== 'dog') served.add(i);
    }
  }
  expect(served.size).toBe(6);
});
