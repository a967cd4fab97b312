import { wordClass } from '../lexicon/words';
import type { ProperNames } from './proper-names';
import type { Token } from './tagger';
import type { WordForm } from './word-forms';

export interface NamesContext {
  readonly properNames: ProperNames;
}

/** Marks that a sentence or a quotation begins after. */
const opening = new Set(['.', '!', '?', ':', ';', '"', '“', '(', '-', '–', '—', '…', '*', '|']);

/**
 * Gives the words of names the tag of proper nouns, so that none of them is changed or given to another caption:
 *
 * - names that WordNet knows ("new york", "Big Ben"); in small letters only those with a word that is nothing else;
 * - within a sentence each word with a capital, but for attributes of our scales ("a Red car");
 * - in a title words that WordNet does not know, nouns right before such a one ("Apple iPhone"), what follows "by", and what
 *   stands before the last noun of a title without a verb and is no attribute ("Puma Men Shoes");
 * - a place right after a name ("Abbey Road", "Eiffel tower").
 */
export function markNames(tokens: readonly Token[], isTitle: boolean, context: NamesContext): void {
  if (isTitle) {
    markTitle(tokens);
    markColourOfBrand(tokens);
  } else markCapitals(tokens);
  for (let i = 0; i < tokens.length; i += 1) {
    i = markKnown(tokens, i, context);
    if (tokens[i]!.tag === 'PROPN') markPlace(tokens, i + 1, isTitle, context.properNames);
  }
}

/** A name of WordNet's that starts at a token. @returns its last token, or the token itself */
function markKnown(tokens: readonly Token[], first: number, { properNames }: NamesContext): number {
  const { form } = tokens[first]!;
  const second = tokens[first + 1];
  if (!second || (form.nameBits & second.form.followBits) === 0) return first;
  const most = Math.min(properNames.maxWords(form.hash, second.form.hash), tokens.length - first);
  for (let words = most; words > 1; words -= 1) {
    let name = form.lower;
    for (let i = first + 1; i < first + words; i += 1) name += ` ${tokens[i]!.lower}`;
    if (!properNames.isName(name)) continue;
    const parts = tokens.slice(first, first + words);
    const isWritten = isCapital(parts[0]!) && isCapital(parts.at(-1)!);
    // "a white house", "the city": words that say what is seen; "golden gate bridge" says more.
    if (!isWritten && (words === 2 || form.closed !== undefined) && parts.every(isCommon)) continue;
    if (isWritten && form.scaled && isOpened(tokens, first)) continue;
    for (const part of parts) part.tag = 'PROPN';
    return first + words - 1;
  }
  return first;
}

function isCommon({ form, text, lower }: Token): boolean {
  if (form.closed !== undefined) return true;
  const isKnown = form.noun !== undefined || form.adjective !== undefined || form.verb !== undefined;
  return isKnown && form.isCommon && text === lower;
}

/** "A White House": what a determiner opens is a thing. */
function isOpened(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.lower;
  return before === 'a' || before === 'an';
}

function markPlace(
  tokens: readonly Token[],
  place: number,
  isTitle: boolean,
  { isPlace }: ProperNames,
): void {
  const token = tokens[place];
  if (token?.tag !== 'NOUN' || token.form.plural || token.start !== tokens[place - 1]!.end + 1) return;
  // In a title a brand stands before what it makes, and a capital says nothing; places are hardly sold.
  if (!isTitle && token.text === token.lower && tokens[place + 1]?.tag === 'NOUN') return;
  if (token.form.noun !== undefined && isPlace(token.form.noun)) token.tag = 'PROPN';
}

/** In a sentence a capital that does not begin it makes a name. */
function markCapitals(tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const { form } = token;
    if (token.text === form.lower || !isCapital(token) || form.closed !== undefined || !isContent(token))
      continue;
    const next = tokens[i + 1];
    const before = tokens[i - 1];
    const isFirst = before === undefined || opening.has(before.text);
    const isFollowed = next !== undefined && isCapital(next) && next.form.closed === undefined;
    const isUnknown = isUnknownWord(token);
    if (isUnknown || (isFollowed && !(isFirst && form.scaled)) || (!isFirst && !form.scaled))
      token.tag = 'PROPN';
  }
}

function markTitle(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    if (token.text === token.lower || !isContent(token)) continue;
    if (isUnknownWord(token) || followsBy(tokens, i)) token.tag = 'PROPN';
  }
  for (let i = tokens.length - 2; i >= 0; i -= 1) {
    const [token, next] = [tokens[i]!, tokens[i + 1]!];
    const isBeforeName = next.tag === 'PROPN' && !/\d/.test(next.text) && next.start === token.end + 1;
    if (isBeforeName && token.tag === 'NOUN' && !token.form.scaled && !isAudience(token)) token.tag = 'PROPN';
  }
  if (tokens.some((_, i) => isPredicate(tokens, i))) return;
  for (let first = 0; first < tokens.length; first += 1) {
    let end = first;
    while (end < tokens.length && !endsSegment(tokens[end]!)) end += 1;
    markSegment(tokens, first, end);
    first = end;
  }
}

