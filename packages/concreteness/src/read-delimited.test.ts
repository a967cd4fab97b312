import { expect, test } from 'vitest';
import { readDelimited } from './read-delimited';

const rows = (text: string, delimiter = ',') => [...readDelimited(text, delimiter, 'test')];

test('quoted fields hold delimiters, doubled quotes and line breaks; lines are counted through them', () => {
  expect(rows('a,"b, ""c"""\r\n"two\nlines",d\n\ne,f')).toEqual([
    { fields: ['a', 'b, "c"'], line: 1 },
    { fields: ['two\nlines', 'd'], line: 2 },
    { fields: ['e', 'f'], line: 5 },
  ]);
});

test('a quote means nothing in a TSV', () => {
  expect(rows('"a\tb"\n', '\t')).toEqual([{ fields: ['"a', 'b"'], line: 1 }]);
});

test('an empty last field is a field, a last line without an end is a line', () => {
  expect(rows('a,\nb,c')).toEqual([
    { fields: ['a', ''], line: 1 },
    { fields: ['b', 'c'], line: 2 },
  ]);
});

test('an open quote is named by its line', () => {
  expect(() => rows('a,b\nc,"d\n')).toThrow('line 2');
});
