import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1649, // leftLift
  0.0319, // rightLift
  0.1512, // governorLift
  0.4321, // acting
  -0.1501, // worstCompany
  0.3531, // meanCompany
  0.4007, // met
  -0.6463, // steps
  0.3941, // sameSort
  1.6516, // closeness
  -0.431, // ownCompany
  -1.0923, // unmet
  0.7197, // isPerson
  1.322, // isAttribute
  -1.5432, // isAction
  -1.3431, // isRelation
  1.7096, // isCount
  -1.2636, // unsaid
  -0.426, // captionLength
  2.2725, // always
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = -0.3441;

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
  object: 1,
  attribute: 1.13,
  action: 0.7,
  relation: 0.52,
  count: 1.51,
};
