import { expect, test } from 'vitest';
import { experiments } from '.';

test.each(experiments)(
  'the variants of $name have names of their own, and every seed has all of them',
  ({ runs }) => {
    const names = (seed: number) => runs(seed, { firstSeed: seed }).map(({ variant }) => variant);
    expect(names(0).length).toBeGreaterThan(0);
    expect(new Set(names(0)).size).toBe(names(0).length);
    expect(names(1)).toEqual(names(0));
  },
);
