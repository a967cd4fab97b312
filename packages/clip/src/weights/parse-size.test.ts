import { readOptions } from '@slipform/kit/options/options';
import { expect, it } from 'vitest';
import { SAVE_ROWS } from './save-clip';

const read = (maxShardSize: number | string) => readOptions('saveClip', SAVE_ROWS, { maxShardSize });

it.each([
  [1000, 1000],
  ['1000', 1000],
  ['500MB', 5e8],
  ['1.5 GB', 1.5e9],
  ['2GiB', 2 ** 31],
  ['10kb', 1e4],
])('reads %j', (text, bytes) => {
  expect(read(text).maxShardSize).toBe(bytes);
});

it.each(['', 'GB', '5TB', '-5MB', '1e3', Number.NaN, 0, Number.POSITIVE_INFINITY])('refuses %j', (text) => {
  expect(() => read(text)).toThrow(/^saveClip: maxShardSize must be/);
});
