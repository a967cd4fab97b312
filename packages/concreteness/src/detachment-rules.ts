export type InflectedPart = 'noun' | 'verb' | 'adjective';

/** An ending of inflected forms and what stands in its place in the lemma. */
type Rule = readonly [ending: string, lemmaEnding: string];

/** WordNet's rules of detachment, morphy(7WN). */
const rules: Readonly<Record<InflectedPart, readonly Rule[]>> = {
  noun: [
    ['s', ''],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
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
  adjective: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
  ],
};

/** The first lemma that the rules make of a form and that `accept` takes. */
export function findRegularLemma(
  form: string,
  part: InflectedPart,
  accept: (lemma: string) => boolean,
): string | undefined {
  // "glass" and "boss" are no plurals.
  if (part === 'noun' && form.endsWith('ss')) return undefined;
  for (const [ending, lemmaEnding] of rules[part]) {
    // A single letter is no stem.
    if (form.length < ending.length + 2 || !form.endsWith(ending)) continue;
    const lemma = form.slice(0, form.length - ending.length) + lemmaEnding;
    if (accept(lemma)) return lemma;
  }
  return undefined;
}
