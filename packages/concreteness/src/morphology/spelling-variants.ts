/** British and American endings, in both directions: the pattern, and the ending that replaces it. */
const endings: readonly (readonly [pattern: RegExp, other: string])[] = [
  [/(?<=[a-z]{2})our/, 'or'],
  [/(?<=[a-z]{2})or/, 'our'],
  [/is(?=(?:e[ds]?|ers?|ing|able|ations?)$)/, 'iz'],
  [/iz(?=(?:e[ds]?|ers?|ing|able|ations?)$)/, 'is'],
  [/(?<=[a-z]{2})ys(?=(?:e[ds]?|ers?|ing)$)/, 'yz'],
  [/(?<=[a-z]{2})yz(?=(?:e[ds]?|ers?|ing)$)/, 'ys'],
  [/(?<=[a-z]{2}[bt])re(?=s?$)/, 'er'],
  [/(?<=[a-z]{2}[bt])er(?=s?$)/, 're'],
  [/ogue(?=s?$)/, 'og'],
  [/og(?=s?$)/, 'ogue'],
  [/(?<=[a-z]{2})ence(?=s?$)/, 'ense'],
  [/(?<=[a-z]{2})ense(?=s?$)/, 'ence'],
  // "travelled": only after a second syllable, since "filled" is not "filed".
  [/(?<=[aeiou][a-z]*[^aeiou][aeiou])ll(?=(?:ed|ing|ers?|ors?|ous|en)$)/, 'l'],
  [/(?<=[aeiou][a-z]*[^aeiou][aeiou])l(?=(?:ed|ing|ers?|ors?|ous|en)$)/, 'll'],
  [/(?<=[a-z])[ao]e(?=[a-z]{3})|^[ao]e(?=[a-z]{4})/, 'e'],
];

/** Spellings of one word that no rule finds. */
const spellings: readonly (readonly [british: string, american: string])[] = [
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['aluminium', 'aluminum'],
  ['pyjama', 'pajama'],
  ['mould', 'mold'],
  ['moult', 'molt'],
  ['smoulder', 'smolder'],
  ['plough', 'plow'],
  ['moustache', 'mustache'],
  ['sceptic', 'skeptic'],
  ['doughnut', 'donut'],
  ['yoghurt', 'yogurt'],
  ['whisky', 'whiskey'],
  ['gement', 'gment'],
  ['ageing', 'aging'],
  ['lfil', 'lfill'],
  ['skilful', 'skillful'],
  ['wilful', 'willful'],
  ['instalment', 'installment'],
  ['artefact', 'artifact'],
  ['cosy', 'cozy'],
  ['cosily', 'cozily'],
  ['jewellery', 'jewelry'],
  ['manoeuvre', 'maneuver'],
  ['sulph', 'sulf'],
  ['omelette', 'omelet'],
  ['mummy', 'mommy'],
];

/** The British or American spellings of a word in lower case: "colour" for "color". */
export function* spellingVariants(word: string): Generator<string> {
  if (word.length < 4 || word.length > 40) return;
  for (const [british, american] of spellings) {
    if (word.includes(british)) yield word.replace(british, american);
    if (word.includes(american)) yield word.replace(american, british);
  }
  for (const [pattern, other] of endings) {
    const variant = word.replace(pattern, other);
    if (variant !== word) yield variant;
  }
}
