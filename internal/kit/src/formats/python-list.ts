const item =
  /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|nan|inf)))\s*(?:,|(?=\]))/gisy;

/** The strings and numbers of a list as Python (pandas) and JSON write it; `undefined` for any other text. */
export function parsePythonList(text: string): (string | number)[] | undefined {
  const items: (string | number)[] = [];
  const open = /^\s*\[/.exec(text)?.[0].length;
  if (open === undefined) return undefined;
  item.lastIndex = open;
  let end = open;
  for (let match = item.exec(text); match !== null; match = item.exec(text)) {
    const [, single, double, number] = match;
    items.push(number === undefined ? unescaped(single ?? double ?? '') : Number(number));
    end = item.lastIndex;
  }
  return text.slice(end).trim() === ']' ? items : undefined;
}

const plain: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0' };

function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gis, (_, two, four, one: string | undefined) => {
    const code: string | undefined = two ?? four;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return Object.hasOwn(plain, one ?? '') ? plain[one ?? '']! : (one ?? '');
  });
}

/** A list as Python's `repr` writes it, of items that are written already. */
export function pythonList(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

/** A Python string literal, quoted as Python's own `repr` quotes it. Half a surrogate pair becomes U+FFFD in UTF-8, as in any cell. */
export function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/[\p{Cc}\u2028\u2029]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return quote + escaped + quote;
}
