import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1773, // leftLift
  0.0902, // rightLift
  0.1543, // governorLift
  0.6146, // acting
  -0.1559, // worstCompany
  0.3606, // meanCompany
  -0.1804, // met
  -0.5683, // steps
  0.362, // sameSort
  1.2178, // closeness
  -0.4292, // ownCompany
  -0.844, // unmet
  0.551, // isPerson
  1.8226, // isAttribute
  0.0881, // isAction
  -0.1332, // isRelation
  2.0874, // isCount
  -1.3783, // unsaid
  -3.2623, // undone
  -1.3131, // carries
  1.8199, // listed
  0.4247, // passedOver
  -0.3946, // captionLength
  1.8771, // always
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = -0.3255;

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
  object: 1,
  attribute: 1.29,
  action: 1.24,
  relation: 0.6,
  count: 1.72,
};

/** The surprisal of a thing at which 55, 35 % of negatives are beyond objection: where the tiers end. */
export const tierBounds: readonly number[] = [0.11, 0.3];
