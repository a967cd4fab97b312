import { inDegree } from '../../inflect/inflect';
import { isPictured, type Noun } from '../../lexicon/nouns';
import { pluraliaTantum } from '../../lexicon/words';
import type { SiteWord } from '../../sites/site-word';
import type { Check, CheckLexicon } from '../check';
import { isBelow } from '../senses';

const ofObjects = { kind: 'form', slots: ['object'] } as const;

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
    ...ofObjects,
    id: 'form/number',
    scope: 'words',
    reason: 'form',
    what: 'One is singular and the other plural, or one has no singular ("scissors").',
    refuses: (old, other) => old.plural !== other.plural || isPluralOnly(old) !== isPluralOnly(other),
    example: {
      refuses: ['A knife on a table.', 'knife', 'scissors'],
      passes: ['A knife on a table.', 'knife', 'spoon'],
    },
  },
  {
    ...ofObjects,
    id: 'form/mass',
    scope: 'words',
    reason: 'form',
    what: 'One is counted and the other not: "a rice".',
    refuses: (old, other) => !old.plural && old.isMass !== other.isMass,
    example: {
      refuses: ['A bowl of rice.', 'rice', 'banana'],
      passes: ['A bowl of rice.', 'rice', 'soup'],
    },
  },
  {
    ...ofObjects,
    id: 'form/unpictured',
    scope: 'words',
    reason: 'form',
    what: 'One is a thing that is seen and the other an act, an event, a time or a text, or they are two sorts of these, and no sense of either is of the other’s sort.',
    refuses: ({ noun }, { noun: other }, lexicon) =>
      noun !== undefined &&
      other !== undefined &&
      noun.lexfile !== other.lexfile &&
      !(isSeenThing(noun, lexicon) && isSeenThing(other, lexicon)) &&
      !hasSenseIn(noun, other.lexfile, lexicon) &&
      !hasSenseIn(other, noun.lexfile, lexicon),
    example: {
      refuses: ['A painting of a heron beside a wall.', 'painting', 'movie'],
      passes: ['Two women in the sunset.', 'sunset', 'storm'],
    },
  },
  {
    ...ofObjects,
    id: 'form/body-part',
    scope: 'words',
    reason: 'form',
    what: 'One is a part of a body: what holds or wears a thing is no other thing. The reader leaves those of a caption alone.',
    refuses: ({ noun }, { noun: other }) => noun?.isOfBody === true || other?.isOfBody === true,
    example: {
      refuses: ['A man with a ball beside a wall.', 'ball', 'hand'],
      passes: ['A man with a ball beside a wall.', 'ball', 'kite'],
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

/** Whether a noun has a sense in one of WordNet's lexicographer files. */
function hasSenseIn({ lemma }: Noun, file: number, { graph: { noun } }: CheckLexicon): boolean {
  return (noun.senses.get(lemma) ?? []).some(({ synset }) => noun.lexfile[synset] === file);
}

/** A traffic light is a signal to WordNet, and a thing to all who see it. */
function isSeenThing(noun: Noun, lexicon: CheckLexicon): boolean {
  return isPictured(noun) || isBelow(noun.synset, [['visual signal', 1]], lexicon);
}

/** A user's own vocabulary is the only one that is written. */
export const vocabularyCheck: Check = {
  id: 'form/vocabulary',
  kind: 'form',
  scope: 'site',
  reason: 'not-in-vocabulary',
  what: 'The option `vocabulary` does not list the new word in its form.',
  may: { at: (_site, { vocabulary }) => vocabulary !== undefined },
  refuses: ({ word }, other, { vocabulary }) => !inVocabulary(other.text, word.text, vocabulary),
  example: {
    slot: 'object',
    refuses: ['A dog on a couch.', 'dog', 'aardvark'],
    passes: ['A dog on a couch.', 'dog', 'cat'],
  },
};

/**
 * Whether every word of a text is in the vocabulary, if there is one, or among those that it takes the place of: "left
 * of" for "right of" brings no new "of".
 */
function inVocabulary(text: string, replaced: string, vocabulary: ReadonlySet<string> | undefined): boolean {
  if (!vocabulary) return true;
  const lower = text.toLowerCase();
  if (vocabulary.has(lower)) return true;
  const kept = replaced.toLowerCase().split(' ');
  return lower.split(' ').every((word) => vocabulary.has(word) || kept.includes(word));
}
