import { type Caption, captionsOf } from './caption';
import { CorpusStats } from './corpus/corpus-stats';
import { addWords, countBlock } from './corpus/count-block';
import { Vocabulary } from './corpus/vocabulary';
import { createReaders } from './create-readers';
import { CountTable } from './hashes/count-table';
import { resolveOptions } from './options';
import { maxSiblings } from './reading/siblings';
import { readBlock } from './sites/read-block';

/** How many hashes and words are held at a time; beyond this, those met once are dropped. */
const maxHashes = 4_000_000;
const maxWords = 200_000;
const captionsAtATime = 1000;

/**
 * Counts a corpus for the option `fit` of `createPlant`: its words, which words stand beside which and under which verb,
 * preposition or noun, and which things one picture has together. The captions of one image that follow each other are
 * one picture. One pass in bounded memory: where a corpus has more than four million different sequences, those that came
 * once are dropped, and `least` of the result is 2.
 *
 * @throws {InputError} if an item is not a caption
 * @example createPlant({ fit: await fitCaptions(captions) })
 */
export async function fitCaptions(
  captions: Iterable<string | Caption> | AsyncIterable<string | Caption>,
): Promise<CorpusStats> {
  const resolved = resolveOptions({ fit: null });
  const readers = createReaders(resolved);
  const slots = new Set(resolved.slots);
  let counts = new CountTable(0);
  let vocabulary = new Vocabulary();
  let [read, pictures, least] = [0, 0, 1];
  for await (const block of cutAtPictures(captions)) {
    const reading = readBlock(block, readers, slots);
    read += block.length;
    pictures += countBlock(reading, counts);
    addWords(reading, vocabulary);
    if (counts.size <= maxHashes && vocabulary.size <= maxWords) continue;
    least = 2;
    counts = counts.kept(least);
    vocabulary = vocabulary.kept(least);
  }
  const stats = new CorpusStats({ captions: read, pictures, least: 1, counts, vocabulary });
  return least === 1 ? stats : stats.pruned(least);
}

/**
 * Blocks that end with a picture. Where a picture ends depends on nothing but the captions of its image, so that
 * fitting parts of a corpus and adding them up gives the same counts as fitting all of it.
 */
async function* cutAtPictures(
  captions: Iterable<string | Caption> | AsyncIterable<string | Caption>,
): AsyncGenerator<readonly Caption[]> {
  let block: Caption[] = [];
  let [picture, size] = [0, 0];
  let last: string | undefined;
  for await (const { caption, imageId } of captionsOf(captions, 'fitCaptions')) {
    if (imageId === undefined || imageId !== last || size === maxSiblings) {
      picture += 1;
      size = 0;
      if (block.length >= captionsAtATime) {
        yield block;
        block = [];
      }
    }
    size += 1;
    last = imageId;
    block.push({ caption, imageId: String(picture) });
  }
  if (block.length > 0) yield block;
}
