import type { Lexicon } from '@slipform/concreteness';
import type { Nouns } from '../lexicon/nouns';
import type { Scale } from '../lexicon/scales';
import { isColour, scaleNamesOf } from '../lexicon/scales';
import type { RefusalReason } from '../refusals';
import { isJoined } from './find-objects';
import type { AttributeSpan } from './reading';
import type { Token } from './tagger';

export interface AttributeContext {
  readonly nouns: Nouns;
  readonly lexicon: Lexicon;
  readonly hasOpposite: (lemma: string) => boolean;
  readonly vocabulary: ReadonlySet<string> | undefined;
  readonly refuse: (reason: RefusalReason) => void;
}

const shades = new Set(['light', 'dark', 'bright', 'pale', 'deep']);
const copulas = new Set(['is', 'are', 'was', 'were', 'looks', 'look']);
/** "old fashioned", "old time": what is so in looks is a phrase of its own. */
const styles = new Set('fashioned fashion time style styled looking'.split(' '));
const lights = new Set(['lighted', 'lit', 'colored', 'coloured']);
/** Pairs that are true together: "partially open" and "partially closed", "clear" and glass, "cloudless" and "sunny". */
const fixing = new Set(['partially', 'partly', 'half', 'slightly', 'clear', 'cloudless']);
const pictures = new Set('photo photograph picture image shot view photography'.split(' '));
/** "lime green", "baby blue". */
const tints = new Set('lime baby navy sky royal neon army mint powder forest hot ocean'.split(' '));
const fruitParts = new Set(['slice', 'wedge', 'juice', 'peel', 'half', 'piece', 'section', 'fruit']);
const farthestHead = 4;

