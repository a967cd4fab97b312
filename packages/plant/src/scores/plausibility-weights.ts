/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1144, // leftLift
  -0.004, // rightLift
  0.2867, // governorLift
  0.3722, // acting
  0.2668, // worstCompany
  0.1951, // meanCompany
  0.9644, // met
  -0.4857, // frequency
  -0.5987, // steps
  0.2868, // sameSort
  -0.0661, // gap
  1.9593, // closeness
  0.1783, // afterNoun
  -0.4303, // compound
  0.7877, // isAttribute
  -0.9283, // isAction
  -0.3821, // isRelation
  1.617, // isCount
  0.5058, // always
];
