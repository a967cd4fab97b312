import type { Token } from './tagger';

/** Prepositions of place. */
const single = new Set(
  (
    'on in at under above below behind beside near by over across along through around into onto inside outside between against ' +
    'atop beneath underneath toward towards past off up down within upon among amongst alongside'
  ).split(' '),
);
const several = [
  'in front of, on top of, next to, close to, left of, right of, inside of, outside of, out of, away from, far from, in between, in back of',
  'to the left of, to the right of, on the left of, on the right of, in the front of, in the back of, on the back of, on the front of',
  'on the side of, at the side of, by the side of, on the other side of, on either side of, on both sides of, along the side of',
  'in the middle of, in the center of, in the corner of, at the top of, on the top of, at the bottom of, on the bottom of',
  'on the edge of, at the edge of, at the end of, at the foot of, at the base of, top of, front of',
]
  .join(', ')
  .split(', ')
  .map((phrase) => phrase.split(' '))
  .sort((a, b) => b.length - a.length);

const byFirst = new Map<string, string[][]>();
for (const words of several) byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), words]);

const weak = new Set('in on at by to the of from either both'.split(' '));

/** Index of the last token of the relation that starts here, the longest there is; -1 for none. */
export function relationEnd(tokens: readonly Token[], i: number): number {
  const { lower, tag } = tokens[i]!;
  for (const words of byFirst.get(lower) ?? []) {
    if (words.every((word, k) => tokens[i + k]?.lower === word)) return i + words.length - 1;
  }
  const isPlace = tag === 'ADP' || tag === 'ADV' || tag === 'PART';
  return isPlace && single.has(lower) ? i : -1;
}

/** The word that carries the place: "front" of "in front of". */
export function mainWord(tokens: readonly Token[], first: number, last: number): string {
  for (let i = last; i >= first; i -= 1) if (!weak.has(tokens[i]!.lower)) return tokens[i]!.lower;
  return tokens[first]!.lower;
}
