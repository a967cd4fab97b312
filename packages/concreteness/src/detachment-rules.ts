export type InflectedPart = 'noun' | 'verb' | 'adjective';

/** WordNet's rules of detachment (morphy(7WN)): an ending and what stands in its place in the lemma. */
const rules: Readonly<Record<InflectedPart, readonly (readonly [ending: string, lemmaEnding: string])[]>> = {
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

/** What the rules alone make of a form, checked against no dictionary. */
export function regularCandidates(form: string, part: InflectedPart): string[] {
  const candidates: string[] = [];
  for (const [ending, lemmaEnding] of rules[part]) {
    if (form.length > ending.length + 1 && form.endsWith(ending)) {
      candidates.push(form.slice(0, form.length - ending.length) + lemmaEnding);
    }
  }
  return candidates;
}
