import { decodeHTML } from 'entities';

/**
 * HTML's character references as text, with the rules of Python's `html.unescape`, which CLIP's training
 * captions went through: names with or without their semicolon, the longest that fits; numbers of Windows-1252
 * as what was meant, of no character as U+FFFD, of control characters and noncharacters as nothing.
 */
export function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#(?:(\d+)|[xX]([\da-fA-F]+));?|[^\t\n\f <&#;]{1,32};?)/gu,
    (whole, decimal, hex) => {
      if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
      return decodeHTML(whole);
    },
  );
}

function characterOf(code: number): string {
  if (code === 0x0d) return '\r';
  if (code >= 0x80 && code < 0xa0) return windows1252[code - 0x80]!;
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
  const control = code === 0x0b || (code < 0x20 && code !== 9 && code !== 10 && code !== 12) || code === 0x7f;
  const noncharacter = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
  return control || noncharacter ? '' : String.fromCodePoint(code);
}

/** What 0x80 to 0x9f stand for; the five bytes that Windows-1252 leaves open stay the controls they are. */
const windows1252 = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');

// What Python's str.isspace knows; JavaScript's \s has U+FEFF and lacks U+001C to U+001F and U+0085.
const space = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const spaces = new RegExp(`${space}+`, 'g');

/**
 * A caption as CLIP reads it (openai/CLIP, `basic_clean` and `whitespace_clean`): HTML unescaped twice, since
 * crawled alt texts are often escaped twice, white space as single spaces, none around. OpenAI's code repairs
 * mojibake with ftfy before that; here it stays as it is.
 */
export function cleanText(text: string): string {
  return unescapeHtml(unescapeHtml(text)).replace(spaces, ' ').replace(/^ | $/g, '');
}

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
