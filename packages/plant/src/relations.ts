import { loadGraph } from './wordnet/load-graph';
import { createRelations, type Relation, type Relations } from './wordnet/related';

export type { Relation };

let relations: Relations | undefined;

/**
 * Why two nouns may be true of the same thing, by WordNet: `synonym`, `is-a` (either way) or `part-of` (either way), in
 * any sense in use; `undefined` where it has no reason. The word graph is decoded at the first call.
 *
 * @param a a lemma in lower case, of one word or several: `traffic light`
 *
 * @example
 * relation('dog', 'animal') // 'is-a'
 * relation('dog', 'cat') // undefined
 */
export function relation(a: string, b: string): Relation | undefined {
  relations ??= createRelations(loadGraph().noun);
  return relations.relation(a, b);
}
