import type { MiningContext } from '../operations/operation';
import type { BlockReading } from '../sites/block-reading';
import type { SiteSpan } from '../sites/site';
import type { SiteTable } from '../sites/site-table';
import { neverInserted } from '../words/kinds';
import { infants } from '../words/people';
import type { WordChange } from './change';
import type { BlockState } from './draft';
import { evidence } from './evidence';
import { shuffle } from './match-sites';
import { floor } from './shares';
import { demand } from './word-fits';
import { WordIndex } from './word-index';

/** The least that a word must fulfil; among these the cost decides. */
const wanted = demand(evidence.some, false);
/** Each caption chooses anew, knowing what all others have taken. */
const passes = 2;
/** How many words of the kind are drawn, beside those of the surroundings. */
const drawn = 32;
/** The cost of none, some, most or full evidence, in the unit of the ledger: sense comes before leak. */
const penalties = [Number.POSITIVE_INFINITY, 12, 4, 0];

/** The same for a word that may be out of place. */
const looseCost = 8;
/** The same for a thing of another sort: of 27 such replacements a reader found 21 out of place. */
const farCost = 40;

/**
 * What costs more than this gives the caption away: of such negatives a judge of texts picked nine in ten. It is for
 * captions that find no word outside of the block either.
 */
const mostCost = 100;

/** The cost of a place that is not the policy's choice. */
const rankCost = 3;
/** The leak that a slot with too few changes may cost. */
const scarceBonus = 100;

/** Whether a word may come without its caption's taking the other one. */
function comesAlone(lemma: string): boolean {
  return !neverInserted.has(lemma) && !infants.has(lemma);
}

/**
 * Gives captions that found no partner a word that others of the block use in such a place, the one that leaves the
 * least surplus: words are drawn by how often they occur, and what has become too rare in the negatives comes first.
 */
export function replaceWords(block: BlockReading, mostRank: number, state: BlockState): void {
  const { draft, random } = state;
  const left: number[] = [];
  for (let caption = 0; caption < block.size; caption += 1) {
    const first = block.firstSite(caption);
    if (first < block.endOfSites(caption) && draft.isFree(first)) left.push(caption);
  }
  if (left.length === 0) return;
  const search = new Search(block, left, mostRank, state);
  shuffle(left, random);
  const chosen = new Map<number, WordChange>();
  for (let pass = 0; pass < passes; pass += 1) {
    for (const caption of left) {
      const before = chosen.get(caption);
      if (pass > 0) {
        if (!before) continue;
        draft.takeBack(before.site, before.giver);
      }
      const { best, cost } = search.bestFor(caption);
      const change = best ?? before;
      if (!change) continue;
      if (best && cost > mostCost) {
        draft.fallbacks.set(caption, best);
        chosen.delete(caption);
        continue;
      }
      draft.take(change);
      chosen.set(caption, change);
    }
  }
}

/** Looks through a block for the word that suits a caption best. */
class Search {
  readonly #block: BlockReading;
  readonly #sites: SiteTable;
  readonly #state: BlockState;
  readonly #mostRank: number;
  readonly #index: WordIndex;
  /** For each text the last search that found it. */
  readonly #foundIn: Int32Array;
  #searches = 0;

  constructor(block: BlockReading, captions: readonly number[], mostRank: number, state: BlockState) {
    this.#block = block;
    this.#sites = block.sites;
    this.#state = state;
    this.#mostRank = mostRank;
    this.#index = new WordIndex(block, captions);
    this.#foundIn = new Int32Array(this.#index.textCount);
  }

  bestFor(caption: number): { best: WordChange | undefined; cost: number } {
    const { ledger, fits, context } = this.#state;
    const sites = this.#sites;
    let best: WordChange | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let site = this.#block.firstSite(caption); site < this.#block.endOfSites(caption); site += 1) {
      if (sites.rank(site) > this.#mostRank) continue;
      for (const giver of this.#candidatesFor(site)) {
        if (!fits.suits(site, giver, wanted)) continue;
        let cost = ledger.costOfReplacing(site, giver) + rankCost * sites.rank(site) - this.#bonusOf(site);
        cost += penalties[fits.evidence(site, giver)]!;
        if (cost >= least) continue;
        if (!fits.belongs(site, giver, true)) cost += looseCost;
        if (areFar(sites.span(site), sites.span(giver), context)) cost += farCost;
        if (cost >= least || !comesAlone(sites.span(giver).lemma) || !fits.mayTake(site, giver)) continue;
        best = { site, giver, operation: 'replace' };
        least = cost;
      }
    }
    return { best, cost: least };
  }

  #bonusOf(site: number): number {
    const { options, draft } = this.#state;
    const isScarce = draft.taken(this.#sites.slot(site)) < floor * this.#block.size;
    return options.balance === 'slots' && isScarce ? scarceBonus : 0;
  }

  /** Places with other words than the site's own, one for each text. */
  #candidatesFor(site: number): number[] {
    const candidates: number[] = [];
    this.#searches += 1;
    this.#foundIn[this.#index.text(site)] = this.#searches;
    for (const givers of this.#index.near(site)) for (const giver of givers) this.#add(giver, candidates);
    const kind = this.#index.ofKind(site);
    for (let k = 0; k < drawn && kind.length > 0; k += 1) {
      this.#add(kind[this.#state.random.below(kind.length)]!, candidates);
    }
    return candidates;
  }

  #add(giver: number, candidates: number[]): void {
    const text = this.#index.text(giver);
    if (this.#foundIn[text] === this.#searches) return;
    this.#foundIn[text] = this.#searches;
    candidates.push(giver);
  }
}

/** Things of one kind are a few steps apart: a dog and a cat four, a dog and a cow six. */
const nearest = 5;

/** Whether two things lie far from each other in WordNet. */
function areFar(a: SiteSpan, b: SiteSpan, { relations }: MiningContext): boolean {
  return (
    a.slot === 'object' && b.slot === 'object' && relations.distance(a.noun.synset, b.noun.synset) > nearest
  );
}
