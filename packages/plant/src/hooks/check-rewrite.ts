import type { Words } from '../create-readers';
import type { HardNegative, Slot } from '../hard-negative';
import type { Miner } from '../miner';
import { readCaption } from '../reading/read-caption';
import type { Said } from '../reading/reading';
import type { SiteWord } from '../sites/site-word';
import { createSiblingReader, type Surroundings } from '../surroundings';
import type { HookContext } from './ask-hooks';

const mostWords = 4;
const word = /[\p{L}\p{N}]+(?:['-]\p{L}+)*/gu;

/** Judges the answers of a rewriter. @param miner whose checks an answer must pass */
export function createRewriteCheck(
  miner: Pick<Miner, 'readers' | 'checks' | 'records'>,
): HookContext['check'] {
  const { reader, words } = miner.readers;
  const readSiblings = createSiblingReader(words.formOf);
  return (record, answer, siblings) => {
    const said = readCaption(record.caption, reader);
    const rewritten = recordOf(record, answer, said, readSiblings(siblings, record.caption), miner);
    // The answer may change a word of any slot.
    return rewritten && miner.records.admit(rewritten, undefined);
  };
}

/**
 * The record for a rewriter's answer, if that passes the checks of our own changes: it differs from the caption in one
 * place of a few words, its new word is rated and of nearly the same concreteness, neither related to the old one nor
 * named already, no slur and no word for people outside the neutral table.
 */
function recordOf(
  record: HardNegative,
  answer: string,
  said: Said,
  siblings: Surroundings,
  miner: Pick<Miner, 'readers' | 'checks'>,
): HardNegative | undefined {
  const difference = findDifference(record.caption, answer);
  if (!difference) return undefined;
  const { end, newEnd } = difference;
  const start = difference.start + articleLength(record.caption, difference.start);
  const newStart = difference.start + articleLength(answer, difference.start);
  const old = record.caption.slice(start, end);
  const text = answer.slice(newStart, newEnd);
  if (old === '' || text === '') return undefined;
  const words = miner.readers.words;
  const keyword = wordOf(old, record.slot, words);
  const other = wordOf(text, record.slot, words);
  if (!keyword || !other) return undefined;
  const parts = [...text.toLowerCase().matchAll(word)].flatMap(
    ([part]) => wordOf(part, record.slot, words) ?? [],
  );
  if ([other, ...parts].some((part) => miner.checks.words(keyword, part))) return undefined;
  const site = {
    word: { ...keyword, first: 0, last: 0, start, end },
    caption: record.caption,
    words: said.words,
    nouns: said.nouns,
    siblings,
    operation: 'replace',
    lower: () => undefined,
    likelyTrue: () => false,
  } as const;
  if (miner.checks.site(site, other)) return undefined;
  // What the miner's own edit was worth says nothing about this one.
  const { keyword2, replacement2, partner, scores, negativeFilepath, ...rest } = record;
  return {
    ...rest,
    negative: answer,
    operation: 'replace',
    keyword: { text: old, lemma: keyword.lemma, start, end },
    replacement: { text, lemma: other.lemma, start: newStart, end: newEnd },
    concreteness: keyword.concreteness,
    concretenessSource: keyword.concretenessSource,
    replacementConcreteness: other.concreteness,
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

/** The word of a rewriter's answer; its number and its form are the rewriter's own. */
function wordOf(text: string, slot: Slot, { formOf, lexicon, nouns }: Words): SiteWord | undefined {
  const lower = text.toLowerCase();
  const { noun: lemmaOfNoun, adjective, verb } = formOf(lower);
  const lemma = lemmaOfNoun ?? adjective ?? verb ?? lower;
  const rating = lexicon.rate(lemma);
  const noun = nouns.get(lemma);
  if (!rating) return undefined;
  const { rating: concreteness, source: concretenessSource } = rating;
  return { slot, lemma, text: lower, concreteness, concretenessSource, ...(noun ? { noun } : {}) };
}
