import type { Slot } from '../hard-negative';
import type { Written } from '../safety/protect-minors';
import type { SiteContext } from '../sites/site-context';
import type { SiteWord } from '../sites/site-word';
import type {
  Check,
  CheckLexicon,
  Narrowing,
  SiteCheck,
  SwapCheck,
  SwapContext,
  WordsCheck,
  WrittenCheck,
} from './check';
import { registry, switchedOff } from './registry';

export interface Checks {
  /** The check that keeps two words apart whatever a caption says, in whichever direction; `undefined` if none does. */
  words(old: SiteWord, other: SiteWord): Check | undefined;
  /**
   * The check that refuses the new word in its place. It does not repeat the checks of `words`.
   *
   * @param asked what `at` gives for the site, if it is known
   * @param word what `of` gives for the new word, if it is known
   */
  site(site: SiteContext, other: SiteWord, asked?: AskedChecks, word?: number): Check | undefined;
  /** The checks that may refuse some word at a site. */
  at(site: SiteContext): AskedChecks;
  /** A bit for each check that may refuse a word at some site, among those of its slot that tell. */
  of(other: SiteWord): number;
  /** The check that refuses that two words of a caption change places, those of truth among `words` included. */
  swap(swap: SwapContext): Check | undefined;
  /** The check that refuses a negative as written; every negative of every operation passes it last. */
  written(written: Written): Check | undefined;
}

/** Checks of a site, each with the bit that a word must have which it may refuse; 0 for any word. */
export type AskedChecks = readonly { readonly check: SiteCheck | WrittenCheck; readonly bit: number }[];

export interface ChecksOptions {
  /** Ids of checks that are switched off, to measure what each is worth. Checks of safety stay. */
  readonly ablate?: readonly string[];
  /** Whether what a flip of the image makes true is refused. */
  readonly noMirror?: boolean;
}

/** @throws Error for an id of `ablate` that is no check's, or one of safety */
export function createChecks(
  lexicon: CheckLexicon,
  { ablate = [], noMirror = false }: ChecksOptions = {},
): Checks {
  const off = switchedOff(ablate);
  const active = registry.filter(({ id, reason }) => !off.has(id) && (noMirror || reason !== 'mirror'));
  const words = bySlot(active.filter((check): check is WordsCheck => check.scope === 'words'));
  const sites = bySlot(
    active.filter(
      (check): check is SiteCheck | WrittenCheck => check.scope === 'site' || check.scope === 'written',
    ),
  );
  const narrowed = mapSlots((slot) => new NarrowedChecks(sites[slot], lexicon));
  const at: Checks['at'] = (site) => narrowed[site.word.slot].at(site);
  const of: Checks['of'] = (other) => narrowed[other.slot].of(other);
  const swaps = bySlot(active.filter((check): check is SwapCheck => check.scope === 'swap'));
  const written = active.filter((check): check is WrittenCheck => check.scope === 'written');

  return {
    words(old, other) {
      for (const check of words[old.slot]) {
        if (check.refuses(old, other, lexicon) || check.refuses(other, old, lexicon)) return check;
      }
      return undefined;
    },
    at,
    of,
    site(site, other, asked = at(site), word = of(other)) {
      let written: Written | undefined;
      for (const { check, bit } of asked) {
        if (bit !== 0 && (bit & word) === 0) continue;
        if (check.scope === 'site') {
          if (check.refuses(site, other, lexicon)) return check;
          continue;
        }
        written ??= new WordWritten(site, other);
        if (check.refuses(written, lexicon)) return check;
      }
      return undefined;
    },
    swap(swap) {
      const { a, b } = swap;
      for (const check of words[a.slot]) {
        // No word is new: what it takes to write one, and how far the ratings lie apart, is no matter.
        if (check.kind !== 'truth' && !formsOfSwaps.has(check.id)) continue;
        if (check.refuses(a, b, lexicon) || check.refuses(b, a, lexicon)) return check;
      }
      for (const check of swaps[a.slot]) if (check.refuses(swap, lexicon)) return check;
      return undefined;
    },
    written: (text) => written.find((check) => check.refuses(text, lexicon)),
  };
}

/** The checks of a slot's sites, narrowed to those that may refuse something. */
class NarrowedChecks {
  readonly #checks: readonly (SiteCheck | WrittenCheck)[];
  readonly #lexicon: CheckLexicon;
  readonly #ofWord: readonly NonNullable<Narrowing['of']>[];
  /** By a bit for each check that says of a site that it may refuse there: sites of one kind share their list. */
  readonly #lists = new Map<number, AskedChecks>();

  constructor(checks: readonly (SiteCheck | WrittenCheck)[], lexicon: CheckLexicon) {
    this.#checks = checks;
    this.#lexicon = lexicon;
    this.#ofWord = checks.flatMap(({ may }) => may?.of ?? []);
  }

  of(other: SiteWord): number {
    let bits = 0;
    for (const [i, may] of this.#ofWord.entries()) if (may(other, this.#lexicon)) bits |= 1 << i;
    return bits;
  }

  at(site: SiteContext): AskedChecks {
    let bits = 0;
    let bit = 1;
    for (const { may } of this.#checks) {
      if (may?.at === undefined) continue;
      if (may.at(site, this.#lexicon)) bits |= bit;
      bit <<= 1;
    }
    let list = this.#lists.get(bits);
    if (!list) {
      list = this.#listOf(bits);
      this.#lists.set(bits, list);
    }
    return list;
  }

  #listOf(bits: number): AskedChecks {
    let [atBit, ofBit] = [1, 1];
    return this.#checks.flatMap((check) => {
      const { at, of, either = false } = check.may ?? {};
      const isThere = at === undefined || (bits & atBit) !== 0;
      const bit = of === undefined || (either && isThere) ? 0 : ofBit;
      if (at !== undefined) atBit <<= 1;
      if (of !== undefined) ofBit <<= 1;
      return isThere || either ? [{ check, bit }] : [];
    });
  }
}

/** A word as it would be written in its place; the text is made when a check asks for it. */
class WordWritten implements Written {
  readonly caption: string;
  readonly operation: Written['operation'];
  readonly slot: Slot;
  readonly keywords: Written['keywords'];
  readonly replacements: Written['replacements'];
  readonly texts: readonly string[];
  #negative: string | undefined;

  constructor({ caption, word: { start, end, slot }, operation }: SiteContext, { text }: SiteWord) {
    const lower = text.toLowerCase();
    this.caption = caption;
    this.operation = operation;
    this.slot = slot;
    this.keywords = [{ start, end }];
    this.replacements = [{ start, end: start + lower.length }];
    this.texts = [lower];
  }

  get negative(): string {
    const [{ start, end } = { start: 0, end: 0 }] = this.keywords;
    this.#negative ??= this.caption.slice(0, start) + this.texts[0] + this.caption.slice(end);
    return this.#negative;
  }
}

/** Each word is written in the number of the other one's place, so that only what has no number is in the way. */
const formsOfSwaps: ReadonlySet<string> = new Set([
  'form/same-word',
  'form/slot',
  'form/mass',
  'form/degree',
]);

function bySlot<C extends Check>(checks: readonly C[]): Record<Slot, readonly C[]> {
  return mapSlots((slot) => checks.filter((check) => check.slots?.includes(slot) ?? true));
}

function mapSlots<T>(of: (slot: Slot) => T): Record<Slot, T> {
  return {
    object: of('object'),
    attribute: of('attribute'),
    action: of('action'),
    relation: of('relation'),
    count: of('count'),
  };
}
