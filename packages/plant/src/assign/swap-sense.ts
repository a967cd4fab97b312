import type { SwapContext } from '../checks/check';
import { isSymmetricLink } from '../checks/truth/symmetric-link';
import { isColour, scaleNamesOf } from '../lexicon/scales';
import type { SiteContext } from '../sites/site-context';
import type { SiteWord } from '../sites/site-word';

/** What tells who or what is on which side of whom, whatever the two are; at the end of the words between them. */
const sides =
  /(?:^| )(?:behind|in front of|ahead of|after|(?:to|on) the (?:left|right)(?: side)? of|left of|right of)$/;
const meanwhile = /(?:^| )(?:while|(?<!dressed )as|who|that)(?: |$)/;
/** "A bowl of soup and a plate of rice": each thing has its own holder. */
const heldBeside = /^(?:and|,|with|next to|beside|near) .*\bof$/;
const posing =
  /^(?:is|are|was|were|be|being|has|have|had|having|stand|sit|lie|lay|sleep|rest|perch|seat|hang|park|place|position|locat|mount|plac|wear|eat)(?:s|ing|ed|n)?$|^(?:lying|sitting|sits?|sat|lies|lays|hung|perched)$/;
const modifying = new Set(['DET', 'ADJ', 'NUM']);

/**
 * Whether two things of one sort may be the other way round. Beside each other they may; and so may who does something to
 * whom, if both are persons or both are animals. What is on a thing, in it or of it seldom holds that thing in turn.
 */
export function canBeReversed({ a, b, tokens }: SwapContext): boolean {
  let start = b.first;
  while (start > 0 && modifying.has(tokens[start - 1]!.tag)) start -= 1;
  const between = tokens.slice(a.last + 1, start);
  const link = between.map(({ lower }) => lower).join(' ');
  if (sides.test(link)) return true;
  const next = tokens[b.last + 1]?.tag;
  if (meanwhile.test(link) && (next === 'VERB' || next === 'AUX')) return true;
  const isAlive = (word: SiteWord) => word.noun?.person === true || word.noun?.lexfile === animals;
  const areAlive = isAlive(a) && isAlive(b);
  if (isSymmetricLink(between)) return areAlive || between.at(-1)?.lower !== 'with';
  if (!areAlive) return heldBeside.test(link) && isHeld(a, tokens);
  return between.some(({ lower, tag }) => tag === 'VERB' && !posing.test(lower));
}

/** WordNet's lexicographer files: animal, body. */
const animals = 5;
const bodies = 8;
/** Toys, artifacts, signs, places, shapes: what people make has any colour, and so has an animal that a swap paints. */
const painted: ReadonlySet<number> = new Set([3, animals, 6, 10, 15, 25]);
/** Of hair. */
const coats = new Set('black white brown gray grey tan beige cream golden'.split(' '));

function isHeld({ first }: SwapContext['a'], tokens: SwapContext['tokens']): boolean {
  let at = first - 1;
  while (at >= 0 && modifying.has(tokens[at]!.tag)) at -= 1;
  return tokens[at]?.lower === 'of';
}

/** Whether a thing may have an attribute whether or not a caption says so: a size, or a colour that suits its sort. */
export function suitsThing({ headNoun }: SiteContext['word'], { lemma }: SiteWord): boolean {
  if (scaleNamesOf(lemma).includes('size')) return true;
  if (!isColour(lemma)) return false;
  if (headNoun === undefined || painted.has(headNoun.lexfile)) return true;
  return headNoun.lexfile === bodies && coats.has(lemma);
}
