import { unescapeHtml } from './unescape-html';

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
