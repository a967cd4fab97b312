export interface WordToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Letters and digits with their combining marks, joined by apostrophes, hyphens or full stops inside the word:
// "t-shirt", "o'clock", "p.m". No quantifier inside another can match the same text twice, so time is linear.
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.\-\u2010-\u2012][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** The words of a text with their offsets in UTF-16 code units. */
export function tokenize(text: string): WordToken[] {
  return Array.from(text.matchAll(word), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
