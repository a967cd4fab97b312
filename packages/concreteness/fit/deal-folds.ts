import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Fisher and Yates: shuffles in place, by the generator passed in. */
export function shuffle<Values extends Uint8Array | Int32Array>(
  values: Values,
  random: RandomGenerator,
): Values {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = uniformInt(random, 0, last);
    [values[last], values[other]] = [values[other]!, values[last]!];
  }
  return values;
}

/** The fold of each of `count` rows: equal shares in random order. */
export function dealFolds(count: number, folds: number, random: RandomGenerator): Uint8Array {
  return shuffle(
    Uint8Array.from({ length: count }, (_, index) => index % folds),
    random,
  );
}
