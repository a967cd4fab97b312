export {
  type Agreement,
  type CompareNormsOptions,
  type Comparison,
  compareNorms,
  type WordError,
} from './compare-norms';
export type { InflectedPart } from './detachment-rules';
export { findSpellingsOf } from './find-spellings-of';
export { InputError } from './input-error';
export { createLexicon, type Lexicon, type LexiconOptions } from './lexicon';
export { findIrregularLemmaOf, findLemmaOf } from './morphy';
export { type Norms, type NormsOptions, parseNorms } from './parse-norms';
export type { RatedCaption, RatedWord } from './rate-caption';
export type { Rating, RatingSource, RatingStep } from './rating';
