import type { BenchmarkImage, BenchmarkItem, BenchmarkText, Pairing } from '../questions/benchmark';
import { fingerprintQuestion } from '../questions/fingerprint-question';
import type { ScoredItem } from './result';

/** Looks up the score of a picture with a text, or of two texts. */
export interface ScoreTable {
  image(image: BenchmarkImage, text: BenchmarkText): number;
  /** Undefined where the model cannot score two texts. */
  texts?(text: string, otherText: string): number;
}

/**
 * Turns scores into the answer to one question: the right and the wrong score of its tightest comparison, so that
 * the item is right exactly where the first is higher. Undefined where the model cannot score what it compares.
 */
export function answerItem(item: BenchmarkItem, scores: ScoreTable): ScoredItem | undefined {
  const answer = tightest(item, scores);
  return (
    answer && {
      id: item.id,
      kind: item.kind,
      group: item.group,
      question: fingerprintQuestion(item),
      ...answer,
    }
  );
}

interface Answer {
  readonly caption: number;
  readonly negative: number;
}

function tightest(item: BenchmarkItem, scores: ScoreTable): Answer | undefined {
  if ('comparisons' in item) {
    let worst: Answer | undefined;
    for (const { right, wrong } of item.comparisons) {
      const caption = pairingScore(right, scores);
      const negative = pairingScore(wrong, scores);
      if (caption === undefined || negative === undefined) return undefined;
      // Lost comparisons come before won ones even where the difference of two close numbers rounds.
      if (!worst || caption - negative < worst.caption - worst.negative) worst = { caption, negative };
    }
    return worst;
  }
  const caption = scores.image(item.image, item.caption);
  if ('negative' in item) return { caption, negative: scores.image(item.image, item.negative) };
  const { within = 1 } = item;
  const wrong = item.candidates
    .filter((text) => text !== item.caption)
    .map((text) => scores.image(item.image, text));
  // Right where at most within − 1 wrong texts score as high: above the within-th best of them.
  if (within === 1)
    return { caption, negative: wrong.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) };
  wrong.sort((a, b) => b - a);
  return { caption, negative: wrong[within - 1] ?? Number.NEGATIVE_INFINITY };
}

function pairingScore(pairing: Pairing, scores: ScoreTable): number | undefined {
  return 'image' in pairing
    ? scores.image(pairing.image, pairing.text)
    : scores.texts?.(pairing.text, pairing.otherText);
}

/** The pairings of a picture with a text, and the pairs of texts, that an item's answer needs. */
export function pairingsOf(
  item: BenchmarkItem,
): readonly (Pairing | { image: BenchmarkImage; text: BenchmarkText })[] {
  if ('comparisons' in item) return item.comparisons.flatMap(({ right, wrong }) => [right, wrong]);
  const { image, caption } = item;
  const wrong: readonly BenchmarkText[] = 'negative' in item ? [item.negative] : item.candidates;
  return [caption, ...wrong.filter((text) => text !== caption)].map((text) => ({ image, text }));
}
