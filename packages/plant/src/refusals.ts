/** Why a change was not made. */
export const refusalReasons = [
  /** The caption is longer than a caption can be (4,096 code units), or is no text that can be tagged. */
  'too-long',
  /** The lexicon doesn't know the word. */
  'unrated',
  /** A person word outside the neutral table, the colour of a person, or a change that "his" or "her" gives away. */
  'person',
  /** An adult or a thing would become a minor, or a minor come near to what is no child's: safety/protect-minors.ts. */
  'minor',
  /** Words that stand or fall together: "black and white", the modifier of a compound. */
  'fixed-phrase',
  'synonym',
  'is-a',
  'part-of',
  /** The caption, or another caption of the image, names it (or a kind of it). */
  'in-caption',
  'in-sibling',
  /** The image has more captions than are looked at, so that this one of them refuses nothing. */
  'crowded-image',
  /** Pictures like this one have it more often than not to be told. */
  'likely-true',
  /** The swap leaves the meaning as it is ("a dog and a cat"). */
  'symmetric',
  /** The swap would put a word where its kind can't stand ("a table on a plate"). */
  'kind-mismatch',
  /** |c(replacement) − c(keyword)| is above the bound. */
  'concreteness-gap',
  /** A slur or a vulgar word. */
  'refused-word',
  /** The inflected word is not in the vocabulary. */
  'not-in-vocabulary',
  /** A rewriter's answer changes nothing, more than one place, or fails a check of ours. */
  'rewrite',
  /** Nothing is left that could take the word's place. */
  'no-replacement',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];
