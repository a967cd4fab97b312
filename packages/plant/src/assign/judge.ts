import type { Check, SwapContext } from '../checks/check';
import type { Checks } from '../checks/create-checks';
import type { Operation, Slot } from '../hard-negative';
import { hashPair } from '../hashes/hash-words';
import type { Written } from '../safety/protect-minors';
import { surpriseOfWritten } from '../scores/objective';
import type { Plausibility } from '../scores/plausibility';
import type { BlockReading } from '../sites/block-reading';
import type { Frames } from '../sites/frames';
import type { SiteTable } from '../sites/site-table';
import { SiteInBlock } from './site-in-block';

/** More than there are words, so that a site and a word make one number. */
const mostWords = 2 ** 24;

/** What the checks say of two words of a block, whose numbers hold for this block alone. */
class WordVerdicts {
  readonly #checks: Checks;
  readonly #known = new Map<number, Check | undefined>();

  constructor(checks: Checks) {
    this.#checks = checks;
  }

  /** The check that keeps two words apart, if one does. */
  refusal(sites: SiteTable, a: number, b: number): Check | undefined {
    const key = sites.word(a) * mostWords + sites.word(b);
    const known = this.#known.get(key);
    if (known !== undefined || this.#known.has(key)) return known;
    const check = this.#checks.words(sites.span(a), sites.span(b));
    this.#known.set(key, check);
    return check;
  }
}

/** The most rows of the memory of what has been asked, and how many there are for each site; powers of two. */
const mostRemembered = 2 ** 20;
const rememberedOfSite = 32;
/** What is known of a word at a site. */
const MAY = 1;
const MAY_NOT = 2;

/** Judges words in sites of a block: may they stand there, and how surprising would they be? Refusals are counted. */
export class Judge {
  readonly #sites: SiteTable;
  readonly #words: WordVerdicts;
  readonly #checks: Checks;
  readonly #plausibility: Plausibility;
  readonly #frames: Frames;
  readonly #context: SiteInBlock;
  readonly #sense: number;
  readonly #refuse: (check: Check) => void;
  readonly #keys: Float64Array;
  readonly #surprises: Float32Array;
  readonly #verdicts: Uint8Array;

  /** @param sense the largest surprise, in nats */
  constructor(
    block: BlockReading,
    checks: Checks,
    plausibility: Plausibility,
    frames: Frames,
    refuse: (check: Check) => void,
    sense: number,
  ) {
    this.#sites = block.sites;
    this.#words = new WordVerdicts(checks);
    this.#checks = checks;
    this.#plausibility = plausibility;
    this.#frames = frames;
    this.#context = new SiteInBlock(block, plausibility);
    this.#refuse = refuse;
    this.#sense = sense;
    let rows = 64;
    const wanted = Math.min(rememberedOfSite * (block.endOfAll - block.firstOfAll), mostRemembered);
    while (rows < wanted) rows *= 2;
    this.#keys = new Float64Array(rows).fill(-1);
    this.#surprises = new Float32Array(rows);
    this.#verdicts = new Uint8Array(rows);
  }

  /** Whether the two words may stand for each other at all. */
  exclude(a: number, b: number): boolean {
    const check = this.#words.refusal(this.#sites, a, b);
    if (check) this.#refuse(check);
    return check === undefined;
  }

  /** −ln of the probability that nothing is clearly wrong with the word there. */
  surprise(site: number, giver: number): number {
    return this.#surprises[this.#rowOf(site, giver)]!;
  }

  /** The row of a word at a site; one that is new there is judged first. */
  #rowOf(site: number, giver: number): number {
    const word = this.#sites.word(giver);
    const key = site * mostWords + word;
    const row = hashPair(site, word) & (this.#keys.length - 1);
    if (this.#keys[row] !== key) {
      this.#keys[row] = key;
      this.#surprises[row] = this.#frames.isWritten(site, giver)
        ? surpriseOfWritten
        : this.#plausibility.surprise(site, giver);
      this.#verdicts[row] = 0;
    }
    return row;
  }

  /** What a word costs at a site: its surprise and what the site's place among the caption's others adds. */
  price(site: number, giver: number): number {
    return this.#sites.price(site) + this.surprise(site, giver);
  }

  /** Whether a word is likely enough at a site, at a price up to a limit. */
  isLikely(site: number, giver: number, limit = Number.POSITIVE_INFINITY): boolean {
    const most = Math.min(this.#sense, limit - this.#sites.price(site));
    return most > 0 && this.surprise(site, giver) <= most;
  }

  /** Whether a word is likely enough at a site, and the two words exclude each other. */
  suits(site: number, giver: number, limit?: number): boolean {
    // Surprise costs less to ask.
    return this.isLikely(site, giver, limit) && this.exclude(site, giver);
  }

  /** Whether nothing that the caption or its siblings say speaks against the word. */
  mayTake(site: number, giver: number, operation: 'exchange' | 'replace' | 'natural'): boolean {
    const row = this.#rowOf(site, giver);
    const isNatural = operation === 'natural';
    if (!isNatural && this.#verdicts[row] !== 0) return this.#verdicts[row] === MAY;
    const check = this.refusal(site, giver, operation);
    if (check) this.#refuse(check);
    if (!isNatural) this.#verdicts[row] = check ? MAY_NOT : MAY;
    return check === undefined;
  }

  /** The check that refuses a word at a site; nothing is counted. */
  refusal(site: number, giver: number, operation: Operation): Check | undefined {
    const check = this.#words.refusal(this.#sites, site, giver);
    if (check) return check;
    return this.#checks.site(this.#context.at(site, giver, operation), this.#sites.span(giver));
  }

  /** Whether two words of a caption may change places; `a` stands before `b`. */
  maySwap(a: number, b: number): boolean {
    const check = this.refusalOfSwap(a, b);
    if (check) this.#refuse(check);
    return check === undefined;
  }

  /** The check that refuses that two words change places; nothing is counted. */
  refusalOfSwap(a: number, b: number): Check | undefined {
    const swap = this.#context.swapOf(a, b);
    return this.#checks.swap(swap) ?? this.#checks.written(writtenSwap(swap, this.#sites.slot(a)));
  }
}

/** The swap as written, but for its articles. */
function writtenSwap({ a, b, caption }: SwapContext, slot: Slot): Written {
  const [first, second] = [b.text, a.text];
  const shift = a.start + first.length - a.end;
  const start = b.start + shift;
  return {
    caption,
    negative:
      caption.slice(0, a.start) + first + caption.slice(a.end, b.start) + second + caption.slice(b.end),
    operation: 'swap',
    slot,
    keywords: [a, b],
    replacements: [
      { start: a.start, end: a.start + first.length },
      { start, end: start + second.length },
    ],
    texts: [first, second],
  };
}
