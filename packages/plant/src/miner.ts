import { findAlternatives } from './assign/alternatives';
import { assignEdits, assignPairs, findFailures } from './assign/assign-block';
import { Donors } from './assign/donors';
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
import { type DetailResult, mineDetails, type RuleOf } from './details/mine-details';
import { type AddedOperation, addedOperations, type HardNegative, type Slot } from './hard-negative';
import type { Mined } from './mined';
import type { ResolvedOptions } from './options';
import { Ledger } from './scores/ledger';
import { strictTiers } from './scores/objective';
import { createPlausibility } from './scores/plausibility';
import { createRandom } from './seeded-random';
import type { BlockReading } from './sites/block-reading';
import { Frames } from './sites/frames';
import { readBlock } from './sites/read-block';
import type { Tally } from './stats';
import { loadNounTree } from './wordnet/load-graph';
import { Records } from './write/records';

const objectsAlone: ReadonlySet<Slot> = new Set(['object']);

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
  /** The same words in a table of its own: a block of captions with details is mined while the captions' own is in use. */
  #detailVocabulary: VocabularyRows | undefined;

  /** @param ablate ids of checks that are switched off */
  constructor(options: ResolvedOptions, tally: Tally, ablate: readonly string[]) {
    this.#options = options;
    this.#tally = tally;
    this.#slots = new Set(options.slots);
    this.readers = createReaders(options, { counter: tally, lexicon: options.lexicon, ablate });
    const { words } = this.readers;
    this.checks = createChecks(words, { ablate, noMirror: !options.mirror });
    this.records = new Records(options.seed, words.relations, this.checks, (check) => tally.refuseBy(check));
  }

  /**
   * @param maxCandidates how many negatives of a caption a scorer may choose from; 0: none is asked
   * @param maxRefused how many changes of a caption that were not made are listed
   */
  mine(captions: readonly Caption[], maxCandidates = 0, maxRefused = 0): MinedBlock {
    const { words } = this.readers;
    const tree = loadNounTree();
    this.#vocabulary ??= new VocabularyRows(tree, words, this.#options.fit);
    const block = readBlock(captions, this.readers, this.#slots, this.#vocabulary.sites);
    const options = this.#options;
    const added = addedOperations.filter((operation) => options.operations.includes(operation));
    const isUsual = added.length < options.operations.length;
    // They come last, and make a negative each.
    const perCaption = Math.max(1, options.perCaption - added.length);
    const state = this.#stateOf(block, this.#vocabulary, isUsual ? { ...options, perCaption } : options);
    assignEdits(state);
    const failures = isUsual ? findFailures(state) : undefined;
    const { edits } = state.draft;
    const alternatives = maxCandidates > 0 ? findAlternatives(maxCandidates, state) : [];
    const candidates: (readonly HardNegative[])[] = [];
    const bests: number[] = [];
    const written = captions.map((_, number) => this.#write(edits[number]!, block));
    const failed = new Map([...(failures ?? [])].map(([number, { reason }]) => [number, reason]));
    for (const operation of added) {
      const results = this.#mineDetails(operation, captions, written, block);
      for (const [number, result] of results) {
        if (typeof result !== 'string') written[number]!.push(result);
        else if (!isUsual) failed.set(number, result);
      }
    }
    const mined = captions.map((caption, number): Mined => {
      const negatives = written[number]!;
      if (maxCandidates > 0) {
        const more = this.#write([...edits[number]!, ...alternatives[number]!], block);
        candidates.push(more.slice(0, Math.max(maxCandidates, negatives.length)));
      }
      // A negative that a check refuses as written was the best that there was.
      const reason = failed.get(number) ?? block.unusable(number) ?? 'refused';
      const best = negatives.length > 0 ? mostConcrete(block, number) : 0;
      bests.push(best);
      this.#tally.mined(negatives, reason, best);
      const refused = maxRefused > 0 ? { refused: listRefusals(number, maxRefused, state) } : {};
      return { caption, negatives, ...(negatives.length > 0 ? {} : { reason }), ...refused };
    });
    return { mined, block, candidates, bests };
  }

  /** For each caption that has room for one more a negative that adds a detail, or why there is none. */
  #mineDetails(
    operation: AddedOperation,
    captions: readonly Caption[],
    written: readonly (readonly HardNegative[])[],
    block: BlockReading,
  ): ReadonlyMap<number, DetailResult> {
    const { tiers } = this.#options;
    // A detail more is all that is changed: it must be right.
    const options: ResolvedOptions = {
      ...this.#options,
      operations: ['replace', 'exchange'],
      perCaption: 1,
      tiers: tiers.slice(0, strictTiers),
    };
    const { reader, words } = this.readers;
    const quiet = { words, reader: { ...reader, refuse() {} }, refuse() {} };
    const asking = [...captions.keys()].filter(
      (number) => block.unusable(number) === undefined && written[number]!.length < this.#options.perCaption,
    );
    return mineDetails(operation, captions, asking, (number) => block.captionsOfImage(number), {
      seed: options.seed,
      reader: quiet.reader,
      words,
      records: this.records,
      assign: (detailed, places, ruleOf) => {
        this.#detailVocabulary ??= new VocabularyRows(loadNounTree(), words, options.fit);
        const vocabulary = this.#detailVocabulary;
        const slots = operation === 'negate' ? objectsAlone : this.#slots;
        const read = readBlock(detailed, quiet, slots, vocabulary.sites, places);
        const state = this.#stateOf(read, vocabulary, options, ruleOf);
        assignPairs(state);
        return state;
      },
    });
  }

  /** @param ruleOf what is asked of words, if it is not surprise */
  #stateOf(
    block: BlockReading,
    vocabulary: VocabularyRows,
    options: ResolvedOptions,
    ruleOf?: RuleOf,
  ): BlockState {
    const { words } = this.readers;
    const refuse = this.#tally.refuseBy.bind(this.#tally);
    const plausibility = createPlausibility(block, options.fit);
    const rule = ruleOf?.(block, plausibility);
    const ledger = new Ledger(block);
    const closed = new ClosedWords(block, words);
    const frames = new Frames(block);
    const firsts = Array.from({ length: Math.min(block.size, 8) }, (_, i) => block.caption(i));
    const judge = new Judge(block, this.checks, plausibility, frames, refuse, options.tiers.at(-1)!, rule);
    const candidates = new Candidates(block, vocabulary, closed, loadNounTree(), frames, rule);
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
      donors: new Donors(block),
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
