/** Why a change was not made. */
export const refusalReasons = [
  /** The caption has more than 4,096 code units, or cannot be tagged. */
  'too-long',
  /** The lexicon has no rating of the word. */
  'unrated',
  /** A word for a person outside the neutral table, the colour of a person, or a change that "his" or "her" gives away. */
  'person',
  /** An adult or a thing would become a minor, or a minor come into a sensitive text: safety/protect-minors.ts. */
  'minor',
  /** A word of a fixed phrase: "black and white", the modifier of a compound. */
  'fixed-phrase',
  'synonym',
  'is-a',
  'part-of',
  /** The caption, or another caption of the image, names the word or a kind of it. */
  'in-caption',
  'in-sibling',
  /** The image has more captions than are compared: this one is ignored. */
  'crowded-image',
  /** Most pictures of this sort show the new thing. */
  'likely-true',
  /** The swap does not change the meaning ("a dog and a cat"). */
  'symmetric',
  /** Number, mass, degree or the form of a verb would not fit. */
  'form',
  /** A flip of the image would make it true. */
  'mirror',
  /** A picture does not show the difference: "new" and "old". */
  'unseen',
  /** |c(replacement) − c(keyword)| is above `maxGap`. */
  'concreteness-gap',
  /** A sacred place, thing or text for another one, or for what would mock it. */
  'sacred',
  /** A slur or a vulgar word, or one of undress or intimacy. */
  'refused-word',
  /** The inflected word is not in the vocabulary. */
  'not-in-vocabulary',
  /** The rewriter's answer changes nothing or more than one place, or fails one of our checks. */
  'rewrite',
  /** The scorer gave no list of finite numbers, one for each candidate. */
  'scorer',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** A row that may refuse a change: a check, or a refusal of the reader. */
export interface Rule {
  /** By this the rule is counted: "family/what". */
  readonly id: string;
  /** Truth: the negative could be true. Form: it would be no English, or no edit. Safety: it could harm. */
  readonly kind: 'truth' | 'safety' | 'form';
  /** The reason of docs and statistics. */
  readonly reason: RefusalReason;
  /** One sentence of the docs. */
  readonly what: string;
}

/** How a refusal is counted. */
export type Refused = Pick<Rule, 'id' | 'reason'>;
