import type { Slot } from '../hard-negative';
import type { AttributeSpan, CaptionSpan, ObjectSpan } from '../reading/reading';
import type { ClosedSpan } from '../spans/closed-span';
import type { Edit, Option, Proposal } from './operation';

/** Two spans of one slot, and what each is to read once they have changed places. */
export interface Swap<Span extends AttributeSpan | ObjectSpan | ClosedSpan> {
  readonly a: Span;
  readonly b: Span;
  /** The new word in the place of `a`: the word of `b` in the form of `a`. */
  readonly textA: string;
  readonly textB: string;
  readonly instruction: string;
  readonly distance: number | null;
}

/** A swap as a choice of the miner; its concreteness is the mean of both words. */
export class SwapOption implements Option {
  readonly operation = 'swap';
  readonly repeatable = false;
  readonly slot: Slot;
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';
  readonly #swap: Swap<AttributeSpan | ObjectSpan | ClosedSpan>;

  constructor(swap: Swap<AttributeSpan | ObjectSpan | ClosedSpan>) {
    const { a, b } = swap;
    this.#swap = swap;
    this.slot = a.slot;
    this.concreteness = (a.concreteness + b.concreteness) / 2;
    this.concretenessSource =
      a.concretenessSource === 'norms' && b.concretenessSource === 'norms' ? 'norms' : 'estimate';
  }

  propose(): Proposal {
    const { a, b, textA, textB, instruction, distance } = this.#swap;
    return {
      edits: [edit(a, textA, b), edit(b, textB, a)],
      replacementConcreteness: this.concreteness,
      instruction,
      distance,
    };
  }
}

function edit(from: CaptionSpan, text: string, to: CaptionSpan): Edit {
  const { first, start, end, lemma: keywordLemma } = from;
  return { first, start, end, keywordLemma, text, lemma: to.lemma };
}

/** The swaps among all pairs of spans, in the order of the caption. */
export function swapsAmong<Span extends { readonly first: number }>(
  spans: readonly Span[],
  swapOf: (a: Span, b: Span) => Option | undefined,
): Option[] {
  const inOrder = [...spans].sort((a, b) => a.first - b.first);
  return inOrder.flatMap((a, i) => inOrder.slice(i + 1).flatMap((b) => swapOf(a, b) ?? []));
}
