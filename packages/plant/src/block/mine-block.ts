import type { Slot } from '../hard-negative';
import type { FindOptions, MiningContext } from '../operations/operation';
import type { ResolvedOptions } from '../options';
import { Ledger } from '../scores/ledger';
import { createRandom } from '../seeded-random';
import type { BlockReading } from '../sites/block-reading';
import type { Change, WordChange } from './change';
import type { Company } from './company';
import { type BlockState, Draft } from './draft';
import { belongs, type Evidence, evidenceOf } from './evidence';
import { anyRank, exchangeWords } from './exchange-words';
import { refusalOf, type WordExclusions } from './may-take';
import { rankSites } from './rank-sites';
import { replaceWords } from './replace-words';
import { swapWords } from './swap-words';
import { type FitQuestions, WordFits } from './word-fits';

/** The changes of a block, by the index of the caption. */
export interface BlockChanges {
  /** Up to `perCaption` for each. */
  readonly changes: readonly (readonly Change[])[];
  /** Last resort of a caption without a negative: a change whose leak cost is above the limit. */
  readonly fallbacks: ReadonlyMap<number, WordChange>;
}

/** Changes the captions of a block with each other: swaps, then exchanges, then replacements, once for each negative. */
export function changeBlock(
  block: BlockReading,
  company: Company,
  swaps: ReadonlyMap<Slot, FindOptions>,
  words: WordExclusions,
  options: ResolvedOptions,
  context: MiningContext,
): BlockChanges {
  const { sites } = block;
  const firstIds = Array.from({ length: Math.min(block.size, 8) }, (_, caption) => block.caption(caption).id);
  const random = createRandom(options.seed, 'block', ...firstIds);
  const ledger = new Ledger(block, company, options.fit);
  const fits = new WordFits(sites, new BlockQuestions(block, ledger, words, context));
  const draft = new Draft(block.size, ledger, fits);
  const state: BlockState = { options, context, random, ledger, fits, draft };
  const { operations } = options;
  // Without balance the policy rules: within the block nothing but its choice is changed.
  const mostRank = options.balance === 'slots' ? anyRank : 0;
  for (let round = 0; round < options.perCaption; round += 1) {
    for (let caption = 0; caption < block.size; caption += 1) {
      const [start, end] = [block.firstSite(caption), block.endOfSites(caption)];
      rankSites(sites, start, end, options.policy, options.balance, random);
    }
    const before = ledger.entered;
    draft.open(round);
    if (operations.includes('swap')) swapWords(block, swaps, state);
    if (operations.includes('exchange')) exchangeWords(block, mostRank, state);
    if (operations.includes('replace')) replaceWords(block, mostRank, state);
    if (ledger.entered === before) break;
  }
  words.flush();
  return draft;
}

/** The checks of a word in a place: the words themselves, the block, the caption and its siblings. */
class BlockQuestions implements FitQuestions {
  constructor(
    private readonly block: BlockReading,
    private readonly ledger: Ledger,
    private readonly words: WordExclusions,
    private readonly context: MiningContext,
  ) {}

  exclude(site: number, giver: number): boolean {
    return this.words.exclude(this.block.sites, site, giver);
  }

  evidence(site: number, giver: number): Evidence {
    return evidenceOf(site, giver, this.ledger);
  }

  belongs(site: number, giver: number, isStrict: boolean): boolean {
    return belongs(site, giver, this.ledger, isStrict);
  }

  mayTake(site: number, giver: number): boolean {
    const reason = refusalOf(this.block, site, giver, this.ledger.company, this.context);
    if (reason) this.context.refuse(reason);
    return reason === undefined;
  }
}
