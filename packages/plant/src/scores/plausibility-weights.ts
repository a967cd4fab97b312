/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1074, // leftLift
  0.0095, // rightLift
  0.2601, // governorLift
  0.4648, // acting
  0.304, // worstCompany
  0.2032, // meanCompany
  1.1864, // met
  -0.4828, // frequency
  -0.6768, // steps
  0.3663, // sameSort
  -0.1174, // gap
  1.7651, // closeness
  0.0973, // afterNoun
  -0.4256, // compound
  0.9473, // isAttribute
  -0.9754, // isAction
  -0.6234, // isRelation
  1.8204, // isCount
  0.5273, // always
];
