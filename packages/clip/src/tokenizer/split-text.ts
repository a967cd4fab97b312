/** CLIP's words: contractions, runs of letters, single digits, runs of anything else that is no space. */
export const clipWordPattern = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

/**
 * As {@link clipWordPattern} matches in Python's regex module with IGNORECASE on lower-case text: the long s is
 * a case of s, \s lacks U+FEFF, and U+0345, a mark with a letter for its upper case, is in no class.
 */
const words = "'[sſ]|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\p{White_Space}\\p{L}\\p{N}\\u0345]+";

/** The pattern that cuts cleaned text into words; special tokens come first and are words as they stand. */
export function splitPattern(specialTexts: readonly string[]): RegExp {
  const specials = specialTexts.map((text) =>
    text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/s/g, '[sſ]'),
  );
  return new RegExp([...specials, words].join('|'), 'gu');
}
