import { expect, test } from 'vitest';
import { InputError } from './input-error';

test('is recognised across copies of the package, and nothing else is', () => {
  const marker: unique symbol = Symbol.for('slipform.InputError');
  class OtherCopy extends Error {
    readonly [marker] = true;
  }
  expect(InputError.isInstance(new InputError('x'))).toBe(true);
  expect(InputError.isInstance(new OtherCopy())).toBe(true);
  for (const other of [new Error('x'), null, undefined, 'InputError', { name: 'InputError' }]) {
    expect(InputError.isInstance(other)).toBe(false);
  }
});
