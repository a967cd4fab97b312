import { wordClass } from '../lexicon/words';

/** A word or words that say where a thing is: "under", "in front of". */
export interface Relation {
  readonly lemma: string;
  readonly words: readonly string[];
  /** The word that carries the place: "front" of "in front of". */
  readonly mainWord: string;
}

const weak = new Set('in on at by to the of from either both'.split(' '));

function relationOf(lemma: string): Relation {
  const words = lemma.split(' ');
  return { lemma, words, mainWord: words.findLast((word) => !weak.has(word)) ?? words[0]! };
}

/** By first word, the longest first. */
const byFirst = new Map<string, Relation[]>();
for (const relation of [...wordClass('preposition'), ...wordClass('preposition-of-several')]
  .map(relationOf)
  .sort((a, b) => b.words.length - a.words.length)) {
  const first = relation.words[0]!;
  const others = byFirst.get(first);
  if (others) others.push(relation);
  else byFirst.set(first, [relation]);
}

/** The relations that begin with a word, the longest first. */
export function relationsFrom(lower: string): readonly Relation[] | undefined {
  return byFirst.get(lower);
}
