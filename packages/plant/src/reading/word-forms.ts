import { findIrregularLemmaOf, findLemmaOf } from '@slipform/concreteness';
import type { PartOfSpeech } from 'wink-nlp';
import { hashToken, hashWord } from '../hashes/hash-words';
import { remembered } from '../hashes/remembered';
import { type Degree, plural as pluralOf } from '../inflect/inflect';
import { scalesOf } from '../lexicon/scales';
import { companyHash, pluraliaTantum, standIns, wordClass } from '../lexicon/words';
import type { WordGraph } from '../wordnet/decode-graph';
import { loadGraph } from '../wordnet/load-graph';
import { bitOf, LongLemmas } from '../wordnet/long-lemmas';
import { startsWithLetter } from './plain-text';
import { loadProperNames, type ProperNames } from './proper-names';

/** How a verb's form was made: "ride", "rides", "riding", "parked" (also "worn", "sat"). */
export type VerbForm = 'base' | 's' | 'ing' | 'ed';

/**
 * The readings of a surface form, by WordNet alone. There are more forms than the processor's cache holds, so
 * the fields of every token stand first, then those of nouns.
 */
export interface WordForm {
  /** The form itself. */
  readonly lower: string;
  /** Its hash among the words of a block; 0 for punctuation. */
  readonly hash: number;
  /** The tag of a word of a closed class ("several"). */
  readonly closed: PartOfSpeech | undefined;
  /** Relations in space that begin with the word, the longest first. */
  readonly relations: readonly Relation[] | undefined;
  /** Whether it is "his", "its", "'s": a possessive. */
  readonly possessive: boolean;
  /** The adjective lies on a scale of lexicon/scales.tsv. */
  readonly scaled: boolean;
  /** The noun's lemma, and whether the form is a plural. */
  readonly noun: string | undefined;
  readonly plural: boolean;
  /** Bits of the words that follow in some lemma, and of the word and its noun as such a one: see `LongLemmas`. */
  readonly followerBits: number;
  readonly followBits: number;
  /** The same of names, "new york". */
  readonly nameBits: number;
  /** Second halves of compounds that are written as two words: "board" after "skate". */
  readonly secondParts: ReadonlyMap<string, string> | undefined;
  /** Hashes for co-occurrence: of the noun, and of the verb unless it is as empty as "be" or "have"; 0 for none. */
  readonly nounHash: number;
  readonly verbHash: number;
  readonly verb: string | undefined;
  readonly verbForm: VerbForm | undefined;
  /** The noun's first sense is a person, an animal or people: it may be the subject of what follows. */
  readonly animate: boolean;
  /** The noun's first sense can be touched or seen: "wood" and "peach", not "green". */
  readonly isThing: boolean;
  /** Its first sense as a noun is a shape: "square", "oval". */
  readonly isShape: boolean;
  /** The noun's plural is the noun itself: "sheep". */
  readonly invariable: boolean;
  readonly adjective: string | undefined;
  readonly degree: Degree;
  /** Annotators met the form's lemma more often as a verb than as a noun. */
  readonly mostlyVerb: boolean;
  /** Annotators met the form's lemma at least four times as often as an adjective than as a noun. */
  readonly mostlyAdjective: boolean;
  /** The reverse. */
  readonly mostlyNoun: boolean;
  /** It begins with a letter, and is no "'s". */
  readonly isWord: boolean;
  /** WordNet knows it, as a name too; a word of three letters or fewer only if annotators met it: rare ones are other languages' too ("mit"). */
  readonly isEnglish: boolean;
  /** Annotators met the word, as whatever part of speech. */
  readonly isCommon: boolean;
  /** The number of things that the word means: "three"; "some" for "several". */
  readonly count: number | 'some' | undefined;
}

