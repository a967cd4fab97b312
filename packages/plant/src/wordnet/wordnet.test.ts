import { describe, expect, test } from 'vitest';
import { lemmaOf } from '../reading/word-forms';
import { loadGraph } from './load-graph';
import { createRelations } from './related';

const graph = loadGraph();
const { relation, distance } = createRelations(graph.noun);

describe('the graph', () => {
  test('keeps senses in order, with tag counts', () => {
    const [first] = graph.noun.senses.get('dog')!;
    expect(graph.noun.wordsOf(first!.synset)).toEqual(['dog', 'domestic dog', 'Canis familiaris']);
    expect(first!.tags).toBe(42);
  });

  test('has no instances and no taxa', () => {
    expect(graph.noun.senses.has('albert einstein')).toBe(false);
    expect(graph.noun.senses.has('genus canis')).toBe(false);
  });

  test('holds adjectives with their antonyms', () => {
    expect(graph.adj.antonyms.get('wet')).toContain('dry');
  });

  test('knows words that must not be inserted, and common words', () => {
    expect(graph.refused.size).toBeGreaterThan(100);
    expect(graph.familiarity.get('dog')).toBeGreaterThan(graph.familiarity.get('jackdaw') ?? 0);
  });
});

describe('lemmaOf', () => {
  test.each([
    ['noun', 'dogs', 'dog'],
    ['noun', 'cows', 'cow'],
    ['noun', 'men', 'man'],
    ['noun', 'women', 'woman'],
    ['noun', 'knives', 'knife'],
    ['noun', 'glasses', 'glasses'],
    ['noun', 'bus', 'bus'],
    ['noun', 'buses', 'bus'],
    ['noun', 'grass', 'grass'],
    ['verb', 'riding', 'ride'],
    ['verb', 'sitting', 'sit'],
    ['verb', 'ate', 'eat'],
    ['verb', 'found', 'find'],
    ['verb', 'feed', 'feed'],
    ['adj', 'bigger', 'big'],
    ['adj', 'younger', 'young'],
    ['adj', 'dirtiest', 'dirty'],
    ['noun', 'qwertyuiop', undefined],
  ] as const)('%s %s → %s', (part, form, lemma) => expect(lemmaOf(graph, part, form)).toBe(lemma));
});

describe('relation', () => {
  test.each([
    ['couch', 'sofa', 'synonym'],
    ['dog', 'animal', 'is-a'],
    ['poodle', 'dog', 'is-a'],
    ['man', 'person', 'is-a'],
    ['car', 'wheel', 'part-of'],
    ['wheel', 'car', 'part-of'],
    ['dog', 'cat', undefined],
    ['bus', 'train', undefined],
  ])('%s and %s: %s', (a, b, expected) => expect(relation(a, b)).toBe(expected));
});

test('distance is the shortest is-a path', () => {
  const sense = (lemma: string) => graph.noun.senses.get(lemma)![0]!.synset;
  expect(distance(sense('dog'), sense('dog'))).toBe(0);
  expect(distance(sense('dog'), sense('canine') === sense('dog') ? sense('cat') : sense('wolf'))).toBe(2);
  expect(distance(sense('dog'), sense('cat'))).toBe(4);
});
