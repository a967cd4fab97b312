/**
 * How many values a JSON text holds, those within others counted too (an empty array is one); counting stops beyond
 * `limit`. Each takes some fifty bytes once it is parsed, where the text may have spent two on it.
 */
export function jsonValues(text: string, limit: number): number {
  let values = 1;
  for (let at = 0; at < text.length && values <= limit; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = stringEnd(text, at);
    else if (char === COMMA || char === OPEN_BRACKET || char === OPEN_BRACE) values += 1;
  }
  return values;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;

/** Position of the quote that ends the string begun at `start`, or the text's end. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at += 1;
    else if (char === QUOTE) return at;
  }
  return text.length;
}