const ANIMAL = 5;
const SHAPE = 25;
const PERSON = 18;
/** Lexicographer files of artifacts, food, objects, phenomena, plants and substances. */
const thingFiles: ReadonlySet<number> = new Set([6, 13, 17, 19, 20, 27]);
/** Words that WordNet files above persons and animals, or elsewhere. */
const livingWords = wordClass('living');
/** Words whose first sense is a person, an animal or a part of one, but which mean a thing in captions. */
const lifelessWords = wordClass('lifeless');
/** Verbs that only say that something exists or has something. */
const empty = wordClass('empty-verb');
const possessives = wordClass('possessive');
/** The tag that a word of a closed class has where the tagger takes it for a content word. */
const closedTags = new Map(
  (['DET', 'NUM', 'ADJ', 'CCONJ', 'ADP', 'AUX', 'PRON', 'SCONJ', 'ADV', 'VERB'] as const).flatMap((tag) =>
    [...wordClass(`closed ${tag}`)].map((word) => [word, tag] as const),
  ),
);

const numerals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const vague = new Set(['several', 'many', 'few', 'numerous']);

/** The word of a number that has one: "four" for 4. */
export function numeral(value: number): string | undefined {
  return numerals[value - 1];
}

/** The number that a word means, digits up to 99 too; "some" for "several" and its like. */
function countOf(lower: string): number | 'some' | undefined {
  if (/^\d{1,2}$/.test(lower)) return Number(lower) || undefined;
  const value = numerals.indexOf(lower) + 1;
  return value > 0 ? value : vague.has(lower) ? 'some' : undefined;
}

/** So short a part is no word of its own that anybody would write apart. */
const shortestPart = 3;

/** First parts of everyday words that might be written as two, each with the second parts: "skate": "board". */
const parts = new Map<string, Map<string, string>>();
for (const word of wordClass('written-apart')) {
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const first = word.slice(0, at);
    if (!parts.has(first)) parts.set(first, new Map());
    parts.get(first)!.set(word.slice(at), word);
  }
}

const keptForms = 50_000;
const shortestKnown = 4;

/** Looks each form up in WordNet once. A hostile stream of new words fills the table; then it is emptied. */
function createWordForms(
  graph: WordGraph,
  longLemmas: LongLemmas,
  properNames: ProperNames,
): (lower: string) => WordForm {
  function fileOf(noun: string): number | undefined {
    const first = graph.noun.senses.get(noun)?.[0];
    return first && graph.noun.lexfile[first.synset];
  }
  function isAnimate(noun: string): boolean {
    const file = fileOf(noun);
    return livingWords.has(noun) || ((file === ANIMAL || file === PERSON) && !lifelessWords.has(noun));
  }

  function read(lower: string): WordForm {
    const noun = lemmaOf(graph, 'noun', lower) ?? standInOf(lower);
    const verb = lemmaOf(graph, 'verb', lower);
    const scaled = scalesOf(lower).length > 0;
    const adjective = scaled ? lower : lemmaOf(graph, 'adj', lower);
    const nounTags = noun === undefined ? 0 : graph.noun.senses.tags(noun);
    const adjectiveTags = adjective === undefined ? 0 : graph.adj.senses.tags(adjective);
    const verbTags = verb === undefined ? 0 : graph.verb.senses.tags(verb);
    const isCommon = nounTags + adjectiveTags + verbTags > 0;
    const closed = closedTags.get(lower);
    const isListed = noun !== undefined || verb !== undefined || adjective !== undefined;
    return {
      lower,
      hash: hashToken(lower),
      closed,
      relations: relationsFrom(lower),
      possessive: possessives.has(lower),
      scaled: scaled || (adjective !== undefined && adjective !== lower && scalesOf(adjective).length > 0),
      noun,
      plural: noun !== undefined && (noun !== lower || pluraliaTantum.has(lower)),
      followerBits: longLemmas.followerBits(lower),
      followBits: bitOf(lower) | (noun === undefined ? 0 : bitOf(noun)),
      nameBits: properNames.followerBits(lower),
      secondParts: parts.get(lower),
      nounHash: noun === undefined ? 0 : companyHash(hashWord(noun)),
      verbHash: verb === undefined || empty.has(verb) ? 0 : companyHash(hashWord(`to ${verb}`)),
      verb,
      verbForm: verb === undefined ? undefined : formOf(lower, verb),
      animate: noun !== undefined && isAnimate(noun),
      isThing: noun !== undefined && thingFiles.has(fileOf(noun) ?? -1),
      isShape: noun !== undefined && fileOf(noun) === SHAPE,
      invariable: noun !== undefined && pluralOf(noun) === noun,
      adjective,
      degree:
        adjective === undefined || adjective === lower
          ? 'positive'
          : lower.endsWith('est')
            ? 'superlative'
            : 'comparative',
      isWord: startsWithLetter(lower) && lower !== "'s",
      isEnglish:
        closed !== undefined ||
        /^[a-z]$/.test(lower) ||
        (isListed && (isCommon || lower.length >= shortestKnown)) ||
        (lower.length >= shortestKnown && properNames.isName(lower)),
      isCommon,
      mostlyVerb: verbTags > nounTags,
      mostlyAdjective: adjective !== undefined && adjectiveTags > 4 * nounTags,
      mostlyNoun: nounTags > 4 * adjectiveTags,
      count: countOf(lower),
    };
  }

  return remembered(read, keptForms);
}

