import { groupOf } from './scales';

/**
 * The only changes made to people: sex and age, by everyday neutral words; nobody grown up becomes a child (see
 * safety/protect-minors.ts). Professions, peoples, faiths and bodies stay as they are.
 */
const changes: ReadonlyMap<string, readonly string[]> = new Map([
  ['man', ['woman']],
  ['woman', ['man']],
  ['boy', ['girl', 'woman']],
  ['girl', ['boy', 'man']],
  ['guy', ['woman']],
  ['lady', ['man']],
  ['gentleman', ['lady']],
  ['baby', ['man', 'woman']],
  ['toddler', ['man', 'woman']],
  ['infant', ['man', 'woman']],
  ['child', ['man', 'woman']],
  ['kid', ['man', 'woman']],
  ...others('skier', 'surfer', 'skateboarder', 'snowboarder', 'cyclist', 'kayaker'),
  ...others('batter', 'catcher', 'umpire', 'pitcher'),
  ...others(
    ...'tennis player, baseball player, soccer player, football player, basketball player, badminton player, cricket player'.split(
      ', ',
    ),
  ),
]);

/** Sports that exclude each other. */
function others(...roles: readonly string[]): [role: string, others: readonly string[]][] {
  return roles.map((role) => [role, roles.filter((other) => other !== role)]);
}

/** Persons that may occur with anything, without evidence from a corpus. */
export const goAnywhere: ReadonlySet<string> = new Set('man woman boy girl guy lady gentleman'.split(' '));

const young = new Set('baby child kid toddler infant'.split(' '));

/** Whether a word may stand for an animal's young as well: the baby of a mother elephant, one with "its" toy. */
export function mayBeYoungOfAnimal(
  lemma: string,
  { words, nouns }: { readonly words: readonly string[]; readonly nouns: readonly string[] },
  isAnimal: (noun: string) => boolean,
): boolean {
  return young.has(lemma) && (words.includes('its') || nouns.some(isAnimal));
}

/** Infants are only exchanged, never inserted by a plain replacement. */
export const infants: ReadonlySet<string> = new Set('baby toddler infant'.split(' '));
/** Actions and things that exclude an infant, and those that exclude a child. */
const beyondInfants = new Set(
  (
    'ride rides riding skateboard skateboarding ski skiing skis snowboard snowboarding surf surfing surfboard wave tennis racket baseball ' +
    'bat swing swings swinging throw throwing jump jumping jumps jumped run running runs walk walking walks talk talking cook cooking reads reading ' +
    'read prepare prepares preparing trick serve serving work working sings motorcycle bike umbrella kite fly flying flies lean leaning leans take taking takes shake shaking carry carrying carries camera play plays playing wii game controller video'
  ).split(' '),
);
const beyondChildren = new Set(
  (
    'wine beer alcohol champagne drive drives driving driver business businessman tuxedo smoking cigarette bride groom wedding shave shaving ' +
    'motorcycle professional pro bald beard bearded mustache elderly old older middle-aged'
  ).split(' '),
);
/** Words that mostly go with women, or with men. */
const feminine = new Set(
  'bikini dress skirt heels purse blouse makeup pregnant lipstick pretty gown pigtails ponytail bride bridal princess pink-haired'.split(
    ' ',
  ),
);
const masculine = new Set(
  'beard bearded mustache moustache bald balding shirtless tuxedo groom goatee mohawk topless muscular'.split(
    ' ',
  ),
);
const smallness = groupOf('small');
const grown = new Set('woman man lady guy gentleman'.split(' '));

/** Whether a person is unlikely to do or to wear what the caption says. */
export function isUnlikely(
  lemma: string,
  { lemma: keyword, modifiers }: { readonly lemma: string; readonly modifiers: readonly string[] },
  words: readonly string[],
): boolean {
  // "A little boy" says how old he is.
  if (grown.has(lemma) && !grown.has(keyword)) {
    if (words.includes('lap') || modifiers.some((modifier) => smallness.includes(modifier))) return true;
  }
  if (infants.has(lemma) && words.some((word) => beyondInfants.has(word))) return true;
  if (!grown.has(lemma) && words.some((word) => beyondChildren.has(word))) return true;
  const gender = genderOf(lemma);
  const telling = gender === 'male' ? feminine : gender === 'female' ? masculine : undefined;
  return telling !== undefined && words.some((word) => telling.has(word));
}

/** Words that WordNet files elsewhere. */
const notFiled = new Set(['person', 'people', 'human', 'crowd', 'family', 'couple', 'team', 'audience']);

/** Whether a noun that is not filed under persons stands for some all the same. */
export function meansPeople(lemma: string): boolean {
  return notFiled.has(lemma);
}

/** The words that may replace a word for a person; `undefined` for a word outside the table. */
export function personChanges(lemma: string): readonly string[] | undefined {
  return changes.get(lemma);
}

const ofSaidSex: readonly string[] = ['man', 'woman'];
/** Words for a person by an activity, man or woman. */
const roles: ReadonlySet<string> = new Set(
  'skier surfer skateboarder snowboarder cyclist batter catcher umpire pitcher'
    .split(' ')
    .concat([...changes.keys()].filter((lemma) => lemma.endsWith(' player'))),
);

/** Words that say the sex of somebody whose word doesn't: only where other captions of the image say the other one. */
export function ofSexSaidElsewhere(lemma: string): readonly string[] {
  return roles.has(lemma) ? ofSaidSex : [];
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

/** Whether a person word may be put for another one: never a child's for an adult's. */
export function personsExclude(old: string, other: string): boolean {
  if (isChild(other) && !isChild(old)) return false;
  return personChanges(old)?.includes(other) === true || personChanges(other)?.includes(old) === true;
}

function isChild(lemma: string): boolean {
  return young.has(lemma) || lemma === 'boy' || lemma === 'girl';
}

export type Gender = 'male' | 'female';

const genders: Readonly<Record<Gender, ReadonlySet<string>>> = {
  male: new Set(['man', 'boy', 'guy', 'gentleman']),
  female: new Set(['woman', 'girl', 'lady']),
};
const pronouns: Readonly<Record<Gender, readonly string[]>> = {
  male: ['he', 'his', 'him', 'himself'],
  female: ['she', 'her', 'hers', 'herself'],
};

/** The gender that a person word says; `undefined` for "child" and its like. */
export function genderOf(lemma: string): Gender | undefined {
  if (genders.male.has(lemma)) return 'male';
  return genders.female.has(lemma) ? 'female' : undefined;
}

/** Whether a pronoun among a caption's words says a gender. */
export function saysGender(words: readonly string[], gender: Gender): boolean {
  return pronouns[gender].some((pronoun) => words.includes(pronoun));
}
