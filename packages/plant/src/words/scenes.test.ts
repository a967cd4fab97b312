import { expect, test } from 'vitest';
import { leavesScene } from './scenes';

test.each([
  ['shower', 'toaster', 'a mirror shows a bathtub and a shower', true],
  ['shower', 'toaster', 'a mirror shows a shower and a towel', false],
  ['snow', 'grass', 'a boy on skis goes through the snow skiing', true],
  ['bench', 'chair', 'a toilet beside a bench', false],
  ['sink', 'toilet', 'a sink and a stove', true],
  ['cat', 'zebra', 'a cat next to a computer', true],
  ['cat', 'zebra', 'a cat next to a tree', false],
  ['zebra', 'cat', 'a zebra and a giraffe', true],
  ['bench', 'bed', 'a bench in a field', true],
  ['swan', 'sheep', 'a swan floating on water', true],
])('%s → %s in "%s"', (keyword, lemma, caption, expected) => {
  expect(leavesScene(keyword, lemma, caption.split(' '))).toBe(expected);
});
