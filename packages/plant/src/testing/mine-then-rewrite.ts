import type { Caption } from '../caption';
import type { HardNegative } from '../hard-negative';
import { askHooks } from '../hooks/ask-hooks';
import { createRewriteCheck } from '../hooks/check-rewrite';
import type { Rewriter } from '../hooks/hooks';
import { Miner } from '../miner';
import { resolveOptions } from '../options';
import { Tally } from '../stats';

/**
 * Mines captions once, as one block, for any number of rewriters: the negatives as each words them, which are those of
 * `createPlant({ rewriter }).mineAll(captions)`.
 */
export function mineThenRewrite(
  captions: readonly Caption[],
): (rewriter: Rewriter) => Promise<HardNegative[]> {
  const miner = new Miner(resolveOptions({}), new Tally(), []);
  const block = miner.mine(captions);
  const check = createRewriteCheck(miner);
  return async (rewriter) => {
    const rewritten: HardNegative[] = [];
    for (const number of captions.keys())
      rewritten.push(...(await askHooks(block, number, { rewriter, check, refuse() {} })));
    return rewritten;
  };
}