/** "Red Tape Men Black Sandals": one of two colours is the brand's. */
function markColourOfBrand(tokens: readonly Token[]): void {
  const [first, second] = tokens;
  if (!first?.form.scaled || second?.tag !== 'PROPN') return;
  if (tokens.some(({ form }, i) => i > 1 && form.scaled)) first.tag = 'PROPN';
}

/** Whether a title's word is its verb, and no participle or noun of a product ("Running Shoes"). */
function isPredicate(tokens: readonly Token[], i: number): boolean {
  const { tag, form } = tokens[i]!;
  if (tag === 'AUX') return true;
  if (tag !== 'VERB' || form.verbForm === 'ed' || form.verbForm === 'base') return false;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  return (
    before?.tag === 'NOUN' && before.form.animate && (i === 1 || next === undefined || endsSegment(next))
  );
}

function endsSegment({ form, tag, lower }: Token): boolean {
  return (form.closed !== undefined && form.closed !== 'NUM') || /^[,;:|/–—-]$/.test(lower) || tag === 'ADP';
}

/**
 * The words of a title between prepositions, commas and the like: the last noun is the thing, what stands right before it
 * makes a compound with it, and all nouns before that are brands and models, but for materials and whom it is made for.
 */
function markSegment(tokens: readonly Token[], first: number, end: number): void {
  let head = end - 1;
  // "Black Brief", "Printed Top": the last word is a noun, whatever the tagger says; model numbers come behind it.
  while (head > first && isNumber(tokens[head]!)) head -= 1;
  const last = tokens[head];
  if (last?.tag === 'ADJ' && last.form.noun !== undefined && !last.form.scaled) last.tag = 'NOUN';
  while (head >= first && !isHead(tokens[head]!)) head -= 1;
  if (head < first) return;
  // "Women - Shoes", "Women Brown Kurti": whom it is for, where no preposition goes on to say more of her.
  const goesOn = head < end - 1 || (end < tokens.length && tokens[end]!.tag !== 'ADP');
  if (isAudience(tokens[head]!) && goesOn) head = end;
  else tokens[head]!.tag = 'NOUN';
  for (let i = first; i < head; i += 1) {
    const token = tokens[i]!;
    const { tag, form } = token;
    if (tag === 'VERB') token.tag = form.verbForm === 'ed' || form.noun === undefined ? 'ADJ' : 'NOUN';
    if (token.tag !== 'NOUN' || form.scaled) continue;
    const isBrand = first === 0 && i === 0 && head > 1;
    if (isAudience(token)) token.tag = 'ADJ';
    else if (isBrand || i < head - 1) token.tag = isDescribing(form, tokens[i + 1]!) ? 'ADJ' : 'PROPN';
  }
}

function isHead({ tag, form }: Token): boolean {
  return (
    (tag === 'NOUN' || (tag === 'VERB' && form.noun !== undefined && form.verbForm !== 'ed')) && !form.scaled
  );
}

function isNumber({ tag, text }: Token): boolean {
  return tag === 'NUM' || tag === 'PUNCT' || (tag === 'PROPN' && /\d/.test(text));
}

/** "Vintage Wooden Table". */
function isDescribing(form: WordForm, next: Token): boolean {
  return form.adjective !== undefined && !form.mostlyNoun && (next.tag === 'ADJ' || next.tag === 'NOUN');
}

const audiences = wordClass('audience');

/** "Men", "Women", "Kids": for whom a thing is made. */
function isAudience({ form }: Token): boolean {
  return form.noun !== undefined && audiences.has(form.noun);
}

/** "by Apple", "by John Smith". */
function followsBy(tokens: readonly Token[], i: number): boolean {
  let before = i - 1;
  while (before >= 0 && tokens[before]!.tag === 'PROPN') before -= 1;
  return tokens[before]?.lower === 'by';
}

/** Whether a word could be part of a name at all: no mark, no number. */
function isContent({ tag, form }: Token): boolean {
  return form.hash !== 0 && tag !== 'PUNCT' && tag !== 'SYM' && tag !== 'NUM';
}

function isUnknownWord({ form, tag }: Token): boolean {
  return (
    form.noun === undefined &&
    form.adjective === undefined &&
    form.verb === undefined &&
    form.closed === undefined &&
    !/^(?:ADV|PRON|DET|ADP|AUX|PART|SCONJ|CCONJ|INTJ)$/.test(tag)
  );
}

/** "Ben", but not "BEN". */
function isCapital({ text, lower }: Token): boolean {
  return text !== lower && /^\p{Lu}\p{Ll}/u.test(text);
}
