import type { Readers } from '../create-readers';
import type { Slot } from '../hard-negative';
import { readCaptions } from '../reading/read-caption';
import { createSiblingReader, mostSiblings } from '../surroundings';
import { BlockReading } from './block-reading';
import { collectSites } from './collect-sites';
import type { BlockCaption } from './cut-into-blocks';

const alone: readonly string[] = [];

/** Reads the captions of a block, and finds the places whose words may be exchanged; too long ones are left out. */
export function readBlock(
  block: readonly BlockCaption[],
  { reader, rereader, context }: Readers,
  slots: ReadonlySet<Slot>,
): BlockReading {
  const byImage = new Map<string, string[]>();
  for (const { imageId, caption } of block) {
    if (imageId === undefined) continue;
    const captions = byImage.get(imageId);
    if (captions) captions.push(caption);
    else byImage.set(imageId, [caption]);
  }
  for (const { length } of byImage.values()) {
    if (length > mostSiblings) context.refuse('crowded-image', length - mostSiblings);
  }
  const captionsOfImage = ({ imageId, siblings }: BlockCaption) =>
    siblings ?? (imageId === undefined ? alone : byImage.get(imageId)!);
  const read = new BlockReading(block.length, rereader, captionsOfImage, createSiblingReader(context.formOf));
  readCaptions(block, reader, (caption, reading) => {
    read.open(caption, reading);
    collectSites(reading, read, slots, context);
    read.close();
  });
  return read;
}
