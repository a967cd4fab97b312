import { noThings } from '../../lexicon/words';
import type { SiteWord } from '../../sites/site-word';
import type { Check, CheckLexicon } from '../check';
import { headOf, isBelow, type SenseName } from '../senses';

const landforms: readonly SenseName[] = [['geological formation', 1]];
const meals: readonly SenseName[] = [['meal', 1]];
const structures: readonly SenseName[] = [['structure', 1]];
const food = 13;
const location = 15;

/** Nouns that WordNet does not relate and that one sight may bear: an office is a room, a pizza is a meal. */
export const sightChecks: readonly Check[] = [
  {
    id: 'look-alike/landform',
    kind: 'truth',
    scope: 'words',
    reason: 'synonym',
    slots: ['object'],
    what: 'Both are shapes of the ground, which pass into each other: hill, slope, cliff, mountain range.',
    refuses: ({ noun }, { noun: other }, lexicon) =>
      noun !== undefined &&
      other !== undefined &&
      isBelow(noun.synset, landforms, lexicon) &&
      isBelow(other.synset, landforms, lexicon),
    example: {
      slot: 'object',
      refuses: ['A hill covered with snow.', 'hill', 'mountain range'],
      passes: ['A hill covered with snow.', 'hill', 'boat'],
    },
  },
  {
    id: 'is-a/meal',
    kind: 'truth',
    scope: 'words',
    reason: 'is-a',
    slots: ['object'],
    what: 'One is food and the other a meal, which is made of food.',
    refuses: ({ noun }, { noun: other }, lexicon) =>
      noun?.lexfile === food && other?.lexfile === food && isBelow(other.synset, meals, lexicon),
    example: {
      slot: 'object',
      refuses: ['A pizza on a table.', 'pizza', 'meal'],
      passes: ['A pizza on a table.', 'pizza', 'banana'],
    },
  },
  {
    id: 'is-a/room',
    kind: 'truth',
    scope: 'words',
    reason: 'is-a',
    slots: ['object'],
    what: 'One is a room and the other a structure that is one or has one: "office", "store".',
    refuses: ({ noun }, other, lexicon) =>
      other.lemma === 'room' && noun !== undefined && isBelow(noun.synset, structures, lexicon),
    example: {
      slot: 'object',
      refuses: ['A man in an office.', 'office', 'room'],
      passes: ['A man in an office.', 'office', 'bathroom'],
    },
  },
  {
    id: 'is-a/area',
    kind: 'truth',
    scope: 'words',
    reason: 'is-a',
    slots: ['object'],
    what: 'The head of a compound says no more than that it is somewhere: "rural area", "public place".',
    refuses: (_old, other, lexicon) => isSomewhere(other, lexicon),
    example: {
      slot: 'object',
      refuses: ['Cows in a meadow.', 'meadow', 'rural area'],
      passes: ['Cows in a meadow.', 'meadow', 'barn'],
    },
  },
];

function isSomewhere({ lemma }: SiteWord, { graph }: CheckLexicon): boolean {
  const head = headOf(lemma);
  if (head === lemma || !noThings.has(head)) return false;
  const sense = graph.noun.senses.get(head)?.[0];
  return sense !== undefined && graph.noun.lexfile[sense.synset] === location;
}
