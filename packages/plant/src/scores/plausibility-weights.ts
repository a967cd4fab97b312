/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.0982, // leftLift
  0.0683, // rightLift
  0.3437, // governorLift
  0.3624, // acting
  0.3113, // worstCompany
  0.205, // meanCompany
  1.3023, // met
  -0.9746, // frequency
  -0.8866, // steps
  0.4852, // sameSort
  1.6108, // closeness
  -0.361, // ownCompany
  -3.0308, // unmet
  -0.6347, // behind
  0.6934, // length
  -0.2097, // compound
  0.8432, // isPerson
  0.4987, // isAnimal
  0.4843, // isFood
  0.7042, // isAttribute
  -1.2902, // isAction
  -0.3878, // isRelation
  1.5744, // isCount
  2.0692, // always
];
