import { looksAlike, sharesHead } from '../../lexicon/look-alikes';
import type { Relation } from '../../wordnet/related';
import type { Check } from '../check';

const ofObjects = { kind: 'truth', slots: ['object'] } as const;

function byRelation(wanted: Relation, reads: string, example: Check['example']): Check {
  return {
    ...ofObjects,
    id: `${wanted}/wordnet`,
    scope: 'words',
    reason: wanted,
    what: `WordNet has one noun as ${reads} the other, by a sense that is in use.`,
    refuses: (old, other, { relations }) => relations.relation(old.lemma, other.lemma) === wanted,
    example,
  };
}

/** Nouns that may both be true of one thing: by WordNet's relations, and by their looks. */
export const relatedChecks: readonly Check[] = [
  byRelation('synonym', 'a synonym of', {
    refuses: ['A couch in a room.', 'couch', 'sofa'],
    passes: ['A couch in a room.', 'couch', 'lamp'],
  }),
  byRelation('is-a', 'a kind of', {
    refuses: ['A dog on a couch.', 'dog', 'animal'],
    passes: ['A dog on a couch.', 'dog', 'cat'],
  }),
  byRelation('part-of', 'a part of', {
    refuses: ['A wheel beside a house.', 'wheel', 'car'],
    passes: ['A wheel beside a house.', 'wheel', 'horse'],
  }),
  {
    ...ofObjects,
    id: 'is-a/rare-sense',
    scope: 'words',
    reason: 'synonym',
    what: 'WordNet relates the two nouns by some sense, however rare.',
    refuses: (old, other, { relations }) => relations.mayRelate(old.lemma, other.lemma),
    example: {
      refuses: ['A couch in a room.', 'couch', 'bed'],
      passes: ['A couch in a room.', 'couch', 'lamp'],
    },
  },
  {
    ...ofObjects,
    id: 'look-alike/head',
    scope: 'words',
    reason: 'synonym',
    what: 'Both end in one noun, or it is the other one: "bell tower" and "tower".',
    refuses: (old, other) => sharesHead(old.lemma, other.lemma),
    example: {
      refuses: ['A bell tower by the sea.', 'bell tower', 'water tower'],
      passes: ['A bell tower by the sea.', 'bell tower', 'bridge'],
    },
  },
  {
    ...ofObjects,
    id: 'look-alike/table',
    scope: 'words',
    reason: 'synonym',
    what: 'Both are called by one sight: street and path, plate and bowl.',
    refuses: (old, other) => looksAlike(old.lemma, other.lemma),
    example: {
      refuses: ['A plate on a table.', 'plate', 'bowl'],
      passes: ['A plate on a table.', 'plate', 'candle'],
    },
  },
];
