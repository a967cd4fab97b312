import type { Lexicon } from '@slipform/concreteness';
import type { RefusalReason } from '../refusals';
import { hasKnownColour, isChangeable } from '../words/fitting-attributes';
import type { Nouns } from '../words/nouns';
import { scalesOf } from '../words/scales';
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
    if (taken.includes(i) || (token.tag !== 'ADJ' && token.tag !== 'NOUN' && token.tag !== 'VERB')) continue;
    const { form } = token;
    const lemma = form.adjective;
    if (lemma === undefined) continue;
    if (!form.scaled && (token.tag !== 'ADJ' || !hasOpposite(lemma))) continue;
    const next = tokens[i + 1];
    const previous = tokens[i - 1];
    const head = headOf(tokens, i);
    const isPredicate =
      head < 0 &&
      token.tag === 'ADJ' &&
      previous !== undefined &&
      copulas.has(previous.lower) &&
      next?.lower !== 'of' &&
      next?.lower !== 'with';
    if (head < 0 && !isPredicate) continue;
    if (token.tag === 'VERB' && (head < 0 || !scalesOf(lemma).some(({ scale }) => scale === 'openness')))
      continue;
    const isColourWord = scalesOf(lemma).some(({ scale }) => scale === 'colour');
    const isShade =
      shades.has(lemma) && next !== undefined && scalesOf(next.lower).some(({ scale }) => scale === 'colour');
    // "white lighted": the colour of the light.
    const isLight = !vocabulary && /^(?:lighted|lit|colored|coloured)$/.test(next?.lower ?? '');
    const isYears = lemma === 'old' && /^years?$/.test(previous?.lower ?? '');
    // "little tiny cakes": one size says the other.
    const isDouble = [previous, next].some(
      (token) => token !== undefined && sharesScale(lemma, token.form.adjective ?? token.lower),
    );
    const isAdverb = lemma === 'little' && head === i + 1 && tokens[head]?.lower === 'bit';
    const headLemma = head < 0 ? undefined : (tokens[head]!.form.noun ?? tokens[head]!.lower);
    const headNoun = headLemma === undefined ? undefined : nouns.get(headLemma);
    const isFixed =
      !vocabulary &&
      (!isChangeable(lemma, headLemma, headNoun) ||
        (isColourWord && head >= 0 && hasKnownColour(namesBetween(tokens, i + 1, head))) ||
        styles.has(next?.lower ?? ''));
    if (
      isFixed ||
      isName(tokens, i) ||
      isJoined(caption, token.start, token.end) ||
      isShade ||
      isLight ||
      isYears ||
      isAdverb ||
      (!vocabulary && isDouble) ||
      inColourPair(tokens, i)
    ) {
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
  return attributes;
}

function sharesScale(a: string, b: string): boolean {
  return scalesOf(a).some((x) => x.scale !== 'colour' && scalesOf(b).some((y) => x.scale === y.scale));
}

function namesBetween(tokens: readonly Token[], first: number, last: number): string[] {
  return tokens.slice(first, last + 1).map(({ lower, form }) => form.noun ?? lower);
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

/** "Big Ben": capitals within a caption that is not all capitals. */
function isName(tokens: readonly Token[], i: number): boolean {
  return isCapital(tokens[i]!.text) && isCapital(tokens[i + 1]?.text);
}

function isCapital(text: string | undefined): boolean {
  return text !== undefined && /^\p{Lu}\p{Ll}/u.test(text);
}

/** "black and white": two colours of one thing. */
function inColourPair(tokens: readonly Token[], i: number): boolean {
  if (!isColour(tokens[i])) return false;
  return (
    (joins(tokens[i + 1]) && isColour(tokens[i + 2])) || (joins(tokens[i - 1]) && isColour(tokens[i - 2]))
  );
}

function isColour(token: Token | undefined): boolean {
  return token !== undefined && scalesOf(token.lower).some(({ scale }) => scale === 'colour');
}

function joins(token: Token | undefined): boolean {
  return token !== undefined && /^(?:and|or|,|&|-|\/)$/.test(token.lower);
}
