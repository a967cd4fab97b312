import type { Candidates } from '../candidates/candidates';
import type { ResolvedOptions } from '../options';
import type { Ledger } from '../scores/ledger';
import type { Random } from '../seeded-random';
import type { BlockReading } from '../sites/block-reading';
import type { Frames } from '../sites/frames';
import type { Donors } from './donors';
import type { Draft } from './draft';
import type { Judge } from './judge';
import type { Offers } from './offers';

/** All that the ways to change a block's captions work with. */
export interface BlockState {
  readonly block: BlockReading;
  readonly options: ResolvedOptions;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly judge: Judge;
  readonly candidates: Candidates;
  readonly offers: Offers;
  readonly frames: Frames;
  readonly draft: Draft;
  readonly donors: Donors;
}
