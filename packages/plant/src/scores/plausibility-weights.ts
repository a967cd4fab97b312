import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1657, // leftLift
  0.085, // rightLift
  0.1566, // governorLift
  0.663, // acting
  -0.1443, // worstCompany
  0.3453, // meanCompany
  0.0388, // met
  -0.6165, // steps
  0.2776, // sameSort
  1.3891, // closeness
  -0.441, // ownCompany
  -0.8858, // unmet
  0.3083, // isPerson
  1.7556, // isAttribute
  -0.0387, // isAction
  -0.2283, // isRelation
  2.0399, // isCount
  -1.3536, // unsaid
  -3.2618, // undone
  -1.3235, // carries
  1.1863, // listed
  0.4373, // passedOver
  -0.4062, // captionLength
  1.9018, // always
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = -0.3351;

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
  object: 1,
  attribute: 1.23,
  action: 1.13,
  relation: 0.55,
  count: 1.6,
};

/** The surprisal of a thing at which 55, 35 % of negatives are beyond objection: where the tiers end. */
export const tierBounds: readonly number[] = [0.12, 0.32];
