import { costOf } from '../scores/objective';
import type { Edit } from './edit';
import type { BlockState } from './state';

/** The largest leak of a swap. */
const mostLeak = 12;

/** Swaps two words within a caption: of one scale or sort, both likely in both sites, and not the same said again. */
export function swapWords(limit: number, state: BlockState): void {
  const { block, draft } = state;
  for (let caption = 0; caption < block.size; caption += 1) {
    const first = block.firstSite(caption);
    const end = block.endOfSites(caption);
    if (end - first < 2 || !draft.isOpen(caption)) continue;
    const best = bestSwap(first, end, limit, state);
    if (best) draft.take(best);
  }
}

function bestSwap(first: number, end: number, limit: number, state: BlockState): Edit | undefined {
  const { block, judge, ledger, draft } = state;
  const { sites } = block;
  let best: Edit | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let a = first; a < end; a += 1) {
    if (sites.price(a) > limit || sites.compound(a)) continue;
    for (let b = a + 1; b < end; b += 1) {
      if (sites.price(b) > limit || sites.sort(a) !== sites.sort(b) || sites.compound(b)) continue;
      if (sites.word(a) === sites.word(b) || draft.hasGiven(a, b)) continue;
      if (!judge.suits(a, b, limit) || !judge.suits(b, a, limit)) continue;
      const [left, right] = sites.placed(a).first < sites.placed(b).first ? [a, b] : [b, a];
      const leak = ledger.costOfExchange(left, right);
      const surprise = Math.max(judge.surprise(a, b), judge.surprise(b, a));
      const cost = costOf(leak, Math.max(judge.price(a, b), judge.price(b, a)));
      if (leak > mostLeak || cost >= least || !judge.maySwap(left, right)) continue;
      best = { operation: 'swap', site: left, giver: right, surprise, leak };
      least = cost;
    }
  }
  return best;
}