/** An everyday noun that WordNet does not know, or its plural in -s. */
function standInOf(lower: string): string | undefined {
  if (standIns.has(lower)) return lower;
  const singular = lower.endsWith('s') ? lower.slice(0, -1) : '';
  return standIns.has(singular) ? singular : undefined;
}

function formOf(lower: string, verb: string): VerbForm {
  if (lower === verb) return 'base';
  if (lower.endsWith('ing')) return 'ing';
  return lower.endsWith('s') && !/(?:ss|wis)$/.test(lower) ? 's' : 'ed';
}

/**
 * The lemma of a form in the graph, by WordNet's morphy. A verb or adjective: its irregular lemma ("found" → "find"),
 * else the form itself, else its regular lemma. A noun: the form itself or its singular, whichever annotators met
 * more often, because WordNet lists "cows" (cattle) and "men" (a force) as lemmas.
 *
 * @returns the lemma, or `undefined` for an unknown form
 */
export function lemmaOf(graph: WordGraph, part: 'noun' | 'verb' | 'adj', form: string): string | undefined {
  const { senses } = graph[part];
  const isLemma = (lemma: string) => senses.has(lemma);
  if (part === 'noun') {
    const singular = findLemmaOf('noun', form, isLemma);
    if (!isLemma(form)) return singular;
    const isPlural =
      singular !== undefined && !pluraliaTantum.has(form) && senses.tags(singular) > senses.tags(form);
    return isPlural ? singular : form;
  }
  const partOfSpeech = part === 'adj' ? 'adjective' : 'verb';
  const irregular = findIrregularLemmaOf(partOfSpeech, form, isLemma);
  return irregular ?? (isLemma(form) ? form : findLemmaOf(partOfSpeech, form, isLemma));
}

/** A word or words that say where a thing is: "under", "in front of". */
export interface Relation {
  readonly lemma: string;
  readonly words: readonly string[];
  /** The word that carries the place: "front" of "in front of". */
  readonly mainWord: string;
}

const weak = new Set('in on at by to the of from either both'.split(' '));

function relationOf(lemma: string): Relation {
  const words = lemma.split(' ');
  return { lemma, words, mainWord: words.findLast((word) => !weak.has(word)) ?? words[0]! };
}

/** By first word, the longest first. */
const byFirst = new Map<string, Relation[]>();
for (const relation of [...wordClass('preposition'), ...wordClass('preposition-of-several')]
  .map(relationOf)
  .sort((a, b) => b.words.length - a.words.length)) {
  const first = relation.words[0]!;
  const others = byFirst.get(first);
  if (others) others.push(relation);
  else byFirst.set(first, [relation]);
}

/** The relations that begin with a word, the longest first. */
function relationsFrom(lower: string): readonly Relation[] | undefined {
  return byFirst.get(lower);
}

let longLemmas: LongLemmas | undefined;
let forms: ((lower: string) => WordForm) | undefined;

/** The names of things that have several words: WordNet's, and everyday ones that it does not know. */
export function loadLongLemmas(): LongLemmas {
  longLemmas ??= new LongLemmas(longNames());
  return longLemmas;
}

function* longNames(): Generator<string> {
  yield* loadGraph().noun.senses.lemmas(true);
  yield* standIns.keys();
}

/** The readings of forms, from the shared word graph: one table for the tagger and all plants. */
export function loadWordForms(): (lower: string) => WordForm {
  forms ??= createWordForms(loadGraph(), loadLongLemmas(), loadProperNames());
  return forms;
}
