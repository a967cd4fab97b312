import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1585, // leftLift
  0.078, // rightLift
  0.1586, // governorLift
  0.4638, // acting
  0.0805, // worstCompany
  0.29, // meanCompany
  0.616, // met
  -0.2747, // frequency
  -0.6018, // steps
  0.5174, // sameSort
  1.4507, // closeness
  -0.4043, // ownCompany
  -1.9641, // unmet
  -0.5365, // behind
  0.1719, // length
  -0.3564, // compound
  0.7503, // isPerson
  0.1794, // isAnimal
  0.3929, // isFood
  0.5723, // isAttribute
  -1.1196, // isAction
  -1.0044, // isRelation
  1.6688, // isCount
  1.8882, // always
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = -0.4353;

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
  object: 1,
  attribute: 1.57,
  action: 0.92,
  relation: 0.37,
  count: 1.21,
};
