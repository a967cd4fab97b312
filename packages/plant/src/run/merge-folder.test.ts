import { readFileSync, rmSync } from 'node:fs';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeEach, expect, test } from 'vitest';
import { writeShardSizes } from './merge-folder';

const { file, path } = useFolder();

// The folder is one for all tests of this file.
beforeEach(() => rmSync(path('sizes.json'), { force: true }));

test.each([
  ['captions', '{"annotations":[{"id":12345678901234567890,"caption":"A dog."}]}'],
  ['a number that JSON can’t keep', '{"a.tar":12345678901234567890}'],
  ['a negative number', '{"a.tar":-1}'],
  ['a key twice', '{"a.tar":1,"a.tar":2}'],
  ['a list', '[1]'],
  ['no JSON', 'a.tar 1'],
  ['half a file', '{"a.tar":1'],
])('%s stay what they are', async (_, text) => {
  const sizes = file('sizes.json', text);
  await expect(writeShardSizes(path('.'), { 'x.tar': 1 })).rejects.toThrow(
    /sizes\.json is no list of shard sizes; move it, and merge again\.$/,
  );
  expect(readFileSync(sizes, 'utf8')).toBe(text);
});
