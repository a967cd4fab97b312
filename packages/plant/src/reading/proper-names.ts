import type { WordGraph } from '../wordnet/decode-graph';
import { loadGraph, synsetOf } from '../wordnet/load-graph';
import { LongLemmas } from '../wordnet/long-lemmas';

/** What WordNet knows of names. */
export interface ProperNames {
  /** Whether words in lower case are a name of a person or a place: "paris", "new york"; not "turkey". */
  isName(words: string): boolean;
  /** The most words of a name that begins with two words, by their hashes; 0 for none. */
  maxWords(first: number, second: number): number;
  /** Bits of the words that may follow a first one in a name, as of `LongLemmas`. */
  followerBits(first: string): number;
  /** Whether a noun means a place, a building or a part of the earth, whose name it may end: "tower", "street", "river". */
  isPlace(lemma: string): boolean;
}

/** What places are, in WordNet. */
const places = [
  ...['structure 1', 'geological formation 1', 'body of water 1', 'location 1'],
  ...['way 6', 'road 1', 'facility 1', 'land 4'],
];
const maxSenses = 2;

function createProperNames({ noun, names }: WordGraph): ProperNames {
  const anchors = new Set(places.map(synsetOf));
  const isUnderPlace = (from: number) => {
    let synset = from;
    while (synset >= 0 && !anchors.has(synset)) synset = noun.parent[synset]!;
    return synset >= 0;
  };
  const long = new LongLemmas(names);
  return {
    isName: (words) => names.has(words),
    maxWords: (first, second) => long.maxWords(first, second),
    followerBits: (first) => long.followerBits(first),
    isPlace(lemma) {
      return (noun.senses.get(lemma) ?? []).slice(0, maxSenses).some((sense) => isUnderPlace(sense.synset));
    },
  };
}

let shared: ProperNames | undefined;

/** The names of the shared word graph. */
export function loadProperNames(): ProperNames {
  shared ??= createProperNames(loadGraph());
  return shared;
}
