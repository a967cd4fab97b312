import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { createReaders } from './create-readers';
import { resolveOptions } from './options';
import { type ReadingContext, readCaption } from './reading/read-caption';

/** A phrase of a caption that names a thing: `text === caption.slice(start, end)`, in UTF-16 code units. */
export interface Phrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of its head: "dog" of "two brown dogs". */
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
  if (typeof caption !== 'string') {
    throw new InputError(`phrasesOf: the caption must be a text, got ${shown(caption)}; pass one caption.`);
  }
  reader ??= createReaders(resolveOptions({})).reader;
  const { objects, tokens, unusable } = readCaption(caption, reader);
  if (unusable) return [];
  return objects.map(({ phraseStart, end, lemma }) => {
    const { start } = tokens[phraseStart]!;
    return { text: caption.slice(start, end), start, end, lemma };
  });
}
