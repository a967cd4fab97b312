import type { HardNegative } from '../hard-negative';
import { namedAlready } from '../operations/named-already';
import type { MiningContext, Surroundings } from '../operations/operation';
import type { Reading } from '../reading/reading';
import { mayLookAlike } from '../words/look-alikes';
import { personsExclude } from '../words/people';
import { sameGroup } from '../words/scales';

const mostWords = 4;
const word = /[\p{L}\p{N}]+(?:['-]\p{L}+)*/gu;

/**
 * The record for a rewriter's answer, if that passes the checks of our own changes: it differs from the caption in one
 * place of a few words, its new word is rated and of nearly the same concreteness, neither related to the old one nor
 * named already, no slur and no word for people outside the neutral table.
 */
export function checkRewrite(
  record: HardNegative,
  answer: string,
  reading: Reading,
  siblings: Surroundings,
  context: MiningContext,
): HardNegative | undefined {
  const difference = findDifference(record.caption, answer);
  if (!difference) return undefined;
  const { end, newEnd } = difference;
  const start = difference.start + articleLength(record.caption, difference.start);
  const newStart = difference.start + articleLength(answer, difference.start);
  const old = record.caption.slice(start, end);
  const text = answer.slice(newStart, newEnd);
  if (old === '' || text === '') return undefined;
  const keyword = lemmaOf(old, context);
  const lemma = lemmaOf(text, context);
  const rating = context.lexicon.rate(lemma);
  const oldRating = context.lexicon.rate(keyword);
  if (!rating || !oldRating || Math.abs(rating.rating - oldRating.rating) > context.maxGap) return undefined;
  for (const [part] of text.toLowerCase().matchAll(word)) {
    const noun = context.formOf(part).noun ?? part;
    if (context.isRefused(part) || context.isRefused(noun)) return undefined;
    const isPerson = context.nouns.get(noun)?.person === true;
    if (isPerson && !personsExclude(keyword, noun)) return undefined;
  }
  if (mayLookAlike(keyword, lemma) || sameGroup(keyword, lemma)) return undefined;
  if (context.relations.relation(keyword, lemma)) return undefined;
  if (namedAlready(lemma, reading, siblings, context, keyword, false)) return undefined;
  const { keyword2: _, replacement2: __, partner: ___, ...rest } = record;
  return {
    ...rest,
    negative: answer,
    operation: 'replace',
    keyword: { text: old, lemma: keyword, start, end },
    replacement: { text, lemma, start: newStart, end: newEnd },
    concreteness: oldRating.rating,
    concretenessSource: oldRating.source,
    replacementConcreteness: rating.rating,
    instruction: `replace ${old.toLowerCase()} with ${text.toLowerCase()}`,
    distance: null,
  };
}

/** "an" of "an elephant" follows its word and is no part of it. */
function articleLength(text: string, start: number): number {
  return /^an?\s+/i.exec(text.slice(start))?.[0].length ?? 0;
}

/** The place where two texts differ, in whole words; `undefined` if there is none, or if one side is empty or long. */
function findDifference(
  caption: string,
  answer: string,
): { start: number; end: number; newEnd: number } | undefined {
  let start = 0;
  while (start < caption.length && caption[start] === answer[start]) start += 1;
  let tail = 0;
  const most = Math.min(caption.length, answer.length) - start;
  while (tail < most && caption.at(-1 - tail) === answer.at(-1 - tail)) tail += 1;
  const isInWord = (index: number) => /[\p{L}\p{N}'-]/u.test(caption[index] ?? ' ');
  while (start > 0 && isInWord(start - 1)) start -= 1;
  while (tail > 0 && isInWord(caption.length - tail)) tail -= 1;
  const end = caption.length - tail;
  const newEnd = answer.length - tail;
  const isShort = (text: string) => {
    const words = text.match(word)?.length ?? 0;
    return words > 0 && words <= mostWords;
  };
  return isShort(caption.slice(start, end)) && isShort(answer.slice(start, newEnd))
    ? { start, end, newEnd }
    : undefined;
}

function lemmaOf(text: string, { formOf }: MiningContext): string {
  const lower = text.toLowerCase();
  const { noun, adjective, verb } = formOf(lower);
  return noun ?? adjective ?? verb ?? lower;
}
