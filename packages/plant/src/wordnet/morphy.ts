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
  const { senses, exceptions }: PartOfSpeechGraph = graph[part];
  const irregular = exceptions.get(form);
  if (irregular && part !== 'noun') return irregular;
  if (senses.has(form)) return form;
  if (irregular) return irregular;
  if (part === 'noun' && form.endsWith('ss')) return undefined;
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
