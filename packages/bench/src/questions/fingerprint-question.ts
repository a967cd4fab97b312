import { hashText } from '../statistics/random';
import type { BenchmarkItem, BenchmarkText, Pairing } from './benchmark';

const known = new WeakMap<readonly BenchmarkText[], number>();

/**
 * A short hash of all texts that a question holds. Its id says only which row it is: `noto-0-relation` of another seed is
 * another question, and two models' answers to them are no pair.
 */
export function fingerprintQuestion(item: BenchmarkItem): string {
  return hashText(textsOf(item), 0).toString(36);
}

function textsOf(item: BenchmarkItem): string {
  if ('comparisons' in item) {
    return JSON.stringify(item.comparisons.map(({ right, wrong }) => [right, wrong].map(pairingTexts)));
  }
  if ('negative' in item) return JSON.stringify([item.caption, item.negative]);
  // All pictures of a classification share one list, which may be of a thousand classes.
  const candidates = known.get(item.candidates) ?? hashText(JSON.stringify(item.candidates), 0);
  known.set(item.candidates, candidates);
  return JSON.stringify([item.caption, item.within ?? 1, candidates]);
}

function pairingTexts(pairing: Pairing): readonly string[] {
  return 'image' in pairing ? [pairing.text] : [pairing.text, pairing.otherText];
}
