// Control characters of both sets (C0 with ESC and line breaks, DEL, C1), line separators, and what turns the
// direction of a text (bidi): a terminal acts on them instead of showing them.
const acting = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu;
const actingButLines = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu;

const writeOut = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A text of a file as a message or a terminal shows it: control characters are written out (`\u001b`), and what
 * is longer than `length` characters is cut.
 *
 * @param length how many characters are kept, by default 120
 */
export function printable(text: string, length = 120): string {
  return cut(text, length).replace(acting, writeOut);
}

/** As `printable`, but line breaks stay: for a text of several lines that is ours, with values of a file in it. */
export function printableLines(text: string, length = Number.POSITIVE_INFINITY): string {
  return cut(text, length).replace(actingButLines, writeOut);
}

/** A text in quotes, without control characters and cut to `length` characters (by default 60). */
export function quoted(text: string, length = 60): string {
  return JSON.stringify(cut(text, length)).replace(acting, writeOut);
}

/** Any value as a message names it: short, on one line, never its code or its content at length. */
export function shown(value: unknown, length = 60): string {
  if (typeof value === 'string') return quoted(value, length);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return printable(`${value}n`, length);
  if (typeof value !== 'object' || value === null) return printable(String(value), length);
  try {
    if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`;
    if (ArrayBuffer.isView(value)) return 'a typed array';
    if (value instanceof Promise) return 'a Promise (await it first)';
    const { dtype, shape, isDisposed } = value as Partial<Record<string, unknown>>;
    if (isDisposed === true) return 'a disposed tensor';
    if (dtype && Array.isArray(shape)) return printable(`${dtype} [${shape.join(', ')}]`, length);
  } catch {
    // A proxy may throw whatever it is asked.
  }
  return 'an object';
}

/** The first `length` characters; no half of a surrogate pair is left at the end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`;
}
