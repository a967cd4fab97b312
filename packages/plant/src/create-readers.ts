import { createLexicon, type Lexicon } from '@slipform/concreteness';
import type { MiningContext } from './operations/operation';
import type { ResolvedOptions } from './options';
import { loadLongLemmas, loadWordForms } from './reading/load-word-forms';
import type { ReadingContext } from './reading/read-caption';
import { rememberRatings } from './reading/remember-ratings';
import { endangersMinor } from './safety/protect-minors';
import { loadGraph } from './wordnet/load-graph';
import { createRelations } from './wordnet/related';
import { createNouns } from './words/nouns';
import { createOpposites } from './words/opposites';
import { createReplacementPool } from './words/replacement-pool';

export interface Readers {
  readonly reader: ReadingContext;
  /** The same for a caption that has been read before: what its reading refuses has been counted. */
  readonly rereader: ReadingContext;
  readonly context: MiningContext;
}

/** The word knowledge of reading and mining, from the shared word graph. */
export function createReaders(
  { vocabulary, maxGap, fit }: ResolvedOptions,
  refuse: MiningContext['refuse'],
  given: Lexicon = createLexicon(),
): Readers {
  const graph = loadGraph();
  const relations = createRelations(graph.noun);
  const lexicon = rememberRatings(given);
  const nouns = createNouns(graph, relations, lexicon, vocabulary);
  const opposites = createOpposites(graph);
  const formOf = loadWordForms();
  const isPerson = (word: string) => {
    const { noun } = formOf(word);
    return noun !== undefined && nouns.get(noun)?.person === true;
  };
  const shared = { formOf, nouns, lexicon, vocabulary, refuse };
  const reader: ReadingContext = {
    ...shared,
    longLemmas: loadLongLemmas(),
    hasOpposite: (lemma) => opposites(lemma).length > 0,
  };
  return {
    reader,
    rereader: { ...reader, refuse: () => {} },
    context: {
      ...shared,
      relations,
      poolOf: createReplacementPool(graph, relations, nouns, vocabulary, maxGap),
      opposites,
      fit,
      maxGap,
      isRefused: (lemma) => graph.refused.has(lemma),
      endangersMinor: (written) => endangersMinor(written, isPerson),
    },
  };
}
