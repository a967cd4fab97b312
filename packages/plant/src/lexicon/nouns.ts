import type { Lexicon, Rating } from '@slipform/concreteness';
import { remembered } from '../hashes/remembered';
import type { WordGraph } from '../wordnet/decode-graph';
import type { Sense } from '../wordnet/sense-table';
import { meansPeople, personChanges } from './people';
import { isMass, noThings, standIns, thingsNotPersons } from './words';

/** A noun as a word of captions. */
export interface Noun {
  readonly lemma: string;
  /** It has several words ("hot dog"): no token says it. */
  readonly isLong: boolean;
  /** The sense that can be seen in a picture. */
  readonly synset: number;
  readonly person: boolean;
  /** WordNet's lexicographer file of the sense: 5 animal, 6 artifact, 13 food, 15 location, 18 person, … */
  readonly lexfile: number;
  readonly rating: Rating | undefined;
  /** WordNet's tag count of the sense. */
  readonly tags: number;
  /** It takes no "a" and no plural: "water". */
  readonly isMass: boolean;
  /** A part of a person's or an animal's body, its hair or its fur. */
  readonly isOfBody: boolean;
}

const PERSON = 18;
const LOCATION = 15;
const GROUP = 14;
const PLANT = 20;
const FOOD = 13;
/** Lexicographer files of things that can be seen: animal, artifact, body, food, object, phenomenon, plant, substance. */
const visible = new Set([5, 6, 8, FOOD, 17, 19, PLANT, 27]);
/** From here on people call a word concrete, whatever file WordNet has it in: "sunset", "party". */
const visibleRating = 4;

/** Whether a noun names what a picture shows: by its sense a thing, a place or a person, or by its rating. */
export function isSeen({ lexfile, person, rating }: Noun): boolean {
  return person || visible.has(lexfile) || lexfile === LOCATION || (rating?.rating ?? 0) >= visibleRating;
}

/** Whether a noun is by its sense a thing, a place or a person, whatever its rating. */
export function isPictured({ lexfile, person }: Noun): boolean {
  return person || visible.has(lexfile) || lexfile === LOCATION || lexfile === PERSON;
}

/** WordNet's synsets above what a body has: limbs, faces, hair, paws; a plant's parts are no body's. */
const ofBodies = ['body part', 'body covering'];
const bodyRoots = new WeakMap<WordGraph, ReadonlySet<number>>();

/** Whether a sense is the word's first one, and a part of a body. */
function isPartOfBody(lemma: string, synset: number, graph: WordGraph): boolean {
  const { senses, parent, lexfile } = graph.noun;
  if (lexfile[synset] === PLANT || lexfile[synset] === FOOD) return false;
  // A rare sense is not what the word says: "a wave" of hair, the "dome" that is a head.
  if (senses.get(lemma)?.[0]?.synset !== synset) return false;
  let roots = bodyRoots.get(graph);
  if (!roots) {
    roots = new Set(ofBodies.flatMap((name) => senses.get(name)?.[0]?.synset ?? []));
    bodyRoots.set(graph, roots);
  }
  for (let above = synset; above >= 0; above = parent[above]!) if (roots.has(above)) return true;
  return false;
}

export interface Nouns {
  /** A noun that names something in the picture; `undefined` for any other word. */
  get(lemma: string): Noun | undefined;
  isNoun(lemma: string): boolean;
}

export function createNouns(
  graph: WordGraph,
  lexicon: Lexicon,
  vocabulary: ReadonlySet<string> | undefined,
): Nouns {
  const { senses, lexfile } = graph.noun;

  function nounOf(lemma: string, { synset, tags }: Sense, person: boolean): Noun {
    const isOfBody = !person && isPartOfBody(lemma, synset, graph);
    return {
      lemma,
      isLong: lemma.includes(' '),
      synset,
      person,
      lexfile: lexfile[synset]!,
      rating: lexicon.rate(lemma) ?? lexicon.rate(standIns.get(lemma) ?? ''),
      tags,
      isMass: isMass(lemma),
      isOfBody,
    };
  }

  /** The sense that can be seen: of a fruit the fruit and not its tree; a place or a group if it is nothing else. */
  function seenSense(list: readonly Sense[]): Sense | undefined {
    const in_ = (file: number) => list.find(({ synset }) => lexfile[synset] === file);
    const first = list.find(({ synset }) => visible.has(lexfile[synset]!) || lexfile[synset] === LOCATION);
    if (first && lexfile[first.synset] === PLANT) return in_(FOOD) ?? first;
    return first ?? in_(GROUP);
  }

  function read(lemma: string): Noun | undefined {
    const list = senses.get(lemma) ?? senses.get(standIns.get(lemma) ?? '');
    const first = list?.[0];
    if (!list || !first) return undefined;
    const wanted = vocabulary?.has(lemma) === true;
    const seen = seenSense(list);
    const isThing = thingsNotPersons.has(lemma) || (wanted && seen !== undefined && !personChanges(lemma));
    if ((lexfile[first.synset] === PERSON && !isThing) || meansPeople(lemma))
      return nounOf(lemma, first, true);
    if (wanted) return nounOf(lemma, seen ?? first, false);
    const isConcrete = (lexicon.rate(lemma)?.rating ?? 0) >= visibleRating;
    // A "parking lot" is a thing all the same.
    const isOneThing = isConcrete && lemma.includes(' ') && seen === first;
    if (!isOneThing && noThings.has(lemma.slice(lemma.lastIndexOf(' ') + 1))) return undefined;
    // An abstract first sense is the word's meaning, unless people call the word concrete.
    const candidates = seen && (seen === first || isConcrete) ? [seen, ...list] : list;
    const sense = candidates.find(({ synset }) => !isName(lemma, synset, graph));
    return sense && nounOf(lemma, sense, false);
  }

  return { isNoun: (lemma) => senses.has(lemma) || standIns.has(lemma), get: remembered(read) };
}

/** Lexicographer files of animals, artifacts and food, whose names with a capital are breeds, brands and dishes: "Frisbee". */
const classes: ReadonlySet<number> = new Set([5, 6, 13]);

/** Whether WordNet spells a word with capitals in one of its senses: "china" no, "China" yes; "SUV" is an abbreviation. */
export function isName(lemma: string, synset: number, { noun, familiarity }: WordGraph): boolean {
  if (classes.has(noun.lexfile[synset]!) || familiarity.has(lemma)) return false;
  return noun
    .wordsOf(synset)
    .some((word) => word.toLowerCase() === lemma && word !== lemma && word !== word.toUpperCase());
}
