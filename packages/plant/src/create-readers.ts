import { createLexicon, InputError, type Lexicon, type Rating } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { checked } from './caption';
import type { CheckLexicon } from './checks/check';
import { switchedOff } from './checks/registry';
import { remembered } from './hashes/remembered';
import { Contrasts } from './lexicon/contrasts';
import { createNouns } from './lexicon/nouns';
import { wordClass } from './lexicon/words';
import type { PlantOptions, ResolvedOptions } from './options';
import { loadProperNames } from './reading/proper-names';
import type { ReadingContext } from './reading/reading-context';
import { loadLongLemmas, loadWordForms } from './reading/word-forms';
import { refusalsWithout } from './reading/word-refusals';
import type { RefusalReason, Refused } from './rule';
import type { WordGraph } from './wordnet/decode-graph';
import { loadGraph } from './wordnet/load-graph';
import { createRelations } from './wordnet/related';

/** A lexicon that looks a word up once: verbs, prepositions and attributes are few and come in every caption. */
function rememberRatings(lexicon: Lexicon): Lexicon {
  const rate = remembered((word: string) => {
    const found = lexicon.rate(word);
    if (found !== undefined) checked('createPlant: what lexicon.rate gives', () => checkRating(found));
    return found;
  }, 20_000);
  return { rate, rateCaption: (text) => lexicon.rateCaption(text) };
}

/** @throws {InputError} for what a lexicon of the caller's own must not give */
function checkRating(found: Rating | null): void {
  if (typeof found === 'object' && found !== null && Number.isFinite(found.rating)) return;
  throw new InputError(
    `createPlant: lexicon.rate must give { rating, source, … } or undefined for a word that it does not know, got ${shown(found)}.`,
  );
}

/** Adjectives of place, order and amount: their opposites are no attributes of what is seen. */
const unseen = wordClass('unseen');

const leastFamiliarity = 10;

/** Opposites of an adjective that lies on none of our scales: WordNet's direct antonyms, well-known words only. */
function createOpposites(graph: WordGraph): (lemma: string) => readonly string[] {
  return remembered((lemma) =>
    unseen.has(lemma) || (graph.familiarity.get(lemma) ?? 0) < leastFamiliarity
      ? []
      : (graph.adj.antonyms.get(lemma) ?? []).filter(isPlain),
  );

  function isPlain(word: string): boolean {
    const isNegation = /^(?:un|in|im|non|dis|ir|il)/.test(word);
    return (
      !isNegation &&
      !unseen.has(word) &&
      !graph.refused.has(word) &&
      (graph.familiarity.get(word) ?? 0) >= leastFamiliarity
    );
  }
}

/** Counts what no check refuses: words of the reader's by their rule, captions by their reason. */
interface Counter {
  refuse(reason: RefusalReason, times?: number): void;
  refuseBy(refused: Refused): void;
}

/** All that is known of words, whatever the captions say. */
export interface Words extends CheckLexicon {
  readonly lexicon: Lexicon;
  readonly opposites: (lemma: string) => readonly string[];
  readonly contrasts: Contrasts;
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
  {
    vocabulary,
    maxGap,
    contextLength,
    contrasts: more,
  }: Pick<ResolvedOptions, 'vocabulary' | 'maxGap' | 'contextLength'> & Pick<PlantOptions, 'contrasts'>,
  { counter = uncounted, lexicon: given = createLexicon(), ablate = [] }: ReadersOptions = {},
): Readers {
  const graph = loadGraph();
  const relations = createRelations(graph.noun);
  const lexicon = rememberRatings(given);
  const nouns = createNouns(graph, lexicon, vocabulary);
  const opposites = createOpposites(graph);
  const formOf = loadWordForms();
  // A vocabulary says itself what may stand where.
  const contrasts = new Contrasts(nouns, more, vocabulary === undefined);
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
    words: { graph, relations, nouns, vocabulary, maxGap, formOf, lexicon, opposites, contrasts },
    refuse: (reason, times) => counter.refuse(reason, times),
  };
}
