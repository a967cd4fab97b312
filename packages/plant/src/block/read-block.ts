import type { Slot } from '../hard-negative';
import type { MiningContext } from '../operations/operation';
import { type ReadingContext, readCaption } from '../reading/read-caption';
import type { Token } from '../reading/tagger';
import { createSiblingReader } from '../surroundings';
import { collectSites } from './collect-sites';
import type { BlockCaption } from './cut-into-blocks';
import { hashToken } from './sequences';
import type { BlockReading, Site } from './site';

/** Reads the captions of a block, and finds the places whose words may be exchanged; too long ones are left out. */
export function readBlock(
  block: readonly BlockCaption[],
  reader: ReadingContext,
  slots: ReadonlySet<Slot>,
  context: MiningContext,
): BlockReading[] {
  const byImage = new Map<string, string[]>();
  for (const { imageId, caption } of block) {
    if (imageId === undefined) continue;
    const captions = byImage.get(imageId);
    if (captions) captions.push(caption);
    else byImage.set(imageId, [caption]);
  }
  const readSiblings = createSiblingReader(context.formOf);
  const readings: BlockReading[] = [];
  for (const { id, caption, imageId, siblings } of block) {
    const reading = readCaption(caption, reader);
    if (!reading) continue;
    const others = siblings ?? (imageId === undefined ? [] : byImage.get(imageId)!);
    const siblingTexts = () => others.filter((other) => other !== caption);
    const sites: Site[] = [];
    const entry: BlockReading = {
      index: readings.length,
      id,
      reading,
      hashes: hashesOf(reading.tokens),
      sites,
      siblings: once(() => readSiblings(siblingTexts())),
      siblingTexts,
    };
    collectSites(entry, sites, slots, context);
    readings.push(entry);
  }
  return readings;
}

function hashesOf(tokens: readonly Token[]): Int32Array {
  const hashes = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i += 1) hashes[i] = hashToken(tokens[i]!.lower);
  return hashes;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
