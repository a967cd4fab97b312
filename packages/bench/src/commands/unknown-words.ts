import type { ClipEncoder } from '@slipform/clip';
import type { Benchmark } from '../questions/benchmark';
import { collectInputs } from '../questions/inputs';

type Tokenizer = ClipEncoder['tokenizer'];

/** Whether a tokenizer tells a word from all others; one of words makes one token of all that it doesn't know. */
function knowsWord(tokenizer: Tokenizer): (word: string) => boolean {
  return (word) =>
    !('unknownToken' in tokenizer) || !tokenizer.encode(word).includes(tokenizer.unknownToken as number);
}

/** Says how many of some captions' words a tokenizer doesn't know; undefined where it knows them all. */
export function describeUnknownWords(
  words: readonly string[],
  tokenizer: Tokenizer,
  whose: string,
): string | undefined {
  const knows = knowsWord(tokenizer);
  const unknown = words.filter((word) => !knows(word));
  if (unknown.length === 0) return undefined;
  const shown = unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ' …' : '');
  return `The tokenizer doesn't know ${unknown.length} of the ${words.length} words of ${whose} captions (${shown}); captions that differ only in such words are the same to this model`;
}

/** All words of a benchmark's captions, each once. */
export function wordsOf(benchmark: Benchmark): string[] {
  const { texts } = collectInputs(benchmark, true);
  return [...new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))];
}
