import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable, printableLines, quoted, shown } from './printable';

it('writes control characters out and cuts what is long', () => {
  expect(printable('a\u001b[31mb\nc\u202ed')).toBe('a\\u001b[31mb\\u000ac\\u202ed');
  expect(printable('x'.repeat(200))).toBe(`${'x'.repeat(120)}…`);
  expect(printable('😀😀', 3)).toBe('😀…');
  expect(printableLines('a\n\u0007b')).toBe('a\n\\u0007b');
  expect(quoted('dog\t"x"\u009b')).toBe('"dog\\t\\"x\\"\\u009b"');
  expect(
    [null, undefined, 3n, Symbol('s'), [1, 2], [], {}, () => 1, Number.NaN].map((value) => shown(value)),
  ).toEqual([
    'null',
    'undefined',
    '3n',
    'Symbol(s)',
    'an array of 2',
    'an empty array',
    'an object',
    'a function',
    'NaN',
  ]);
});

it('shows what can not be read, and long values that are no texts', () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  expect(shown(proxy)).toBe('an object');
  expect(shown(Symbol('\u001b[2J'))).toBe('Symbol(\\u001b[2J)');
  expect(shown(10n ** 400n)).toBe(`1${'0'.repeat(59)}…`);
});

it('names a tensor by type and shape, whatever claims to be one', () => {
  expect(shown({ dtype: 'float32', shape: [3, 2] })).toBe('float32 [3, 2]');
  expect(shown({ dtype: 'float32', shape: [3, 2], isDisposed: true })).toBe('a disposed tensor');
  expect(shown({ dtype: '\u001b[2J', shape: Array(1e5).fill(1) })).toMatch(/^\\u001b\[2J \[1, 1, .{40,60}…$/);
  expect(shown({ shape: [1] })).toBe('an object');
});

it('lets no control character through, and no text longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, length) => {
      for (const safe of [printable(text, length), quoted(text, length)]) {
        expect(safe).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(safe.length).toBeLessThanOrEqual(6 * length + 3);
      }
    }),
  );
});
