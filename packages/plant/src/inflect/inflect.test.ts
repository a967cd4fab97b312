import { describe, expect, test } from 'vitest';
import { massNouns, pluraliaTantum } from '../lexicon/words';
import { lemmaOf } from '../reading/word-forms';
import { loadGraph } from '../wordnet/load-graph';
import { matchCase } from '../write/records';
import { articleFor, inDegree, plural } from './inflect';

describe('articleFor', () => {
  test.each([
    ['dog', 'a'],
    ['elephant', 'an'],
    ['hour', 'an'],
    ['horse', 'a'],
    ['unicorn', 'a'],
    ['uninvited guest', 'an'],
    ['umbrella', 'an'],
    ['ukulele', 'a'],
    ['utensil', 'a'],
    ['urinal', 'a'],
    ['european', 'a'],
    ['one-way street', 'a'],
    ['onion', 'an'],
    ['Orange', 'an'],
    ['OWL', 'an'],
    ['TV', 'a'],
    ['LCD screen', 'an'],
    ['8-year-old', 'an'],
    ['18-wheeler', 'an'],
    ['80-seat bus', 'an'],
    ['118', 'a'],
  ])('%s takes %s', (word, article) => expect(articleFor(word)).toBe(article));
});

describe('plural', () => {
  test.each([
    ['dog', 'dogs'],
    ['fox', 'foxes'],
    ['bench', 'benches'],
    ['puppy', 'puppies'],
    ['donkey', 'donkeys'],
    ['knife', 'knives'],
    ['leaf', 'leaves'],
    ['giraffe', 'giraffes'],
    ['roof', 'roofs'],
    ['woman', 'women'],
    ['mouse', 'mice'],
    ['sheep', 'sheep'],
    ['tomato', 'tomatoes'],
    ['radio', 'radios'],
    ['traffic light', 'traffic lights'],
    ['scissors', 'scissors'],
  ])('%s → %s', (one, many) => expect(plural(one)).toBe(many));

  test('every plural that we write is read back to its noun', () => {
    const graph = loadGraph();
    const known = [...graph.familiarity].filter(([, band]) => band >= 10).map(([word]) => word);
    const things = known.filter((word) => {
      const [first] = graph.noun.senses.get(word) ?? [];
      return first !== undefined && graph.noun.lexfile[first.synset] === 6;
    });
    expect(things.length).toBeGreaterThan(150);
    const wrong = things
      .filter((word) => !word.includes(' ') && !massNouns.has(word) && graph.noun.senses.has(word))
      .filter((word) => !pluraliaTantum.has(plural(word)) && lemmaOf(graph, 'noun', plural(word)) !== word);
    // Their plurals are forms of other words as well: "crosses", "dice", "workings".
    expect(wrong).toEqual(['cross', 'die', 'working']);
  });
});

describe('inDegree', () => {
  test.each([
    ['small', 'comparative', 'smaller'],
    ['big', 'superlative', 'biggest'],
    ['large', 'comparative', 'larger'],
    ['dirty', 'comparative', 'dirtier'],
    ['gray', 'comparative', 'grayer'],
    ['wooden', 'comparative', undefined],
    ['wooden', 'positive', 'wooden'],
  ] as const)('%s in the %s is %s', (word, degree, inflected) =>
    expect(inDegree(word, degree)).toBe(inflected),
  );
});

describe('matchCase', () => {
  test.each([
    ['cat', 'dog', 'cat'],
    ['cat', 'Dog', 'Cat'],
    ['cat', 'DOG', 'CAT'],
    ['traffic light', 'Dog', 'Traffic light'],
    ['dog', 'T', 'Dog'],
  ])('%s in the place of %s is %s', (word, model, written) => expect(matchCase(word, model)).toBe(written));

  test('in a title each word has a capital', () => {
    expect(matchCase('traffic light', 'Table', true)).toBe('Traffic Light');
    expect(matchCase('traffic light', 'table', true)).toBe('traffic light');
  });
});
