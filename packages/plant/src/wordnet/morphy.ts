import { pluraliaTantum } from '../inflect/plural';
import type { PartOfSpeechGraph, WordGraph } from './decode-graph';

const rules = {
  noun: [
    ['s', ''],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
    ['oes', 'o'],
    ['ves', 'f'],
    ['ves', 'fe'],
  ],
  verb: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adj: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
    ['ier', 'y'],
    ['iest', 'y'],
  ],
} as const;

/**
 * The lemma of an inflected form, by WordNet's morphy: the word itself, its exception lists, then its rules of
 * detachment, here with doubled consonants ("bigger", "sitting"); `undefined` for an unknown form.
 */
export function morphy(graph: WordGraph, part: keyof typeof rules, form: string): string | undefined {
  const { senses, exceptions } = graph[part];
  const irregular = exceptions.get(form);
  if (irregular && part !== 'noun') return irregular;
  if (part === 'noun') return nounLemma(graph.noun, form, irregular);
  if (senses.has(form)) return form;
  return detached(senses, part, form);
}

/** WordNet lists "cows" (cattle) and "men" (a force) as lemmas: the more frequent of form and singular it is. */
function nounLemma(
  { senses }: PartOfSpeechGraph,
  form: string,
  irregular: string | undefined,
): string | undefined {
  const tagsOf = (lemma: string) => (senses.get(lemma) ?? []).reduce((sum, { tags }) => sum + tags, 0);
  const singular = irregular ?? (form.endsWith('ss') ? undefined : detached(senses, 'noun', form));
  if (!senses.has(form)) return singular;
  return singular !== undefined && !pluraliaTantum.has(form) && tagsOf(singular) > tagsOf(form)
    ? singular
    : form;
}

function detached(
  senses: PartOfSpeechGraph['senses'],
  part: keyof typeof rules,
  form: string,
): string | undefined {
  for (const [ending, stem] of rules[part]) {
    if (!form.endsWith(ending) || form.length - ending.length < 2) continue;
    const base = form.slice(0, form.length - ending.length) + stem;
    if (senses.has(base)) return base;
    if (part !== 'noun' && stem === '' && base.at(-1) === base.at(-2) && senses.has(base.slice(0, -1))) {
      return base.slice(0, -1);
    }
  }
  return undefined;
}
