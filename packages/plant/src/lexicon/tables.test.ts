import { expect, test } from 'vitest';
import text from '../../generated/lexicon';
import { packLexicon } from '../../scripts/packed-lexicon';
import { oppositesOf, sameGroup, scaleNamesOf } from './scales';
import { rowsOf } from './tables';

test('what ships is what lexicon/ has: npm run generate -w @slipform/plant', () => {
  expect(text).toBe(packLexicon());
});

test('no table of that name', () => {
  expect(() => rowsOf('scale')).toThrow('no table "scale"');
});

const words = [...new Set(rowsOf('scales').flatMap(([, list = '']) => list.replaceAll('*', '').split(' ')))];

test('on a scale a word excludes no word of its group, and whatever it excludes excludes it', () => {
  expect(words.length).toBeGreaterThan(150);
  for (const word of words) {
    for (const other of oppositesOf(word)) {
      expect(sameGroup(word, other), `${word} ${other}`).toBe(false);
      expect(scaleNamesOf(word).some((scale) => scaleNamesOf(other).includes(scale))).toBe(true);
    }
  }
});

test('words between two groups exclude neither', () => {
  expect(sameGroup('teal', 'green')).toBe(true);
  expect(sameGroup('teal', 'blue')).toBe(true);
  expect(oppositesOf('teal')).not.toContain('blue');
  expect(oppositesOf('teal')).toContain('red');
  expect(oppositesOf('printed')).toEqual(['solid']);
});
