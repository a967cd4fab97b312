/**
 * The strings of a list as Python writes it: `['a', "it's"]`. Throws for anything else, in words that follow its place.
 */
export function parsePythonStrings(text: string): string[] {
  const strings: string[] = [];
  const token = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*(,|(?=\])))/gsy;
  const open = /^\s*\[\s*/.exec(text);
  if (!open) throw new Error('has a "neg_caption" that is no list of strings');
  token.lastIndex = open[0].length;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    strings.push(unescaped((match[1] ?? '').slice(1, -1)));
    open.index = token.lastIndex;
    if (match[2] === '') break;
  }
  const rest = text.slice(strings.length === 0 ? open[0].length : open.index).trim();
  if (rest !== ']') throw new Error('has a "neg_caption" that is no list of strings');
  return strings;
}

const plain: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0' };

function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gis, (_, two, four, one: string | undefined) => {
    const code: string | undefined = two ?? four;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return plain[one ?? ''] ?? one ?? '';
  });
}
