import type { Caption } from '../caption';
import type { Readers } from '../create-readers';
import type { Slot } from '../hard-negative';
import { readCaptions } from '../reading/read-caption';
import type { CaptionSpan, Reading } from '../reading/reading';
import { createSiblingReader, maxSiblings } from '../reading/siblings';
import { BlockReading } from './block-reading';
import { collectSites } from './collect-sites';

import { SiteTable } from './site-table';

/** Initial room of a table, in sites for each caption. */
const usualSites = 8;

const alone: readonly string[] = [];

/**
 * Reads the captions of a block in their order, and finds the sites whose words may change.
 *
 * @param sites where the sites go, behind the words that the table keeps
 * @param only of each caption the place where its sites may lie
 */
export function readBlock(
  block: readonly Caption[],
  { reader, words, refuse }: Readers,
  slots: ReadonlySet<Slot>,
  sites: SiteTable = new SiteTable(usualSites * block.length),
  only?: readonly Pick<CaptionSpan, 'start' | 'end'>[],
): BlockReading {
  const byImage = new Map<string, string[]>();
  for (const { imageId, caption } of block) {
    if (imageId === undefined) continue;
    const captions = byImage.get(imageId);
    if (captions) captions.push(caption);
    else byImage.set(imageId, [caption]);
  }
  for (const { length } of byImage.values()) {
    if (length > maxSiblings) refuse('crowded-image', length - maxSiblings);
  }
  const captionsOfImage = ({ imageId, siblings }: Caption) =>
    siblings ?? (imageId === undefined ? alone : byImage.get(imageId)!);
  const read = new BlockReading(
    block.length,
    sites,
    words.contrasts,
    captionsOfImage,
    createSiblingReader(words.formOf),
  );
  readCaptions(block, reader, (caption, reading) => {
    read.open(caption, reading);
    collectSites(only ? within(only[read.size - 1]!, reading) : reading, read, slots, words.contrasts);
    read.close();
  });
  return read;
}

/** A reading whose spans lie at a place; a part of a compound is none of them. */
function within({ start, end }: Pick<CaptionSpan, 'start' | 'end'>, reading: Reading): Reading {
  const isThere = (span: CaptionSpan) => span.start >= start && span.end <= end;
  const { objects, attributes, closed } = reading;
  return {
    ...reading,
    objects: objects.filter(isThere),
    compounds: [],
    attributes: attributes.filter(isThere),
    closed: closed.filter(isThere),
  };
}
