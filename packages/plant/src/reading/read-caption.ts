import { correctTags } from './correct-tags';
import { closedActions, findActions } from './find-actions';
import { findAttributes } from './find-attributes';
import { findCounts } from './find-counts';
import { findObjects } from './find-objects';
import { findRelations } from './find-relations';
import { kindOfNamed, kindOfTagged, kindOfUnread } from './kinds-of-text';
import { markNames } from './mark-names';
import { findNounPhrases } from './noun-phrase';
import { plainText } from './plain-text';
import type { CaptionSpan, KindOfText, ObjectSpan, Reading } from './reading';
import type { ReadingContext } from './reading-context';
import { type Token, tagCaption, tagCaptions } from './tagger';

/** The start and the end of a text are tokens of the model's too. */
const ends = 2;

/** Longer words of WordNet's are cut in two now and then, unknown ones once for each run of this number of letters. */
const longWord = 7;

const ofLongWord = 1.06;

const lettersOfPart = 4.5;

/**
 * How many of a text's words lie within a model's context, as CLIP's tokenizer would cut them: one token for a word that WordNet
 * knows (1.06 from seven letters on), one for each digit and mark, and one for 4.5 letters of an unknown word. On COCO's and
 * four foreign domains' captions the estimate of a text is right to 0.1–0.8 tokens of 3–12 on average.
 *
 * @param contextLength 77 for CLIP; 0 for no limit
 * @returns the number of tokens of ours from the start that lie within
 */
export function wordsWithin(caption: string, tokens: readonly Token[], contextLength: number): number {
  // A token of the model's has a character at least.
  if (contextLength === 0 || caption.length + ends <= contextLength) return tokens.length;
  let sum = ends;
  for (let i = 0; i < tokens.length; i += 1) {
    sum += partsOf(tokens[i]!);
    if (sum > contextLength) return i;
  }
  return tokens.length;
}

function partsOf({ lower, form }: Token): number {
  if (form.hash === 0) return 1;
  if (/\d/.test(lower)) return (lower.match(/\d|\D+/g) ?? []).length;
  const isKnown =
    form.closed !== undefined ||
    form.noun !== undefined ||
    form.verb !== undefined ||
    form.adjective !== undefined;
  if (isKnown) return lower.length < longWord ? 1 : ofLongWord;
  return Math.max(1, lower.length / lettersOfPart);
}

/**
 * At most so many editable spans per slot, the first ones. A caption with more is far beyond CLIP's 77 tokens, and
 * each is weighed against each other one where words change places: of 4,096 characters that were half a million pairs.
 */
export const maxSpans = 32;

/** Reads a caption into its words, objects, attributes, actions, relations and counts, or says why it can't be changed. */
export function readCaption(caption: string, context: ReadingContext): Reading {
  const kind = kindOfUnread(caption);
  return kind ? unreadable(caption, kind, context) : readTagged(caption, tagCaption(caption), context);
}

/** Reads many captions in their order, each as if alone. */
export function readCaptions<T extends { readonly caption: string }>(
  captions: readonly T[],
  context: ReadingContext,
  visit: (caption: T, reading: Reading) => void,
): void {
  const kinds = captions.map(({ caption }) => kindOfUnread(caption));
  const tagged = tagCaptions(captions.filter((_, i) => kinds[i] === undefined).map(({ caption }) => caption));
  for (const [i, caption] of captions.entries()) {
    const kind = kinds[i];
    const text = caption.caption;
    visit(caption, kind ? unreadable(text, kind, context) : readTagged(text, tagged.next().value!, context));
  }
}

function readTagged(caption: string, tokens: readonly Token[], context: ReadingContext): Reading {
  const tagged = kindOfTagged(tokens);
  if (tagged?.unusable) return unreadable(caption, tagged, context);
  correctTags(tokens, context.formOf);
  markNames(tokens, tagged?.names === 'title', context);
  const kind = kindOfNamed(tokens, tagged);
  return kind.unusable ? unreadable(caption, kind, context) : readSpans(caption, tokens, kind, context);
}

const nothing = {
  tokens: [],
  words: [],
  nouns: [],
  objects: [],
  compounds: [],
  attributes: [],
  actions: [],
  closed: [],
};

/** The reading of a text that is no description: without tokens and spans. */
function unreadable(caption: string, { id, unusable }: KindOfText, { refuse }: ReadingContext): Reading {
  if (unusable === 'too-long') refuse({ id: `text/${id}`, reason: unusable });
  return { ...nothing, caption, plain: caption, kind: id, unusable };
}

/** Reads a caption whose tokens have their tags. */
function readSpans(
  written: string,
  tokens: readonly Token[],
  kind: KindOfText,
  context: ReadingContext,
): Reading {
  const caption = plainText(written);
  const { objects, compounds, taken } = findObjects(caption, tokens, kind, context);
  const attributes = findAttributes(caption, tokens, kind, taken, context);
  const phrases = findNounPhrases(tokens);
  const actions = findActions(caption, tokens, phrases, taken, context);
  const within = wordsWithin(caption, tokens, context.contextLength);
  const closed = [
    ...firstOf(closedActions(caption, tokens, kind, phrases, actions, context), within),
    ...firstOf(findRelations(caption, tokens, kind, phrases, actions, context), within),
    ...firstOf(findCounts(caption, tokens, kind, phrases, context), within),
  ];
  const found = objects.length + compounds.length + attributes.length + actions.length + closed.length;
  return {
    caption: written,
    plain: caption,
    kind: kind.id,
    unusable: found === 0 && isNameAlone(tokens) ? 'name' : undefined,
    tokens,
    ...listSaid(tokens, objects),
    objects: firstOf(objects, within),
    compounds: firstOf(compounds, within),
    attributes: firstOf(attributes, within),
    actions: firstOf(actions, within),
    closed,
  };
}

/** Lower-cased words with their lemmas as nouns, of these the nouns, and things of several words. */
function listSaid(
  tokens: readonly Token[],
  objects: readonly ObjectSpan[],
): Pick<Reading, 'words' | 'nouns'> {
  const words: string[] = [];
  const nouns: string[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    while (next < objects.length && objects[next]!.first < i) next += 1;
    if (next < objects.length && objects[next]!.first === i && isSpelledApart(objects[next]!)) {
      const { last, lemma } = objects[next]!;
      words.push(lemma);
      nouns.push(lemma);
      i = last;
      continue;
    }
    const { form, tag } = tokens[i]!;
    const { lower, noun } = form;
    words.push(lower);
    if (noun === undefined) continue;
    if (noun !== lower) words.push(noun);
    if (tag === 'NOUN' || tag === 'PROPN') nouns.push(noun);
  }
  for (const { noun } of objects) {
    if (!noun.isLong) continue;
    words.push(noun.lemma);
    nouns.push(noun.lemma);
  }
  return { words, nouns };
}

/** "skate board": its parts are no words of the caption. */
function isSpelledApart({ first, last, noun }: ObjectSpan): boolean {
  return first !== last && !noun.isLong;
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
  if (last === undefined || (spans.length <= maxSpans && last.last < within)) return spans;
  return spans.slice(0, maxSpans).filter((span) => span.last < within);
}
