import { inDegree } from '../../inflect/comparative';
import { pluraliaTantum } from '../../lexicon/words';
import type { SiteWord } from '../../sites/site-word';
import type { Check } from '../check';

/** Checks of form: what they refuse would be no English, or no edit. */
export const formChecks: readonly Check[] = [
  {
    id: 'form/same-word',
    kind: 'form',
    scope: 'words',
    reason: 'synonym',
    what: 'The new word is the old one.',
    refuses: (old, other) => old.lemma === other.lemma || old.text.toLowerCase() === other.text.toLowerCase(),
    example: {
      slot: 'object',
      refuses: ['A dog on a couch.', 'dog', 'dog'],
      passes: ['A dog on a couch.', 'dog', 'cat'],
    },
  },
  {
    id: 'form/slot',
    kind: 'form',
    scope: 'words',
    reason: 'form',
    what: 'The two words are of different slots, or of different forms ("sits" and "sitting").',
    refuses: (old, other) => old.slot !== other.slot || old.form !== other.form,
    example: {
      slot: 'action',
      refuses: ['A dog sits on a couch.', 'sits', 'standing'],
      passes: ['A dog sits on a couch.', 'sits', 'stands'],
    },
  },
  {
    id: 'form/number',
    kind: 'form',
    scope: 'words',
    reason: 'form',
    slots: ['object'],
    what: 'One is singular and the other plural, or one has no singular ("scissors").',
    refuses: (old, other) => old.plural !== other.plural || isPluralOnly(old) !== isPluralOnly(other),
    example: {
      slot: 'object',
      refuses: ['A knife on a table.', 'knife', 'scissors'],
      passes: ['A knife on a table.', 'knife', 'spoon'],
    },
  },
  {
    id: 'form/mass',
    kind: 'form',
    scope: 'words',
    reason: 'form',
    slots: ['object'],
    what: 'One is counted and the other not: "a rice".',
    refuses: (old, other) => !old.plural && old.isMass !== other.isMass,
    example: {
      slot: 'object',
      refuses: ['A bowl of rice.', 'rice', 'banana'],
      passes: ['A bowl of rice.', 'rice', 'soup'],
    },
  },
  {
    id: 'form/degree',
    kind: 'form',
    scope: 'words',
    reason: 'form',
    slots: ['attribute'],
    what: 'The new attribute has no form in the degree of the old one ("woodener").',
    refuses: (old, other) =>
      old.degree !== other.degree || inDegree(other.lemma, old.degree ?? 'positive') === undefined,
    example: {
      slot: 'attribute',
      refuses: ['A taller dog on a couch.', 'taller', 'small'],
      passes: ['A taller dog on a couch.', 'taller', 'shorter'],
    },
  },
  {
    id: 'form/agreement',
    kind: 'form',
    scope: 'site',
    reason: 'form',
    slots: ['count'],
    what: 'The word before a count does not go with the new one: "there is two dogs", "very two dogs".',
    refuses: (site, other) => {
      const before = site.lower(site.word.first - 1) ?? '';
      if (/^(?:very|so|too|as|how)$/.test(before)) return true;
      const isOne = other.lemma.startsWith('a ');
      return /^(?:are|were)$/.test(before) ? isOne : /^(?:is|was)$/.test(before) && !isOne;
    },
    example: {
      slot: 'count',
      refuses: ['There are three dogs on a couch.', 'three', 'a group of'],
      passes: ['There are three dogs on a couch.', 'three', 'two'],
    },
  },
  {
    id: 'form/gap',
    kind: 'form',
    scope: 'words',
    reason: 'concreteness-gap',
    slots: ['object', 'attribute', 'action'],
    what: 'The ratings of the two words differ by more than `maxGap`.',
    refuses: (old, other, { maxGap }) => Math.abs(old.concreteness - other.concreteness) > maxGap,
    example: {
      slot: 'object',
      refuses: ['A boat in the sun.', 'boat', 'idea'],
      passes: ['A boat in the sun.', 'boat', 'plane'],
    },
  },
];

function isPluralOnly({ lemma }: SiteWord): boolean {
  return pluraliaTantum.has(lemma.slice(lemma.lastIndexOf(' ') + 1));
}
