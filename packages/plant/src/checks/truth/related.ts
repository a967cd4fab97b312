import { looksAlike, sharesHead } from '../../lexicon/look-alikes';
import type { Relation } from '../../wordnet/related';
import type { Check } from '../check';

function byRelation(wanted: Relation, reads: string, example: Check['example']): Check {
  return {
    id: `${wanted}/wordnet`,
    kind: 'truth',
    scope: 'words',
    reason: wanted,
    slots: ['object'],
    what: `WordNet has one noun as ${reads} the other, by a sense that is in use.`,
    refuses: (old, other, { relations }) => relations.relation(old.lemma, other.lemma) === wanted,
    example,
  };
}

/** Nouns that may both be true of one thing: by WordNet's relations, and by their looks. */
export const relatedChecks: readonly Check[] = [
  byRelation('synonym', 'a synonym of', {
    slot: 'object',
    refuses: ['A couch in a room.', 'couch', 'sofa'],
    passes: ['A couch in a room.', 'couch', 'lamp'],
  }),
  byRelation('is-a', 'a kind of', {
    slot: 'object',
    refuses: ['A dog on a couch.', 'dog', 'animal'],
    passes: ['A dog on a couch.', 'dog', 'cat'],
  }),
  byRelation('part-of', 'a part of', {
    slot: 'object',
    refuses: ['A wheel beside a house.', 'wheel', 'car'],
    passes: ['A wheel beside a house.', 'wheel', 'horse'],
  }),
  {
    id: 'is-a/rare-sense',
    kind: 'truth',
    scope: 'words',
    reason: 'synonym',
    slots: ['object'],
    what: 'WordNet relates the two nouns by some sense, however rare.',
    refuses: (old, other, { relations }) => relations.mayRelate(old.lemma, other.lemma),
    example: {
      slot: 'object',
      refuses: ['A couch in a room.', 'couch', 'bed'],
      passes: ['A couch in a room.', 'couch', 'lamp'],
    },
  },
  {
    id: 'look-alike/head',
    kind: 'truth',
    scope: 'words',
    reason: 'synonym',
    slots: ['object'],
    what: 'Both end in one noun, or it is the other one: "bell tower" and "tower".',
    refuses: (old, other) => sharesHead(old.lemma, other.lemma),
    example: {
      slot: 'object',
      refuses: ['A bell tower by the sea.', 'bell tower', 'water tower'],
      passes: ['A bell tower by the sea.', 'bell tower', 'bridge'],
    },
  },
  {
    id: 'look-alike/table',
    kind: 'truth',
    scope: 'words',
    reason: 'synonym',
    slots: ['object'],
    what: 'Both are called by one sight: street and path, plate and bowl.',
    refuses: (old, other) => looksAlike(old.lemma, other.lemma),
    example: {
      slot: 'object',
      refuses: ['A plate on a table.', 'plate', 'bowl'],
      passes: ['A plate on a table.', 'plate', 'candle'],
    },
  },
];
