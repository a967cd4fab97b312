import type { Surroundings } from './operations/operation';
import { longestCaption } from './reading/read-caption';
import type { WordForm } from './reading/word-forms';

const nothing: Surroundings = { words: new Set(), nouns: [] };

/** The words that other captions of an image use, and the nouns among them, by form alone: doubt speaks for them. */
export function readSurroundings(
  captions: readonly string[],
  formOf: (lower: string) => WordForm,
): Surroundings {
  if (captions.length === 0) return nothing;
  const words = new Set<string>();
  const nouns = new Set<string>();
  for (const caption of captions) {
    let previous = '';
    for (const [word] of caption
      .slice(0, longestCaption)
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+(?:['-]\p{L}+)*/gu)) {
      words.add(word);
      const { noun } = formOf(word);
      if (noun !== undefined) {
        words.add(noun);
        words.add(`${previous} ${noun}`);
        if (word.length > 2) nouns.add(noun);
      }
      previous = word;
    }
  }
  return { words, nouns: [...nouns] };
}
