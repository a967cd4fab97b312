import text from '../../generated/wordnet';
import { decodeGraph, type WordGraph } from './decode-graph';
import { NounTree } from './noun-tree';

let graph: WordGraph | undefined;

/** The word graph, decoded at the first call and shared by all plants. */
export function loadGraph(): WordGraph {
  graph ??= decodeGraph(text);
  return graph;
}

let tree: NounTree | undefined;

/** The is-a tree of its nouns. */
export function loadNounTree(): NounTree {
  tree ??= new NounTree(loadGraph().noun);
  return tree;
}
