import type { CheckLexicon } from './check';

/** Finds WordNet's senses by a word and the rank of the sense, from 1. */
export type SenseName = readonly [lemma: string, rank: number];

/** Whether some sense of a noun, however rare, lies below one of the named senses, or is it. */
export function hasSenseBelow(
  lemma: string,
  names: readonly SenseName[],
  { graph, relations }: CheckLexicon,
): boolean {
  const above = synsetsOf(names, graph);
  const senses = graph.noun.senses.get(lemma) ?? graph.noun.senses.get(headOf(lemma)) ?? [];
  return senses.some(({ synset }) => isBelowAny(synset, above, relations));
}

/** Whether a synset lies below one of the named senses, or is it. */
export function isBelow(
  synset: number,
  names: readonly SenseName[],
  { graph, relations }: CheckLexicon,
): boolean {
  return isBelowAny(synset, synsetsOf(names, graph), relations);
}

/** The last word of a compound. */
export function headOf(lemma: string): string {
  return lemma.slice(lemma.lastIndexOf(' ') + 1);
}

function isBelowAny(synset: number, above: readonly number[], relations: CheckLexicon['relations']): boolean {
  const ancestors = relations.ancestorsOf(synset);
  return above.some((other) => ancestors.has(other));
}

type Graph = CheckLexicon['graph'];
const known = new WeakMap<Graph, Map<readonly SenseName[], readonly number[]>>();

/** The synsets of named senses; each list of names is looked up once. */
function synsetsOf(names: readonly SenseName[], graph: Graph): readonly number[] {
  let lists = known.get(graph);
  if (!lists) {
    lists = new Map();
    known.set(graph, lists);
  }
  let synsets = lists.get(names);
  if (!synsets) {
    synsets = names.flatMap(([lemma, rank]) => graph.noun.senses.get(lemma)?.[rank - 1]?.synset ?? []);
    lists.set(names, synsets);
  }
  return synsets;
}
