import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1694, // leftLift
  0.0946, // rightLift
  0.1545, // governorLift
  0.634, // acting
  -0.1261, // worstCompany
  0.3219, // meanCompany
  -0.2322, // met
  -0.6181, // steps
  0.3353, // sameSort
  1.3159, // closeness
  -0.5363, // ends
  -0.4251, // ownCompany
  -0.941, // unmet
  0.566, // isPerson
  1.7431, // isAttribute
  -0.0738, // isAction
  -0.3166, // isRelation
  1.9434, // isCount
  -1.1449, // unsaid
  -3.2562, // undone
  -1.3213, // carries
  1.5192, // listed
  0.4423, // passedOver
  -0.3973, // captionLength
  2.0399, // always
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = -0.3344;

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
  object: 1,
  attribute: 1.32,
  action: 1.19,
  relation: 0.54,
  count: 1.78,
};

/** The surprisal of a thing, in nats, at which 80, 60 and 35 % of negatives are beyond objection: the bounds of the tiers. */
export const tierBounds: readonly number[] = [0.04, 0.12, 0.3];
