import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePythonList, pythonList, pythonString } from './python-list';

test('what is written is read back, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      expect(parsePythonList(pythonList(texts.map(pythonString)))).toEqual(texts);
    }),
  );
  expect(pythonList(['a', "it's", '"both\' ', 'a\n\\'].map(pythonString))).toBe(
    String.raw`['a', "it's", '"both\' ', 'a\u000a\\']`,
  );
});

test.each<[string, (string | number)[] | undefined]>([
  ['[]', []],
  [' [ "a" , \'b\' ] ', ['a', 'b']],
  ["[1, -2.5, 3e2, 'x']", [1, -2.5, 300, 'x']],
  [String.raw`['\x41\u0042\n\'']`, ["AB\n'"]],
  [String.raw`['a', "it's", 'it\'s \\ \x41\u00e9\n', ]`, ['a', "it's", "it's \\ Aé\n"]],
  ["[__import__('os')]", undefined],
  ["['a'", undefined],
  ["['a' 'b']", undefined],
  ["['a'] b", undefined],
  ['a', undefined],
  ['', undefined],
])('%s', (text, items) => {
  expect(parsePythonList(text)).toEqual(items);
});