/** Finds adjectives (and nouns in their place: "glass table") with the noun that they belong to. */
export function findAttributes(
  caption: string,
  tokens: readonly Token[],
  taken: readonly number[],
  { nouns, lexicon, hasOpposite, vocabulary, refuse }: AttributeContext,
): AttributeSpan[] {
  const attributes: AttributeSpan[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const { form, tag } = token;
    if (tag !== 'ADJ' && !(form.scaled && (tag === 'NOUN' || tag === 'VERB'))) continue;
    const lemma = form.adjective;
    if (lemma === undefined || taken.includes(i)) continue;
    if (!form.scaled && !hasOpposite(lemma)) continue;
    const head = headOf(tokens, i);
    const isPredicate = head < 0 && tag === 'ADJ' && isAfterCopula(tokens, i);
    if (head < 0 && !isPredicate) continue;
    const scales = scaleNamesOf(lemma);
    if (tag === 'VERB' && (head < 0 || !scales.includes('openness'))) continue;
    const isColourWord = scales.includes('colour');
    const headLemma = head < 0 ? undefined : (tokens[head]!.form.noun ?? tokens[head]!.lower);
    const headNoun = headLemma === undefined ? undefined : nouns.get(headLemma);
    // A user's own vocabulary means its words as they stand.
    const isFixed =
      !vocabulary &&
      ((isColourWord && isWithoutColour(tokens)) ||
        isOfFruit(lemma, headLemma) ||
        isSaidTwice(tokens, i, scales) ||
        isBoundToNext(tokens[i + 1]) ||
        isWithinWord(tokens, i, head, scales) ||
        fixing.has(tokens[i - 1]?.lower ?? ''));
    if (isFixed || isInPhrase(caption, tokens, i, lemma, head)) {
      refuse('fixed-phrase');
      continue;
    }
    if (isColourWord && (headNoun?.person || (isPredicate && subjectIsPerson(tokens, i, nouns)))) {
      refuse('person');
      continue;
    }
    const rating = lexicon.rate(lemma);
    if (!rating) {
      refuse('unrated');
      continue;
    }
    attributes.push({
      slot: 'attribute',
      first: i,
      last: i,
      start: token.start,
      end: token.end,
      text: token.text,
      lemma,
      degree: form.degree,
      head: headLemma,
      headNoun,
      headToken: head,
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
  }
  return attributes.length > 1 ? attributes.filter((span) => !isSaidOfAnother(span, attributes)) : attributes;
}

/** "a red car … the red car": both words would have to change. */
function isSaidOfAnother(span: AttributeSpan, attributes: readonly AttributeSpan[]): boolean {
  const { lemma, head } = span;
  return (
    head !== undefined &&
    attributes.some((other) => other !== span && other.lemma === lemma && other.head === head)
  );
}

/** "the car is red", but not "is full of" or "is busy with". */
function isAfterCopula(tokens: readonly Token[], i: number): boolean {
  const previous = tokens[i - 1];
  const next = tokens[i + 1];
  return (
    previous !== undefined && copulas.has(previous.lower) && next?.lower !== 'of' && next?.lower !== 'with'
  );
}

/** "little tiny cakes": one size says the other. */
function isSaidTwice(tokens: readonly Token[], i: number, scales: readonly Scale[]): boolean {
  return sharesScale(scales, tokens[i - 1]) || sharesScale(scales, tokens[i + 1]);
}

function sharesScale(scales: readonly Scale[], token: Token | undefined): boolean {
  if (token === undefined || !token.form.scaled) return false;
  const others = scaleNamesOf(token.form.adjective ?? token.lower);
  return scales.some((scale) => scale !== 'colour' && others.includes(scale));
}

/** "old fashioned"; "white lighted": the colour of the light. */
function isBoundToNext(next: Token | undefined): boolean {
  return next !== undefined && (styles.has(next.lower) || lights.has(next.lower));
}

/** "wood paneled kitchen", "big horn sheep", "artistically sliced": what it is said of is the word beside it. */
function isWithinWord(tokens: readonly Token[], i: number, head: number, scales: readonly Scale[]): boolean {
  const next = tokens[i + 1]?.lower ?? '';
  const isMade = scales.includes('material') && next.endsWith('ed') && !isColour(next);
  return (
    (head > i + 1 && (isMade || next === 'horn')) ||
    (scales.includes('cutting') && /...ly$/.test(tokens[i - 1]?.lower ?? ''))
  );
}

/** Words that stand together: a name, part of a longer word, "dark blue", "years old", "little bit", "black and white". */
function isInPhrase(
  caption: string,
  tokens: readonly Token[],
  i: number,
  lemma: string,
  head: number,
): boolean {
  const { start, end } = tokens[i]!;
  const next = tokens[i + 1];
  return (
    isJoined(caption, start, end) ||
    (shades.has(lemma) && next !== undefined && isColour(next.lower)) ||
    (lemma === 'old' && /^years?$/.test(tokens[i - 1]?.lower ?? '')) ||
    (lemma === 'little' && head === i + 1 && next?.lower === 'bit') ||
    (isColour(lemma) && tints.has(tokens[i - 1]?.lower ?? '')) ||
    isBlackAndWhite(tokens, i)
  );
}

/** "orange slices" are of oranges. */
function isOfFruit(lemma: string, head: string | undefined): boolean {
  return lemma === 'orange' && head !== undefined && fruitParts.has(head);
}

/** Index of the last noun of the noun phrase that an adjective stands in, or -1. */
function headOf(tokens: readonly Token[], i: number): number {
  let head = -1;
  for (let j = i + 1; j < tokens.length && j <= i + farthestHead; j += 1) {
    const { tag, lower } = tokens[j]!;
    if (tag === 'NOUN' || tag === 'PROPN') head = j;
    else if (head >= 0 || !(tag === 'ADJ' || tag === 'NUM' || lower === ',' || lower === 'and')) break;
  }
  return head;
}

function subjectIsPerson(tokens: readonly Token[], i: number, nouns: Nouns): boolean {
  for (let j = i - 1; j >= 0; j -= 1) {
    if (tokens[j]!.tag !== 'NOUN') continue;
    const lemma = tokens[j]!.form.noun;
    return lemma !== undefined && nouns.get(lemma)?.person === true;
  }
  return false;
}

const blackOrWhite = new Set(['black', 'white']);

/** "black and white": a pattern, or a picture without colours. */
function isBlackAndWhite(tokens: readonly Token[], i: number): boolean {
  return (
    blackOrWhite.has(tokens[i]!.lower) &&
    (joins(tokens[i + 1], tokens[i + 2]) || joins(tokens[i - 1], tokens[i - 2]))
  );
}

const joints = new Set(['and', 'or', ',', '&', '-', '/']);

function joins(joint: Token | undefined, other: Token | undefined): boolean {
  return (
    joint !== undefined && other !== undefined && joints.has(joint.lower) && blackOrWhite.has(other.lower)
  );
}

/** "a black and white photo of": nothing else has a colour there. */
function isWithoutColour(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ lower }, i) =>
      pictures.has(lower) &&
      tokens[i - 1]?.lower === 'white' &&
      tokens[i - 2]?.lower === 'and' &&
      tokens[i - 3]?.lower === 'black',
  );
}
