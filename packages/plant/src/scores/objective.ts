/**
 * The one objective, in nats, the less the better: the price of an edit, the sense that it needs + handicap of its site
 * (assign/tiers.ts), and what its leak costs. What needs more than the option `sense` is no edit at all.
 */
import { type Operation, type Slot, slots } from '../hard-negative';
import { boundsBySlot, replacedWeight, tierBounds } from './plausibility-weights';

/** Nats for each unit of the ledger, and the leak from which on it costs no more: then sense alone decides. */
const leakWeight = 0.02;
const maxLeakCounted = 30;

/** Nats for each point of concreteness that a word is further than a tie from the most concrete one (`min`: the least). */
export const handicapOfPoint = 1;

export const senseLevels = ['strict', 'usual', 'all'] as const;
export type SenseLevel = (typeof senseLevels)[number];

/** Of the first tier even questions are made. */
export const strictTiers = 1;
/** The bound of the last tier, where one word in fifty has nothing clearly wrong. */
const openBound = 4;

/**
 * The tiers down to a level, each by its bound on the surprisal of things, in nats: a caption gets an edit of the first tier that
 * has one for it, and within that tier the policy decides.
 */
export function tiersOf(sense: SenseLevel | number): readonly number[] {
  const [strict = 0, usual = 0] = tierBounds;
  const most = typeof sense === 'number' ? sense : { strict, usual, all: openBound }[sense];
  return [...tierBounds.filter((bound) => bound < most), most];
}

/** The surprise of what somebody wrote of another picture, in nats. */
export const surpriseOfWritten = 0.02;

/**
 * What a thing's word costs besides where the row of the old one (lexicon/contrasts.tsv) lists others and not it, in nats: a little
 * more than the bound of `usual`, so that only `all` takes it. Readers found 28 of 50 such words clearly wrong that shipped before,
 * of 296 that a row lists 53. What somebody wrote of another picture, and what the caption names itself, does not pay it.
 */
export const surpriseOfPassedOver = (tierBounds[1]! + 0.01) * boundsBySlot.object;

/** The largest text-only artefact score of an edit; both edits of an exchange together may have twice as much. */
export const maxLeak = 80;

/**
 * Attributes that change places suit the other thing by rule, or were met with it (assign/swap-sense.ts): of 23 that readers judged
 * none was clearly wrong. So their surprise counts this share of a word's.
 */
const shareOfSwappedAttribute = 0.45;

/**
 * The surprise of an edit by its operation. Where another caption does not give its word in return, readers find more faults:
 * the odds of one are e^(−w) times as high, w from their verdicts.
 */
export function surpriseOf(surprise: number, operation: Operation, slot?: Slot): number {
  if (operation === 'swap') return slot === 'attribute' ? shareOfSwappedAttribute * surprise : surprise;
  return operation === 'replace' ? Math.log1p(Math.exp(-replacedWeight) * Math.expm1(surprise)) : surprise;
}

/** The least `sense` that allows a surprise in a slot. */
export function senseNeeded(surprise: number, slot: Slot): number {
  return surprise / boundsBySlot[slot];
}

/** The largest surprise of each slot under a `sense`. */
export function boundsOf(sense: number): Record<Slot, number> {
  return Object.fromEntries(slots.map((slot) => [slot, sense * boundsBySlot[slot]])) as Record<Slot, number>;
}

export function costOf(leak: number, price: number): number {
  return price + leakWeight * Math.min(leak, maxLeakCounted);
}
