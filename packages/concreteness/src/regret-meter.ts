import type { Lexicon } from './lexicon';

export interface Regret {
  readonly captions: number;
  /** Captions with two or more words that people rated, so that there is a choice. */
  readonly choices: number;
  /** Mean over these captions: the human rating of the best word minus that of the word with the highest estimate. */
  readonly estimates: number | null;
  /** The same for a word drawn by chance. */
  readonly blind: number | null;
  /** Share of choices without regret. */
  readonly right: number | null;
  /** The pairs of words that cost most in all. */
  readonly confusions: readonly {
    readonly chosen: string;
    readonly best: string;
    readonly captions: number;
    readonly regret: number;
  }[];
}

/**
 * Measures the regret of a choice of the most concrete word of a caption by estimates: the human rating of the best word
 * minus that of the chosen word, among the words of the caption that people rated (or whose lemma they rated).
 *
 * @param estimates a lexicon without norms
 * @param people the same with norms
 */
export function createRegretMeter(estimates: Lexicon, people: Lexicon) {
  let captions = 0;
  let choices = 0;
  let rightChoices = 0;
  let sum = 0;
  let blindSum = 0;
  const costs = new Map<string, { chosen: string; best: string; captions: number; sum: number }>();

  const add = (text: string): void => {
    captions += 1;
    const words = estimates.rateCaption(text).words.flatMap(({ text: word, rating, lemma }) => {
      const human = people.rate(word);
      return human?.source === 'norms' ? [{ lemma, rating, human: human.rating }] : [];
    });
    if (words.length < 2) return;
    choices += 1;
    const chosen = words.reduce((top, word) => (word.rating > top.rating ? word : top));
    const best = words.reduce((top, word) => (word.human > top.human ? word : top));
    const regret = best.human - chosen.human;
    sum += regret;
    blindSum += best.human - words.reduce((total, { human }) => total + human, 0) / words.length;
    if (regret === 0) {
      rightChoices += 1;
      return;
    }
    const key = `${chosen.lemma}\t${best.lemma}`;
    const cost = costs.get(key) ?? { chosen: chosen.lemma, best: best.lemma, captions: 0, sum: 0 };
    costs.set(key, cost);
    cost.captions += 1;
    cost.sum += regret;
  };

  const result = (worst: number): Regret => ({
    captions,
    choices,
    estimates: choices === 0 ? null : sum / choices,
    blind: choices === 0 ? null : blindSum / choices,
    right: choices === 0 ? null : rightChoices / choices,
    confusions: [...costs.values()]
      .sort((a, b) => b.sum - a.sum)
      .slice(0, worst)
      .map((cost) => ({
        chosen: cost.chosen,
        best: cost.best,
        captions: cost.captions,
        regret: cost.sum / cost.captions,
      })),
  });
  return { add, result };
}
