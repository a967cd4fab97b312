import { fingerprintQuestion } from '../questions/fingerprint-question';
import type { BenchmarkImage, BenchmarkText, Pairing, Question } from '../questions/question';
import type { Answer } from './result';

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
