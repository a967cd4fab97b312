import { createLexicon, type Lexicon, type Norms, parseNorms } from '@slipform/concreteness';

const norms: Norms = parseNorms('word\trating\ndog\t4.9\n');
const lexicon: Lexicon = createLexicon({ norms });
const rating: number | undefined = lexicon.rate('dog')?.rating;
const mean: number = lexicon.rateCaption('a dog').mean;

export { mean, rating };
