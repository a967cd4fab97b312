/** A word of a text as the safety rules compare it, and where it stands. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const run = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;

/**
 * The words of a text in lower case. Hyphens and apostrophes part words ("teen-ager", "kid's"); full-width letters,
 * accents and characters without a width are made plain, so that nobody hides a word behind them.
 */
export function wordsOf(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const match of text.matchAll(run)) {
    const [written] = match;
    words.push({ word: plain(written), start: match.index, end: match.index + written.length });
  }
  return words;
}

function plain(written: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  if (/^[\x00-\x7f]*$/.test(written)) return written.toLowerCase();
  return written
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}
