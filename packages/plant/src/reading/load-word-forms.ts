import { loadGraph } from '../wordnet/load-graph';
import { createWordForms, type WordForm } from './word-forms';

let formOf: ((lower: string) => WordForm) | undefined;

/** What forms can be, looked up in the shared word graph: one table for the tagger and all plants. */
export function loadWordForms(): (lower: string) => WordForm {
  formOf ??= createWordForms(loadGraph());
  return formOf;
}
