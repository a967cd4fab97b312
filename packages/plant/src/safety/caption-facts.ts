import { isColour } from '../lexicon/scales';
import { minorsAmong } from './minor-words';
import {
  GROUP,
  isProtected,
  ORDINARY,
  PRIVATE_OR_HARMFUL,
  SACRED,
  SCRIPTURE,
  SOLEMN,
  WordClasses,
  type WordTables,
  YOUTH,
  YOUTH_NAMED,
} from './word-classes';
import { type PlacedWord, wordsOf } from './words-of';

/** Who and what a caption names, as far as the checks of safety ask. */
export interface CaptionFacts {
  readonly namesMinor: boolean;
  /** Somebody of a people, a faith, a sexuality, a disability, an age, or whom people look down on. */
  readonly namesGroup: boolean;
  /** What a minor is kept from. */
  readonly namesHarm: boolean;
  /** A sacred place, thing or text, a god or a saint, or prayer. */
  readonly namesSacred: boolean;
  /** A sacred text or its like, beside which no animal is put. */
  readonly namesScripture: boolean;
}

/** "an old man", "elderly people" are of an age. */
const ages: ReadonlySet<string> = new Set('old older elder elderly aged ageing aging senior'.split(' '));
const worship =
  /^(?:pray(?:s|ed|ing|ers?)?|worship\w*|prophets?|jesus|christ|nativity|mary|madonna|allah|buddhas?|shiva|krishna|ganesha?|vishnu)$/;
/** "a young gymnast", "a high school wrestler", "junior players": words of youth before a word for a person. */
const ofYouth: ReadonlySet<string> = new Set(
  'young younger youngest youthful little littlest lil wee tiny junior peewee youth kindergarten school underage aspiring'.split(
    ' ',
  ),
);
/** "a young man", "a little old lady", "a young doctor" are grown up. */
const grown =
  /^(?:\w*m[ae]n|lad(?:y|ies)|guys?|gents?|fell(?:ow|a)s?|adults?|people|persons?|mothers?|fathers?|mom|dad|parents?|couples?|wi(?:fe|ves)|husbands?|brides?|grooms?|professionals?|soldiers?|officers?|workers?|doctors?|nurses?|teachers?|coach(?:es)?|drivers?|principals?|old|elderly)$/;
/** WordNet files them elsewhere first. */
const personsToo = /^(?:boxer|model|fan|star|cook|guide)s?$/;
const small = /^(?:little|lil|wee|tiny)$/;
const betweenThem = /^(?:and|or|in|on|at|with|of|to|by|near|is|are|the|an?|his|her|their|for|from|while|as)$/;
/** "a figure skater, 8, on ice", "a swimmer (9)". */
const ageAside = /(?:,\s*(?:aged?\s+)?|\(\s*)(?:\d|1[0-7])(?=\s*(?:[,.;:)]|$))/g;
/** As many as the captions of a block, and more. */
const maxKept = 50_000;

/** What is known of words and captions, kept since few of them are asked about again and again. */
export class SafetyLexicon {
  readonly classes: WordClasses;
  readonly #facts = new Map<string, CaptionFacts>();
  #last: { readonly caption: string; readonly facts: CaptionFacts } | undefined;

  constructor(lexicon: WordTables) {
    this.classes = new WordClasses(lexicon);
  }

