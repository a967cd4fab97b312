import type { Span } from '@slipform/plant';

/** A text in which some words are marked. @param kind whether they are the words before the change or after it */
export function MarkedText({
  text,
  spans,
  kind,
}: {
  readonly text: string;
  readonly spans: readonly (Span | undefined)[];
  readonly kind: 'old' | 'new';
}) {
  const sorted = spans.filter((span) => span !== undefined).sort((a, b) => a.start - b.start);
  return (
    <>
      {sorted.map(({ start, end }, i) => (
        <>
          {text.slice(sorted[i - 1]?.end ?? 0, start)}
          <mark class={`word-${kind}`}>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(sorted.at(-1)?.end ?? 0)}
    </>
  );
}
