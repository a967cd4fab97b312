import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeptType, KeptTypes, type KeptValue, parquetValue } from './kept';

const typeOf = (values: readonly KeptValue[]): KeptType | undefined => {
  const types = new KeptTypes(['x']);
  for (const x of values) types.add({ x });
  return types.types().x;
};

test.each<[readonly KeptValue[], KeptType]>([
  [[], 'STRING'],
  [[null, null], 'STRING'],
  [[1, null, 2n], 'INT64'],
  [[1, 2.5], 'DOUBLE'],
  [[1, -0], 'DOUBLE'],
  [[1, Number.NaN], 'DOUBLE'],
  [[2n ** 64n, 1], 'STRING'],
  [[true, null, false], 'BOOLEAN'],
  [[true, 1], 'STRING'],
  [[1, '1'], 'STRING'],
  [[['a'], { b: 1 }], 'STRING'],
])('the narrowest type of %o is %s', (values, type) => {
  expect(typeOf(values)).toBe(type);
});

test('whatever the values and their order, the type takes each of them without loss', () => {
  const scalar = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.string(),
    fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(scalar), (values) => {
      const type = typeOf(values)!;
      expect(typeOf([...values].reverse())).toBe(type);
      for (const value of values) {
        const cell = parquetValue(value, type);
        if (value === null) expect(cell).toBeNull();
        else if (type === 'STRING')
          expect(cell).toBe(
            typeof value === 'string'
              ? value
              : String(
                  typeof value === 'number' && !Number.isFinite(value)
                    ? null
                    : Object.is(value, -0)
                      ? 0
                      : value,
                ),
          );
        else if (type === 'INT64') expect(cell).toBe(BigInt(value as number));
        else expect(cell).toBe(type === 'DOUBLE' ? Number(value) : value);
      }
    }),
  );
});
