import type { Pair, Relation, Span } from './pair';

/**
 * The pair with spans in code units of UTF-16, if its own count code points (`--offsets codepoints`); `undefined` if a
 * span does not say what stands at its place, whichever it counts. A pair without spans is right.
 */
export function inUtf16(pair: Pair): Pair | undefined {
  if (hasRightOffsets(pair)) return pair;
  const { caption, negative, keyword, replacement, keyword2, replacement2 } = pair;
  const units = (text: string, span: Span): Span => {
    const characters = [...text];
    const at = (place: number) => characters.slice(0, place).join('').length;
    return { ...span, start: at(span.start), end: at(span.end) };
  };
  const other: Pair = {
    ...pair,
    ...(keyword && { keyword: units(caption, keyword) }),
    ...(replacement && { replacement: units(negative, replacement) }),
    ...(keyword2 && { keyword2: units(caption, keyword2) }),
    ...(replacement2 && { replacement2: units(negative, replacement2) }),
  };
  return hasRightOffsets(other) ? other : undefined;
}

function hasRightOffsets({ caption, negative, ...spans }: Pair): boolean {
  const isAt = (text: string, span: Span | undefined) =>
    !span || (span.start < span.end && text.slice(span.start, span.end) === span.text);
  return (
    isAt(caption, spans.keyword) &&
    isAt(caption, spans.keyword2) &&
    isAt(negative, spans.replacement) &&
    isAt(negative, spans.replacement2)
  );
}

/** Whether nothing differs but the spans and an "a" or "an" before them; of natural partners, any article or none. */
export function changesSpansAlone({ caption, negative, operation, ...spans }: Pair): boolean {
  if (!spans.keyword || !spans.replacement) return true;
  const [article, left] = operation === 'natural' ? [/\b(an?|the)\s+$/i, ''] : [/\b(a)n?(\s+)$/i, '$1$2'];
  const rest = (text: string, ...taken: readonly (Span | undefined)[]) => {
    let outside = '';
    let at = 0;
    const sorted = taken.filter((span) => span !== undefined).sort((a, b) => a.start - b.start);
    for (const { start, end } of sorted) {
      outside += `${text.slice(at, start).replace(article, left)}\u0000`;
      at = end;
    }
    return outside + text.slice(at);
  };
  return (
    rest(caption, spans.keyword, spans.keyword2).toLowerCase() ===
    rest(negative, spans.replacement, spans.replacement2).toLowerCase()
  );
}

/** The WordNet relation of a replaced object, if there is one; `null` where there is nothing to look up. */
export function relationOf(
  { slot, operation, keyword, replacement }: Pair,
  relation: (a: string, b: string) => Relation | undefined,
): Relation | undefined | null {
  if (slot !== 'object' || operation === 'swap' || !keyword || !replacement) return null;
  if (keyword.lemma === replacement.lemma) return 'synonym';
  return relation(keyword.lemma, replacement.lemma);
}
