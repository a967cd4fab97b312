import { remembered } from '../hashes/remembered';
import type { Nouns } from '../lexicon/nouns';
import { rowsOf } from '../lexicon/tables';
import { wordClass } from '../lexicon/words';
import type { WordGraph } from '../wordnet/decode-graph';
import { synsetOf } from '../wordnet/load-graph';
import type { Relations } from '../wordnet/related';

/** What words are looked up in. */
export interface WordTables {
  readonly graph: WordGraph;
  readonly relations: Relations;
  readonly nouns: Nouns;
  readonly formOf: (lower: string) => {
    readonly noun?: string | undefined;
    readonly adjective?: string | undefined;
    readonly verb?: string | undefined;
  };
}

/** The classes of lexicon/safety.tsv, a bit each. */
export const PRIVATE_OR_HARMFUL = 1;
export const DEGRADING = 2;
export const GROUP = 4;
const PEOPLE = 8;
export const SACRED = 16;
export const PROFANE = 32;
export const HERD = 64;
export const ANIMAL = 128;
/** Dangerous by its place: new beside a minor it is refused, as old company it is everyday ("a child by a stove"). */
export const DANGER = 256;
export const WORN = 512;
export const EATEN = 1024;
export const DWELLING = 2048;
/** A minor for the rules of what is kept apart alone: "a ring bearer". */
export const YOUTH = 4096;
/** The same, where the caption writes the word with a capital: "a Brownie". */
export const YOUTH_NAMED = 8192;
/** The dead, their memorials and rites: what mocks them is refused, but they may come where they fit. */
export const SOLEMN = 16_384;
/** No animal is put beside it. */
export const SCRIPTURE = 32_768;
export const GARB = 65_536;
export const STEREOTYPE = 131_072;
/** A phrase that is not what its first word says: "a veteran car". */
export const ORDINARY = 262_144;

const bitsByName: Readonly<Record<string, number>> = {
  minor: PRIVATE_OR_HARMFUL,
  degrading: DEGRADING,
  group: GROUP,
  people: PEOPLE,
  sacred: SACRED,
  profane: PROFANE,
  herd: HERD,
  animal: ANIMAL,
  danger: DANGER,
  worn: WORN,
  eaten: EATEN,
  dwelling: DWELLING,
  youth: YOUTH,
  'youth-named': YOUTH_NAMED,
  solemn: SOLEMN,
  scripture: SCRIPTURE | SACRED,
  garb: GARB,
  stereotype: STEREOTYPE,
  ordinary: ORDINARY,
};

interface Row {
  readonly bit: number;
  /** WordNet's senses: what lies below one of them is of the class. */
  readonly senses: readonly string[];
  readonly words: readonly string[];
  readonly not: ReadonlySet<string>;
}

const listed = (cell: string) => cell.split(' ').map((word) => word.replaceAll('_', ' '));

const rows: readonly Row[] = rowsOf('safety').map(([name = '', senses = '', words = '', not = '']) => ({
  bit: bitsByName[name]!,
  senses: senses === '' ? [] : senses.split(','),
  words: listed(words),
  not: new Set(listed(not)),
}));

const maxKept = 50_000;

/** Finds the classes of words for the checks of safety. */
export class WordClasses {
  readonly #lexicon: WordTables;
  readonly #roots = new Map<number, readonly Row[]>();
  readonly #listed = new Map<string, number>();
  readonly #known = new Map<string, number>();
  #lastText: string | undefined;
  #lastBits = 0;

  constructor(lexicon: WordTables) {
    this.#lexicon = lexicon;
    for (const row of rows) {
      for (const synset of row.senses.map(synsetOf))
        this.#roots.set(synset, [...(this.#roots.get(synset) ?? []), row]);
      for (const word of row.words) this.#listed.set(word, (this.#listed.get(word) ?? 0) | row.bit);
    }
  }

