import { functionWords } from '../function-words';
import { parts, type Sense, type Synset, type WordNet } from './wordnet';

/** Calls `add(name, value)` for each feature of a word; the part of the name before ':' is its group. */
export type AddFeature = (name: string, value: number) => void;

interface WeightedSense extends Sense {
  readonly weight: number;
}

/**
 * What the model knows of a word. No list of names is kept: a feature exists if enough rated words have it.
 *
 * Each group gets a scale (see `groupScales`), which under ridge regression is a prior: the larger the scale,
 * the less its weights are shrunk.
 */
export function createFeatures(wordNet: WordNet): (word: string, add: AddFeature) => void {
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
    for (const sense of senses) addSense(sense, ancestors(sense.synset), wordNet, add);
    addPhrase(word, wordNet, add);
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
};

/** Senses weighed by how often each was tagged; the add-half keeps rare words and rare senses in. */
function weightedSenses(wordNet: WordNet, word: string): WeightedSense[] {
  const ofWord = wordNet.senses.get(word);
  if (!ofWord) return [];
  const all = parts.flatMap((part) =>
    (ofWord[part] ?? []).map((sense, rank) => ({ ...sense, weight: sense.tagCount + 0.5 / (rank + 1) })),
  );
  const total = all.reduce((sum, sense) => sum + sense.weight, 0);
  return all.map((sense) => ({ ...sense, weight: sense.weight / total }));
}

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

function addSense(
  { synset, weight }: WeightedSense,
  above: ReadonlyMap<string, number>,
  wordNet: WordNet,
  add: AddFeature,
): void {
  add(`file:${synset.lexicographerFile}`, weight);
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
    if (symbol === '+' || symbol === '=' || symbol === '&' || symbol === '\\') add(`near:${target}`, weight);
  }
  for (const [symbol, count] of kinds) add(`relation:${synset.part}${symbol}`, weight * Math.log1p(count));
  add(`relation:${synset.part} mates`, weight * Math.log1p(synset.lemmas.length));
  addGloss(synset, weight, add);
}

function addGloss(synset: Synset, weight: number, add: AddFeature): void {
  const definition = synset.gloss.split('"')[0]!.toLowerCase();
  const tokens = definition.match(/[a-z]+/g) ?? [];
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

/** A phrase is mostly what its last word is ("traffic light"), a particle verb mostly its first. */
function addPhrase(phrase: string, wordNet: WordNet, add: AddFeature): void {
  const words = phrase.split(/[ -]/);
  if (words.length < 2) return;
  const addPart = (group: string, word: string) => {
    add(`${group}:${word}`, 1);
    for (const { synset, weight } of weightedSenses(wordNet, word)) {
      add(`${group}:file ${synset.lexicographerFile}`, weight);
    }
  };
  addPart('head', words.at(-1)!);
  addPart('modifier', words[0]!);
}

/** A synset and all above it, with the longest distance to each. */
function createAncestors(wordNet: WordNet): (synset: Synset) => ReadonlyMap<string, number> {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const above = (synset: Synset, onPath: ReadonlySet<string>): ReadonlyMap<string, number> => {
    const cached = known.get(synset.id);
    if (cached) return cached;
    const found = new Map<string, number>([[synset.id, 0]]);
    for (const { symbol, target } of synset.pointers) {
      const next = isUpward(symbol) ? wordNet.synsets.get(target) : undefined;
      // WordNet's verbs have a few cycles.
      if (!next || onPath.has(next.id)) continue;
      for (const [id, distance] of above(next, new Set([...onPath, next.id]))) {
        found.set(id, Math.max(found.get(id) ?? 0, distance + 1));
      }
    }
    known.set(synset.id, found);
    return found;
  };
  return (synset) => above(synset, new Set([synset.id]));
}

/** Hypernyms and instance hypernyms. */
function isUpward(symbol: string): boolean {
  return symbol === '@' || symbol === '@i';
}
