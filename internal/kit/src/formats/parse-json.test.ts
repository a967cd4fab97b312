import fc from 'fast-check';
import { expect, it } from 'vitest';
import { duplicateKey, jsonDepth, parseJson, parseJsonObject } from './parse-json';

it.each([
  ['[[1]]', 2],
  ['{"a":[{"b":"[[[[\\"[["}]}', 3],
  ['"[["', 0],
  ['[', 1],
  ['"\\', 0],
])('counts the depth of %s', (text, depth) => {
  expect(jsonDepth(text, 100)).toBe(depth);
});

it('stops to count at the limit', () => {
  const text = '['.repeat(1e6);
  expect(jsonDepth(text, 100)).toBe(101);
  expect(() => parseJson(text, 'x.json')).toThrow('x.json must not be nested deeper than 100 levels.');
  expect(() => parseJson('{"a":'.repeat(1e5), 'x.json')).toThrow(/nested deeper/);
});

it('gives what JSON.parse gives', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text, 'x')).toEqual(JSON.parse(text));
    }),
  );
});

it('refuses in one short line what is no JSON, too long, no object, or has a key twice', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  for (const [action, message] of [
    [() => parseJson(`{"a":\n\n${'x'.repeat(1000)}`, 'c.json'), /^c\.json must be JSON: .{1,140}$/],
    [() => parseJson('123456', 'c.json', { maxLength: 5 }), /must not be longer than 5 characters, got 6/],
    [() => parseJsonObject(bytes('[1]'), 'c.json'), 'c.json must hold a JSON object.'],
    [() => parseJsonObject(bytes('{"a":1,"a":2}'), 'c.json'), 'c.json has the key "a" twice.'],
    [() => parseJsonObject(new Uint8Array([0xff]), 'c.json'), 'c.json is not UTF-8; save it as UTF-8.'],
    [() => parseJsonObject(bytes('{"a":1}'), 'c.json', { maxLength: 3 }), /longer than 3 bytes, got 7/],
  ] as const) {
    expect(action).toThrow(message);
  }
});

it('counts values before it parses them', () => {
  const list = (count: number) => `[${Array.from({ length: count }, () => '[]').join(',')}]`;
  expect(parseJson(list(9), 'the list', { maxValues: 20 })).toHaveLength(9);
  expect(() => parseJson(list(20), 'the list', { maxValues: 20 })).toThrow(
    'the list must not hold more than 20 values.',
  );
  // What a string holds is no value.
  expect(parseJson(JSON.stringify({ a: '[,{'.repeat(99) }), 'the text', { maxValues: 3 })).toBeTruthy();
});

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
