import { InputError } from '@slipform/kit/errors/input-error';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readIconSet } from './read-icon-set';

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, '__proto__', 'constructor', undefined),
);
const name = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'a-b',
    'a-fill',
    '__proto__',
    'constructor',
    'toString',
    '',
    '..',
    'a/b',
    '-',
    '_',
    '0',
  ),
  fc.string({ maxLength: 5 }),
  fc.stringMatching(/^[a-c](-[a-c2]){0,2}$/),
  fc.stringMatching(/^[a-c](-[a-c2]){0,2}$/),
);
const size = fc.double({ min: 1, max: 64, noNaN: true });
const maybe = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 40, arbitrary: of }, { weight: 1, arbitrary: anything });
const entries = <T>(of: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(name, maybe(of)), { maxLength: 6 }).map((list) => JSON.parse(textOf(list)));
const numbers = {
  width: maybe(size),
  height: maybe(size),
  left: maybe(size),
  rotate: maybe(fc.integer()),
};
const icon = fc.record(
  { body: maybe(fc.constant('<path/>')), hidden: maybe(fc.boolean()), ...numbers },
  { requiredKeys: ['body'] },
);
const alias = fc.record(
  { parent: maybe(name), hFlip: maybe(fc.boolean()), ...numbers },
  { requiredKeys: ['parent'] },
);
const styles = entries(fc.string());
const set = fc.record(
  {
    prefix: fc.constant('try'),
    icons: maybe(entries(icon)),
    aliases: maybe(entries(alias)),
    suffixes: maybe(styles),
    prefixes: maybe(styles),
    categories: maybe(entries(fc.array(name))),
    chars: maybe(entries(name)),
    info: maybe(fc.record({ name: maybe(fc.string()), author: maybe(fc.record({ name: fc.string() })) })),
    ...numbers,
  },
  { requiredKeys: ['prefix', 'icons'] },
);

/** An object as JSON.parse makes it: `__proto__` is a key of its own. */
function textOf(list: readonly (readonly [string, unknown])[]): string {
  const parts = list.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`);
  return `{${parts.join(',')}}`;
}

it('reads whatever somebody else wrote, or refuses it with one sentence', () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: set }, { weight: 1, arbitrary: anything }),
      fc.boolean(),
      (json, skips) => {
        try {
          const { icons } = readIconSet(json, skips ? { onSkip: () => {} } : {});
          read += icons.length > 0 ? 1 : 0;
          for (const each of icons) {
            expect(each.words.length).toBeGreaterThan(0);
            expect(each.words.join(' ')).toBe(each.caption);
            expect(each.width > 0 && each.height > 0 && Number.isFinite(each.left + each.top)).toBe(true);
          }
          expect(new Set(icons.map(({ id }) => id)).size).toBe(icons.length);
        } catch (error) {
          if (!InputError.isInstance(error)) throw error;
          expect(error.message).toMatch(/^readIconSet: [^\n]+\.$/);
        }
        expect(Object.hasOwn(Object.prototype, 'body')).toBe(false);
      },
    ),
    { numRuns: 2000 },
  );
  // It is no test of refusals alone.
  expect(read).toBeGreaterThan(20);
});

it('leaves out what it can’t read where somebody listens', () => {
  const skipped: string[] = [];
  const { icons } = readIconSet(
    {
      prefix: 'try',
      icons: {
        a: { body: '<path/>' },
        'b/c': { body: '' },
        d: { body: 3 },
        e: { body: '<a href="http://x"/>' },
      },
      aliases: {
        f: { parent: 'a' },
        g: { parent: 'none' },
        h: { parent: 'd' },
        i: { parent: 'a', rotate: 1 },
      },
    },
    { onSkip: (name, why) => skipped.push(`${name}: ${why.length > 0}`) },
  );
  expect(icons.map(({ name }) => name)).toEqual(['a', 'i']);
  expect(icons[0]!.aliases).toEqual(['f']);
  expect(skipped).toEqual(['b/c: true', 'd: true', 'e: true', 'g: true']);
});
