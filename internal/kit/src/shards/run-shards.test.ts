import { expect, it, vi } from 'vitest';
import { Interrupted } from '../command/interruption';
import { InputError, UsageError } from '../errors/input-error';
import { HeldByAnother } from '../files/lock';
import { runShards } from './run-shards';

const silent = { onFailure: () => {}, onWait: () => {}, pause: 1 };

it('does one after another and leaves what others hold for the end', async () => {
  const tries: string[] = [];
  const heldFor = new Map([['b', 3]]);
  const onWait = vi.fn();
  const done = await runShards(
    ['a', 'b', 'c'],
    async (shard) => {
      tries.push(shard);
      const left = heldFor.get(shard) ?? 0;
      heldFor.set(shard, left - 1);
      if (left > 0) throw new HeldByAnother('another process (1) writes it.');
      return shard.toUpperCase();
    },
    { ...silent, onWait },
  );
  expect(tries).toEqual(['a', 'b', 'c', 'b', 'b', 'b']);
  expect(done).toEqual(['A', 'C', 'B']);
  expect(onWait.mock.calls.map(([shards]) => shards)).toEqual([['b']]);
});

it('a failure does not stop the others', async () => {
  const failed: string[] = [];
  const done = await runShards(
    ['a', 'b', 'c'],
    async (shard) => {
      if (shard === 'b') throw new InputError('b is broken.');
      return shard;
    },
    { ...silent, onFailure: (shard, error) => failed.push(`${shard}: ${error.message}`) },
  );
  expect([done, failed]).toEqual([['a', 'c'], ['b: b is broken.']]);
});

it.each([new Interrupted('interrupted; x.'), new UsageError('wrong.'), new TypeError('a bug')])(
  'stops at %s',
  async (error) => {
    const tries: string[] = [];
    const run = runShards(
      ['a', 'b'],
      async (shard) => {
        tries.push(shard);
        throw error;
      },
      silent,
    );
    await expect(run).rejects.toBe(error);
    expect(tries).toEqual(['a']);
  },
);
