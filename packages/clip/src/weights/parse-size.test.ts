import { expect, it } from 'vitest';
import { parseSize } from './save-clip';

it.each([
  [1000, 1000],
  ['1000', 1000],
  ['500MB', 5e8],
  ['1.5 GB', 1.5e9],
  ['2GiB', 2 ** 31],
  ['10kb', 1e4],
])('reads %j', (text, bytes) => {
  expect(parseSize('saveClip', 'maxShardSize', text)).toBe(bytes);
});

it.each(['', 'GB', '5TB', '-5MB', '1e3', Number.NaN, 0, Number.POSITIVE_INFINITY])('refuses %j', (text) => {
  expect(() => parseSize('saveClip', 'maxShardSize', text)).toThrow(/^saveClip: maxShardSize must be/);
});
