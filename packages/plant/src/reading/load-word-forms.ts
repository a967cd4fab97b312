import { loadGraph } from '../wordnet/load-graph';
import { LongLemmas } from '../wordnet/long-lemmas';
import { standIns } from '../words/stand-ins';
import { createWordForms, type WordForm } from './word-forms';

let longLemmas: LongLemmas | undefined;
let formOf: ((lower: string) => WordForm) | undefined;

/** What has several words: things of WordNet's, everyday ones that it does not know, and names of persons and places. */
export function loadLongLemmas(): LongLemmas {
  longLemmas ??= new LongLemmas(longNames());
  return longLemmas;
}

function* longNames(): Generator<string> {
  const { noun, names } = loadGraph();
  yield* noun.senses.lemmas();
  yield* names;
  yield* standIns.keys();
}

/** The readings of forms, from the shared word graph: one table for the tagger and all plants. */
export function loadWordForms(): (lower: string) => WordForm {
  formOf ??= createWordForms(loadGraph(), loadLongLemmas());
  return formOf;
}
