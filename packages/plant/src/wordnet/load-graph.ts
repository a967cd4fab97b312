import text from '../../generated/wordnet';
import { decodeGraph, type WordGraph } from './decode-graph';

let graph: WordGraph | undefined;

/** The word graph, decoded at the first call and shared by all plants. */
export function loadGraph(): WordGraph {
  graph ??= decodeGraph(text);
  return graph;
}
