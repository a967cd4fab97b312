import type { SiteSpan } from '../sites/site';
import type { Known } from './known-captions';
import { surroundingsOf } from './site-key';

/** Two spans of a caption, from left to right, and those that stand in their places in its partner. */
export interface Exchange {
  readonly spans: readonly [SiteSpan, SiteSpan];
  readonly others: readonly [SiteSpan, SiteSpan];
}

/**
 * The two spans of one slot that have changed places between captions of the same words: "a dog chasing a cat" and "a cat
 * chasing a dog". `undefined` where more has moved than two rated spans: "a red car and a bus" is "a bus and a red car".
 */
export function exchangeOf(own: Known, other: Known): Exchange | undefined {
  for (const [i, a] of own.sites.entries()) {
    for (const b of own.sites.slice(i + 1)) {
      if (b.slot !== a.slot || b.first <= a.last || a.lemma === b.lemma) continue;
      const around = surroundingsOf(own.reading.tokens, a, b);
      for (const c of other.sites) {
        if (!isSame(c, b)) continue;
        for (const d of other.sites) {
          if (!isSame(d, a) || d.first <= c.last) continue;
          if (surroundingsOf(other.reading.tokens, c, d) === around) return { spans: [a, b], others: [c, d] };
        }
      }
    }
  }
  return undefined;
}

function isSame(a: SiteSpan, b: SiteSpan): boolean {
  return a.slot === b.slot && a.text.toLowerCase() === b.text.toLowerCase();
}
