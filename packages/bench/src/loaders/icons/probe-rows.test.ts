import { expect, test } from 'vitest';
import { probeRows } from './probe-rows';

const entry = (name: string) => ({
  name,
  caption: name.replaceAll('-', ' '),
  isCopy: false,
  isSeen: false,
  isInAll: false,
});
const many = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => entry(`${word}-${word}${at}x`));

test('words that both sides have become classes and labels; sides are by set, in turn', () => {
  const icons = {
    carbon: [...many(6, 'bell'), ...many(5, 'cloud'), entry('bell-cloud'), ...many(9, 'dog')],
    bi: [
      ...many(21, 'bell'),
      ...many(20, 'cloud'),
      entry('cloud-bell'),
      ...many(19, 'dog'),
      ...many(30, 'sun'),
    ],
    iconoir: [entry('bell')],
  };
  const { classes, labels, single, multi, artists } = probeRows(icons);
  expect(artists).toEqual({ train: ['bi', 'iconoir'], test: ['carbon'] });
  // A dog has too few in training, a sun none in test.
  expect(classes).toEqual(['bell', 'cloud']);
  expect(labels).toEqual(['bell', 'cloud']);
  // One with two of the words has no one class, but two labels.
  expect([single.train.length, single.test.length]).toEqual([42, 11]);
  expect([multi.train.length, multi.test.length]).toEqual([43, 12]);
  expect(multi.test.find(({ name }) => name === 'bell-cloud')!.label).toEqual([1, 1]);
  expect(single.test.find(({ name }) => name === 'cloud-cloud0x')!.label).toBe('cloud');
  expect(() => probeRows({ bi: many(30, 'bell'), carbon: many(30, 'dog') })).toThrow(
    'at least two words must have 20 icons in bi and 5 in carbon, got 0',
  );
});
