import type { CountTable } from '../hashes/count-table';
import { anyGoverned, anyWord, hashBinding, hashCompany, hashGoverned, hashMet } from '../hashes/hash-words';
import type { BlockReading } from '../sites/block-reading';
import type { SiteSpan } from '../sites/site';
import type { CorpusWord, Vocabulary } from './vocabulary';

/** How many words of one picture are counted as pairs. */
const maxWords = 48;

/** The captions of a block by picture: those of one image together, and each caption without an image. */
function picturesOf(block: BlockReading): readonly (readonly number[])[] {
  const pictures: number[][] = [];
  const byImage = new Map<string, number[]>();
  for (let caption = 0; caption < block.size; caption += 1) {
    const { imageId } = block.caption(caption);
    const known = imageId === undefined ? undefined : byImage.get(imageId);
    if (known) {
      known.push(caption);
      continue;
    }
    const picture = [caption];
    pictures.push(picture);
    if (imageId !== undefined) byImage.set(imageId, picture);
  }
  return pictures;
}

/**
 * Adds what a block's captions show: words, sequences of two and three, which word stands under which governor and does
 * what; and by pictures, which words each one has and which two together.
 *
 * @returns the number of pictures
 */
export function countBlock(block: BlockReading, counts: CountTable): number {
  const { tokens, sites } = block;
  for (let token = 0; token < tokens.size; token += 1) {
    const hash = tokens.hash(token);
    counts.add(hash);
    if (hash !== 0) counts.add(anyWord);
  }
  block.countSequences(counts);
  block.countBindings(counts);
  for (let site = 0; site < sites.size; site += 1) {
    const governor = sites.governor(site);
    if (governor === 0) continue;
    counts.add(hashBinding(governor, 0));
    counts.add(anyGoverned);
    counts.add(hashGoverned(sites.lemmaHash(site)));
  }
  let pictures = 0;
  for (const words of wordsOfPictures(block)) {
    pictures += 1;
    for (const word of words) counts.add(hashMet(word));
    countPairs(words, counts);
  }
  return pictures;
}

/** The different words of each picture that say what is seen. */
function* wordsOfPictures(block: BlockReading): Generator<readonly number[]> {
  for (const captions of picturesOf(block)) yield wordsOf(block, captions);
}

/** Adds the words of a block's pictures that could stand in other captions. */
export function addWords(block: BlockReading, vocabulary: Vocabulary): void {
  const { sites } = block;
  for (const captions of picturesOf(block)) {
    const picture = new Map<string, CorpusWord>();
    for (const caption of captions) {
      for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
        const word = wordOf(sites.placed(site));
        picture.set(`${word.slot}\t${word.lemma}\t${word.text}\t${word.form}`, word);
      }
    }
    for (const word of picture.values()) vocabulary.add(word);
  }
}

function wordOf(span: SiteSpan): CorpusWord {
  const { slot, lemma } = span;
  const text = span.text.replace(/\s+/g, ' ').toLowerCase();
  return { slot, lemma, text, form: formOf(span), pictures: 1 };
}

function formOf(span: SiteSpan): string {
  if (span.slot === 'object') return span.plural ? 'plural' : span.isMass ? 'mass' : 'singular';
  return span.slot === 'attribute' ? span.degree : span.form;
}

function wordsOf({ companions }: BlockReading, captions: readonly number[]): readonly number[] {
  const words = new Set<number>();
  for (const caption of captions) {
    for (let i = companions.start(caption); i < companions.end(caption) && words.size < maxWords; i += 1) {
      words.add(companions.hash(i));
    }
  }
  return [...words];
}

/** Counts each two words of one picture. */
function countPairs(words: readonly number[], counts: CountTable): void {
  for (let i = 0; i < words.length; i += 1) {
    for (let j = i + 1; j < words.length; j += 1) counts.add(hashCompany(words[i]!, words[j]!));
  }
}
