import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** How many numbers a draw has. */
const RANGE = 2 ** 32;

/** What can be shuffled: an array, or a typed one. */
interface Shuffled<T> {
  readonly length: number;
  [index: number]: T;
}

/** A stream of random numbers that a seed fixes, on every machine. It is passed to all that draws. */
export interface Random {
  /** A uniform integer from 0 to `below` − 1; `below` is at most 2³². */
  integer(below: number): number;
  /** As `integer`, but where there is one possibility alone (`below` ≤ 1) nothing is drawn. */
  below(below: number): number;
  /** A uniform number in [0, 1). */
  fraction(): number;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** An index, drawn with a probability in proportion to its weight. */
  weighted(weights: readonly number[]): number;
  /** Shuffles in place (Fisher and Yates; Durstenfeld 1964), and returns the list. */
  shuffle<L extends Shuffled<unknown>>(list: L): L;
  /** At most `count` of the items, each once, in random order. */
  some<T>(items: readonly T[], count: number): T[];
}

/**
 * @param seed a 32-bit integer; `hash.ts` makes one of several numbers or texts, so that two uses of one seed don't
 *   share their numbers
 */
export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  // The numbers of pure-rand's uniformInt, without its arithmetic for ranges of 64 bits.
  const integer = (below: number) => {
    const fair = below > 2 ? Math.floor(RANGE / below) * below : RANGE;
    let drawn: number;
    do drawn = generator.next() + RANGE / 2;
    while (drawn >= fair);
    return drawn % below;
  };
  const fraction = () => uniformFloat64(generator);
  return {
    integer,
    below: (below) => (below <= 1 ? 0 : integer(below)),
    fraction,
    pick: (list) => list[integer(list.length)]!,
    weighted(weights) {
      let rest = fraction() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let index = 0; index < weights.length; index++) {
        rest -= weights[index]!;
        if (rest < 0) return index;
      }
      return weights.length - 1;
    },
    shuffle(list) {
      for (let at = list.length - 1; at > 0; at--) {
        const other = integer(at + 1);
        const moved = list[at];
        list[at] = list[other];
        list[other] = moved;
      }
      return list;
    },
    some(items, count) {
      const left = [...items];
      const drawn: (typeof left)[number][] = [];
      while (drawn.length < count && left.length > 0) drawn.push(...left.splice(integer(left.length), 1));
      return drawn;
    },
  };
}
