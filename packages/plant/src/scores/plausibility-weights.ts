import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1709, // leftLift
  0.124, // rightLift
  0.1137, // governorLift
  0.6707, // acting
  -0.1615, // worstCompany
  0.2606, // meanCompany
  -0.7548, // met
  -0.6711, // steps
  0.4276, // sameSort
  1.4208, // closeness
  -0.4566, // ownCompany
  -0.6567, // unmet
  0.7567, // isPerson
  1.9417, // isAttribute
  0.1339, // isAction
  -0.2086, // isRelation
  2.0135, // isCount
  -1.3486, // unsaid
  -3.1789, // undone
  -1.2654, // carries
  1.3354, // listed
  0.4302, // passedOver
  -0.2051, // together
  0.2824, // ownMet
  0.2795, // isLast
  -0.4874, // ofNature
  -1.0262, // atOrFrom
  -0.1563, // severalWords
  -0.1564, // captionLength
  1.2104, // always
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = -0.2891;

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
  object: 1,
  attribute: 1.08,
  action: 1.04,
  relation: 0.68,
  count: 1.51,
};

/** The surprisal of a thing at which 55, 35 % of negatives are beyond objection: where the tiers end. */
export const tierBounds: readonly number[] = [0.11, 0.28];
