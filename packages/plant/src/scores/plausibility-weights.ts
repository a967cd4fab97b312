import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1387, // leftLift
  0.0878, // rightLift
  0.1348, // governorLift
  0.6606, // acting
  -0.1438, // worstCompany
  0.3657, // meanCompany
  0.6069, // met
  -0.1695, // frequency
  -0.6444, // steps
  0.4404, // sameSort
  1.4633, // closeness
  -0.4247, // ownCompany
  -1.2886, // unmet
  -0.4719, // behind
  0.4442, // length
  -0.4669, // compound
  0.9171, // isPerson
  0.2776, // isAnimal
  0.2927, // isFood
  1.3446, // isAttribute
  -1.2274, // isAction
  -1.126, // isRelation
  1.3287, // isCount
  -1.3805, // unsaid
  -0.3767, // captionLength
  2.2455, // always
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = -0.4131;

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
  object: 1,
  attribute: 1.12,
  action: 1.27,
  relation: 0.39,
  count: 1.71,
};
