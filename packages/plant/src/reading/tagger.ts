import winkModel from 'wink-eng-lite-web-model';
import winkNLP, { type Model, type PartOfSpeech, type WinkMethods } from 'wink-nlp';

type Tag = PartOfSpeech;

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  tag: Tag;
}

/** wink keeps every new word for good, and numbers them in 20 bits: after so many captions it is made anew. */
const captionsPerInstance = 250_000;

/** The model's loader turns its own table into a string of a string at each call, twice as long every time. */
const model: Model = { ...winkModel, metaCER: once(winkModel.metaCER) };

let shared: WinkMethods | undefined;
let captions = 0;

/** Cuts a text into tokens with offsets and parts of speech (wink-nlp, web model), loaded at the first call. */
export function tagCaption(text: string): Token[] {
  if (!shared || captions >= captionsPerInstance) {
    shared = winkNLP(model, ['pos']);
    captions = 0;
  }
  captions += 1;
  const { its } = shared;
  const cased = inSmallLetters(text);
  const all = shared.readDoc(withSuffixApart(cased)).tokens();
  const values = all.out(its.value);
  const tags = all.out(its.pos);
  const tokens: Token[] = [];
  let cursor = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    const start = cased.indexOf(value, cursor);
    if (start < 0) continue;
    cursor = start + value.length;
    tokens.push({
      text: cased === text ? value : text.slice(start, cursor),
      lower: value.toLowerCase(),
      start,
      end: cursor,
      tag: (tags[i] ?? 'X') as Tag,
    });
  }
  return tokens;
}

/** A caption all in capitals as its writer would have had it: the tagger takes capitals for names. */
function inSmallLetters(text: string): string {
  if (/[a-z]/.test(text) || /\p{Ll}/u.test(text)) return text;
  const small = text.toLowerCase();
  // A few letters ("İ") get longer, which would shift every offset.
  return small.length === text.length ? small : text;
}

/**
 * wink cuts "dog's" in two, unless it has met "dog's," before and kept it as a word: a caption's reading would depend on
 * what was read before it. With the suffix apart it doesn't.
 */
function withSuffixApart(text: string): string {
  return /['’]s/i.test(text) ? text.replace(/(?<=[\p{L}\p{N}])(?=['’]s(?![\p{L}\p{N}]))/giu, ' ') : text;
}

function once(load: unknown): () => unknown {
  let result: { readonly value: unknown } | undefined;
  return () => {
    if (typeof load !== 'function') throw new TypeError('wink-eng-lite-web-model has no loader');
    result ??= { value: load() };
    return result.value;
  };
}
