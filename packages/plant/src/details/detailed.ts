import type { Span } from '../hard-negative';
import type { ObjectSpan, Reading } from '../reading/reading';
import { applyEdits } from '../write/apply-edits';

type Place = Pick<Span, 'start' | 'end'>;

/** A caption with a detail more. */
export interface Detailed {
  readonly text: string;
  /** What was written into the caption, and the word of it that may change. */
  readonly detail: Place;
  readonly word: Place;
}

/** Words beside a thing of the caption: before it, or behind it. */
export interface Insertion {
  readonly thing: ObjectSpan;
  readonly side: 'before' | 'behind';
  readonly text: string;
  /** Where the word that may change lies in `text`. */
  readonly word: Place;
}

/** Writes words beside a thing of a caption; the article before it follows. */
export function insertBeside({ caption, tokens }: Reading, { thing, side, text, word }: Insertion): Detailed {
  const { first, start, end, lemma } = thing;
  const isBefore = side === 'before';
  // "Dogs on a bed" → "Two dogs on a bed".
  const opens = isBefore && first === 0 && thing.text[0] !== thing.text[0]!.toLowerCase();
  const name = opens ? thing.text[0]!.toLowerCase() + thing.text.slice(1) : thing.text;
  const added = opens ? text[0]!.toUpperCase() + text.slice(1) : text;
  const written = isBefore ? `${added} ${name}` : `${name} ${added}`;
  const edit = { first, start, end, keywordLemma: lemma, text: written, lemma };
  const { negative, replacements } = applyEdits(caption, (place) => tokens[place], [edit]);
  const at = replacements[0]!.start + (isBefore ? 0 : name.length + 1);
  return {
    text: negative,
    detail: { start: at, end: at + text.length },
    word: { start: at + word.start, end: at + word.end },
  };
}

const ending = /[\s.!]*$/;

/** Writes words behind all others of a caption, before its full stop. */
export function append({ caption }: Reading, text: string, word: Place): Detailed {
  const stop = ending.exec(caption)!.index;
  return {
    text: `${caption.slice(0, stop)}${text}${caption.slice(stop)}`,
    detail: { start: stop, end: stop + text.length },
    word: { start: stop + word.start, end: stop + word.end },
  };
}
