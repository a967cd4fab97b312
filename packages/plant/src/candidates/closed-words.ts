import { inDegree, plural } from '../inflect/inflect';
import type { ContrastList } from '../lexicon/contrasts';
import type { Nouns } from '../lexicon/nouns';
import { plainWordsOf, scaleNamesOf } from '../lexicon/scales';
import type { BlockReading } from '../sites/block-reading';
import { classOf } from '../sites/site-class';
import type { WordClass } from '../sites/site-table';
import type { SiteWord } from '../sites/site-word';
import { wordOf } from './vocabulary';

const doubled =
  /^(?:[^aeiou]*[aeiou](?:[bdgmnprt])|.*(?:nap|jog|swim|run|sit|cut|hit|chop|pet|grab|slip|spin|skip))$/;

/** "sit" → "sitting", "lie" → "lying", "ride" → "riding"; "sit" → "sits", "carry" → "carries". */
function verbForm(lemma: string, form: 'ing' | 's' | 'base'): string {
  if (form === 'base') return lemma;
  if (form === 's') {
    if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
    return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  }
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return doubled.test(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

/** What words of scales and closed sets are rated and opposed by. */
export interface ClosedContext {
  readonly lexicon: {
    rate(word: string): { readonly rating: number; readonly source: 'norms' | 'estimate' } | undefined;
  };
  readonly opposites: (lemma: string) => readonly string[];
  readonly nouns: Nouns;
}

const none: readonly number[] = [];

/** A word of a list in one number, and its row once a site has asked for it. */
interface ListedWord extends WordClass {
  readonly word: SiteWord;
  row: number | undefined;
}

/**
 * The words of a site's own list of contrasts, scale or closed set, in its form. They become rows of the block's table when a site of their
 * bucket first asks for them.
 */
export class ClosedWords {
  readonly #block: BlockReading;
  readonly #context: ClosedContext;
  readonly #rows = new Map<number, readonly number[]>();
  /** The words of the lists by their lemmas, in one number and the other; `null` for what is not rated. */
  readonly #singulars = new Map<string, ListedWord | null>();
  readonly #plurals = new Map<string, ListedWord | null>();

  constructor(block: BlockReading, context: ClosedContext) {
    this.#block = block;
    this.#context = context;
  }

  /** Rows of the words that could stand at a site, itself among those of a closed set; none for a thing without a list. */
  of(site: number): readonly number[] {
    const { sites } = this.#block;
    const list = this.#block.listAt(site);
    if (!list && sites.slot(site) === 'object') return none;
    const bucket = sites.bucket(site);
    const key = bucket + 2 ** 33 * (list?.number ?? 0);
    let rows = this.#rows.get(key);
    if (!rows) {
      const span = sites.span(site);
      const { sort } = classOf(span);
      rows = list
        ? this.#listed(list, span.plural === true, bucket)
        : wordsLike(span, this.#context).map((word) => sites.addWord(word, { bucket, sort }));
      this.#rows.set(key, rows);
    }
    return rows;
  }

  /** A row that has the word of another thing in the number of a site; none where it has no such form. */
  inNumberOf(site: number, giver: number): number | undefined {
    const { sites } = this.#block;
    const { noun } = sites.span(giver);
    const { plural: isPlural = false } = sites.span(site);
    if (!noun?.rating) return undefined;
    const word = wordOf(noun, isPlural ? plural(noun.lemma) : noun.lemma, isPlural);
    const found = classOf(word);
    return found.bucket === sites.bucket(site) ? sites.addWord(word, found) : undefined;
  }

  /** The words of a list in one bucket: it has words for stuff beside words for things, and persons beside animals. */
  #listed({ words }: ContrastList, isPlural: boolean, bucket: number): number[] {
    const known = isPlural ? this.#plurals : this.#singulars;
    const rows: number[] = [];
    for (const lemma of words) {
      let found = known.get(lemma);
      if (found === undefined) {
        found = this.#inNumber(lemma, isPlural);
        known.set(lemma, found);
      }
      if (found?.bucket !== bucket) continue;
      found.row ??= this.#block.sites.addWord(found.word, found);
      rows.push(found.row);
    }
    return rows;
  }

  #inNumber(lemma: string, isPlural: boolean): ListedWord | null {
    const noun = this.#context.nouns.get(lemma);
    if (!noun?.rating) return null;
    const word = wordOf(noun, isPlural ? plural(lemma) : lemma, isPlural);
    return { word, ...classOf(word), row: undefined };
  }
}

function wordsLike(span: SiteWord, { lexicon, opposites }: ClosedContext): SiteWord[] {
  const words: SiteWord[] = [];
  for (const lemma of lemmasLike(span, opposites)) {
    const text = textOf(lemma, span);
    // Of "in front of" the front is what one sees.
    const rating = lexicon.rate(lemma) ?? lexicon.rate(lemma.split(' ').at(-2) ?? lemma);
    if (text === undefined || !rating) continue;
    const { slot, degree, form, exclude } = span;
    const { rating: concreteness, source: concretenessSource } = rating;
    words.push({
      slot,
      lemma,
      text,
      concreteness,
      concretenessSource,
      ...(degree === undefined ? {} : { degree }),
      ...(form === undefined ? {} : { form }),
      ...(exclude === undefined ? {} : { exclude }),
    });
  }
  return words;
}

/** Captions say "a cat is laying there", which stays as it is; we write "lying". */
const unwritten = 'lay';

function lemmasLike(
  { slot, lemma, exclude }: SiteWord,
  opposites: ClosedContext['opposites'],
): Iterable<string> {
  if (slot !== 'attribute') return [...(exclude?.words ?? [])].filter((word) => word !== unwritten);
  const scale = scaleNamesOf(lemma)[0];
  return scale === undefined ? opposites(lemma) : plainWordsOf(scale);
}

function textOf(lemma: string, { slot, degree, form = '' }: SiteWord): string | undefined {
  if (slot === 'attribute') return inDegree(lemma, degree ?? 'positive');
  if (slot !== 'action') return lemma;
  const inflected = form.split(' ')[0] as 'ing' | 's' | 'base';
  return lemma === 'park' && inflected === 'ing' ? 'parked' : verbForm(lemma, inflected);
}
