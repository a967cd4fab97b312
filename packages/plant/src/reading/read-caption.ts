import { isIntimate } from '../safety/sensitive-topics';
import { wordsOf } from '../safety/words-of';
import { CaptionReading } from './caption-reading';
import { wordsWithin } from './context-length';
import { correctTags } from './correct-tags';
import { findActions } from './find-actions';
import { type AttributeContext, findAttributes } from './find-attributes';
import { findCounts } from './find-counts';
import { findObjects, type ObjectContext } from './find-objects';
import { findRelations } from './find-relations';
import { isForeign } from './language';
import { markNames, type NamesContext } from './mark-names';
import { findNounPhrases } from './noun-phrase';
import { plainText } from './plain-text';
import type { CaptionSpan, Reading, Unusable } from './reading';
import { type Token, tagCaption, tagCaptions } from './tagger';
import { isListOfTags, isTitle, kindOfUnread, type TextKind } from './text-kind';
import type { WordForm } from './word-forms';

export type ReadingContext = ObjectContext &
  AttributeContext &
  NamesContext & {
    readonly formOf: (lower: string) => WordForm;
    /** Tokens of the model's context, CLIP's by estimate: nothing behind them is a site. 0: no limit. */
    readonly contextLength: number;
  };

/**
 * So many places of one slot may be changed, the first ones. A caption with more is far beyond CLIP's 77 tokens, and
 * each is weighed against each other one where words change places: of 4,096 characters that were half a million pairs.
 */
export const mostSpans = 32;

/** Reads a caption into its words, objects, attributes, actions, relations and counts, or says why it can't be changed. */
export function readCaption(caption: string, context: ReadingContext): Reading {
  const kind = kindOf(caption);
  return kind === undefined
    ? readTagged(caption, tagCaption(caption), context)
    : unreadable(caption, kind, context);
}

/** Reads many captions in their order, each as if alone. */
export function readCaptions<T extends { readonly caption: string }>(
  captions: readonly T[],
  context: ReadingContext,
  visit: (caption: T, reading: Reading) => void,
): void {
  const kinds = captions.map(({ caption }) => kindOf(caption));
  const tagged = tagCaptions(captions.filter((_, i) => kinds[i] === undefined).map(({ caption }) => caption));
  for (const [i, caption] of captions.entries()) {
    const kind = kinds[i];
    const text = caption.caption;
    visit(
      caption,
      kind === undefined ? readTagged(text, tagged.next().value!, context) : unreadable(text, kind, context),
    );
  }
}

/** The sort of a text of which nothing is read. */
function kindOf(caption: string): TextKind | undefined {
  return kindOfUnread(caption) ?? (isIntimate(wordsOf(plainText(caption))) ? 'intimate' : undefined);
}

function readTagged(caption: string, tokens: readonly Token[], context: ReadingContext): Reading {
  const isTitled = isTitle(tokens);
  if (isForeign(tokens, isTitled)) return unreadable(caption, 'foreign', context);
  correctTags(tokens, context.formOf);
  markNames(tokens, isTitled, context);
  if (isListOfTags(tokens)) return unreadable(caption, 'tags', context);
  return readSpans(caption, tokens, isTitled, context);
}

const nothing: readonly never[] = [];
const reasonOf: Partial<Record<TextKind, Unusable>> = {
  long: 'too-long',
  foreign: 'not-english',
  intimate: 'intimate',
};

/** The reading of a text that is no description: without tokens and spans. */
function unreadable(caption: string, kind: TextKind, { refuse }: ReadingContext): Reading {
  if (kind === 'long') refuse('too-long');
  const unusable = reasonOf[kind] ?? 'not-a-description';
  return new CaptionReading(
    caption,
    caption,
    kind,
    unusable,
    nothing,
    nothing,
    nothing,
    nothing,
    nothing,
    nothing,
    nothing,
    nothing,
    nothing,
  );
}

/** Reads a caption whose tokens have their tags. */
function readSpans(
  written: string,
  tokens: readonly Token[],
  isTitled: boolean,
  context: ReadingContext,
): Reading {
  const caption = plainText(written);
  const { objects, compounds, taken } = findObjects(caption, tokens, isTitled, context);
  const attributes = findAttributes(caption, tokens, taken, context);
  const phrases = findNounPhrases(tokens);
  const actions = findActions(caption, tokens, phrases, taken, context);
  const relations = findRelations(caption, tokens, phrases, actions, context);
  const counts = findCounts(caption, tokens, phrases, context);
  const changeable = objects.length + compounds.length + attributes.length + actions.length;
  const within = wordsWithin(caption, tokens, context.contextLength);
  const isName = changeable + relations.length + counts.length === 0 && isNameAlone(tokens);
  return new CaptionReading(
    written,
    caption,
    isTitled ? 'title' : kindOfRead(tokens),
    isName ? 'name' : undefined,
    tokens,
    firstOf(objects, within),
    firstOf(compounds, within),
    firstOf(attributes, within),
    firstOf(actions, within),
    firstOf(relations, within),
    firstOf(counts, within),
    phrases,
    objects,
  );
}

function kindOfRead(tokens: readonly Token[]): TextKind {
  return tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX') ? 'sentence' : 'phrase';
}

/** Whether all words that say something are names. */
function isNameAlone(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ tag, text, lower }) => tag === 'PROPN' && text !== lower) &&
    tokens.every(({ tag }) => tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'VERB')
  );
}

/** The first spans, so far as they lie within the context. */
function firstOf<T extends CaptionSpan>(spans: readonly T[], within: number): readonly T[] {
  const last = spans.at(-1);
  if (last === undefined || (spans.length <= mostSpans && last.last < within)) return spans;
  return spans.slice(0, mostSpans).filter((span) => span.last < within);
}
