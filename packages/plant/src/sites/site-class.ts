import { hashPair, hashWord } from '../hashes/hash-words';
import type { Noun } from '../lexicon/nouns';
import { scaleNamesOf } from '../lexicon/scales';
import { pluraliaTantum } from '../lexicon/words';
import { loadNounTree } from '../wordnet/load-graph';
import type { WordClass } from './site-table';
import type { SiteWord } from './site-word';

/** How many is-a steps below the root the sorts of things lie: of a dog "chordate", of a table "furnishing". */
const depthOfSorts = 7;

const buckets = new Map<string, number>();
const sorts = new Map<number, number>();

/**
 * The class of a word: things by their number, persons apart from things; attributes by their scale and degree; actions,
 * relations and counts by their set and form.
 */
export function classOf(word: SiteWord, beforeIsArticle = false): WordClass {
  const bucket = bucketOf(word, beforeIsArticle);
  if (!word.noun) return { bucket, sort: bucket };
  return { bucket, sort: hashPair(bucket, kindOf(word.noun) + 1) };
}

/** The synset that says of which sort a thing is, whatever its number. */
export function kindOf({ synset }: Pick<Noun, 'synset'>): number {
  let sort = sorts.get(synset);
  if (sort === undefined) {
    sort = loadNounTree().atDepth(synset, depthOfSorts);
    sorts.set(synset, sort);
  }
  return sort;
}

function bucketOf(word: SiteWord, isAfterArticle: boolean): number {
  if (word.noun) return hashed(`${word.noun.person ? 'person' : 'thing'} ${numberOf(word, isAfterArticle)}`);
  if (word.slot === 'attribute') {
    // A word that lies on no scale has a bucket of its own, with its opposites.
    const scale = scaleNamesOf(word.lemma)[0] ?? `~${word.lemma}`;
    return hashed(`${scale} ${word.degree}`);
  }
  return hashed(`${word.slot} ${word.form}`);
}

function numberOf({ lemma, plural, isMass }: SiteWord, isAfterArticle: boolean): string {
  if (pluraliaTantum.has(lemma)) return 'pairs';
  if (plural) return 'plural';
  // "a chicken" is a thing, "chicken" is stuff.
  return isMass && !isAfterArticle ? 'mass' : 'singular';
}

function hashed(name: string): number {
  let hash = buckets.get(name);
  if (hash === undefined) {
    hash = hashWord(name);
    buckets.set(name, hash);
  }
  return hash;
}
