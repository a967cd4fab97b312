import { findAlternatives } from './assign/alternatives';
import { assignEdits, findFailures } from './assign/assign-block';
import { Draft } from './assign/draft';
import type { Edit } from './assign/edit';
import { Judge } from './assign/judge';
import { listRefusals } from './assign/list-refusals';
import { Offers } from './assign/offers';
import type { BlockState } from './assign/state';
import { Candidates } from './candidates/candidates';
import { ClosedWords } from './candidates/closed-words';
import { VocabularyRows } from './candidates/vocabulary';
import type { Caption } from './caption';
import { type Checks, createChecks } from './checks/create-checks';
import { createReaders, type Readers } from './create-readers';
import type { HardNegative } from './hard-negative';
import type { Mined } from './mined';
import type { ResolvedOptions } from './options';
import { Ledger } from './scores/ledger';
import { createPlausibility } from './scores/plausibility';
import { createRandom } from './seeded-random';
import type { BlockReading } from './sites/block-reading';
import { Frames } from './sites/frames';
import { readBlock } from './sites/read-block';
import type { Tally } from './stats';
import { loadNounTree } from './wordnet/load-graph';
import { Records } from './write/records';

/** A block with what came of its captions, while they can still be asked about. */
export interface MinedBlock {
  readonly mined: readonly Mined[];
  readonly block: BlockReading;
  /** For each caption the negatives that a scorer may choose from, its own first; empty where it was not asked for. */
  readonly candidates: readonly (readonly HardNegative[])[];
  /** For each caption with a negative the concreteness of its most concrete word that could be changed. */
  readonly bests: readonly number[];
}

/** The way through: read, sites, candidates, checks, scores, assign, write; one for a caption and for a block. */
export class Miner {
  readonly readers: Readers;
  readonly checks: Checks;
  readonly records: Records;
  readonly #options: ResolvedOptions;
  readonly #tally: Tally;
  readonly #slots;
  #vocabulary: VocabularyRows | undefined;

  /** @param ablate ids of checks that are switched off */
  constructor(options: ResolvedOptions, tally: Tally, ablate: readonly string[]) {
    this.#options = options;
    this.#tally = tally;
    this.#slots = new Set(options.slots);
    this.readers = createReaders(options, { counter: tally, lexicon: options.lexicon, ablate });
    const { words } = this.readers;
    this.checks = createChecks(words, { ablate });
    this.records = new Records(options.seed, words.relations, this.checks, (check) => tally.refuseBy(check));
  }

  /**
   * @param mostCandidates how many negatives of a caption a scorer may choose from; 0: none is asked
   * @param mostRefused how many changes of a caption that were not made are listed
   */
  mine(captions: readonly Caption[], mostCandidates = 0, mostRefused = 0): MinedBlock {
    const { words } = this.readers;
    const tree = loadNounTree();
    this.#vocabulary ??= new VocabularyRows(tree, words, this.#options.fit);
    const block = readBlock(captions, this.readers, this.#slots, this.#vocabulary.sites);
    const state = this.#stateOf(block, this.#vocabulary);
    assignEdits(state);
    const failures = findFailures(state);
    const { edits } = state.draft;
    const alternatives = mostCandidates > 0 ? findAlternatives(mostCandidates, state) : [];
    const candidates: (readonly HardNegative[])[] = [];
    const bests: number[] = [];
    const mined = captions.map((caption, number): Mined => {
      const negatives = this.#write(edits[number]!, block);
      if (mostCandidates > 0) {
        const more = this.#write([...edits[number]!, ...alternatives[number]!], block);
        candidates.push(more.slice(0, Math.max(mostCandidates, negatives.length)));
      }
      // A negative that a check refuses as written was the best that there was.
      const reason = failures.get(number)?.reason ?? 'refused';
      const best = negatives.length > 0 ? mostConcrete(block, number) : 0;
      bests.push(best);
      this.#tally.mined(negatives, reason, best);
      const refused = mostRefused > 0 ? { refused: listRefusals(number, mostRefused, state) } : {};
      return { caption, negatives, ...(negatives.length > 0 ? {} : { reason }), ...refused };
    });
    return { mined, block, candidates, bests };
  }

  #stateOf(block: BlockReading, vocabulary: VocabularyRows): BlockState {
    const options = this.#options;
    const { words } = this.readers;
    const refuse = this.#tally.refuseBy.bind(this.#tally);
    const plausibility = createPlausibility(block, options.fit);
    const ledger = new Ledger(block);
    const closed = new ClosedWords(block.sites, words);
    const frames = new Frames(block);
    const firsts = Array.from({ length: Math.min(block.size, 8) }, (_, i) => block.caption(i));
    const judge = new Judge(
      block,
      this.checks,
      plausibility,
      frames,
      refuse,
      options.sense,
    );
    const candidates = new Candidates(block, vocabulary, closed, loadNounTree(), frames);
    return {
      block,
      options,
      random: createRandom(options.seed, ...firsts.flatMap(({ id = '', caption }) => [id, caption])),
      ledger,
      judge,
      candidates,
      offers: new Offers(block, candidates, judge),
      frames,
      draft: new Draft(block.size, ledger),
    };
  }

  /** The records of a caption's edits; of two that come to the same text the second is left out. */
  #write(edits: readonly Edit[], block: BlockReading): HardNegative[] {
    const negatives: HardNegative[] = [];
    for (const edit of edits) {
      const record = this.records.of(edit, block);
      const isNew = record && record.negative !== record.caption;
      if (isNew && !negatives.some(({ negative }) => negative === record.negative)) negatives.push(record);
    }
    return negatives;
  }
}

/** Concreteness of a caption's most concrete word that could be changed. */
function mostConcrete(block: BlockReading, caption: number): number {
  let most = 0;
  for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
    most = Math.max(most, block.sites.span(site).concreteness);
  }
  return most;
}
