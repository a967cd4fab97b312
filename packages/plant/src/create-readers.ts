import { createLexicon, type Lexicon } from '@slipform/concreteness';
import type { CheckLexicon } from './checks/check';
import { createNouns } from './lexicon/nouns';
import { createOpposites } from './lexicon/opposites';
import type { ResolvedOptions } from './options';
import { loadLongLemmas, loadWordForms } from './reading/load-word-forms';
import { loadProperNames } from './reading/proper-names';
import type { ReadingContext } from './reading/read-caption';
import { rememberRatings } from './reading/remember-ratings';
import type { RefusalReason } from './refusals';
import { loadGraph } from './wordnet/load-graph';
import { createRelations } from './wordnet/related';

/** Counts refusals that no check makes. */
export type Refuse = (reason: RefusalReason, times?: number) => void;

/** All that is known of words, whatever the captions say. */
export interface Words extends CheckLexicon {
  readonly lexicon: Lexicon;
  readonly opposites: (lemma: string) => readonly string[];
}

export interface Readers {
  readonly reader: ReadingContext;
  readonly words: Words;
  readonly refuse: Refuse;
}

/** The word knowledge of reading and mining, from the shared word graph. */
export function createReaders(
  { vocabulary, maxGap, contextLength }: Pick<ResolvedOptions, 'vocabulary' | 'maxGap' | 'contextLength'>,
  refuse: Refuse,
  given: Lexicon = createLexicon(),
): Readers {
  const graph = loadGraph();
  const relations = createRelations(graph.noun);
  const lexicon = rememberRatings(given);
  const nouns = createNouns(graph, lexicon, vocabulary);
  const opposites = createOpposites(graph);
  const formOf = loadWordForms();
  return {
    reader: {
      formOf,
      nouns,
      lexicon,
      vocabulary,
      refuse,
      contextLength,
      longLemmas: loadLongLemmas(),
      properNames: loadProperNames(),
      hasOpposite: (lemma) => opposites(lemma).length > 0,
    },
    words: { graph, relations, nouns, vocabulary, maxGap, formOf, lexicon, opposites },
    refuse,
  };
}
