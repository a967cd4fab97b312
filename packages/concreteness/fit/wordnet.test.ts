import { expect, test } from 'vitest';
import { createFeatures, groupScales } from './features';
import { readWordNet } from './wordnet';

const wordNet = readWordNet();

test('reads WordNet 3.1 whole', () => {
  expect(wordNet.synsets.size).toBe(117_791);
  for (const ofLemma of wordNet.senses.values()) {
    for (const senses of Object.values(ofLemma)) {
      for (const { synset } of senses) if (synset === undefined) throw new Error('a sense without a synset');
    }
  }
});

test('senses come with synset, lexicographer file and tag count', () => {
  const [first] = wordNet.senses.get('dog')!.n!;
  expect(first!.synset).toMatchObject({ part: 'n', lexicographerFile: 5 });
  expect(first!.synset.lemmas).toContain('domestic dog');
  expect(first!.tagCount).toBeGreaterThan(10);
  expect(first!.synset.gloss).toMatch(/^a member of the genus Canis/);
});

test('features: ancestors of a noun, class alone for closed-class words, each group with a scale', () => {
  const features = createFeatures({ wordNet, rankOf: () => undefined });
  const namesOf = (word: string) => {
    const names = new Set<string>();
    features(word, (name, value) => {
      expect(Number.isFinite(value)).toBe(true);
      names.add(name);
    });
    return names;
  };
  const animal = wordNet.senses.get('animal')!.n![0]!.synset.id;
  expect(namesOf('dog')).toContain(`synset:${animal}`);
  expect(namesOf('in')).toContain('class:preposition');
  expect([...namesOf('in')].some((name) => name.startsWith('synset:'))).toBe(false);
  expect(namesOf('traffic light')).toContain('head:light');
  // "dogless" has the senses of "dog" in place of its own.
  expect(namesOf('dogless')).toContain('affix:-less');
  expect(namesOf('dogless')).toContain(`synset:${animal}`);
  for (const word of ['dog', 'in', 'traffic light', 'run', 'beautiful', 'quickly', 'qwxz']) {
    for (const name of namesOf(word))
      expect(groupScales[name.slice(0, name.indexOf(':'))]).toBeGreaterThan(0);
  }
});
