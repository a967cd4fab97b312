import type { AttributeSpan, ObjectSpan } from '../reading/reading';
import type { ClosedSpan } from '../spans/closed-span';
import type { Option } from './operation';

/** Two spans of one slot, and what each is to read once they have changed places. */
export interface Swap<Span extends AttributeSpan | ObjectSpan | ClosedSpan> {
  readonly a: Span;
  readonly b: Span;
  /** What stands in `a`'s place afterwards: `b`'s word in `a`'s form. */
  readonly textA: string;
  readonly textB: string;
  readonly instruction: string;
  readonly distance: number | null;
}

/** A swap as a choice of the miner; its concreteness is the mean of both words. */
export function swapOption<Span extends AttributeSpan | ObjectSpan | ClosedSpan>(swap: Swap<Span>): Option {
  const { a, b, textA, textB, instruction, distance } = swap;
  const concreteness = (a.concreteness + b.concreteness) / 2;
  const edit = (from: Span, text: string, to: Span) => ({
    first: from.first,
    start: from.start,
    end: from.end,
    keywordLemma: from.lemma,
    text,
    lemma: to.lemma,
  });
  return {
    operation: 'swap',
    slot: a.slot,
    concreteness,
    concretenessSource:
      a.concretenessSource === 'norms' && b.concretenessSource === 'norms' ? 'norms' : 'estimate',
    repeatable: false,
    propose: () => ({
      edits: [edit(a, textA, b), edit(b, textB, a)],
      replacementConcreteness: concreteness,
      instruction,
      distance,
    }),
  };
}

/** The swaps among all pairs of spans, in the order of the caption. */
export function swapsAmong<Span extends { readonly first: number }>(
  spans: readonly Span[],
  swapOf: (a: Span, b: Span) => Option | undefined,
): Option[] {
  const inOrder = [...spans].sort((a, b) => a.first - b.first);
  return inOrder.flatMap((a, i) => inOrder.slice(i + 1).flatMap((b) => swapOf(a, b) ?? []));
}
