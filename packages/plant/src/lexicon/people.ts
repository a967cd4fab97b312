import { rowsOf } from './tables';

export type Gender = 'male' | 'female';

/**
 * A row of lexicon/persons.tsv, in which a word for persons is of one of three classes: it says sex or age and may become
 * the words of `becomes` ("man": "woman"); it says a role and may become the other words of that role ("skier": "surfer");
 * or it stands for persons though WordNet files it elsewhere, and is never changed ("couple").
 */
interface Person {
  readonly word: string;
  /** The sex that the word says. */
  readonly gender: Gender | undefined;
  /** Words with commas between them, or "-" for a word that is never changed. Empty for a role. */
  readonly becomes: string;
  /** What persons do who exclude each other: who skis is no surfer. Empty for other words. */
  readonly role: string;
}

const persons: readonly Person[] = rowsOf('persons').map(
  ([word = '', sex = '', becomes = '', role = '']): Person => ({
    word,
    gender: sex === 'male' || sex === 'female' ? sex : undefined,
    becomes,
    role,
  }),
);
const byWord = new Map(persons.map((person) => [person.word, person]));

/**
 * The only changes made to people: sex and age, by everyday neutral words; nobody grown up becomes a child (see
 * safety/protect-minors.ts). Professions, peoples, faiths and bodies stay as they are.
 */
const changes: ReadonlyMap<string, readonly string[]> = new Map(
  persons
    .filter(({ becomes }) => becomes !== '-')
    .map(
      ({ word, becomes, role }) => [word, role === '' ? becomes.split(',') : othersOf(word, role)] as const,
    ),
);

function othersOf(word: string, role: string): readonly string[] {
  return persons.filter((other) => other.role === role && other.word !== word).map((other) => other.word);
}

/** The words that may replace a word for a person; `undefined` for a word outside the table. */
export function personChanges(lemma: string): readonly string[] | undefined {
  return changes.get(lemma);
}

/** Whether two words say roles of one kind: "skier" and "surfer". */
export function haveRole(a: string, b: string): boolean {
  const role = byWord.get(a)?.role ?? '';
  return role !== '' && role === byWord.get(b)?.role;
}

/** Whether a noun stands for persons though WordNet files it elsewhere. */
export function meansPeople(lemma: string): boolean {
  return byWord.get(lemma)?.becomes === '-';
}

const young = new Set('baby child kid toddler infant'.split(' '));

/** Whether a word may stand for an animal's young as well: the baby of a mother elephant, one with "its" toy. */
export function mayBeYoungOfAnimal(
  lemma: string,
  { words, nouns }: { readonly words: readonly string[]; readonly nouns: readonly string[] },
  isAnimal: (noun: string) => boolean,
): boolean {
  return young.has(lemma) && (words.includes('its') || nouns.some(isAnimal));
}

const ofSaidSex: readonly string[] = ['man', 'woman'];

/** Words that say the sex of somebody whose word doesn't: only where other captions of the image say the other one. */
export function ofSexSaidElsewhere(lemma: string): readonly string[] {
  const role = byWord.get(lemma)?.role ?? '';
  return role === '' ? [] : ofSaidSex;
}

const tellingOfSex: Readonly<Record<Gender, readonly string[]>> = {
  male: ['man', 'he', 'his', 'him', 'guy', 'boy', 'male', 'men'],
  female: ['woman', 'she', 'her', 'lady', 'girl', 'female', 'women'],
};

/** Whether captions say that somebody is of one sex, and none that anybody is of the other. */
export function isSaidToBe(gender: Gender, isSaid: (word: string) => boolean): boolean {
  return tellingOfSex[gender].some(isSaid) && !tellingOfSex[otherThan(gender)].some(isSaid);
}

export function otherThan(gender: Gender): Gender {
  return gender === 'male' ? 'female' : 'male';
}

/** The gender that a person word says; `undefined` for "child" and its like. */
export function genderOf(lemma: string): Gender | undefined {
  return byWord.get(lemma)?.gender;
}

/** Whether a person word is one for the grown up that says so: "man", not "skier". */
export function isGrown(lemma: string): boolean {
  return genderOf(lemma) !== undefined && lemma !== 'boy' && lemma !== 'girl';
}

const pronouns: Readonly<Record<Gender, readonly string[]>> = {
  male: ['he', 'his', 'him', 'himself'],
  female: ['she', 'her', 'hers', 'herself'],
};

/** "his" before a noun and "him" else, both "her"; the pronouns that tell the sex. */
const exchanged: Readonly<Record<string, readonly [beforeNoun: string, elsewhere: string]>> = {
  he: ['she', 'she'],
  she: ['he', 'he'],
  his: ['her', 'hers'],
  him: ['her', 'her'],
  her: ['his', 'him'],
  hers: ['his', 'his'],
  himself: ['herself', 'herself'],
  herself: ['himself', 'himself'],
};

/** A pronoun for somebody of the other sex; `undefined` for a word that tells none. */
export function ofOtherSex(pronoun: string, isBeforeNoun: boolean): string | undefined {
  return Object.hasOwn(exchanged, pronoun) ? exchanged[pronoun]![isBeforeNoun ? 0 : 1] : undefined;
}

/** Whether a word is a pronoun that tells a sex. */
export function isPronoun(word: string): boolean {
  return Object.hasOwn(exchanged, word);
}

export function pronounsAmong(words: readonly string[]): number {
  return words.filter(isPronoun).length;
}

/** Whether a pronoun among a caption's words says a gender. */
export function saysGender(words: readonly string[], gender: Gender): boolean {
  return pronouns[gender].some((pronoun) => words.includes(pronoun));
}

/** Whether a caption's words say a sex, by a pronoun or a word for a person; `besides` is not asked. */
export function saysSex(words: readonly string[], gender: Gender, besides: string): boolean {
  return (
    saysGender(words, gender) || tellingOfSex[gender].some((word) => word !== besides && words.includes(word))
  );
}
