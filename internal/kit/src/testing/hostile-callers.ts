import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../errors/input-error';

/** Public functions by name, each with right arguments by their names, options among them. */
export type Calls = Readonly<
  Record<string, readonly [call: (...values: never[]) => unknown, right: Readonly<Record<string, unknown>>]>
>;

export interface Meeting {
  /** What a package exports; each function of it must be called, but for these. */
  readonly exports?: readonly [all: object, but?: readonly string[]];
  /** Whether an error is one of the package's own. Default: an InputError. */
  readonly isOurs?: (error: unknown) => boolean;
  /** More wrong values, each made anew. */
  readonly more?: WrongValues;
  /** Whether an argument is also tried with hostile values. Default: options are. */
  readonly wary?: (name: string, argument: string) => boolean;
  /** Options that any value is good for, as `name.option`. Each other one must refuse something. Default: none. */
  readonly free?: readonly string[];
  /** What must be as before a call, such as the number of tensors. */
  readonly left?: () => unknown;
  /** How many values by chance each function is tried with, at places by chance, other ones in each run. Default: none. */
  readonly byChance?: number;
}

type WrongValues = Readonly<Record<string, () => unknown>>;

const throwing = (what: unknown) => (): never => {
  throw what;
};
export const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
export const hostile = (what: unknown): object =>
  new Proxy([1, 2, 3], {
    get: throwing(what),
    has: throwing(what),
    ownKeys: throwing(what),
    getPrototypeOf: throwing(what),
    getOwnPropertyDescriptor: throwing(what),
  });

/** What callers in JavaScript pass by mistake, and worse. */
export const wrongValues: WrongValues = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  '0': () => 0,
  '-1': () => -1,
  '0.5': () => 0.5,
  NaN: () => Number.NaN,
  infinity: () => Number.NEGATIVE_INFINITY,
  '2 ** 60': () => 2 ** 60,
  '1e300': () => 1e300,
  '5e-324': () => 5e-324,
  'a bigint': () => 10n ** 400n,
  'an empty text': () => '',
  x: () => 'x',
  'a symbol': () => Symbol('\u001b[2J\nline'),
  'a function': () => () => 1,
  'a class': () => class {},
  '[]': () => [],
  '[null]': () => [null],
  '[[]]': () => [[]],
  "['x']": () => ['x'],
  // `every` passes over holes.
  'an array of one hole': () => new Array(1),
  'an array of two holes': () => new Array(2),
  '[{}]': () => [{}],
  'all sorts': () => [null, Symbol('x'), 1n, {}, [], 'x'],
  'nested too deep': () => [[[[[[1]]]]]],
  'itself inside': () => {
    const circle: unknown[] = [];
    circle.push(circle);
    return circle;
  },
  '{}': () => ({}),
  'no prototype': () => Object.create(null),
  '{ length }': () => ({ length: 3 }),
  'no text': () => ({ toString: throwing(new TypeError('no text')), valueOf: () => ({}) }),
  'a Map': () => new Map<unknown, unknown>([[Symbol('x'), Symbol('y')]]),
  'a date': () => new Date(Number.NaN),
  'a pattern': () => /x/,
  floats: () => new Float32Array(2),
  bigints: () => BigUint64Array.of(1n, 2n, 3n),
  'a view': () => new DataView(new ArrayBuffer(24)),
  'a Promise': () => Promise.resolve(1),
};

/** What throws when it is looked at, has holes, or holds what a terminal acts on. */
const hostileValues: WrongValues = {
  'a long text': () => '\u001b[2J\n\u2028\u202e'.repeat(10_000),
  'a sparse array': () => new Array(3),
  'a revoked object': () => revoked({}),
  'a revoked array': () => revoked([]),
  'a revoked function': () => revoked(() => 1),
  'a proxy that throws': () => hostile(new TypeError('Cannot read this\nfile /etc/x')),
  'a proxy that throws nothing': () => hostile(undefined),
  'a row that throws': () => [hostile(new RangeError('x')), [1, 2], [1, 2]],
};

const generated = fc.sample(fc.anything({ withTypedArray: true, withNullPrototype: true }), {
  seed: 18,
  numRuns: 20,
});

/**
 * Tests that each function takes every wrong value, for each of its arguments and each field in them, or throws one
 * sentence, which names an option; and that each option refuses something. What is said is asked where it is made: of
 * options in `define-options.test.ts`.
 */
