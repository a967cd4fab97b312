import { expect, it } from 'vitest';
import { eachWithinCores } from './each-within-cores';

it('runs as many at a time as their threads fit the cores, and those that fit nowhere alone', async () => {
  let busy = 0;
  let most = 0;
  const done: number[] = [];
  await eachWithinCores(
    [1, 1, 2, 1, 4, 1].map((threads) => ({ threads })),
    2,
    async ({ threads }) => {
      busy += Math.min(threads, 2);
      most = Math.max(most, busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= Math.min(threads, 2);
      done.push(threads);
    },
  );
  expect(most).toBe(2);
  expect(done.sort()).toEqual([1, 1, 1, 1, 2, 4]);
});
