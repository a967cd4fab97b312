/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1129, // leftLift
  0.0138, // rightLift
  0.2679, // governorLift
  0.5144, // acting
  0.2838, // worstCompany
  0.228, // meanCompany
  1.1762, // met
  -0.4732, // frequency
  -0.6677, // steps
  0.291, // sameSort
  -0.1175, // gap
  1.6882, // closeness
  0.1739, // afterNoun
  -0.3879, // compound
  0.8814, // isAttribute
  -0.9659, // isAction
  -0.5222, // isRelation
  1.7904, // isCount
  0.5049, // always
];
