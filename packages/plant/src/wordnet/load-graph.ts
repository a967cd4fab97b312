import text from '../../generated/wordnet';
import { decodeGraph, type WordGraph } from './decode-graph';
import { NounTree } from './noun-tree';

let graph: WordGraph | undefined;

/** The word graph, decoded at the first call and shared by all plants. */
export function loadGraph(): WordGraph {
  graph ??= decodeGraph(text);
  return graph;
}

/** The synset of a noun's sense as tables name it: "water 2". @throws Error for one that WordNet does not have */
export function synsetOf(sense: string): number {
  const space = sense.lastIndexOf(' ');
  const found = loadGraph().noun.senses.get(sense.slice(0, space))?.[Number(sense.slice(space + 1)) - 1];
  if (!found) throw new Error(`WordNet has no sense "${sense}".`);
  return found.synset;
}

let tree: NounTree | undefined;

/** The is-a tree of its nouns. */
export function loadNounTree(): NounTree {
  tree ??= new NounTree(loadGraph().noun);
  return tree;
}
