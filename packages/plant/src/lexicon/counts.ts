import { closedSet } from './exclusions';

/**
 * What says how many: numbers exclude each other; "several" is no two, "many" no three, a group no pair. "A couple
 * of" is said of three or four as well, "many" of five.
 */
export const countsExclude = closedSet('counts');

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

/** The word that carries the concreteness of an expression: "group" of "a large group of". */
export const countHeads: Readonly<Record<string, string>> = Object.fromEntries(
  [...countsExclude.words].flatMap((count) => {
    const parts = count.split(' ');
    return parts.at(-1) === 'of' && !count.startsWith('a couple') ? [[count, parts.at(-2)!]] : [];
  }),
);
