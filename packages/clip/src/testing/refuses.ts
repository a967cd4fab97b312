import { InputError } from '@slipform/kit/errors/input-error';
import { memory } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { ClipModel } from '../model/clip-model';
import { loadClip } from '../weights/load-clip';

type Source = Parameters<typeof loadClip>[0];

/** A model is refused with these words, and leaves no tensor. */
export async function refuses(source: Source, message: RegExp): Promise<void> {
  const before = memory().numTensors;
  const error: unknown = await loadClip(source).catch((error: unknown) => error);
  expect(String(error)).toMatch(message);
  expect(error).toSatisfy(InputError.isInstance);
  expect(memory().numTensors).toBe(before);
}

/** For sources by chance: a model loads, or is refused in words. */
export async function loadsOrRefuses(source: Source): Promise<void> {
  const result: unknown = await loadClip(source).catch((error: unknown) => error);
  if (result instanceof ClipModel) result.dispose();
  else expect(result).toSatisfy(InputError.isInstance);
}
