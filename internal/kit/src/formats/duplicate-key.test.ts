import fc from 'fast-check';
import { expect, it } from 'vitest';
import { duplicateKey } from './parse-json';

it.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"x":{"b" : 1, "c":[{}], "b":2}}', 'b'],
  ['[{"a":1},{"d":{"a":1},"d":0}]', 'd'],
  ['{"\\\\":1,"\\"":2,"\\\\":3}', '\\'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
])('finds the key that %s has twice', (json, key) => {
  expect(duplicateKey(json)).toBe(key);
});

it('finds none in what JSON.stringify writes, however odd its strings', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.boolean(), (value, spaced) => {
      expect(duplicateKey(JSON.stringify(value, undefined, spaced ? 2 : 0))).toBeUndefined();
    }),
  );
  // Equal names in different objects, and strings that look like keys.
  expect(duplicateKey('{"a":{"a":1},"b":[{"a":1},{"a":"\\",\\"a\\":"}],"c":"a"}')).toBeUndefined();
});

it('finds a duplicate wherever it is put', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), fc.jsonValue(), (key, first, second) => {
      const name = JSON.stringify(key);
      const json = `{${name}:${JSON.stringify(first)} , ${name} : ${JSON.stringify(second)}}`;
      expect(duplicateKey(json)).toBeDefined();
    }),
  );
});
