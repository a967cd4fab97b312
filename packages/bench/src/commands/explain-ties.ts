import type { SavedTokenizer } from '@slipform/clip';
import { COLOUR_NAMES, OBJECT_NAMES, type ObjectName, RELATIONS_OF } from '@slipform/scenes';
import type { Result } from '../scoring/result';

/**
 * The things that a model can be asked about: those whose names its tokenizer knows, since one of words makes one token
 * of all others. All of them where it knows less than half: such a model was not made for scenes, and ties will say so.
 */
export function askedObjects(tokenizer: SavedTokenizer): readonly ObjectName[] {
  const known = OBJECT_NAMES.filter((name) => knows(tokenizer, name));
  return 2 * known.length < OBJECT_NAMES.length ? OBJECT_NAMES : known;
}

/** Says what of the scenes' captions a tokenizer doesn't know. */
export function describeUnknownWords(tokenizer: SavedTokenizer): string | undefined {
  const asked = askedObjects(tokenizer);
  const words = [
    ...COLOUR_NAMES,
    ...asked,
    ...new Set(RELATIONS_OF.simple.flatMap((relation) => relation.split(' '))),
  ];
  const unknown = words.filter((word) => !knows(tokenizer, word));
  const shown = unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ' …' : '');
  const leftOut = OBJECT_NAMES.length - asked.length;
  const sentences = [
    ...(leftOut > 0
      ? [
          `${leftOut} of the ${OBJECT_NAMES.length} things in the scenes are left out: the tokenizer doesn't know their names`,
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `The tokenizer doesn't know ${unknown.length} of the ${words.length} words of the scenes' captions (${shown}); captions that differ only in such words are the same to this model`,
        ]
      : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join('. ');
}

function knows(tokenizer: SavedTokenizer, word: string): boolean {
  return !('unknownToken' in tokenizer) || !tokenizer.encode(word).includes(tokenizer.unknownToken);
}

/** Says how many of a result's questions are ties, which count as wrong. */
export function describeTies({ benchmark, answers }: Result): string | undefined {
  const ties = answers.filter(({ right, wrong }) => right === wrong).length;
  if (ties === 0) return undefined;
  const share = ((100 * ties) / answers.length).toFixed(ties === answers.length ? 0 : 1);
  return `${benchmark}: ${ties} of ${answers.length} questions (${share} %) are ties, which count as wrong`;
}
