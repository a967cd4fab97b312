import {
  type Benchmark,
  type BenchmarkImage,
  type BenchmarkItem,
  isLazyImage,
  type Pairing,
} from './benchmark';
import { checkBenchmark } from './check-benchmark';

/**
 * For each kind the share of items that a scorer of bags of words could get right: one for which two texts with the
 * same words, as often, are the same text. Such a scorer cannot tell "a dog chases a cat" from "a cat chases a dog".
 *
 * An item is within its reach where the comparisons don't ask of one pairing to score higher than itself, straight or
 * in a circle: both captions of Winoground have the same words, so "right text for each image" and "right image for
 * each text" are both out of reach. Case and punctuation are no words.
 */
export function bagOfWordsCeilings(benchmark: Benchmark): Record<string, number> {
  checkBenchmark('bagOfWordsCeilings', benchmark);
  const counts = new Map<string, { reachable: number; total: number }>();
  for (const item of benchmark.items) {
    const count = counts.get(item.kind) ?? { reachable: 0, total: 0 };
    count.total++;
    if (isReachable(item)) count.reachable++;
    counts.set(item.kind, count);
  }
  return Object.fromEntries([...counts].map(([kind, { reachable, total }]) => [kind, reachable / total]));
}

/** The words of a text, in lower case and without punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

function bagOf(text: string): string {
  return wordsOf(text).sort().join(' ');
}

function isReachable(item: BenchmarkItem): boolean {
  if ('negative' in item) return bagOf(item.caption) !== bagOf(item.negative);
  if ('candidates' in item) return isChoiceReachable(item);
  const names = new Map<BenchmarkImage, string>();
  const node = (pairing: Pairing) => {
    if (!('image' in pairing)) return [bagOf(pairing.text), bagOf(pairing.otherText)].sort().join('\n');
    const key = isLazyImage(pairing.image) ? pairing.image.key : pairing.image;
    if (!names.has(key)) names.set(key, `image ${names.size}`);
    return `${names.get(key)}\n${bagOf(pairing.text)}`;
  };
  const below = new Map<string, string[]>();
  for (const { right, wrong } of item.comparisons) {
    below.set(node(right), [...(below.get(node(right)) ?? []), node(wrong)]);
  }
  return ![...below.keys()].some((start) => reaches(below, start, start));
}

function isChoiceReachable(item: Extract<BenchmarkItem, { candidates: unknown }>): boolean {
  // Prompts of classes are compared as ensembles, whose words always differ where their classes do.
  if (typeof item.caption !== 'string') return true;
  const own = bagOf(item.caption);
  const same = item.candidates.filter(
    (text) => text !== item.caption && typeof text === 'string' && bagOf(text) === own,
  );
  return same.length < (item.within ?? 1);
}

function reaches(below: ReadonlyMap<string, readonly string[]>, from: string, goal: string): boolean {
  const open = [...(below.get(from) ?? [])];
  const seen = new Set<string>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === goal) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(below.get(node) ?? []));
  }
  return false;
}
