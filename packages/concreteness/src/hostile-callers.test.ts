import { meetHostileCallers } from '@slipform/kit/testing/hostile-callers';
import * as api from './index';

const lexicon = api.createLexicon();
const norms = api.parseNorms('dog,4');
const isWord = () => true;
const table = 'word,rating\ndog,4\n';

meetHostileCallers(
  {
    compareNorms: [api.compareNorms, { norms, lexicon, options: { worst: 1 } }],
    findSpellingsOf: [api.findSpellingsOf, { word: 'grey', isWord }],
    createLexicon: [api.createLexicon, { options: { norms } }],
    findIrregularLemmaOf: [api.findIrregularLemmaOf, { part: 'noun', form: 'mice', isLemma: isWord }],
    findLemmaOf: [api.findLemmaOf, { part: 'noun', form: 'dogs', isLemma: isWord }],
    parseNorms: [api.parseNorms, { text: table, options: { word: 'word', rating: 'rating', scale: [1, 5] } }],
    rate: [lexicon.rate, { word: 'dog' }],
    rateCaption: [lexicon.rateCaption, { text: 'a red dog' }],
  },
  {
    byChance: 500,
    exports: [{ ...api, ...lexicon }, ['InputError']],
    more: {
      ratings: () => ({ ratings: new Map<unknown, unknown>([[null, Symbol('x')]]) }),
      'ratings that are NaN': () => ({ ratings: new Map([['dog', Number.NaN]]) }),
      'no Map': () => ({ ratings: { [Symbol.toStringTag]: 'Map' } }),
    },
  },
);
