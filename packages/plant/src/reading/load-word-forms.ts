import { standIns } from '../lexicon/stand-ins';
import { loadGraph } from '../wordnet/load-graph';
import { LongLemmas } from '../wordnet/long-lemmas';
import { loadProperNames } from './proper-names';
import { createWordForms, type WordForm } from './word-forms';

let longLemmas: LongLemmas | undefined;
let formOf: ((lower: string) => WordForm) | undefined;

/** The names of things that have several words: WordNet's, and everyday ones that it does not know. */
export function loadLongLemmas(): LongLemmas {
  longLemmas ??= new LongLemmas(longNames());
  return longLemmas;
}

function* longNames(): Generator<string> {
  yield* loadGraph().noun.senses.lemmas(true);
  yield* standIns.keys();
}

/** The readings of forms, from the shared word graph: one table for the tagger and all plants. */
export function loadWordForms(): (lower: string) => WordForm {
  formOf ??= createWordForms(loadGraph(), loadLongLemmas(), loadProperNames());
  return formOf;
}