  /**
   * The classes of a word in lower case, as bits: by the sense that a picture shows, by WordNet's first one, and by the lists.
   * Several words that WordNet does not know are of the classes of each.
   */
  of(text: string): number {
    // Each check asks about the same word.
    if (text === this.#lastText) return this.#lastBits;
    let bits = this.#known.get(text);
    if (bits === undefined) {
      if (this.#known.size >= maxKept) this.#known.clear();
      bits = this.#ofWord(text);
      if (bits === undefined) {
        bits = 0;
        for (const part of text.split(/[^\p{L}\p{N}]+/u)) bits |= this.#ofWord(part) ?? 0;
      }
      this.#known.set(text, bits);
    }
    this.#lastText = text;
    this.#lastBits = bits;
    return bits;
  }

  /** Whether a word may be the name of one of a people: "Pole", which only a capital tells from a pole. */
  readonly mayNamePeople = remembered(
    (lower: string): boolean => this.#isNameOfPeople(this.#lemmaOf(lower)),
    maxKept,
  );

  #isNameOfPeople(lemma: string): boolean {
    const { graph } = this.#lexicon;
    return (graph.noun.senses.get(lemma) ?? []).some(
      ({ synset }) =>
        (this.#below(synset, lemma) & PEOPLE) !== 0 &&
        graph.noun.wordsOf(synset).some((word) => word.toLowerCase() === lemma && word !== lemma),
    );
  }

  /** The classes of the lists alone, of a phrase that WordNet need not know; one of several words in the plural, too. */
  readonly listed = remembered(
    (phrase: string): number => this.#listed.get(phrase) ?? this.#listed.get(this.#lemmaOf(phrase)) ?? 0,
    maxKept,
  );

  /** Whether a word is no noun or adjective that is written small: "Yazidi", "Nike". */
  readonly isName = remembered((lower: string): boolean => {
    const { graph, formOf } = this.#lexicon;
    const form = formOf(lower);
    if (form.adjective !== undefined || form.verb !== undefined) return false;
    const lemma = form.noun ?? lower;
    return !(graph.noun.senses.get(lemma) ?? []).some(({ synset }) =>
      graph.noun.wordsOf(synset).includes(lemma),
    );
  }, maxKept);

  isPerson(lower: string): boolean {
    return this.#lexicon.nouns.get(this.#lemmaOf(lower))?.person === true;
  }

  /** `undefined` for several words that nobody lists. */
  #ofWord(text: string): number | undefined {
    const { graph, nouns } = this.#lexicon;
    const lemma = this.#lemmaOf(text);
    const inList = this.#listed.get(text) ?? this.#listed.get(lemma);
    const first = graph.noun.senses.get(lemma)?.[0];
    if (inList === undefined && first === undefined && /[^\p{L}\p{N}]/u.test(text)) return undefined;
    let bits = inList ?? 0;
    if (first !== undefined) bits |= this.#below(first.synset, lemma);
    const seen = nouns.get(lemma);
    if (seen !== undefined) bits |= this.#below(seen.synset, lemma);
    return bits;
  }

  #below(synset: number, lemma: string): number {
    let bits = 0;
    for (const ancestor of this.#lexicon.relations.ancestorsOf(synset).keys()) {
      for (const { bit, not } of this.#roots.get(ancestor) ?? []) if (!not.has(lemma)) bits |= bit;
    }
    return bits;
  }

  #lemmaOf(text: string): string {
    const { formOf } = this.#lexicon;
    const space = text.lastIndexOf(' ') + 1;
    return text.slice(0, space) + (formOf(text.slice(space)).noun ?? text.slice(space));
  }
}

/** Words for a people, a faith, a sexuality or a disability: no edit writes one. */
const protectedWords = wordClass('protected');

/** @param word in any case; of several words each is asked about */
export function isProtected(word: string): boolean {
  return protectedWords.has(word.toLowerCase());
}
