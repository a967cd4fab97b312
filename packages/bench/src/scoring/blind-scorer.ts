import { refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import type { Scorer } from '../encoders/encoder';
import { wordsOf } from '../questions/bag-of-words';

/**
 * A Scorer that never looks at the picture: the log-likelihood of the text under a bigram model of the training
 * captions, add-one smoothed. What it gets above chance can be had without seeing, so every composition score is
 * read beside it; {@link evaluateBlind} judges it on any benchmark.
 *
 * log p(w₁ … wₙ) = Σ log (count(wᵢ₋₁ wᵢ) + 1) / (count(wᵢ₋₁) + V), with start and end marks; words in lower case,
 * without punctuation.
 *
 * @example
 * const result = await evaluate(blindScorer(['a red dog', 'two cats on a bench']), benchmark);
 */
export function blindScorer(captions: Iterable<string>): Scorer {
  const likelihood = bigramLikelihood(captions);
  return { score: async (pairs) => pairs.map(({ text }) => likelihood(text)) };
}

/** The log-likelihood of a text, as {@link blindScorer} has it. */
export function bigramLikelihood(captions: Iterable<string>): (text: string) => number {
  if (typeof captions !== 'object' || captions === null || !(Symbol.iterator in captions)) {
    refuse('blindScorer', 'captions', 'must be a list of texts', shown(captions));
  }
  const pairCounts = new Map<string, number>();
  const counts = new Map<string, number>();
  const vocabulary = new Set<string>();
  for (const caption of captions) {
    if (typeof caption !== 'string') {
      refuse('blindScorer', 'captions', 'must be texts', `${shown(caption)} among them`);
    }
    for (const [left, right] of bigrams(caption)) {
      pairCounts.set(`${left} ${right}`, (pairCounts.get(`${left} ${right}`) ?? 0) + 1);
      counts.set(left, (counts.get(left) ?? 0) + 1);
      vocabulary.add(right);
    }
  }
  const size = vocabulary.size + 1;
  return (text) => {
    let sum = 0;
    for (const [left, right] of bigrams(text)) {
      sum += Math.log(((pairCounts.get(`${left} ${right}`) ?? 0) + 1) / ((counts.get(left) ?? 0) + size));
    }
    return sum;
  };
}

function bigrams(text: string): [string, string][] {
  const words = ['<start>', ...wordsOf(text), '<end>'];
  return words.slice(1).map((word, index) => [words[index]!, word]);
}
