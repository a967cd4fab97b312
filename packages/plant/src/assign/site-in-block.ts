import type { SwapContext } from '../checks/check';
import type { Operation } from '../hard-negative';
import type { Surroundings } from '../reading/siblings';
import type { Plausibility } from '../scores/plausibility';
import type { BlockReading } from '../sites/block-reading';
import type { SiteSpan } from '../sites/site';
import type { SiteContext } from '../sites/site-context';

/** A site of a block as the checks see it; one object, which is moved from site to site. */
export class SiteInBlock implements SiteContext {
  readonly #block: BlockReading;
  readonly #plausibility: Plausibility;
  #site = 0;
  #giver = 0;
  #caption = 0;
  operation: Operation = 'replace';

  constructor(block: BlockReading, plausibility: Plausibility) {
    this.#block = block;
    this.#plausibility = plausibility;
  }

  at(site: number, giver: number, operation: Operation): this {
    this.#site = site;
    this.#giver = giver;
    this.#caption = this.#block.sites.caption(site);
    this.operation = operation;
    return this;
  }

  get changesPronoun(): boolean {
    return this.operation === 'exchange' || this.operation === 'replace';
  }

  get word(): SiteSpan {
    return this.#block.sites.placed(this.#site);
  }

  get caption(): string {
    return this.#block.caption(this.#caption).caption;
  }

  get words(): readonly string[] {
    return this.#block.said(this.#caption).words;
  }

  get nouns(): readonly string[] {
    return this.#block.said(this.#caption).nouns;
  }

  get siblings(): Surroundings {
    return this.#block.siblings(this.#caption);
  }

  // Checks take these three out of the object.
  readonly lower = (token: number): string | undefined => this.#block.lower(this.#caption, token);
  readonly isMet = (): boolean => this.#plausibility.isMet(this.#site, this.#giver);
  readonly likelyTrue = (): boolean => this.#plausibility.likelyTrue(this.#site, this.#giver);

  swapOf(a: number, b: number): SwapContext {
    const { sites } = this.#block;
    const caption = sites.caption(a);
    return {
      a: sites.placed(a),
      b: sites.placed(b),
      tokens: this.#block.tagged(caption),
      caption: this.#block.caption(caption).caption,
      words: this.#block.said(caption).words,
    };
  }
}
