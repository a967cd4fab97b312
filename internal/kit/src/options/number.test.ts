import fc from 'fast-check';
import { expect, it } from 'vitest';
import { integer, number, readValue } from './options';

it.each([
  [integer(), 'an integer'],
  [integer({ min: 1 }), 'an integer of at least 1'],
  [integer({ min: 1, max: 100 }), 'an integer from 1 to 100'],
  [number(), 'a finite number'],
  [number({ above: 0, max: 4 }), 'a finite number above 0 and of at most 4'],
  [number({ min: 0, below: 1 }), 'a finite number of at least 0 and below 1'],
])('%# names its range', (of, what) => {
  expect(of.what).toBe(what);
});

it('takes exactly the numbers of its range', () => {
  const bound = fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined });
  const bounds = fc.record({ min: bound, max: bound, above: bound, below: bound }).map(
    // A bound that is missing is a key that is missing.
    (all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
  );
  const values = fc.oneof(
    fc.integer({ min: -6, max: 6 }),
    fc.constantFrom(0.5, Number.NaN, Infinity, -Infinity, '1'),
  );
  let taken = 0;
  fc.assert(
    fc.property(bounds, values, ({ min = -9, max = 9, above = -9, below = 9, ...rest }, value) => {
      expect(rest).toEqual({});
      const fits =
        typeof value === 'number' && value >= min && value <= max && value > above && value < below;
      const given = {
        ...(min > -9 && { min }),
        ...(max < 9 && { max }),
        ...(above > -9 && { above }),
        ...(below < 9 && { below }),
      };
      const read = () => readValue(number(given), value, 'f', 'x');
      if (fits) expect(read()).toBe(value);
      else expect(read).toThrow(`f: x must be ${number(given).what}, got `);
      taken += Number(fits);
    }),
  );
  expect(taken).toBeGreaterThan(0);
});
