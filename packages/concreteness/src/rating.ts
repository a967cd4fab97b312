/** Whose number a rating is: people's (`norms`, which the caller passes) or our model's (`estimate`, in the package). */
export type RatingSource = 'norms' | 'estimate';

/** The step of the look-up that gave a rating: see `lookup/lookup-steps.ts`. */
export type RatingStep = 'norms' | 'entry' | 'lemma' | 'spelling' | 'parts' | 'punctuation';

/** The rating of a word or phrase, and where it comes from. */
export interface Rating {
  /** Concreteness from 1 (abstract) to 5 (concrete), on the scale of Brysbaert, Warriner and Kuperman (2014). */
  readonly rating: number;
  /** `norms` if people rated the word or its lemma, else `estimate`. */
  readonly source: RatingSource;
  /** What was rated: "dog" for "Dogs", "ice cream" for "ice-creams", "unzippable" for "unzippable". */
  readonly lemma: string;
  /**
   * The step that found the rating: `norms` (people rated the word itself or its other spelling), `entry` (the word is
   * in our table), `lemma` (it is a form of such a word), `spelling` (it is written in another way), `parts` (it is
   * made of such words) or `punctuation` (found without the punctuation around it).
   */
  readonly via: RatingStep;
  /**
   * Only if the rating was computed from other ratings, because the word is not an entry: the parts of the word, such
   * as ["zip", "-able"], ["quarrel", "-ed"] or ["smoke", "detector"].
   */
  readonly parts?: readonly string[];
}
