import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { openShardSizes } from './shard-sizes';

const { file, path } = useTemporaryFolder();

// The folder is one for all tests of this file.
beforeEach(() => rmSync(path('sizes.json'), { force: true }));

test('24 shards that end at once have 24 entries', async () => {
  const names = Array.from({ length: 24 }, (_, i) => `${i}.tar`);
  await Promise.all(names.map(async (name, i) => (await openShardSizes(path(name))).set(i)));
  const sizes = JSON.parse(readFileSync(path('sizes.json'), 'utf8'));
  expect(Object.keys(sizes).sort()).toEqual([...names].sort());
  expect(sizes['23.tar']).toBe(23);
  expect(readdirSync(dirname(path('x')))).toEqual(['sizes.json']);
});

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
  await expect(openShardSizes(path('x.tar'))).rejects.toThrow(
    /sizes\.json is no list of shard sizes, which a shard needs beside it; move it or write to another folder\.$/,
  );
  expect(readFileSync(sizes, 'utf8')).toBe(text);
});
