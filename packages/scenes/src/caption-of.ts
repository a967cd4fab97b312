import { checkContent, checkPhrasing } from './check-scene';
import { pluralOf } from './objects';
import {
  BACKGROUND_FRAMES,
  type ColourPlace,
  FRAMES,
  type Phrasing,
  RELATION_PHRASES,
  SIMPLE_PHRASING,
} from './phrasing';
import type { Count, SceneContent, SceneObject } from './scene';

export const COUNT_WORDS: Readonly<Record<Exclude<Count, 1>, string>> = { 2: 'two', 3: 'three', 4: 'four' };

/**
 * The caption of a content in a given wording: "red dog left of blue cat" (the default, for simple scenes), "there are
 * two dogs on a red tile to the left of a small blue cat on a white background".
 *
 * @example
 * captionOf(content); // 'red dog left of blue cat'
 */
export function captionOf(content: SceneContent, phrasing: Phrasing = SIMPLE_PHRASING): string {
  checkContent('captionOf', 'content', content);
  checkPhrasing('captionOf', phrasing);
  const { first, relation, second, background } = content;
  const phrases = RELATION_PHRASES[relation];
  const between = phrases[phrasing.relation % phrases.length]!;
  const [one, other] = ([first, second] as const).map((object, index) =>
    phrasing.detail === 'simple'
      ? `${object.colour} ${object.name}`
      : nounPhrase(object, phrasing.colours[index as 0 | 1], phrasing.sizes[index as 0 | 1]),
  );
  const framed = FRAMES[phrasing.frame]!.replace('{is}', (first.count ?? 1) === 1 ? 'is' : 'are').replace(
    '{}',
    `${one} ${between} ${other}`,
  );
  if (phrasing.background === undefined || background === undefined) return framed;
  return BACKGROUND_FRAMES[phrasing.background]!.replace(
    '{background}',
    `${article(background)} ${background}`,
  ).replace('{}', framed);
}

/** "two red dogs", "a small dog on a red tile" */
function nounPhrase(
  { name, colour, count = 1, size }: SceneObject,
  place: ColourPlace,
  withSize: boolean,
): string {
  const words = [
    ...(withSize && size !== undefined && count === 1 ? [size] : []),
    ...(place === 'before' ? [colour] : []),
    count === 1 ? name : pluralOf(name),
    ...(place === 'tile' ? ['on', article(colour), colour, 'tile'] : []),
  ];
  return [count === 1 ? article(words[0]!) : COUNT_WORDS[count], ...words].join(' ');
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}
