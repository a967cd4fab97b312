import { genderOf } from './lexicon/people';
import type { SiteWord } from './sites/site-word';

/** How many different changes there are, as shares of the negatives. */
export interface Variety {
  /** Different words that were put in. */
  readonly words: number;
  /** The share of the thirty commonest pairs of words, whichever takes the other's place. */
  readonly commonest: number;
  /** The share that changes a person's sex. */
  readonly sex: number;
  /** The share that changes left and right, which a flip of the image makes true. */
  readonly sides: number;
}

const pairsCounted = 30;
const between = ' → ';
const isSide = (lemma: string) => /\b(?:left|right)\b/.test(lemma);

/** Under this name a change is counted. */
export function changeOf(old: string, now: string): string {
  return `${old}${between}${now}`;
}

/** Whether a word for a person takes the place of one for the other sex. */
export function changesSex(old: Pick<SiteWord, 'lemma'>, now: Pick<SiteWord, 'lemma'>): boolean {
  const [one, other] = [genderOf(old.lemma), genderOf(now.lemma)];
  return one !== undefined && other !== undefined && one !== other;
}

/** @param changes how often each change was made, by its name */
export function varietyOf(changes: Readonly<Record<string, number>>): Variety {
  const words = new Set<string>();
  const pairs = new Map<string, number>();
  let [all, sex, sides] = [0, 0, 0];
  for (const [change, times] of Object.entries(changes)) {
    const [old = '', now = ''] = change.split(between);
    const pair = old < now ? change : changeOf(now, old);
    words.add(now);
    pairs.set(pair, (pairs.get(pair) ?? 0) + times);
    all += times;
    if (changesSex({ lemma: old }, { lemma: now })) sex += times;
    if (isSide(old) && isSide(now)) sides += times;
  }
  const most = [...pairs.values()].sort((a, b) => b - a).slice(0, pairsCounted);
  const share = (part: number) => (all === 0 ? 0 : part / all);
  return {
    words: words.size,
    commonest: share(most.reduce((sum, times) => sum + times, 0)),
    sex: share(sex),
    sides: share(sides),
  };
}
