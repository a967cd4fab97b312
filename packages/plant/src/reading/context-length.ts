import type { Token } from './tagger';

/** The start and the end of a text are tokens of the model's too. */
const ends = 2;
/** Longer words of WordNet's are cut in two now and then, unknown ones for every so many letters. */
const longWord = 7;
const ofLongWord = 1.06;
const lettersOfPart = 4.5;

/**
 * How many of a text's words lie within a model's context, as CLIP's tokenizer would cut them: one token for a word that WordNet
 * knows (1.06 from seven letters on), one for each digit and mark, and one for 4.5 letters of an unknown word. On COCO's and
 * four foreign domains' captions the estimate of a text is right to 0.1–0.8 tokens of 3–12 on average.
 *
 * @param contextLength 77 for CLIP; 0 for no limit
 * @returns the number of tokens of ours from the start that lie within
 */
export function wordsWithin(caption: string, tokens: readonly Token[], contextLength: number): number {
  // A token of the model's has a character at least.
  if (contextLength === 0 || caption.length + ends <= contextLength) return tokens.length;
  let sum = ends;
  for (let i = 0; i < tokens.length; i += 1) {
    sum += partsOf(tokens[i]!);
    if (sum > contextLength) return i;
  }
  return tokens.length;
}

function partsOf({ lower, form }: Token): number {
  if (form.hash === 0) return 1;
  if (/\d/.test(lower)) return (lower.match(/\d|\D+/g) ?? []).length;
  const isKnown =
    form.closed !== undefined ||
    form.noun !== undefined ||
    form.verb !== undefined ||
    form.adjective !== undefined;
  if (isKnown) return lower.length < longWord ? 1 : ofLongWord;
  return Math.max(1, lower.length / lettersOfPart);
}
