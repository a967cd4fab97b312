import type { Slot } from '../hard-negative';
import type { ObjectSpan } from '../reading/reading';
import type { RefusalReason } from '../refusals';

/** Constraints on a change from outside the caption and its siblings. */
export interface Judge {
  /** For a caption that would have no negative: sense is relaxed, truth is not. */
  readonly isLastResort: boolean;
  /** A slot whose words the block has taken by exchange as far as they go: one more gives its caption away, so it is drawn last. */
  readonly lastSlot: Slot | undefined;
  /** How much likelier a word is to be drawn, so that the negatives of a block have it no more often than its captions. */
  favour(text: string): number;
  /** Why a thing must not take another one's place by what a corpus shows of the caption's other words. */
  refuseCompany(span: ObjectSpan, lemma: string): RefusalReason | undefined;
}

/** For a caption of no block. */
export const noJudge: Judge = {
  isLastResort: false,
  lastSlot: undefined,
  favour: () => 1,
  refuseCompany: () => undefined,
};