export function meetHostileCallers(calls: Calls, meeting: Meeting): void {
  const {
    exports: [all, but = []] = [{}],
    isOurs = InputError.isInstance,
    wary = isOptions,
    free = [],
  } = meeting;

  describe('a wrong value is taken, or named in one sentence', () => {
    test.each(Object.keys(calls))('%s', async (name) => {
      const [call, right] = calls[name]!;
      const faults = new Set<string>();
      // A right call may fail too, of a file that is not there.
      const usual = textOf(await thrownBy(call, Object.values(right)));
      for (const { path, value: good, withValue } of placesIn(right)) {
        const isOption = path[0] === 'options' && path.length > 1;
        let refusals = 0;
        for (const [kind, value] of wrongOf(wary(name, path[0]!), meeting.more)) {
          // What a caller's function throws is the caller's.
          if (typeof value === 'function' && typeof good === 'function') continue;
          const before = meeting.left?.();
          const error = await thrownBy(call, withValue(value));
          const text = textOf(error);
          const at = `${path.join('.')} of ${kind}`;
          if (meeting.left?.() !== before) faults.add(`${at} leaves something: ${text}`);
          if (error === undefined || text === usual) continue;
          refusals += 1;
          if (!isOurs(error)) faults.add(`${at}: ${(error as Error)?.stack?.slice(0, 400) ?? text}`);
          else if (!sentence.test(text)) faults.add(`${at}: no sentence: ${text}`);
          else if (
            isOption &&
            value !== undefined &&
            typeof value !== typeof good &&
            !isNamed(path.slice(1), error as Error)
          )
            faults.add(`${at} is not named: ${text}`);
        }
        if (isOption && path.length === 2 && refusals === 0 && !free.includes(`${name}.${path[1]}`))
          faults.add(`${path.join('.')} refuses nothing${usual === 'undefined' ? '' : `: ${usual}`}`);
      }
      if (faults.size > 0) throw new Error([...faults].slice(0, 8).join('\n'));
    });
  });

  const { byChance } = meeting;
  if (byChance !== undefined) {
    test.each(Object.keys(calls))('%s takes any value, or says one sentence', async (name) => {
      const [call, right] = calls[name]!;
      const places = fc.constantFrom(...placesIn(right));
      const anything = fc.anything({
        withBigInt: true,
        withNullPrototype: true,
        withObjectString: true,
        withMap: true,
        withDate: true,
        withSparseArray: true,
        withTypedArray: true,
      });
      const usual = textOf(await thrownBy(call, Object.values(right)));
      await fc.assert(
        fc.asyncProperty(places, anything, async ({ path, withValue }, value) => {
          // A folder that is there: "/" as a root would be searched for minutes.
          if (typeof value === 'string' && /^[\s./~]+$/.test(value)) return;
          const before = meeting.left?.();
          const error = await thrownBy(call, withValue(value));
          expect(meeting.left?.(), path.join('.')).toBe(before);
          if (error === undefined || textOf(error) === usual) return;
          if (!isOurs(error)) throw error;
          expect(textOf(error)).toMatch(sentence);
        }),
        { numRuns: byChance },
      );
    });
  }

  test('every function is called', () => {
    const functions = Object.entries(all).flatMap(([name, value]) =>
      typeof value === 'function' ? [name] : [],
    );
    const called = Object.keys(calls).map((name) => /^\w+/.exec(name)?.[0]);
    expect(functions.filter((name) => !called.includes(name))).toEqual([...but]);
  });
}

/** One line without what a terminal acts on. */
const sentence = /^[^\p{C}\p{Zl}\p{Zp}]{5,700}[.?]$/u;

const isOptions = (_: string, argument: string) => argument === 'options';

async function thrownBy(call: (...values: never[]) => unknown, values: readonly unknown[]): Promise<unknown> {
  try {
    const result: unknown = await call(...(values as never[]));
    if (result instanceof Object && 'dispose' in result && typeof result.dispose === 'function')
      result.dispose();
    return undefined;
  } catch (error) {
    return error ?? new Error('threw nothing');
  }
}

function* wrongOf(
  isHostile: boolean,
  more: WrongValues = {},
): Generator<readonly [kind: string, value: unknown]> {
  const hostile = isHostile ? hostileValues : {};
  for (const [kind, make] of Object.entries({ ...wrongValues, ...hostile, ...more })) yield [kind, make()];
  for (const [at, value] of generated.entries()) yield [`generated ${at}`, value];
}

interface Place {
  readonly path: readonly string[];
  /** What is right there. */
  readonly value: unknown;
  readonly withValue: (value: unknown) => readonly unknown[];
}

/** The arguments, and in them the fields of plain objects and the first two entries of arrays. */
function* placesIn(right: Readonly<Record<string, unknown>>): Generator<Place> {
  for (const [argument, value] of Object.entries(right)) {
    for (const { path, value: good, replaced } of within(value, [argument], 2)) {
      yield {
        path,
        value: good,
        withValue: (wrong) => Object.values({ ...right, [argument]: replaced(wrong) }),
      };
    }
  }
}

function* within(
  value: unknown,
  path: readonly string[],
  depth: number,
): Generator<Pick<Place, 'path' | 'value'> & { readonly replaced: (wrong: unknown) => unknown }> {
  yield { path, value, replaced: (wrong) => wrong };
  if (depth === 0 || typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) return;
  for (const key of Object.keys(value).slice(0, isList ? 2 : 40)) {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    for (const { replaced, ...inner } of within(field, [...path, key], depth - 1)) {
      yield {
        ...inner,
        replaced: (wrong) =>
          isList ? value.with(Number(key), replaced(wrong)) : { ...value, [key]: replaced(wrong) },
      };
    }
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isNamed(path: readonly string[], error: Error): boolean {
  const { argument } = error as { readonly argument?: unknown };
  const text = `${typeof argument === 'string' ? argument : ''} ${error.message}`;
  return path.some((name) => !/^\d+$/.test(name) && text.includes(name));
}
