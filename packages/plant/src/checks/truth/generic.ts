import type { Noun } from '../../lexicon/nouns';
import { wordClass } from '../../lexicon/words';
import type { SiteContext } from '../../sites/site-context';
import type { SiteWord } from '../../sites/site-word';
import type { WordGraph } from '../../wordnet/decode-graph';
import type { Check, CheckLexicon } from '../check';

/** A noun says next to nothing from this number of kinds below it on, if it is at most this number of steps from the root. */
const manyKinds = 250;
const nearRoot = 7;
/** Nearer to the root fewer kinds are enough: "building", "facility". */
const someKinds = 100;
const nearerRoot = 6;

const everywhere = wordClass('everywhere');

/** "Object", "food", "structure", "equipment": whatever the picture shows, one of these is in it. */
export const genericChecks: readonly Check[] = [
  {
    id: 'is-a/generic',
    kind: 'truth',
    scope: 'site',
    reason: 'is-a',
    slots: ['object'],
    what: `The new noun is so general that it is true of most pictures: at least ${manyKinds} kinds in WordNet and at most ${nearRoot} steps from the root, or ${someKinds} and ${nearerRoot}.`,
    may: { of: isOfMostPictures },
    refuses: (_site, other, lexicon) => isOfMostPictures(other, lexicon),
    example: {
      refuses: ['A dog on a couch.', 'dog', 'structure'],
      passes: ['A dog on a couch.', 'dog', 'cat'],
    },
  },
  {
    id: 'is-a/region',
    kind: 'truth',
    scope: 'site',
    reason: 'is-a',
    slots: ['object'],
    what: 'A town, a district or a country takes the place of what lies in one.',
    may: { of: ({ noun }, lexicon) => isRegion(noun, lexicon) },
    refuses: ({ word }, { noun }, lexicon) => isRegion(noun, lexicon) && !isRegion(word.noun, lexicon),
    example: {
      refuses: ['A dog in a park.', 'park', 'city'],
      passes: ['A dog in a park.', 'park', 'kitchen'],
    },
  },
  {
    id: 'is-a/everywhere',
    kind: 'truth',
    scope: 'site',
    reason: 'is-a',
    slots: ['object'],
    what: 'The new noun is in most pictures that are taken outdoors, with whatever is said of it; of 84 verdicts on such changes 77 objected.',
    may: { of: ({ lemma }) => everywhere.has(lemma) },
    refuses: (_site, { lemma }) => everywhere.has(lemma),
    example: {
      refuses: ['A dog on a beach.', 'beach', 'land'],
      passes: ['A dog on a beach.', 'beach', 'street'],
    },
  },
  {
    id: 'generic/absent',
    kind: 'truth',
    scope: 'site',
    reason: 'likely-true',
    slots: ['object', 'attribute'],
    what: 'What is not there is not there with another word either: "without a shirt", "no trees".',
    may: { at: ({ word, lower }) => isAbsent(word.first, lower) },
    refuses: ({ word, lower, operation }) => operation !== 'negate' && isAbsent(word.first, lower),
    example: {
      slot: 'object',
      refuses: ['A man without a shirt beside a couch.', 'shirt', 'coat'],
      passes: ['A man without a shirt beside a couch.', 'couch', 'lamp'],
    },
  },
];

/** WordNet's senses above towns, districts and countries. */
const regions: readonly (readonly [lemma: string, rank: number])[] = [
  ['administrative district', 1],
  ['urban area', 1],
];

function isRegion(noun: Noun | undefined, { relations, graph }: CheckLexicon): boolean {
  if (!noun) return false;
  const above = relations.ancestorsOf(noun.synset);
  return regions.some(([lemma, rank]) => {
    const sense = graph.noun.senses.get(lemma)?.[rank - 1];
    return sense !== undefined && above.has(sense.synset);
  });
}

function isOfMostPictures({ noun }: SiteWord, { graph }: CheckLexicon): boolean {
  return noun !== undefined && !noun.person && isGeneric(noun.synset, graph);
}

const known = new WeakMap<WordGraph, Uint8Array>();

function isGeneric(synset: number, graph: WordGraph): boolean {
  let generic = known.get(graph);
  if (!generic) {
    generic = findGeneric(graph.noun.parent);
    known.set(graph, generic);
  }
  return generic[synset] === 1;
}

/** Parents stand before their children: one pass down counts steps, one pass up counts kinds. */
function findGeneric(parent: Int32Array): Uint8Array {
  const steps = new Uint8Array(parent.length);
  const kinds = new Int32Array(parent.length).fill(1);
  for (let i = 0; i < parent.length; i += 1) steps[i] = parent[i]! < 0 ? 0 : steps[parent[i]!]! + 1;
  for (let i = parent.length - 1; i >= 0; i -= 1) if (parent[i]! >= 0) kinds[parent[i]!]! += kinds[i]!;
  return steps.map((step, i) =>
    (step <= nearRoot && kinds[i]! >= manyKinds) || (step <= nearerRoot && kinds[i]! >= someKinds) ? 1 : 0,
  );
}

/** How many words may stand between "without" and the noun: "without any other people". */
const maxBetween = 2;

function isAbsent(first: number, lower: SiteContext['lower']): boolean {
  for (let at = first - 1; at >= first - 1 - maxBetween; at -= 1) {
    const word = lower(at) ?? '';
    if (word === 'without' || word === 'no') return true;
    if (/^(?:in|on|at|of|with|by|near|under|behind|beside|and|,)$/.test(word)) return false;
  }
  return false;
}

/** What most pictures of the sort show is probably there, said or not. */
export const likelyCheck: Check = {
  id: 'likely/company',
  kind: 'truth',
  scope: 'site',
  reason: 'likely-true',
  slots: ['object', 'attribute'],
  what: 'So many pictures with the caption’s other words show the new thing that this one may show it as well.',
  may: { at: ({ word }) => !word.noun?.person, of: ({ noun }) => !noun?.person },
  refuses: (site, { lemma, noun }) => !noun?.person && !site.word.noun?.person && site.likelyTrue(lemma),
  example: {
    slot: 'object',
    refuses: ['A boat on a lake.', 'boat', 'water'],
    passes: ['A boat on a lake.', 'boat', 'swan'],
  },
};
