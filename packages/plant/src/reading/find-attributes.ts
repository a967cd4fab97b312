import { scaleNamesOf } from '../lexicon/scales';
import type { AttributeSpan, KindOfText } from './reading';
import type { ReadingContext } from './reading-context';
import type { Token } from './tagger';
import { refusalOf, unrated } from './word-refusals';

/** Finds adjectives (and nouns in their place: "glass table") with the noun that they belong to. */
export function findAttributes(
  caption: string,
  tokens: readonly Token[],
  kind: KindOfText,
  taken: readonly number[],
  { nouns, lexicon, hasOpposite, refuse, refusals }: ReadingContext,
): AttributeSpan[] {
  const attributes: AttributeSpan[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const { form, tag } = token;
    if (tag !== 'ADJ' && !(form.scaled && (tag === 'NOUN' || tag === 'VERB'))) continue;
    const lemma = form.adjective;
    if (lemma === undefined || taken.includes(i)) continue;
    if (!form.scaled && !hasOpposite(lemma)) continue;
    const isSide = isDirection(tokens, i);
    const ownHead = isSide ? -1 : headOf(tokens, i, kind);
    const isPredicate = ownHead < 0 && tag === 'ADJ' && isAfterCopula(tokens, i);
    if (ownHead < 0 && !isSide && !isPredicate) continue;
    const headToken = isPredicate ? subjectOf(tokens, i) : ownHead;
    const scales = scaleNamesOf(lemma);
    if (tag === 'VERB' && !isSide && (headToken < 0 || !scales.includes('openness'))) continue;
    const head = headToken < 0 ? undefined : (tokens[headToken]!.form.noun ?? tokens[headToken]!.lower);
    const rating = lexicon.rate(lemma);
    const concreteness = rating?.rating ?? 5;
    const place = {
      caption,
      kind,
      tokens,
      first: i,
      last: i,
      lemma,
      head,
      headToken,
      scales,
      concreteness,
      nouns,
    };
    const refusal = refusalOf(refusals.attribute, place);
    if (refusal || !rating) {
      refuse(refusal ?? unrated);
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
      head,
      headNoun: head === undefined ? undefined : nouns.get(head),
      headToken,
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
  }
  return attributes.filter((span) => {
    const refusal = refusalOf(refusals.foundAttribute, { caption, kind, tokens, ...span, attributes });
    if (refusal) refuse(refusal);
    return !refusal;
  });
}

/** "the car is red", but not "is full of" or "is busy with". */
function isAfterCopula(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.lower;
  const isCopula = /^(?:is|are|was|were|looks|look)$/.test(tokens[i - 1]?.lower ?? '');
  return isCopula && next !== 'of' && next !== 'with';
}

const inNounPhrase: ReadonlySet<string> = new Set(['ADJ', 'DET', 'NOUN', 'NUM', 'PROPN']);

/**
 * Index of the noun of which a predicate is said, or -1: "the car is red", "a cloud, which is grey". Of "the man with a hat is tall" it is
 * not the hat, and nobody looks further.
 */
function subjectOf(tokens: readonly Token[], i: number): number {
  const isRelative = /^(?:which|that)$/.test(tokens[i - 2]?.lower ?? '');
  const skipped = isRelative ? (tokens[i - 3]?.lower === ',' ? 4 : 3) : 2;
  const subject = i - skipped;
  if (tokens[subject]?.tag !== 'NOUN') return -1;
  let start = subject;
  while (start > 0 && inNounPhrase.has(tokens[start - 1]!.tag)) start -= 1;
  const before = tokens[start - 1];
  return !isRelative && before?.tag === 'ADP' && before.lower !== 'of' ? -1 : subject;
}

const sides: ReadonlySet<string> = new Set(['left', 'right']);
const turned: ReadonlySet<string> = new Set(['face', 'look', 'point', 'turn', 'lean', 'head', 'gaze']);
const parts: ReadonlySet<string> = new Set(['side', 'corner', 'half', 'edge', 'end', 'part']);

/** "facing right", "to the left", "on the left side of a street"; "to the left of" is a relation. */
function isDirection(tokens: readonly Token[], i: number): boolean {
  if (!sides.has(tokens[i]!.lower)) return false;
  const [second, before] = [tokens[i - 2]?.lower ?? '', tokens[i - 1]];
  const next = tokens[i + 1];
  if (parts.has(next?.lower ?? '')) return before?.lower === 'the' && tokens[i + 2]?.lower === 'of';
  const isLast = next === undefined || /^(?:PUNCT|CCONJ|ADP|VERB|AUX|SCONJ)$/.test(next.tag);
  if (!isLast || next?.lower === 'of' || next?.lower === '-') return false;
  if (before?.lower === 'the') return second === 'to' || second === 'on' || second === 'at';
  return turned.has(before?.form.verb ?? '') && before?.tag === 'VERB';
}

const farthestHead = 4;
const finishes: ReadonlySet<string> = new Set(['matte', 'glossy', 'solid', 'light', 'dark']);

/**
 * Index of the last noun of the noun phrase that an adjective stands in, or -1; of a title that ends in it the last noun before the
 * comma: "Cotton Shirt, Matte Black".
 */
function headOf(tokens: readonly Token[], i: number, kind: KindOfText): number {
  if (tokens[i + 1]?.lower === '-' && tokens[i + 2]?.lower === 'angle') return i + 2;
  const isAtEnd =
    tokens[i + 1] === undefined || (tokens[i + 1]!.lower === '.' && tokens[i + 2] === undefined);
  if (isAtEnd && kind.id !== 'sentence') {
    const comma = finishes.has(tokens[i - 1]?.lower ?? '') ? i - 2 : i - 1;
    const isApart = tokens[comma]?.lower === ',' && tokens[comma - 1]?.tag === 'NOUN';
    return isApart ? comma - 1 : -1;
  }
  let head = -1;
  for (let j = i + 1; j < tokens.length && j <= i + farthestHead; j += 1) {
    const { tag, lower } = tokens[j]!;
    if (tag === 'NOUN' || tag === 'PROPN') head = j;
    else if (head >= 0 || !(tag === 'ADJ' || tag === 'NUM' || lower === ',' || lower === 'and')) break;
  }
  return head;
}
