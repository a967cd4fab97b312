import { describe, expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();
const tagOf = (caption: string, word: string) => read(caption)!.tokens.find(({ text }) => text === word)?.tag;

describe('slips of the tagger', () => {
  test.each([
    ['A very pretty kitchen with a small wooden dining table .', 'small', 'ADJ'],
    ['Several motorcycles are stacked together.', 'Several', 'DET'],
    ['A woman taking a selfie in a bathroom mirror .', 'mirror', 'NOUN'],
    ['a man and a large herd of goats in a desert setting .', 'setting', 'NOUN'],
    ['A traffic light with a sad face .', 'light', 'NOUN'],
    ['An elephant holds leaves.', 'leaves', 'NOUN'],
    ['A cat next to a TV stand.', 'stand', 'NOUN'],
    ['A giraffe stand next to a tree.', 'stand', 'VERB'],
    ['a bunch of parked bikes sit between two buildings', 'parked', 'ADJ'],
    ['A car parked on the street', 'parked', 'VERB'],
    ['A glass bowl of chopped oranges', 'chopped', 'ADJ'],
    ['A man standing by the ocean', 'standing', 'VERB'],
    ['a man rides a horse', 'rides', 'VERB'],
    ['A man skis down a hill', 'skis', 'VERB'],
    ['a man on skis', 'skis', 'NOUN'],
    ['Vintage suitcases with price tags on their handles .', 'tags', 'NOUN'],
    ['A bathroom has a sink', 'has', 'VERB'],
    ['A dog has eaten a shoe', 'has', 'AUX'],
    ['an orange on a plate', 'orange', 'NOUN'],
    ['A young bearded man', 'young', 'ADJ'],
    ['The spray from a can .', 'can', 'NOUN'],
    ['an orange cat', 'orange', 'ADJ'],
    ['A plain , white bathroom', 'plain', 'ADJ'],
    ['other flying kites', 'flying', 'ADJ'],
    ['THIS IS A PERSON MAKING A HANDMADE KITE', 'PERSON', 'NOUN'],
    ['A MAN IS SMILING SITTING ON A MOTOR BIKE', 'BIKE', 'NOUN'],
    ['A MAN RIDES A SMALL HORSE', 'RIDES', 'VERB'],
    ['A MAN RIDES A SMALL HORSE', 'SMALL', 'ADJ'],
    ['A tower that holds Big Ben .', 'Big', 'PROPN'],
  ] as const)('%s: %s is %s', (caption, word, tag) => expect(tagOf(caption, word)).toBe(tag));
});

describe('lemmas of several words', () => {
  test.each([
    ['A chest of drawers in a living room.', ['chest of drawers', 'living room']],
    ['A body of water and a boat', ['body of water', 'boat']],
    ['two fire hydrants', ['fire hydrant']],
    ['A piece of cake', ['cake']],
    ['macaroni and cheese on a plate', ['macaroni and cheese', 'plate']],
  ])('%s', (caption, expected) => expect(read(caption)!.objects.map(({ lemma }) => lemma)).toEqual(expected));

  test('"black and white" and "on the road" name nothing', () => {
    for (const { lemma } of read('a black and white cat on the road')!.objects)
      expect(['cat', 'road']).toContain(lemma);
  });
});

test('nouns know their number and whether they can be counted', () => {
  const objects = read('Two dogs and some broccoli')!.objects;
  expect(objects.map(({ plural, isMass }) => [plural, isMass])).toEqual([
    [true, false],
    [false, true],
  ]);
});
