import { areTooClose, breaksCue, hasCue } from '../../lexicon/contrasts';
import type { Check } from '../check';

/** What the tables lexicon/cues.tsv and lexicon/too-close.tsv refuse. */
export const contrastChecks: readonly Check[] = [
  {
    id: 'cue/table',
    kind: 'form',
    scope: 'site',
    slots: ['object'],
    reason: 'form',
    what: 'Another word of the caption asks for words like the old one, and the new one is none of them: rails for a train.',
    may: { at: ({ word, words }) => hasCue(words, word) },
    refuses: ({ word, words }, { lemma }) => breaksCue(words, word, lemma),
    example: {
      refuses: ['A train on the tracks.', 'train', 'bus'],
      passes: ['A train near a house.', 'train', 'bus'],
    },
  },
  {
    id: 'too-close/table',
    kind: 'truth',
    scope: 'words',
    slots: ['object', 'attribute'],
    reason: 'synonym',
    what: 'The two are neighbours on a scale, or look alike: grey and silver, a map and a diagram.',
    refuses: (old, other) => areTooClose(old.lemma, other.lemma),
    example: {
      refuses: ['A gray cat on a couch.', 'gray', 'silver'],
      passes: ['A gray cat on a couch.', 'gray', 'orange'],
      slot: 'attribute',
    },
  },
];
