import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Tagger } from '../loaders/shuffle-caption';

let nlp: ReturnType<typeof winkNLP> | undefined;

/**
 * Tokens and word classes of an English text by wink-nlp, for ARO's shuffles. The authors take spaCy's small model;
 * the two differ on some tags, so that single shuffles differ, not the kind of shuffle.
 */
export const englishTagger: Tagger = (text) => {
  nlp ??= winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  const tokens = nlp.readDoc(text).tokens();
  const tags = tokens.out(its.pos);
  return tokens.out().map((token, index) => {
    const tag = tags[index];
    return {
      text: token,
      tag: tag === 'NOUN' || tag === 'PROPN' ? 'noun' : tag === 'ADJ' ? 'adjective' : 'other',
    };
  });
};
