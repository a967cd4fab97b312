import type { HardNegative, Span } from '../hard-negative';

/** What `start` and `end` count: code units of UTF-16 (JavaScript), or code points (Python). */
export const offsetUnits = ['utf16', 'codepoints'] as const;
export type OffsetUnit = (typeof offsetUnits)[number];

/** A record whose spans count code points: in Python `caption[start:end]` is then the word. */
export function inCodepoints(record: HardNegative): HardNegative {
  const {
    caption: without,
    positive: caption = without,
    negative,
    keyword,
    replacement,
    keyword2,
    replacement2,
  } = record;
  if (!astral.test(caption) && !astral.test(negative)) return record;
  return {
    ...record,
    keyword: counted(caption, keyword),
    replacement: counted(negative, replacement),
    ...(keyword2 && { keyword2: counted(caption, keyword2) }),
    ...(replacement2 && { replacement2: counted(negative, replacement2) }),
  };
}

/** A character of two code units. */
const astral = /[\ud800-\udbff][\udc00-\udfff]/;
const allAstral = new RegExp(astral, 'g');

function counted(text: string, span: Span): Span {
  const before = (at: number) => at - (text.slice(0, at).match(allAstral)?.length ?? 0);
  return { ...span, start: before(span.start), end: before(span.end) };
}
