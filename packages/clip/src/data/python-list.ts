const item =
  /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|nan|inf)))\s*(?:,|(?=\]))/gisy;

/** The strings and numbers of a list as Python (pandas) and JSON write it; `undefined` for what is none. */
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

const plain: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gis, (_, two, four, one: string | undefined) => {
    const code: string | undefined = two ?? four;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return Object.hasOwn(plain, one ?? '') ? plain[one ?? '']! : (one ?? '');
  });
}
