import type { Slot } from '../hard-negative';
import type { Written } from '../safety/protect-minors';
import type { SiteContext } from '../sites/site-context';
import type { SiteWord } from '../sites/site-word';
import type {
  Check,
  CheckLexicon,
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
  /** The check that refuses the new word in its place. It does not repeat the checks of `words`. */
  site(site: SiteContext, other: SiteWord): Check | undefined;
  /** The check that refuses that two words of a caption change places, those of truth among `words` included. */
  swap(swap: SwapContext): Check | undefined;
  /** The check that refuses a negative as written; every negative of every operation passes it last. */
  written(written: Written): Check | undefined;
}

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
  const swaps = bySlot(active.filter((check): check is SwapCheck => check.scope === 'swap'));
  const written = active.filter((check): check is WrittenCheck => check.scope === 'written');

  return {
    words(old, other) {
      for (const check of words[old.slot]) {
        if (check.refuses(old, other, lexicon) || check.refuses(other, old, lexicon)) return check;
      }
      return undefined;
    },
    site(site, other) {
      let written: Written | undefined;
      for (const check of sites[site.word.slot]) {
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
  const of = (slot: Slot) => checks.filter((check) => check.slots?.includes(slot) ?? true);
  return {
    object: of('object'),
    attribute: of('attribute'),
    action: of('action'),
    relation: of('relation'),
    count: of('count'),
  };
}
