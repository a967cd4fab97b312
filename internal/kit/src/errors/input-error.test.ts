import { expect, it, vi } from 'vitest';
import { InputError, refuse, retold, UsageError } from './input-error';

it('is recognised across copies, by isInstance and by instanceof', async () => {
  vi.resetModules();
  const copy = await import('./input-error');
  expect(copy.InputError).not.toBe(InputError);
  for (const error of [new copy.InputError('x'), new copy.UsageError('x'), new UsageError('x')]) {
    expect(error instanceof InputError).toBe(true);
    expect(InputError.isInstance(error)).toBe(true);
  }
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const other of [new Error('x'), undefined, null, 5, {}, { name: 'InputError' }, revoked]) {
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

it('is one sentence of its parts, and says it anew with others', () => {
  const parts = { place: 'mine', argument: 'seed', rule: 'must be an integer', got: '0.5', remedy: 'pass 1' };
  const error = new InputError(parts);
  expect(error.message).toBe('mine: seed must be an integer, got 0.5; pass 1.');
  expect(error).toMatchObject(parts);
  expect(retold(error, { place: undefined, argument: '--seed' }).message).toBe(
    '--seed must be an integer, got 0.5; pass 1.',
  );
  expect(retold(new InputError('a.txt is empty.'), { place: 'mine', remedy: 'name another' }).message).toBe(
    'mine: a.txt is empty; name another.',
  );
  expect(() => refuse('mine', 'seed', 'must be an integer', 0.5, 'pass 1')).toThrow(error.message);
  expect(new InputError({ rule: 'no set', remedy: 'did you mean x?' }).message).toBe(
    'no set; did you mean x?',
  );
});
