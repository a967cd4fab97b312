import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1693, // leftLift
  0.0633, // rightLift
  0.1713, // governorLift
  0.6759, // acting
  -0.1403, // worstCompany
  0.3601, // meanCompany
  0.3383, // met
  -0.6111, // steps
  0.4085, // sameSort
  1.5573, // closeness
  -0.4288, // ownCompany
  -0.9386, // unmet
  0.6955, // isPerson
  1.3586, // isAttribute
  -0.4192, // isAction
  -0.5658, // isRelation
  1.7481, // isCount
  -1.2871, // unsaid
  -3.2837, // undone
  -1.3382, // carries
  -0.3996, // captionLength
  2.1673, // always
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = -0.3406;

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
  object: 1,
  attribute: 1.1,
  action: 1.02,
  relation: 0.51,
  count: 1.37,
};
