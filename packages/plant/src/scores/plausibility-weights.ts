/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1144, // leftLift
  0.0114, // rightLift
  0.2705, // governorLift
  0.4615, // acting
  0.2782, // worstCompany
  0.2263, // meanCompany
  1.177, // met
  -0.4913, // frequency
  -0.6515, // steps
  0.274, // sameSort
  -0.1035, // gap
  1.884, // closeness
  0.1626, // afterNoun
  -0.3961, // compound
  0.9263, // isAttribute
  -0.9278, // isAction
  -0.4982, // isRelation
  1.7453, // isCount
  0.5119, // always
];
