/** The number that a word means. */
export interface CountWord {
  /** The number; `undefined` for "several", "many", "few". */
  readonly value: number | undefined;
}

const numerals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Count words without a number of their own. */
const vague: CountWord = { value: undefined };
const words: ReadonlyMap<string, CountWord> = new Map([
  ...numerals.map((word, i) => [word, { value: i + 1 }] as const),
  ...['several', 'many', 'few', 'numerous'].map((word) => [word, vague] as const),
]);

/** A word that says how many there are; digits up to 99 count as well. */
export function countWord(lower: string): CountWord | undefined {
  if (/^\d{1,2}$/.test(lower)) return Number(lower) === 0 ? undefined : { value: Number(lower) };
  return words.get(lower);
}

/** The word of a number that has one: "four" for 4. */
export function numeral(value: number): string | undefined {
  return numerals[value - 1];
}
