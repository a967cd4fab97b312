import { createLexicon, type Lexicon } from '@slipform/concreteness';
import type { CheckLexicon } from './checks/check';
import { switchedOff } from './checks/registry';
import { createNouns } from './lexicon/nouns';
import { createOpposites } from './lexicon/opposites';
import type { ResolvedOptions } from './options';
import { loadLongLemmas, loadWordForms } from './reading/load-word-forms';
import { loadProperNames } from './reading/proper-names';
import type { ReadingContext } from './reading/read-caption';
import { refusalsWithout } from './reading/refusals';
import { rememberRatings } from './reading/remember-ratings';
import type { RefusalReason, Refused } from './refusals';
import { loadGraph } from './wordnet/load-graph';
import { createRelations } from './wordnet/related';

/** Counts what no check refuses: words of the reader's by their rule, captions by their reason. */
interface Counter {
  refuse(reason: RefusalReason, times?: number): void;
  refuseBy(refused: Refused): void;
}

/** All that is known of words, whatever the captions say. */
export interface Words extends CheckLexicon {
  readonly lexicon: Lexicon;
  readonly opposites: (lemma: string) => readonly string[];
}

export interface Readers {
  readonly reader: ReadingContext;
  readonly words: Words;
  readonly refuse: Counter['refuse'];
}

interface ReadersOptions {
  readonly counter?: Counter;
  readonly lexicon?: Lexicon | undefined;
  /** Ids of rules that are switched off. */
  readonly ablate?: readonly string[];
}

const uncounted: Counter = { refuse() {}, refuseBy() {} };

/** The word knowledge of reading and mining, from the shared word graph. */
export function createReaders(
  { vocabulary, maxGap, contextLength }: Pick<ResolvedOptions, 'vocabulary' | 'maxGap' | 'contextLength'>,
  { counter = uncounted, lexicon: given = createLexicon(), ablate = [] }: ReadersOptions = {},
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
      refusals: refusalsWithout(switchedOff(ablate), vocabulary !== undefined),
      refuse: (refused) => counter.refuseBy(refused),
      contextLength,
      longLemmas: loadLongLemmas(),
      properNames: loadProperNames(),
      hasOpposite: (lemma) => opposites(lemma).length > 0,
    },
    words: { graph, relations, nouns, vocabulary, maxGap, formOf, lexicon, opposites },
    refuse: (reason, times) => counter.refuse(reason, times),
  };
}
