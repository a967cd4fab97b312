import type { Surroundings } from './operations/operation';
import { longestCaption } from './reading/read-caption';
import type { WordForm } from './reading/word-forms';

interface ReadSibling {
  readonly words: ReadonlySet<string>;
  readonly nouns: readonly string[];
  readonly text: string;
}

/**
 * Reads what other captions of an image say: the words that they use, and the nouns among them, by form alone, since
 * doubt speaks for them. A caption is read once, however many siblings it has.
 */
export function createSiblingReader(
  formOf: (lower: string) => WordForm,
): (captions: readonly string[]) => Surroundings {
  const known = new Map<string, ReadSibling>();

  function read(caption: string): ReadSibling {
    let sibling = known.get(caption);
    if (!sibling) {
      sibling = parse(caption.slice(0, longestCaption).toLowerCase());
      known.set(caption, sibling);
    }
    return sibling;
  }

  function parse(text: string): ReadSibling {
    const words = new Set<string>();
    const nouns = new Set<string>();
    let previous = '';
    for (const word of text.match(/[\p{L}\p{N}]+(?:['-]\p{L}+)*/gu) ?? []) {
      words.add(word);
      const { noun } = formOf(word);
      if (noun !== undefined) {
        words.add(noun);
        words.add(`${previous} ${noun}`);
        if (word.length > 2) nouns.add(noun);
      }
      previous = word;
    }
    return { words, nouns: [...nouns], text };
  }

  return (captions) => {
    const siblings = captions.map(read);
    return {
      has: (word) => siblings.some(({ words }) => words.has(word)),
      someNoun: (test) => siblings.some(({ nouns }) => nouns.some(test)),
      someWord: (test) => siblings.some(({ words }) => [...words].some(test)),
      someText: (test) => siblings.some(({ text }) => test(text)),
    };
  };
}
