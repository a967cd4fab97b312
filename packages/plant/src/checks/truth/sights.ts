import { noThings } from '../../lexicon/words';
import type { SiteWord } from '../../sites/site-word';
import type { Check, CheckLexicon } from '../check';
import { headOf, isBelow, type SenseName } from '../senses';

const landforms: readonly SenseName[] = [['geological formation', 1]];
const meals: readonly SenseName[] = [['meal', 1]];
const structures: readonly SenseName[] = [['structure', 1]];
const food = 13;
const location = 15;

const ofObjects = { kind: 'truth', slots: ['object'] } as const;

/** Nouns that WordNet does not relate and that one sight may bear: an office is a room, a pizza is a meal. */
export const sightChecks: readonly Check[] = [
  {
    ...ofObjects,
    id: 'look-alike/landform',
    scope: 'words',
    reason: 'synonym',
    what: 'Both are shapes of the ground, which pass into each other: hill, slope, cliff, mountain range.',
    refuses: ({ noun }, { noun: other }, lexicon) =>
      noun !== undefined &&
      other !== undefined &&
      isBelow(noun.synset, landforms, lexicon) &&
      isBelow(other.synset, landforms, lexicon),
    example: {
      refuses: ['A hill covered with snow.', 'hill', 'mountain range'],
      passes: ['A hill covered with snow.', 'hill', 'roof'],
    },
  },
  {
    ...ofObjects,
    id: 'is-a/meal',
    scope: 'words',
    reason: 'is-a',
    what: 'One is food and the other a meal, which is made of food.',
    refuses: ({ noun }, { noun: other }, lexicon) =>
      noun?.lexfile === food && other?.lexfile === food && isBelow(other.synset, meals, lexicon),
    example: {
      refuses: ['A pizza on a table.', 'pizza', 'meal'],
      passes: ['A pizza on a table.', 'pizza', 'banana'],
    },
  },
  {
    ...ofObjects,
    id: 'is-a/room',
    scope: 'words',
    reason: 'is-a',
    what: 'One is a room and the other a structure that is one or has one: "office", "store".',
    refuses: ({ noun }, other, lexicon) =>
      other.lemma === 'room' && noun !== undefined && isBelow(noun.synset, structures, lexicon),
    example: {
      refuses: ['A man in an office.', 'office', 'room'],
      passes: ['A man in an office.', 'office', 'bathroom'],
    },
  },
  {
    ...ofObjects,
    id: 'is-a/area',
    scope: 'words',
    reason: 'is-a',
    what: 'The head of a compound says no more than that it is somewhere: "rural area", "public place".',
    refuses: (_old, other, lexicon) => isSomewhere(other, lexicon),
    example: {
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
