import type { BenchmarkImage, BenchmarkText, Pairing, Question } from '../questions/question';
import { hashText } from '../statistics/random';
import type { Answer } from './result';

const promptHashes = new WeakMap<readonly string[], number>();

/**
 * A short hash of all texts that a question holds. Its id says only which row it is: `noto-0-relation` of another seed is
 * another question, and two models' answers to them are no pair.
 */
function fingerprintQuestion(question: Question): string {
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

/** Looks up the score of a picture with a text, or of two texts. */
export interface ScoreTable {
  image(image: BenchmarkImage, text: BenchmarkText): number;
  /** Undefined if the model cannot score two texts. */
  texts?(text: string, otherText: string): number;
}

/**
 * Turns scores into the answer to one question: the right and the wrong score of its tightest comparison, so that the
 * answer is right exactly if `right > wrong`. Undefined if the model cannot score what the question compares.
 */
export function answerQuestion(question: Question, scores: ScoreTable): Answer | undefined {
  const { id, kind, group, rule, clusters, by } = question;
  const tightest = rule === 'all' ? closestPair(question, scores) : kthBest(question, rule.topK, scores);
  return (
    tightest && {
      id,
      kind,
      group,
      ...(clusters ? { clusters } : {}),
      ...(by ? { by } : {}),
      question: fingerprintQuestion(question),
      ...tightest,
    }
  );
}

type Scores = Pick<Answer, 'right' | 'wrong'>;

/** Of the comparisons the one that is lost, or won by the least. */
function closestPair({ right, wrong }: Question, scores: ScoreTable): Scores | undefined {
  let closest: Scores | undefined;
  for (const [index, pairing] of right.entries()) {
    const higher = scoreOf(pairing, scores);
    const lower = scoreOf(wrong[index]!, scores);
    if (higher === undefined || lower === undefined) return undefined;
    // Lost comparisons come before won ones even where the difference of two close numbers rounds.
    if (!closest || higher - lower < closest.right - closest.wrong) closest = { right: higher, wrong: lower };
  }
  return closest;
}

/** Right if at most k − 1 wrong pairings score as high: above the k-th best of them. */
function kthBest(question: Question, topK: number, scores: ScoreTable): Scores | undefined {
  const right = scoreOf(question.right[0]!, scores);
  if (right === undefined) return undefined;
  const wrong: number[] = [];
  for (const pairing of question.wrong) {
    const score = scoreOf(pairing, scores);
    if (score === undefined) return undefined;
    wrong.push(score);
  }
  if (topK === 1) return { right, wrong: wrong.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) };
  wrong.sort((a, b) => b - a);
  return { right, wrong: wrong[topK - 1] ?? Number.NEGATIVE_INFINITY };
}

function scoreOf(pairing: Pairing, scores: ScoreTable): number | undefined {
  return 'image' in pairing
    ? scores.image(pairing.image, pairing.text)
    : scores.texts?.(pairing.text, pairing.otherText);
}
