export { InputError } from './input-error';
export { createLexicon, type Lexicon, type LexiconOptions, type Rating, type RatingSource } from './lexicon';
export { type Norms, parseNorms } from './parse-norms';
export type { RatedCaption, RatedWord } from './rate-caption';
