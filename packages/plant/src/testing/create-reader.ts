import { createReaders } from '../create-readers';
import { resolveOptions } from '../options';
import { readCaption } from '../reading/read-caption';
import type { Reading } from '../reading/reading';

/** A reader of captions by itself, without a plant: for the labels' test and for looking at readings. */
export function createReader(contextLength = 0): (caption: string) => Reading {
  const { reader } = createReaders(resolveOptions({ contextLength }));
  return (caption) => readCaption(caption, reader);
}
