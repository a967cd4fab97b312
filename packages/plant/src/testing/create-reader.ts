import { createLexicon } from '@slipform/concreteness';
import { createNouns } from '../lexicon/nouns';
import { createOpposites } from '../lexicon/opposites';
import { loadLongLemmas, loadWordForms } from '../reading/load-word-forms';
import { loadProperNames } from '../reading/proper-names';
import { readCaption } from '../reading/read-caption';
import type { Reading } from '../reading/reading';
import { loadGraph } from '../wordnet/load-graph';

/** A reader of captions by itself, without a plant: for the labels' test and for looking at readings. */
export function createReader(contextLength = 0): (caption: string) => Reading {
  const graph = loadGraph();
  const lexicon = createLexicon();
  const opposites = createOpposites(graph);
  const context = {
    formOf: loadWordForms(),
    longLemmas: loadLongLemmas(),
    properNames: loadProperNames(),
    nouns: createNouns(graph, lexicon, undefined),
    lexicon,
    vocabulary: undefined,
    contextLength,
    hasOpposite: (lemma: string) => opposites(lemma).length > 0,
    refuse: () => {},
  };
  return (caption) => readCaption(caption, context);
}
