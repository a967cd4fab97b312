/**
 * The one objective: leak + λ · surprise, in the unit of the ledger, the less the better. Concreteness comes before both,
 * by tiers (assign/tiers.ts); what is above the bound on surprise is no edit at all.
 */
const surpriseWeight = 40;

/**
 * The largest surprise of an edit, in nats: a reader finds nothing clearly wrong in at least three of four such.
 */
export const mostSurprise = 0.28;

/** So many times as much for actions and relations, whose words exclude each other whatever stands around them. */
export const moreOfSets = 1.5;

/** The surprise of what somebody wrote of another picture, in nats. */
export const surpriseOfWritten = 0.02;

/**
 * An edit of a tier that leaks more than this is left for what the next tier has; a caption that finds nothing there
 * comes back to it, since a negative that may give itself away is better than none.
 */
export const mostLeak = 80;

/** What leaks more than this gives itself away: a judge of texts picks nine of ten such. */
export const mostLeakAtLast = 1000;

export function costOf(leak: number, surprise: number): number {
  return leak + surpriseWeight * surprise;
}
