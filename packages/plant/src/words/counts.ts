import { createExclusions } from './exclusions';

/**
 * What says how many: numbers exclude each other; "several" is no two, "many" no three, a group no pair. "A couple
 * of" is said of three or four as well, "many" of five.
 */
export const countsExclude = createExclusions([
  'two | three | four | five | six | seven | eight | nine | ten',
  'two | several multiple a-group-of a-bunch-of',
  'a-couple-of | a-group-of a-bunch-of',
  'two a-couple-of | many numerous a-lot-of lots-of dozens-of a-large-group-of a-crowd-of a-herd-of a-flock-of',
  'two a-couple-of | a-row-of a-line-of',
  'two a-couple-of | five | six | seven | eight | nine | ten',
  'three | many numerous a-lot-of lots-of dozens-of a-large-group-of',
  'two a-couple-of',
]);

/** The word that tells a count from others: "group" of "a group of". */
export function tellingOf(count: string): string {
  return telling.get(count) ?? count;
}

const telling = new Map(
  [...countsExclude.words].flatMap((count) => {
    const word = count.split(' ').find((part) => part.length > 2);
    return word === undefined ? [] : [[count, word] as const];
  }),
);

/** The word that carries the concreteness of an expression. */
export const countHeads: Readonly<Record<string, string>> = {
  'a group of': 'group',
  'a large group of': 'group',
  'a bunch of': 'bunch',
  'a crowd of': 'crowd',
  'a herd of': 'herd',
  'a flock of': 'flock',
  'a row of': 'row',
  'a line of': 'line',
  'a lot of': 'lot',
  'lots of': 'lots',
  'dozens of': 'dozens',
};
