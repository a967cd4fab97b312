import { CaptionReading } from './caption-reading';
import { correctTags } from './correct-tags';
import { findActions } from './find-actions';
import { type AttributeContext, findAttributes } from './find-attributes';
import { findCounts } from './find-counts';
import { findObjects, type ObjectContext } from './find-objects';
import { findRelations } from './find-relations';
import { findNounPhrases } from './noun-phrase';
import { plainSpaces } from './plain-spaces';
import type { Reading } from './reading';
import { type Token, tagCaption, tagCaptions } from './tagger';
import type { WordForm } from './word-forms';

export type ReadingContext = ObjectContext &
  AttributeContext & { readonly formOf: (lower: string) => WordForm };

/** Longer texts are no captions; CLIP's text tower ends at 77 tokens, about 400 characters. */
export const longestCaption = 4096;

/**
 * So many places of one slot may be changed, the first ones. A caption with more is far beyond CLIP's 77 tokens, and
 * each is weighed against each other one where words change places: of 4,096 characters that were half a million pairs.
 */
export const mostSpans = 32;

/** Reads a caption into its words, objects, attributes, actions, relations and counts; `undefined` if it is too long to be one. */
export function readCaption(caption: string, context: ReadingContext): Reading | undefined {
  if (isTooLong(caption, context)) return undefined;
  return readTagged(caption, tagCaption(caption), context);
}

/** Reads many captions, each as if alone; those that are too long are left out. */
export function readCaptions<T extends { readonly caption: string }>(
  captions: readonly T[],
  context: ReadingContext,
  visit: (caption: T, reading: Reading) => void,
): void {
  const kept = captions.filter(({ caption }) => !isTooLong(caption, context));
  let i = 0;
  for (const tokens of tagCaptions(kept.map(({ caption }) => caption))) {
    const caption = kept[i]!;
    visit(caption, readTagged(caption.caption, tokens, context));
    i += 1;
  }
}

function isTooLong({ length }: string, { refuse }: ReadingContext): boolean {
  if (length > longestCaption) refuse('too-long');
  return length > longestCaption;
}

function readTagged(caption: string, tokens: readonly Token[], context: ReadingContext): Reading {
  correctTags(tokens, context.formOf);
  return readTokens(caption, tokens, context);
}

/** Reads a caption whose tokens have their tags. */
export function readTokens(written: string, tokens: readonly Token[], context: ReadingContext): Reading {
  const caption = plainSpaces(written);
  const { objects, compounds, taken } = findObjects(caption, tokens, context);
  const attributes = findAttributes(caption, tokens, taken, context);
  const phrases = findNounPhrases(tokens);
  const actions = findActions(caption, tokens, phrases, taken, context);
  const relations = findRelations(caption, tokens, phrases, actions, context);
  const counts = findCounts(caption, tokens, phrases, context);
  return new CaptionReading(
    written,
    tokens,
    firstOf(objects),
    firstOf(compounds),
    firstOf(attributes),
    firstOf(actions),
    firstOf(relations),
    firstOf(counts),
    phrases,
    objects,
  );
}

function firstOf<T>(spans: readonly T[]): readonly T[] {
  return spans.length > mostSpans ? spans.slice(0, mostSpans) : spans;
}