  factsOf(caption: string): CaptionFacts {
    // Many changes of one caption are asked about, one after the other.
    if (caption === this.#last?.caption) return this.#last.facts;
    let facts = this.#facts.get(caption);
    if (!facts) {
      if (this.#facts.size >= maxKept) this.#facts.clear();
      facts = this.#read(caption);
      this.#facts.set(caption, facts);
    }
    this.#last = { caption, facts };
    return facts;
  }

  #read(caption: string): CaptionFacts {
    const words = wordsOf(caption);
    const listed = words.map((_, i) => this.#listedAt(words, i));
    const isListed = (bit: number) => listed.some((bits) => (bits & bit) !== 0 && (bits & ORDINARY) === 0);
    const namesMinor =
      minorsAmong(words).some(({ likelihood }) => likelihood !== 'young') ||
      isListed(YOUTH) ||
      words.some(
        ({ start }, i) =>
          ((listed[i]! & YOUTH_NAMED) !== 0 && isCapital(caption, start)) || this.#isYoungPerson(words, i),
      ) ||
      this.#hasAgeAside(caption);
    let namesGroup: boolean | undefined;
    const readGroup = () =>
      wordsOf(caption).some(
        (_, i, all) =>
          (listed[i]! & ORDINARY) === 0 && ((listed[i]! & GROUP) !== 0 || this.#isOfGroup(caption, all, i)),
      );
    return {
      namesMinor,
      // Few changes ask for it, and it takes longest to find out.
      get namesGroup() {
        namesGroup ??= readGroup();
        return namesGroup;
      },
      namesHarm: namesMinor && words.some((_, i) => this.#isHarm(words, i)),
      namesSacred:
        isListed(SACRED | SOLEMN) ||
        words.some(({ word }) => worship.test(word) || (this.classes.of(word) & SACRED) !== 0),
      namesScripture:
        isListed(SCRIPTURE) || words.some(({ word }) => (this.classes.of(word) & SCRIPTURE) !== 0),
    };
  }

  /** The lists' classes of the phrases of up to three words that begin here. */
  #listedAt(words: readonly PlacedWord[], i: number): number {
    let bits = 0;
    let phrase = '';
    for (const { word } of words.slice(i, i + 3)) {
      phrase = phrase === '' ? word : `${phrase} ${word}`;
      bits |= this.classes.listed(phrase);
    }
    return bits;
  }

  #isYoungPerson(words: readonly PlacedWord[], i: number): boolean {
    const { word: youth } = words[i]!;
    if (!ofYouth.has(youth)) return false;
    for (const { word } of words.slice(i + 1, i + 4)) {
      if (grown.test(word) || betweenThem.test(word)) return false;
      if (!isColour(word) && this.classes.isPerson(word)) return true;
      if (personsToo.test(word) && !small.test(youth)) return true;
    }
    return false;
  }

  #hasAgeAside(caption: string): boolean {
    return [...caption.matchAll(ageAside)].some(({ index }) => {
      const before = wordsOf(caption.slice(0, index)).at(-1);
      return before !== undefined && (isCapital(caption, before.start) || this.classes.isPerson(before.word));
    });
  }

  #isHarm(words: readonly PlacedWord[], i: number): boolean {
    const { word } = words[i]!;
    const next = words[i + 1]?.word;
    const bits = this.classes.of(word) | (next === undefined ? 0 : this.classes.of(`${word} ${next}`));
    return (bits & PRIVATE_OR_HARMFUL) !== 0;
  }

  #isOfGroup(caption: string, words: readonly PlacedWord[], i: number): boolean {
    const { word, start } = words[i]!;
    if (isProtected(word) || (this.classes.of(word) & GROUP) !== 0) return true;
    if (isCapital(caption, start)) {
      if (this.classes.mayNamePeople(word)) return true;
      // A people that no list has: "a Yazidi woman".
      const next = words[i + 1];
      // Titles write every word with a capital: "Nike Women Shoe".
      const isBeforePerson = next && !isCapital(caption, next.start) && this.classes.isPerson(next.word);
      if (isBeforePerson && this.classes.isName(word)) return true;
    }
    if (!ages.has(word) && !isColour(word)) return false;
    // "black and white": WordNet has persons of these names.
    return words
      .slice(i + 1, i + 3)
      .some((other) => !isColour(other.word) && this.classes.isPerson(other.word));
  }
}

function isCapital(caption: string, at: number): boolean {
  const first = caption[at]!;
  return first !== first.toLowerCase();
}

const kept = new WeakMap<WordTables, SafetyLexicon>();

export function safetyLexiconOf(lexicon: WordTables): SafetyLexicon {
  let safety = kept.get(lexicon);
  if (!safety) {
    safety = new SafetyLexicon(lexicon);
    kept.set(lexicon, safety);
  }
  return safety;
}
