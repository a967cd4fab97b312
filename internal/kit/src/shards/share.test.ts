import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../errors/input-error';
import { shardNameOf, shardsOf } from './shard-names';
import { readShare, shareOf } from './share';

describe('a share', () => {
  it('each file is in exactly one task’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 50 }), (count, of) => {
        const files = Array.from({ length: count }, (_, i) => i);
        const shares =
          files.length === 0 ? [] : Array.from({ length: of }, (_, task) => shareOf(files, { task, of }));
        expect(shares.flat().sort((a, b) => a - b)).toEqual(files);
        for (const share of shares) expect(share.length).toBeLessThanOrEqual(Math.ceil(count / of));
      }),
    );
  });

  it('all, where nothing is asked for', () => {
    expect(shareOf(['a', 'b'], readShare({}))).toEqual(['a', 'b']);
    expect(shareOf(['a', 'b', 'c'], readShare({ task: 1, of: 2 }))).toEqual(['b']);
  });

  it.each([
    [{ task: 1 }, '--task needs --of beside it; pass both, or leave both out.'],
    [{ of: 1 }, '--of needs --task beside it; pass both, or leave both out.'],
    [{ task: 4, of: 4 }, '--task must be from 0 to 3, one less than --of, got 4; number the tasks from 0.'],
  ])('%j is refused', (given, message) => {
    expect(() => readShare(given)).toThrow(message);
  });
});

describe('names of shards', () => {
  it.each([
    ['in/00017.tar', '00017'],
    ['in/00017.tar.gz', '00017'],
    ['a.b.jsonl', 'a.b'],
    ['captions', 'captions'],
    ['captions.GZ', 'captions'],
  ])('%s is %s', (file, name) => {
    expect(shardNameOf(file)).toBe(name);
  });

  it.each([
    [['a/x.tar', 'b/X.tar'], 'a/x.tar and b/X.tar would both become the output X; give one another name'],
    [['x.tar', 'x.jsonl'], 'would both become the output x'],
    [['-'], 'standard input has no name'],
    [['in/.tar'], 'in/.tar has no name'],
  ])('%j is refused', (files, message) => {
    expect(() => shardsOf(files)).toThrow(message);
    expect(() => shardsOf(files)).toThrow(InputError);
  });
});
