import { describe, expect, it } from 'vitest';
import type { Side } from './contender';
import { eachWithinCores, raceAt } from './race';
import { tasks } from './tasks';

const [task] = tasks;
const options = { rounds: 3, seconds: 0.001, say: () => {} };

/** A side whose losses are a formula, and who writes down its turns. */
function side(name: string, kind: Side['kind'], turns: string[], loss = (step: number) => 1 / step): Side {
  let step = 0;
  return {
    ...{ name, kind, threads: 1 },
    start: async () => ({
      async take(steps) {
        turns.push(name);
        return { ms: Array(steps).fill(4), check: Array.from({ length: steps }, () => loss(++step)) };
      },
      figures: () => undefined,
      stop: async () => {
        turns.push(`${name} stops`);
      },
    }),
  };
}

describe('raceAt', () => {
  it('lets all take turns, in an order that rotates', async () => {
    const turns: string[] = [];
    const sides = ['a', 'b', 'c'].map((name) => side(name, name === 'a' ? 'torch' : 'ours', turns));
    const result = await raceAt(task!, sides, '', options);
    expect(turns.slice(3, 12).join('')).toBe('abcbcacab');
    expect(turns.slice(12)).toEqual(['a stops', 'b stops', 'c stops']);
    expect(result.measure).toBe('a');
    expect(result.sides.map(({ rates }) => rates)).toEqual(Array(3).fill([250, 250, 250]));
  });

  it('fails where losses are not those of PyTorch, and stops all', async () => {
    const turns: string[] = [];
    const wrong = side('wrong', 'ours', turns, (step) => 1 / step + (step === 12 ? 2e-3 : 0));
    const race = raceAt(task!, [wrong, side('right', 'torch', turns)], '', options);
    await expect(race).rejects.toThrow(
      /losses of the first twelve steps of wrong must be those of right within 0\.001/,
    );
    expect(turns).toEqual(expect.arrayContaining(['wrong stops', 'right stops']));
  });

  it('goes on without a side that does not start, and gives the reason', async () => {
    const broken: Side = {
      ...side('broken', 'ours', []),
      start: () => Promise.reject(new Error('no browser')),
    };
    const result = await raceAt(task!, [broken, side('whole', 'ours', [])], '', options);
    expect(result.absent).toEqual([{ name: 'broken', reason: 'no browser' }]);
    expect(result.sides.map(({ name }) => name)).toEqual(['whole']);
  });
});

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
