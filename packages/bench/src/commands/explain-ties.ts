import type { WordTokenizer } from '@slipform/clip';
import type { Result } from '../result';
import { COLOUR_NAMES } from '../scenes/colours';
import { OBJECT_NAMES } from '../scenes/objects';
import { RELATIONS_OF } from '../scenes/scene';

const SCENE_WORDS = [
  ...COLOUR_NAMES,
  ...OBJECT_NAMES,
  ...new Set(RELATIONS_OF.simple.flatMap((relation) => relation.split(' '))),
];

/** Says how many words of the scenes' captions a tokenizer doesn't know, since it makes one token of them all. */
export function describeUnknownWords(tokenizer: WordTokenizer): string | undefined {
  const unknown = SCENE_WORDS.filter((word) => tokenizer.encode(word).includes(tokenizer.unknownToken));
  if (unknown.length === 0) return undefined;
  const shown = unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ' …' : '');
  return `The tokenizer doesn't know ${unknown.length} of the ${SCENE_WORDS.length} words of the scenes' captions (${shown}); captions that differ only in such words are the same to this model`;
}

/** Says how many of a result's questions are ties, which count as wrong. */
export function describeTies({ benchmark, items }: Result): string | undefined {
  const ties = items.filter(({ caption, negative }) => caption === negative).length;
  if (ties === 0) return undefined;
  const share = ((100 * ties) / items.length).toFixed(ties === items.length ? 0 : 1);
  return `${benchmark}: ${ties} of ${items.length} questions (${share} %) are ties, which count as wrong`;
}
