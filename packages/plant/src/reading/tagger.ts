import winkModel from 'wink-eng-lite-web-model';
import winkNLP, { type Model, type PartOfSpeech, type Tokens, type WinkMethods } from 'wink-nlp';
import { plainText } from './plain-text';
import { loadWordForms, type WordForm } from './word-forms';

type Tag = PartOfSpeech;

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** The readings of the word in WordNet, looked up once for each lexeme. */
  readonly form: WordForm;
  tag: Tag;
}

const SPACE = 32;
const BREAK = '\n';
/** Batch size: enough texts to make the tagger's cost for each document small. */
const linesPerDocument = 64;

/** wink keeps every new word for good, and numbers them in 20 bits: after this number of captions it is made anew. */
const captionsPerInstance = 250_000;

/** The model's loader turns its own table into a string of a string at each call, twice as long every time. */
const model: Model = { ...winkModel, metaCER: once(winkModel.metaCER) };

/** wink starts with 50,000 lexemes; an array with room for them is no sparse one. */
const lexemeCapacity = 1 << 16;

let shared: WinkMethods | undefined;
let captions = 0;
/** Of wink's lexemes by their number: a token costs an index instead of a string to hash. */
let values: (string | undefined)[] = [];
let forms: (WordForm | undefined)[] = [];

/** Cuts a text into tokens with offsets and parts of speech (wink-nlp, web model), loaded at the first call. */
export function tagCaption(text: string): Token[] {
  return tagTogether([text])[0]!;
}

/**
 * The same for several texts, in their order, each as it would be alone: a document costs wink a third of a caption's
 * time whatever it holds, so that many texts make one, a line each. The tagger looks at a line break as at the end.
 */
export function* tagCaptions(texts: readonly string[]): Generator<Token[]> {
  let line = 0;
  while (line < texts.length) {
    let end = line;
    while (end < texts.length && end - line < linesPerDocument && /\S/.test(plainText(texts[end]!))) end += 1;
    if (end === line) end += 1;
    yield* tagTogether(texts.slice(line, end));
    line = end;
  }
}

function tagTogether(texts: readonly string[]): Token[][] {
  const { its, readDoc } = instanceFor(texts.length);
  const cased = texts.map((text) => inSmallLetters(plainText(text)));
  const all = readDoc(cased.map(withSuffixApart).join(BREAK)).tokens();
  const numbers = all.out(its.uniqueId) as number[];
  const tags = all.out(its.pos) as Tag[];
  let i = 0;
  const tagged: Token[][] = [];
  for (const [line, text] of texts.entries()) {
    const tokens: Token[] = [];
    const own = cased[line]!;
    let cursor = 0;
    for (; i < numbers.length; i += 1) {
      const number = numbers[i]!;
      const value = values[number] ?? newLexeme(all, i, number, its);
      if (value === BREAK && texts.length > 1) break;
      const start = startOf(value, own, cursor);
      if (start < 0) continue;
      cursor = start + value.length;
      const form = forms[number]!;
      tokens.push({
        text: own === text || text.startsWith(value, start) ? value : text.slice(start, cursor),
        lower: form.lower,
        start,
        end: cursor,
        form,
        tag: tags[i] ?? 'X',
      });
    }
    i += 1;
    tagged.push(tokens);
  }
  return tagged;
}

/** wink, made anew where it has read its number of captions. @param more captions that it will read now */
function instanceFor(more: number): WinkMethods {
  if (!shared || captions >= captionsPerInstance) {
    shared = winkNLP(model, ['pos']);
    values = new Array(lexemeCapacity);
    forms = new Array(lexemeCapacity);
    captions = 0;
  }
  captions += more;
  return shared;
}

function newLexeme(all: Tokens, i: number, number: number, its: WinkMethods['its']): string {
  const value = all.itemAt(i).out(its.value);
  const form = loadWordForms()(value.toLowerCase());
  // One string for both is one less to fetch.
  values[number] = value === form.lower ? form.lower : value;
  forms[number] = form;
  return value;
}

/** The start of a token: nearly always right here, or after one space. */
function startOf(value: string, text: string, cursor: number): number {
  const next = text.charCodeAt(cursor) === SPACE ? cursor + 1 : cursor;
  return text.startsWith(value, next) ? next : text.indexOf(value, cursor);
}

/**
 * A caption without capitals, which the tagger takes for names: it then reads a title as it does a sentence. What a capital says
 * is found out afterwards (mark-names.ts).
 */
function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  // A few letters ("İ") get longer, which would shift every offset.
  return small.length === text.length ? small : text;
}

/**
 * wink cuts "dog's" and "3xl" in two, unless it has met "dog's," or "3xl.3xl" before and kept them as words: a caption's reading
 * would depend on what was read before it. With the suffix apart, and what follows such a period, it doesn't.
 */
function withSuffixApart(text: string): string {
  const apart = /['’]s/i.test(text)
    ? text.replace(/(?<=[\p{L}\p{N}])(?=['’]s(?![\p{L}\p{N}]))/giu, ' ')
    : text;
  return apart.includes('.') ? apart.replace(/(?<=\p{L}\.)(?=\p{N}+\p{L}|\p{L}+['’\p{N}])/gu, ' ') : apart;
}

function once(load: unknown): () => unknown {
  let result: { readonly value: unknown } | undefined;
  return () => {
    if (typeof load !== 'function') throw new TypeError('wink-eng-lite-web-model has no loader');
    result ??= { value: load() };
    return result.value;
  };
}
