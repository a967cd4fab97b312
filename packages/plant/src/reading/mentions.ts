import type { CaptionSpan, Reading } from './reading';
import type { Token } from './tagger';

/** A place where a caption says a word once more: indices of its first and last token, and its offsets in UTF-16 code units. */
export type Mention = Pick<CaptionSpan, 'first' | 'last' | 'start' | 'end'>;

/** What tells which word a span is. */
export type MentionedSpan = Pick<CaptionSpan, 'first' | 'last' | 'lemma'> & { readonly slot: string };

const none: readonly Mention[] = [];

/**
 * The other places of a caption that say a span's word: in whatever number or form ("dog" and "dogs", "ride" and "riding"), as
 * a part of a compound ("dog house", "dog-sized") or of a longer name too. An edit of the span alone would leave them as they
 * are, so that the text may contradict itself: the span is no site then, or the edit goes along at each of them.
 *
 * @param span a span of this reading
 * @returns from left to right, without the span itself
 */
export function mentionsOf(span: MentionedSpan, { tokens }: Pick<Reading, 'tokens'>): readonly Mention[] {
  const words = span.lemma.split(' ');
  let found: Mention[] | undefined;
  for (let first = 0; first + words.length <= tokens.length; first += 1) {
    const last = first + words.length - 1;
    if (last >= span.first && first <= span.last) continue;
    if (!isSaidAt(words, span.slot, tokens, first)) continue;
    found ??= [];
    found.push({ first, last, start: tokens[first]!.start, end: tokens[last]!.end });
    first = last;
  }
  return found ?? none;
}

function isSaidAt(words: readonly string[], slot: string, tokens: readonly Token[], first: number): boolean {
  const last = words.length - 1;
  for (let i = 0; i < last; i += 1) if (tokens[first + i]!.lower !== words[i]) return false;
  return says(tokens[first + last]!, words[last]!, slot);
}

/** A relation or a count is said again by its own words alone: "on" stands in many captions twice. */
function says({ lower, form }: Token, word: string, slot: string): boolean {
  if (lower === word) return true;
  if (slot === 'object') return form.noun === word;
  if (slot === 'attribute') return form.adjective === word;
  return slot === 'action' && form.verb === word;
}
