/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.0971, // leftLift
  0.0798, // rightLift
  0.3238, // governorLift
  0.4756, // acting
  0.2928, // worstCompany
  0.2405, // meanCompany
  1.2974, // met
  -0.9559, // frequency
  -0.8676, // steps
  0.4681, // sameSort
  1.633, // closeness
  -0.3423, // ownCompany
  -2.9769, // unmet
  -0.62, // behind
  0.712, // length
  -0.1957, // compound
  0.6117, // isPerson
  0.5221, // isAnimal
  0.501, // isFood
  0.774, // isAttribute
  -1.3332, // isAction
  -0.4259, // isRelation
  1.629, // isCount
  1.9595, // always
];
