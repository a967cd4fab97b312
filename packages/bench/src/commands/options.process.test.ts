import { backendNames } from '@slipform/clip';
import { expect, test } from 'vitest';
import { BACKENDS } from './options';

test('--backend offers the backends of @slipform/clip', () => {
  expect(BACKENDS).toEqual(backendNames);
});
