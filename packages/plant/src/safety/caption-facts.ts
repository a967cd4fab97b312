import { isColour } from '../lexicon/scales';
import { minorsAmong } from './minor-words';
import { GROUP, isProtected, PRIVATE_OR_HARMFUL, SACRED, WordClasses, type WordTables } from './word-classes';
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
}

/** "an old man", "elderly people" are of an age. */
const ages: ReadonlySet<string> = new Set('old older elder elderly aged ageing aging senior'.split(' '));
const worship =
  /^(?:pray(?:s|ed|ing|ers?)?|worship\w*|prophets?|jesus|christ|nativity|mary|madonna|allah|buddhas?|shiva|krishna|ganesha?|vishnu)$/;
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
    const namesMinor = minorsAmong(words).some(({ likelihood }) => likelihood !== 'young');
    let namesGroup: boolean | undefined;
    const readGroup = () => wordsOf(caption).some((_, i, all) => this.#isOfGroup(caption, all, i));
    return {
      namesMinor,
      // Few changes ask for it, and it takes longest to find out.
      get namesGroup() {
        namesGroup ??= readGroup();
        return namesGroup;
      },
      namesHarm: namesMinor && words.some((_, i) => this.#isHarm(words, i)),
      namesSacred: words.some(({ word }) => worship.test(word) || (this.classes.of(word) & SACRED) !== 0),
    };
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
    const first = caption[start]!;
    if (first !== first.toLowerCase() && this.classes.mayNamePeople(word)) return true;
    if (!ages.has(word) && !isColour(word)) return false;
    // "black and white": WordNet has persons of these names.
    return words
      .slice(i + 1, i + 3)
      .some((other) => !isColour(other.word) && this.classes.isPerson(other.word));
  }
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
