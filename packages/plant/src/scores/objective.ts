/**
 * The one objective, in nats, the less the better: the price of an edit, surprise + handicap of its site (assign/tiers.ts),
 * and what its leak costs. What is above the bound on surprise is no edit at all.
 */

/** Nats for each unit of the ledger, and the leak from which on it costs no more: then sense alone decides. */
const leakWeight = 0.01;
const mostLeakCounted = 30;

/** Nats for each point of concreteness that a word is further than a tie from the most concrete one (`min`: the least). */
export const handicapOfPoint = 0.2;

/** The largest surprise of an edit, in nats. */
export const mostSurprise = 0.25;

/** The surprise of what somebody wrote of another picture, in nats. */
export const surpriseOfWritten = 0.02;

/**
 * An edit that leaks more than this is left for what dearer ones the caption has; a caption that finds nothing there
 * comes back to it, since a negative that may give itself away is better than none.
 */
export const mostLeak = 80;

/** What leaks more than this gives itself away: a judge of texts picks nine of ten such. */
export const mostLeakAtLast = 1000;

export function costOf(leak: number, price: number): number {
  return price + leakWeight * Math.min(leak, mostLeakCounted);
}
