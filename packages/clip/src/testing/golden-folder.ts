import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memory } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import type { ClipSource } from '../files/model-source';
import { loadClip } from '../weights/load-clip';
import { type GoldenValues, goldenErrors } from './golden';

/** The values that a folder's model must have. */
export async function golden<T extends GoldenValues>(folder: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8'));
}

/** How far a loaded model is from them; it leaks nothing. */
export async function errorsOf(source: ClipSource, expected: GoldenValues) {
  const before = memory().numTensors;
  const model = await loadClip(source);
  const errors = await goldenErrors(model, expected);
  model.dispose();
  expect(memory().numTensors).toBe(before);
  return errors;
}
