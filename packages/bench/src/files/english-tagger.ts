import { createRequire } from 'node:module';
import { InputError } from '@slipform/kit/errors/input-error';
import type { Tagger } from '../loaders/shuffle-caption';

type WinkNlp = typeof import('wink-nlp').default;
let nlp: ReturnType<WinkNlp> | undefined;

/**
 * Tokens and word classes of an English text by wink-nlp, for ARO's shuffles. The authors take spaCy's small model;
 * the two differ on some tags, so that single shuffles differ, not the kind of shuffle.
 *
 * @throws InputError if the optional peers wink-nlp and wink-eng-lite-web-model are not installed
 *
 * @example
 * const benchmark = aro('coco_order.json', { tagger: englishTagger });
 */
export const englishTagger: Tagger = (text) => {
  nlp ??= openWink();
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

// Loaded by the first text: its model takes 4 MB, and only ARO's order sets need it.
function openWink(): ReturnType<WinkNlp> {
  const load = createRequire(import.meta.url);
  try {
    const winkNLP: WinkNlp = load('wink-nlp');
    return winkNLP(load('wink-eng-lite-web-model'), ['sbd', 'pos']);
  } catch (error) {
    throw new InputError(
      `englishTagger needs the packages wink-nlp and wink-eng-lite-web-model (${String(error).split('\n')[0]}); npm install wink-nlp wink-eng-lite-web-model and try again.`,
    );
  }
}
