import { hashText } from '../statistics/random';
import type { BenchmarkText, Pairing, Question } from './question';

const promptHashes = new WeakMap<readonly string[], number>();

/**
 * A short hash of all texts that a question holds. Its id says only which row it is: `noto-0-relation` of another seed is
 * another question, and two models' answers to them are no pair.
 */
export function fingerprintQuestion(question: Question): string {
  return hashText(textsOf(question), 0).toString(36);
}

// The texts are put together as in version 0.1, so that results of then and now can be compared.
function textsOf({ right, wrong, rule }: Question): string {
  if (rule !== 'all') {
    // A thousand classes have eighty prompts each: of these each list is hashed once.
    const candidates = wrong.map(({ text }) => (typeof text === 'string' ? text : hashPrompts(text)));
    return JSON.stringify([right[0]!.text, rule.topK, hashText(JSON.stringify(candidates), 0)]);
  }
  const [first] = right;
  if (right.length === 1 && first && 'image' in first) {
    return JSON.stringify([first.text, wrong[0]!.text]);
  }
  return JSON.stringify(right.map((pairing, i) => [textsOfPairing(pairing), textsOfPairing(wrong[i]!)]));
}

function textsOfPairing(pairing: Pairing): readonly BenchmarkText[] {
  return 'image' in pairing ? [pairing.text] : [pairing.text, pairing.otherText];
}

function hashPrompts(prompts: readonly string[]): number {
  const known = promptHashes.get(prompts);
  if (known !== undefined) return known;
  const hash = hashText(JSON.stringify(prompts), 0);
  promptHashes.set(prompts, hash);
  return hash;
}
