import type { Words } from '../create-readers';
import type { HardNegative, Slot } from '../hard-negative';
import type { Miner } from '../miner';
import { readCaption } from '../reading/read-caption';
import type { Reading } from '../reading/reading';
import { createSiblingReader } from '../reading/siblings';
import type { SiteSpan } from '../sites/site';
import type { SiteWord } from '../sites/site-word';
import type { HookContext } from './ask-hooks';

const maxWords = 4;
/** Control characters, ends of lines, and what turns a text's direction. */
const acting = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/u;
const word = /[\p{L}\p{N}]+(?:['-]\p{L}+)*/gu;

/**
 * Judges the answers of a rewriter by the checks of our own changes: an answer differs from the caption in one place of a
 * few words; caption and answer are read, and what stands there must be of one slot. Where the reader finds no word that
 * could change, the words are looked up by themselves.
 *
 * @param miner whose checks an answer must pass
 */
export function createRewriteCheck(
  miner: Pick<Miner, 'readers' | 'checks' | 'records'>,
): HookContext['check'] {
  const { checks, records } = miner;
  const { reader, words } = miner.readers;
  const readSiblings = createSiblingReader(words.formOf);

  function recordOf(record: HardNegative, answer: string, siblings: readonly string[]) {
    const { caption } = record;
    const difference = findDifference(caption, answer);
    if (!difference) return undefined;
    const start = difference.start + articleLength(caption, difference.start);
    const newStart = difference.start + articleLength(answer, difference.start);
    const { end, newEnd } = difference;
    const old = caption.slice(start, end);
    const text = answer.slice(newStart, newEnd);
    if (old === '' || text === '' || acting.test(text)) return undefined;
    const reading = readCaption(caption, reader);
    const site = siteAt(reading, start, end);
    const newSite = siteAt(readCaption(answer, reader), newStart, newEnd);
    if (site && newSite && site.slot !== newSite.slot) return undefined;
    const slot = site?.slot ?? newSite?.slot ?? record.slot;
    const [bare, bareOther] = [wordOf(old, slot, words), wordOf(text, slot, words)];
    // What is looked up by itself has no form, so that it is compared with its like alone.
    const isRead = site !== undefined && newSite !== undefined;
    const [keyword, other] = isRead ? [site, newSite] : [bare, bareOther];
    if (!keyword || !other || !bare) return undefined;
    if (checks.words(keyword, other)) return undefined;
    const parts = [...text.toLowerCase().matchAll(word)].flatMap(([part]) => wordOf(part, slot, words) ?? []);
    if (parts.some((part) => checks.words(bare, part))) return undefined;
    const context = {
      word: isRead ? site : { ...bare, first: 0, last: 0, start, end },
      caption,
      words: reading.words,
      nouns: reading.nouns,
      siblings: readSiblings(siblings, caption),
      operation: 'replace',
      lower: (token: number) => (isRead ? reading.tokens[token]?.lower : undefined),
      isMet: () => false,
      likelyTrue: () => false,
    } as const;
    if (checks.site(context, other)) return undefined;
    return rewrittenRecord(record, answer, {
      keyword: { text: old, lemma: keyword.lemma, start, end },
      replacement: { text, lemma: other.lemma, start: newStart, end: newEnd },
      slot,
      concreteness: keyword.concreteness,
      concretenessSource: keyword.concretenessSource,
      replacementConcreteness: other.concreteness,
    });
  }

  return (record, answer, siblings) => {
    const rewritten = recordOf(record, answer, siblings);
    return rewritten && records.admit(rewritten, undefined);
  };
}

/** The record of an answer; what the miner's own edit was worth says nothing about it. */
function rewrittenRecord(
  { id, caption, imageId, filepath, seed, version }: HardNegative,
  negative: string,
  found: Pick<
    HardNegative,
    'keyword' | 'replacement' | 'slot' | 'concreteness' | 'concretenessSource' | 'replacementConcreteness'
  >,
): HardNegative {
  return {
    id,
    caption,
    negative,
    operation: 'replace',
    ...found,
    instruction: `replace ${found.keyword.text.toLowerCase()} with ${found.replacement.text.toLowerCase()}`,
    distance: null,
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
    seed,
    version,
  };
}

/** The word of a reading that ends where a place ends and begins within it, the longest one. */
function siteAt(reading: Reading, start: number, end: number): SiteSpan | undefined {
  const { objects, compounds, attributes, closed } = reading;
  return [...objects, ...compounds, ...attributes, ...closed]
    .filter((span) => span.end === end && span.start >= start)
    .sort((a, b) => a.start - b.start)[0];
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
    return words > 0 && words <= maxWords;
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
