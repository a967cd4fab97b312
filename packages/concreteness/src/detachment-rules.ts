export type InflectedPart = 'noun' | 'verb' | 'adjective';

/** An ending of inflected forms, and the ending of the lemma. */
type Rule = readonly [ending: string, lemmaEnding: string];

/** WordNet's rules of detachment, morphy(7WN), and "-ied", whose forms WordNet lists as exceptions. */
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
    ['oes', 'o'],
    ['ves', 'f'],
    ['ves', 'fe'],
  ],
  verb: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ied', 'y'],
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
    ['ier', 'y'],
    ['iest', 'y'],
  ],
};

const doubledConsonant = /([b-df-hj-np-tv-z])\1$/;

/** The first lemma that the rules make of a form and that `accept` accepts. */
export function findRegularLemma(
  form: string,
  part: InflectedPart,
  accept: (lemma: string) => boolean,
): string | undefined {
  // "glass" and "boss" are not plurals.
  if (part === 'noun' && form.endsWith('ss')) return undefined;
  for (const [ending, lemmaEnding] of rules[part]) {
    // A single letter is not a stem.
    if (form.length < ending.length + 2 || !form.endsWith(ending)) continue;
    const lemma = form.slice(0, form.length - ending.length) + lemmaEnding;
    if (accept(lemma)) return lemma;
    // "vlogging", "bigger"
    if (part === 'noun' || lemmaEnding !== '' || ending === 's' || ending === 'es') continue;
    if (lemma.length > 3 && doubledConsonant.test(lemma) && accept(lemma.slice(0, -1))) {
      return lemma.slice(0, -1);
    }
  }
  return undefined;
}
