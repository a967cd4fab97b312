import { maxLeak } from '../scores/objective';
import { augmentPairs } from './augment';
import { exchangeWords } from './exchange';
import { type Failure, fillWords, whyNothing } from './fill';
import { shareOut, swaps } from './quotas';
import type { BlockState } from './state';
import { bestSwap, swapWords } from './swap';
import { setPrices } from './tiers';

/**
 * Gives each caption of a block its edits: at prices up to each bound first swaps, then exchanges, then what frees partners
 * for those left over, then words that no other caption loses. A caption that finds nothing is asked again with the next bound.
 */
export function assignEdits(state: BlockState): void {
  // No tier sees the next one: what a caption gets does not depend on how far the others go.
  for (const sense of state.options.tiers) {
    state.judge.openTier(sense);
    for (let round = 0; round < state.options.perCaption; round += 1) {
      if (!assignRound(round, state)) break;
    }
  }
}

/** One more edit for each caption that offers one. Gives whether there may be another round. */
function assignRound(round: number, state: BlockState): boolean {
  const { block, options, draft, random } = state;
  const { operations } = options;
  draft.open(round);
  const before = captionsLeft(state).length;
  if (before === 0) return true;
  const shares = shareOut(state);
  const bounds = setPrices(block, draft, options, shares, random);
  takeSwaps(shares, state);
  for (const [i, bound] of bounds.entries()) {
    // Of `composition` swaps have been shared out, and the others are for captions that find nothing else.
    const isTimeForSwaps = options.balance !== 'composition' || i === bounds.length - 1;
    if (operations.includes('swap') && isTimeForSwaps) swapWords(bound, state);
    if (operations.includes('exchange')) {
      exchangeWords(captionsLeft(state), bound, state);
      augmentPairs(captionsLeft(state), bound, state);
    }
    if (operations.includes('replace') || operations.includes('natural'))
      fillWords(captionsLeft(state), bound, maxLeak, state);
  }
  return captionsLeft(state).length < before || draft.edits.some((edits) => edits.length > round);
}

/** Makes the swaps of the captions whose share they are. */
function takeSwaps(shares: Int32Array, state: BlockState): void {
  for (const [caption, group] of shares.entries()) {
    if (group !== swaps) continue;
    const swap = bestSwap(caption, state);
    if (swap) state.draft.take(swap);
  }
}

/** So much an edit of one word may leak that has no counterpart: hardly anything. */
const maxLeakAlone = 4;

/**
 * The same for captions with a detail more, whose only sites lie in it: pairs that give each other a word first, so that each word
 * is in a positive as often as in a negative, then edits that leak next to nothing.
 */
export function assignPairs(state: BlockState): void {
  state.draft.open(0);
  const limit = Number.POSITIVE_INFINITY;
  exchangeWords(captionsLeft(state), limit, state);
  augmentPairs(captionsLeft(state), limit, state);
  fillWords(captionsLeft(state), limit, maxLeakAlone, state);
}

/** Why the captions without an edit have none, by their number. */
export function findFailures(state: BlockState): ReadonlyMap<number, Failure> {
  const { block, draft } = state;
  const failures = new Map<number, Failure>();
  const empty: number[] = [];
  for (let caption = 0; caption < block.size; caption += 1) {
    if (draft.edits[caption]!.length === 0) empty.push(caption);
  }
  for (const caption of empty) failures.set(caption, whyNothing(caption, state));
  return failures;
}

function captionsLeft({ block, draft }: BlockState): number[] {
  const left: number[] = [];
  for (let caption = 0; caption < block.size; caption += 1) if (draft.isOpen(caption)) left.push(caption);
  return left;
}
