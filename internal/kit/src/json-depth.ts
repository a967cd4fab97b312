/**
 * How deep the arrays and objects of a JSON text lie in one another; counting stops beyond `limit`. Nothing is
 * built, so that a text of a million brackets costs no more than a look at it.
 */
export function jsonDepth(text: string, limit: number): number {
  return createDepthMeter(limit)(text);
}

/** The same for a text that comes in parts: each call takes the next part, and returns the depth of all so far. */
export function createDepthMeter(limit: number): (part: string) => number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  let isEscaped = false;
  return (part) => {
    for (let at = 0; at < part.length && deepest <= limit; at++) {
      const char = part.charCodeAt(at);
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (char === BACKSLASH) isEscaped = true;
        else if (char === QUOTE) inString = false;
      } else if (char === QUOTE) {
        inString = true;
      } else if (char === OPEN_BRACKET || char === OPEN_BRACE) {
        depth += 1;
        if (depth > deepest) deepest = depth;
      } else if (char === CLOSE_BRACKET || char === CLOSE_BRACE) depth -= 1;
    }
    return deepest;
  };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
