import { functionWords } from '../src/function-words';
import { findBases, type KnownWords, splitCompound } from './affixes';
import { lemmaOf } from './exceptions';
import {
  createAncestors,
  glossWords,
  isUpward,
  parts,
  type Synset,
  type WeightedSense,
  type WordNet,
  weightedSenses,
} from './wordnet';

/** Calls `add(name, value)` for each feature of a word; the part of the name before ':' is its group. */
export type AddFeature = (name: string, value: number) => void;

/**
 * What the model knows of a word. No list of names is kept: a feature exists if enough rated words have it.
 *
 * Each group gets a scale (see `groupScales`), which under ridge regression is a prior: the larger the scale,
 * the less its weights are shrunk.
 */
export function createFeatures(known: KnownWords): (word: string, add: AddFeature) => void {
  const { wordNet } = known;
  const classes = new Map<string, string[]>();
  for (const [name, words] of Object.entries(functionWords)) {
    for (const word of words) classes.set(word, [...(classes.get(word) ?? []), name]);
  }
  const ancestors = createAncestors(wordNet);

  return (word, add) => {
    add('bias:', 1);
    addSpelling(word, add);
    const closed = classes.get(word);
    if (closed) {
      for (const name of closed) add(`class:${name}`, 1);
      return;
    }
    const senses = weightedSenses(wordNet, word);
    addFrequency(senses, add);
    for (const sense of senses) addSense(sense, ancestors, wordNet, add);
    addBases(word, senses.length > 0, known, ancestors, add);
    addParts(word, known, add);
  };
}

/** Scale of each group, chosen on the cross-validated error. */
export const groupScales: Readonly<Record<string, number>> = {
  bias: 10,
  class: 2,
  part: 2,
  file: 2,
  synset: 1.5,
  near: 0.4,
  nearAbove: 0.5,
  depth: 1,
  relation: 1,
  count: 1,
  gloss: 0.8,
  glossHead: 0.7,
  ending: 0.5,
  beginning: 0.6,
  gram: 0.4,
  shape: 1,
  head: 1,
  modifier: 0.5,
  affix: 1,
  stem: 1,
  baseFile: 1,
  baseSynset: 0.7,
  baseNear: 0.2,
  baseNearAbove: 0.25,
  baseDepth: 0.5,
  baseRelation: 0.5,
  baseGloss: 0.4,
  baseGlossHead: 0.35,
};

function addFrequency(senses: readonly WeightedSense[], add: AddFeature): void {
  const tagged = senses.reduce((sum, sense) => sum + sense.tagCount, 0);
  add('count:tagged', Math.log1p(tagged) / 4);
  add('count:senses', Math.log1p(senses.length) / 2);
  for (const part of parts) {
    const ofPart = senses.filter((sense) => sense.synset.part === part);
    if (ofPart.length === 0) continue;
    const share = ofPart.reduce((sum, sense) => sum + sense.weight, 0);
    add(`part:${part}`, share);
    add(`part:has ${part}`, 1);
    add(`count:senses ${part}`, Math.log1p(ofPart.length) / 2);
  }
}

/**
 * What a word is made of, down to what it is an inflected form of. For a word that WordNet lacks, the senses of its
 * base stand in for its own; for others they come on top, as features of their own.
 */
function addBases(
  word: string,
  hasSenses: boolean,
  known: KnownWords,
  ancestors: Ancestors,
  add: AddFeature,
): void {
  const bases = baseWords(word, known, (affix) => add(`affix:${affix}`, 1));
  add(`stem:${word}`, 1);
  const share = (hasSenses ? 0.5 : 1) / bases.size;
  const addOfBase: AddFeature = hasSenses
    ? (name, value) => add(`base${name[0]!.toUpperCase()}${name.slice(1)}`, value)
    : add;
  for (const base of bases) {
    add(`stem:${base}`, 1);
    for (const sense of weightedSenses(known.wordNet, base)) {
      addSense({ ...sense, weight: sense.weight * share }, ancestors, known.wordNet, addOfBase);
    }
  }
}

