import { expect, it, vi } from 'vitest';
import { InputError, UsageError } from './input-error';

it('is recognised across copies, by isInstance and by instanceof', async () => {
  vi.resetModules();
  const copy = await import('./input-error');
  expect(copy.InputError).not.toBe(InputError);
  for (const error of [new copy.InputError('x'), new copy.UsageError('x'), new UsageError('x')]) {
    expect(error instanceof InputError).toBe(true);
    expect(InputError.isInstance(error)).toBe(true);
  }
  for (const other of [new Error('x'), undefined, null, 5, {}, { name: 'InputError' }]) {
    expect(other instanceof InputError).toBe(false);
    expect(InputError.isInstance(other)).toBe(false);
  }
});

it('leaves `instanceof` of a class that extends it as it is', () => {
  class Own extends InputError {}
  expect(new Own('x') instanceof Own).toBe(true);
  expect(new InputError('x') instanceof Own).toBe(false);
  expect(new UsageError('x') instanceof UsageError).toBe(true);
  expect(new InputError('x') instanceof UsageError).toBe(false);
});
