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
  // Nearly all captions are ASCII, where no table of Unicode needs to be asked.
  const lower = text.toLowerCase();
  for (let start = 0; start < text.length; start += 1) {
    const code = text.charCodeAt(start);
    if (code > 127) return wordsOfAnyScript(text);
    if (!isWordCode(code)) continue;
    let end = start + 1;
    while (isWordCode(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) > 127) return wordsOfAnyScript(text);
    words.push({ word: lower.slice(start, end), start, end });
    start = end;
  }
  return words;
}

/** Whether a code unit is that of a letter or a digit of ASCII. */
function isWordCode(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 48 && code <= 57);
}

function wordsOfAnyScript(text: string): PlacedWord[] {
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
