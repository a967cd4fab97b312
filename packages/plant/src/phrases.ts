import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { createReaders } from './create-readers';
import { resolveOptions } from './options';
import { readCaption } from './reading/read-caption';
import type { Reading } from './reading/reading';
import type { ReadingContext } from './reading/reading-context';

/** A phrase of a caption that names a thing: `text === caption.slice(start, end)`, in UTF-16 code units. */
export interface Phrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of its head: "dog" of "two brown dogs". */
  readonly lemma: string;
}

/** A word of a caption as the miner reads it: `text === caption.slice(start, end)`, in UTF-16 code units. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Part of speech, of the universal tags: `'NOUN'`, `'ADJ'`, `'VERB'`, `'ADP'`, `'PUNCT'` … */
  readonly tag: string;
  /** In lower case; of what may be a noun its singular: "dog" of "Dogs". */
  readonly lemma: string;
}

let reader: ReadingContext | undefined;

/**
 * The phrases of a caption that name things, from determiner to head, as the miner reads them: what a caption can be cut to.
 * In the caption's order; none of a text that the miner does not read (of another language, or too long).
 *
 * @example
 * phrasesOf('A red dog chases two cats.').map(({ text }) => text) // ['A red dog', 'two cats']
 *
 * @throws {InputError} if the caption is no text
 */
export function phrasesOf(caption: string): Phrase[] {
  const { objects, tokens, unusable } = read('phrasesOf', caption);
  if (unusable) return [];
  return objects.map(({ phraseStart, end, lemma }) => {
    const { start } = tokens[phraseStart]!;
    return { text: caption.slice(start, end), start, end, lemma };
  });
}

/**
 * The words and marks of a caption with their parts of speech, as the miner reads them: after its corrections of the tagger. In the
 * caption's order; none of a text that the miner does not read (of another language, or longer than 4,096 code units).
 *
 * @example
 * wordsOf('Two dogs run.').map(({ lemma, tag }) => `${lemma} ${tag}`) // ['two NUM', 'dog NOUN', 'run VERB', '. PUNCT']
 *
 * @throws {InputError} if the caption is no text
 */
export function wordsOf(caption: string): Word[] {
  return read('wordsOf', caption).tokens.map(({ text, start, end, tag, lower, form }) => ({
    text,
    start,
    end,
    tag,
    lemma: form.noun ?? lower,
  }));
}

function read(name: string, caption: string): Reading {
  if (typeof caption !== 'string') {
    throw new InputError(`${name}: the caption must be a text, got ${shown(caption)}; pass one caption.`);
  }
  reader ??= createReaders(resolveOptions({})).reader;
  return readCaption(caption, reader);
}