/** The lemma of an inflected form and what one affix less leaves. */
export function baseWords(
  word: string,
  known: KnownWords,
  onAffix: (affix: string) => void = () => {},
): Set<string> {
  const bases = new Set<string>();
  const lemma = lemmaOf(word, (form) => known.wordNet.senses.has(form));
  if (lemma !== undefined && lemma !== word) {
    bases.add(lemma);
    onAffix('inflection');
  }
  for (const { base, affix } of findBases(word, known)) {
    bases.add(base);
    onAffix(affix);
  }
  return bases;
}

type Ancestors = ReturnType<typeof createAncestors>;

function addSense(
  { synset, weight }: WeightedSense,
  ancestors: Ancestors,
  wordNet: WordNet,
  add: AddFeature,
) {
  add(`file:${synset.lexicographerFile}`, weight);
  const above = ancestors(synset);
  for (const id of above.keys()) add(`synset:${id}`, weight);
  const depth = Math.max(0, ...above.values());
  add(`depth:${synset.part} ${Math.min(depth, 12)}`, weight);
  add(`depth:${synset.part}`, (weight * depth) / 10);

  const kinds = new Map<string, number>();
  for (const { symbol, target } of synset.pointers) {
    kinds.set(symbol, (kinds.get(symbol) ?? 0) + 1);
    const near = wordNet.synsets.get(target);
    if (!near || isUpward(symbol)) continue;
    add(`near:${symbol} ${near.part}${near.lexicographerFile}`, weight);
    // An adjective or a verb has no deep tree of its own: what it is derived from or similar to stands in.
    if (!standsIn.has(symbol)) continue;
    add(`near:${target}`, weight);
    if (near.part === 'n') for (const id of ancestors(near).keys()) add(`nearAbove:${id}`, weight);
  }
  for (const [symbol, count] of kinds) add(`relation:${synset.part}${symbol}`, weight * Math.log1p(count));
  add(`relation:${synset.part} mates`, weight * Math.log1p(synset.lemmas.length));
  addGloss(synset, weight, add);
}

/** Derivation, attribute, similar, pertainym. */
const standsIn: ReadonlySet<string> = new Set(['+', '=', '&', '\\']);

function addGloss(synset: Synset, weight: number, add: AddFeature): void {
  const tokens = glossWords(synset);
  for (const token of new Set(tokens)) add(`gloss:${token}`, weight);
  for (const token of tokens.slice(0, 3)) add(`glossHead:${synset.part} ${token}`, weight);
  add(`relation:${synset.part} examples`, synset.gloss.includes('"') ? weight : 0);
}

function addSpelling(word: string, add: AddFeature): void {
  const marked = `^${word}$`;
  for (let length = 1; length <= 5 && length < word.length; length += 1) {
    add(`ending:${word.slice(-length)}`, 1);
    if (length > 1) add(`beginning:${word.slice(0, length)}`, 1);
  }
  for (let length = 3; length <= 7; length += 1) {
    for (let start = 0; start + length <= marked.length; start += 1) {
      add(`gram:${marked.slice(start, start + length)}`, 1);
    }
  }
  add('shape:length', word.length / 10);
  add(`shape:length ${Math.min(word.length, 15)}`, 1);
  if (word.includes('-')) add('shape:hyphen', 1);
  if (word.includes(' ')) add('shape:phrase', 1);
}

/** A phrase or a compound is mostly what its last word is ("traffic light"), a particle verb mostly its first. */
function addParts(word: string, known: KnownWords, add: AddFeature): void {
  const words = splitCompound(word, known);
  if (!words) return;
  const addPart = (group: string, part: string) => {
    add(`${group}:${part}`, 1);
    for (const { synset, weight } of weightedSenses(known.wordNet, part)) {
      add(`${group}:file ${synset.lexicographerFile}`, weight);
    }
  };
  addPart('head', words.at(-1)!);
  addPart('modifier', words[0]!);
}
