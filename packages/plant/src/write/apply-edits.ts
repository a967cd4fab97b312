import type { Span } from '../hard-negative';
import { articleFor } from '../inflect/inflect';
import { plainText } from '../reading/plain-text';
import type { Token } from '../reading/tagger';

/** One change of one span: what is cut, and what is written instead. */
export interface TextEdit {
  readonly first: number;
  readonly start: number;
  readonly end: number;
  readonly keywordLemma: string;
  readonly text: string;
  readonly lemma: string;
}

/** The negative, and where each edit lies in the caption (`keywords`) and in the negative (`replacements`). */
export interface EditedCaption {
  readonly negative: string;
  readonly keywords: readonly Span[];
  readonly replacements: readonly Span[];
}

/**
 * Writes the edits into a caption, left to right. Nothing else changes but an "a" or "an" right before an edit,
 * where the new word asks for the other one.
 *
 * @throws {Error} for edits that don't follow each other: the caption would be written out of order
 */
export function applyEdits(
  caption: string,
  tokenAt: (place: number) => Token | undefined,
  edits: readonly TextEdit[],
): EditedCaption {
  let negative = '';
  let copied = 0;
  const keywords: Span[] = [];
  const replacements: Span[] = [];
  for (const { first, start, end, keywordLemma, text, lemma } of edits) {
    if (start < copied)
      throw new Error(`applyEdits: the edit at ${start} comes before the end of the last one`);
    const article = tokenAt(first - 1);
    if (
      article &&
      (article.lower === 'a' || article.lower === 'an') &&
      /^ +$/.test(plainText(caption.slice(article.end, start)))
    ) {
      const fitting = articleFor(text);
      // A slip in the caption ("a elephant") stays one where the sound stays the same.
      if (fitting !== articleFor(caption.slice(start, end))) {
        negative +=
          caption.slice(copied, article.start) + inCaseOf(article.text, fitting, caption.slice(start, end));
        copied = article.end;
      }
    }
    negative += caption.slice(copied, start);
    replacements.push({ text, lemma, start: negative.length, end: negative.length + text.length });
    keywords.push({ text: caption.slice(start, end), lemma: keywordLemma, start, end });
    negative += text;
    copied = end;
  }
  return { negative: negative + caption.slice(copied), keywords, replacements };
}

function inCaseOf(article: string, fitting: string, word: string): string {
  if (article[0] !== 'A') return fitting;
  const isCapitals = article === 'AN' || (word.length > 1 && word === word.toUpperCase());
  return isCapitals ? fitting.toUpperCase() : `A${fitting.slice(1)}`;
}
