import {
  genderOf,
  haveRole,
  isGrown,
  isPronoun,
  isSaidToBe,
  mayBeYoungOfAnimal,
  ofSexSaidElsewhere,
  otherThan,
  personChanges,
  pronounsAmong,
  saysGender,
  saysSex,
} from '../../lexicon/people';
import { isColour, scaleNamesOf } from '../../lexicon/scales';
import { wordClass } from '../../lexicon/words';
import { mayMeanMinor } from '../../safety/minor-words';
import type { SiteContext } from '../../sites/site-context';
import type { SiteWord } from '../../sites/site-word';
import type { Check, CheckLexicon } from '../check';

const sportGear = wordClass('sport-gear');

const ofObjects = { kind: 'truth', slots: ['object'] } as const;

/** Words for persons: only changes of a table of neutral words, and only where nothing gives them away. */
export const personChecks: readonly Check[] = [
  {
    id: 'person/table',
    kind: 'safety',
    scope: 'words',
    reason: 'person',
    slots: ['object'],
    what: 'One of the two is a word for a person, and the table of persons does not have the change.',
    refuses: (old, other) =>
      (old.noun?.person === true || other.noun?.person === true) && !areInTable(old.lemma, other.lemma),
    example: {
      refuses: ['A man in a field.', 'man', 'monkey'],
      passes: ['A man in a field.', 'man', 'woman'],
    },
  },
  {
    ...ofObjects,
    id: 'person/sport',
    scope: 'site',
    reason: 'person',
    what: 'The caption names gear, ground or a move of a sport: a racket, a wave, a swing. Of 94 verdicts on another sport there 79 objected, of 92 elsewhere 22.',
    may: { at: ({ word }) => haveRole(word.lemma, word.lemma) },
    refuses: ({ word, words }, { lemma }, { formOf }) => {
      if (!haveRole(word.lemma, lemma)) return false;
      // "A tennis player" names a sport once, "tennis players play tennis" twice.
      const own = word.text.toLowerCase().split(/\s/);
      const times = (said: string) => words.filter((other) => other === said).length;
      return words.some(
        (said) => sportGear.has(formOf(said).verb ?? said) && times(said) > Number(own.includes(said)),
      );
    },
    example: {
      refuses: ['A skier with a board on a hill.', 'skier', 'surfer'],
      passes: ['A skier on a hill.', 'skier', 'skateboarder'],
    },
  },
  {
    id: 'person/colour',
    kind: 'safety',
    scope: 'site',
    reason: 'person',
    slots: ['attribute'],
    what: 'The colour of a person is never changed, nor a colour right before a word for one: "Black Men Shoes".',
    refuses: (site, other, { formOf, nouns }) => {
      const { word } = site;
      if (!isColour(word.lemma) && !isColour(other.lemma)) return false;
      if (word.headNoun?.person === true) return true;
      const noun = formOf(site.lower(word.last + 1) ?? '').noun;
      return noun !== undefined && nouns.get(noun)?.person === true;
    },
    example: {
      refuses: ['A tall black man in a field.', 'black', 'white'],
      passes: ['A tall black horse in a field.', 'black', 'white'],
    },
  },
  {
    id: 'person/size',
    kind: 'safety',
    scope: 'site',
    reason: 'person',
    slots: ['attribute'],
    what: 'The size of a person says how old somebody is: "a little girl".',
    refuses: ({ word }, other) =>
      word.headNoun?.person === true && (isSize(word.lemma) || isSize(other.lemma)),
    example: {
      refuses: ['A little girl in a field.', 'little', 'big'],
      passes: ['A little house in a field.', 'little', 'big'],
    },
  },
  {
    ...ofObjects,
    id: 'person/age-said',
    scope: 'site',
    reason: 'person',
    what: 'A word before the person says how old somebody is: no "little woman" for a little girl.',
    may: { of: ({ lemma }) => isGrown(lemma) },
    refuses: ({ word }, { lemma }) =>
      isGrown(lemma) && !isGrown(word.lemma) && (word.modifiers ?? []).some(isSize),
    example: {
      refuses: ['A little girl in a field.', 'girl', 'man'],
      passes: ['A girl in a field.', 'girl', 'man'],
    },
  },
  {
    ...ofObjects,
    id: 'person/sex-unsaid',
    scope: 'site',
    reason: 'person',
    what: 'A skier is a woman or a man: only other captions of the image tell which of the two is false.',
    may: {
      at: ({ word }) => ofSexSaidElsewhere(word.lemma).length > 0,
      of: ({ lemma }) => ofSexSaidElsewhere(lemma).length > 0,
      either: true,
    },
    refuses: ({ word, siblings }, { lemma }) => {
      if (ofSexSaidElsewhere(lemma).includes(word.lemma)) return true;
      if (!ofSexSaidElsewhere(word.lemma).includes(lemma)) return false;
      const gender = genderOf(lemma);
      return gender !== undefined && !isSaidToBe(otherThan(gender), (said) => siblings.has(said));
    },
    example: {
      refuses: ['A skier on a hill.', 'skier', 'woman'],
      passes: ['A skier on a hill.', 'skier', 'snowboarder'],
    },
  },
  {
    ...ofObjects,
    id: 'person/pronoun',
    scope: 'site',
    reason: 'person',
    what: '"His" or "her" says that the person has been changed; where one person is named and one pronoun tells the sex, it changes too.',
    may: { of: ({ lemma }) => genderOf(lemma) !== undefined },
    refuses: (site, { lemma }, { nouns, vocabulary }) => {
      const gender = genderOf(lemma);
      if (gender === undefined || !saysGender(site.words, otherThan(gender))) return false;
      const isAlone = site.nouns.filter((noun) => nouns.get(noun)?.person).length === 1;
      const mayChange = site.changesPronoun === true && vocabulary === undefined;
      if (!mayChange || !isAlone || pronounsAmong(site.words) > 1) return true;
      for (let i = 0; i < site.word.first; i += 1) if (isPronoun(site.lower(i) ?? '')) return true;
      return false;
    },
    example: {
      refuses: ['A man brushes his teeth.', 'man', 'woman'],
      passes: ['A man brushes a horse.', 'man', 'woman'],
    },
  },
  {
    id: 'person/sex-said',
    kind: 'truth',
    scope: 'site',
    reason: 'person',
    slots: ['attribute'],
    what: 'A pronoun or a word for a person says the sex that "male" or "female" would change.',
    may: { of: ({ lemma }) => lemma === 'male' || lemma === 'female' },
    refuses: ({ words, word }, { lemma }) =>
      (lemma === 'male' || lemma === 'female') && saysSex(words, otherThan(lemma), word.lemma),
    example: {
      refuses: ['A female dog with her toy.', 'female', 'male'],
      passes: ['A female dog with a toy.', 'female', 'male'],
    },
  },
  {
    id: 'person/age-of-minor',
    kind: 'truth',
    scope: 'site',
    reason: 'person',
    slots: ['attribute'],
    what: 'A boy is not old: the word for a minor says the age.',
    refuses: ({ word }, { lemma }) =>
      typeof word.head === 'string' && mayMeanMinor(word.head) && scaleNamesOf(lemma).includes('age'),
    example: {
      refuses: ['A young boy with a toy.', 'young', 'old'],
      passes: ['A young man with a toy.', 'young', 'old'],
    },
  },
  {
    ...ofObjects,
    id: 'person/young-of-animal',
    scope: 'site',
    reason: 'person',
    what: 'The baby beside an elephant may be its own.',
    may: { at: isYoungOfAnimal },
    refuses: (site, _other, lexicon) => isYoungOfAnimal(site, lexicon),
    example: {
      refuses: ['An elephant with a baby.', 'baby', 'man'],
      passes: ['A bench with a baby.', 'baby', 'man'],
    },
  },
];

/** WordNet's lexicographer file of animals. */
const animals = 5;

function isAnimal(noun: SiteWord['noun']): boolean {
  return noun !== undefined && !noun.person && noun.lexfile === animals;
}

function isYoungOfAnimal({ word, words, nouns: said }: SiteContext, { nouns }: CheckLexicon): boolean {
  return mayBeYoungOfAnimal(word.lemma, { words, nouns: said }, (noun) => isAnimal(nouns.get(noun)));
}

function isSize(word: string): boolean {
  return scaleNamesOf(word).includes('size');
}

function areInTable(old: string, other: string): boolean {
  return leads(old, other) || leads(other, old);
}

/** In either direction: who may become whom is the rule of safety/protect-minors.ts. */
function leads(from: string, to: string): boolean {
  return personChanges(from)?.includes(to) === true || ofSexSaidElsewhere(from).includes(to);
}
