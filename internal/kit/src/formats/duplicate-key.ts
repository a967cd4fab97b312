/**
 * A key that one object of a JSON text has twice; undefined where there is none. JSON.parse keeps the last of
 * two equal keys in silence, and a reader that keeps the first would see another file. `json` must be valid.
 */
export function duplicateKey(json: string): string | undefined {
  // Keys seen in each object that is open; undefined for an array.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (char === '{') open.push(new Set());
    else if (char === '[') open.push(undefined);
    else if (char === '}' || char === ']') open.pop();
    else if (char === '"') {
      const end = stringEnd(json, at);
      if (isKey(json, end)) {
        const keys = open.at(-1);
        const text = json.slice(at + 1, end);
        const key = text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
        if (keys?.has(key)) return key;
        keys?.add(key);
      }
      at = end;
    }
  }
  return undefined;
}

/** Position of the quote that ends the string begun at `start`. */
function stringEnd(json: string, start: number): number {
  let end = start;
  let escapes: number;
  do {
    end = json.indexOf('"', end + 1);
    escapes = 0;
    while (json[end - 1 - escapes] === '\\') escapes++;
  } while (escapes % 2 === 1);
  return end;
}

/** A colon follows the string that ends at `end`. */
function isKey(json: string, end: number): boolean {
  let at = end + 1;
  while (json[at] === ' ' || json[at] === '\n' || json[at] === '\r' || json[at] === '\t') at++;
  return json[at] === ':';
}
