import type { Benchmark } from './benchmark';
import { checkBenchmark } from './check-benchmark';
import {
  type BenchmarkImage,
  type BenchmarkText,
  isLazyImage,
  type Pairing,
  type Question,
} from './question';

/**
 * For each kind the share of questions that a scorer of bags of words could get right: one for which two texts with the
 * same words, as often, are the same text. Such a scorer cannot tell "a dog chases a cat" from "a cat chases a dog".
 *
 * A question is within its reach if it doesn't ask of one pairing to score higher than itself, straight or in a circle:
 * both captions of Winoground have the same words, so "right text for each image" and "right image for each text" are
 * both out of reach. So is a sum over the same bags. Case and punctuation are no words.
 *
 * @throws InputError if `benchmark` is no Benchmark
 *
 * @example
 * bagOfWordsUpperBound(benchmark); // of each kind, the most that is right without the order of words
 */
export function bagOfWordsUpperBound(benchmark: Benchmark): Record<string, number> {
  checkBenchmark('bagOfWordsUpperBound', benchmark);
  return upperBoundOf(benchmark.questions);
}

/** The same of questions that were checked before. */
export function upperBoundOf(questions: readonly Question[]): Record<string, number> {
  const counts = new Map<string, { reachable: number; total: number }>();
  for (const question of questions) {
    const count = counts.get(question.kind) ?? { reachable: 0, total: 0 };
    count.total++;
    if (isReachable(question)) count.reachable++;
    counts.set(question.kind, count);
  }
  return Object.fromEntries([...counts].map(([kind, { reachable, total }]) => [kind, reachable / total]));
}

/** The words of a text, in lower case and without punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

function bagOf(text: BenchmarkText): string {
  if (typeof text === 'string') return wordsOf(text).sort().join(' ');
  return text.map(bagOf).join('\t');
}

function isReachable(question: Question): boolean {
  const { right, rule } = question;
  const bag = pairingBags();
  if (rule === 'all') {
    const below = new Map<string, string[]>();
    right.forEach((pairing, index) => {
      const [higher, lower] = [bag(pairing), bag(question.wrong[index]!)];
      below.set(higher, [...(below.get(higher) ?? []), lower]);
    });
    return ![...below.keys()].some((start) => reaches(below, start, start));
  }
  // Two sums are equal where their pairings are, in any order.
  if (rule === 'sum') {
    const bags = (of: Question['right']) => JSON.stringify(of.map(bag).sort());
    return bags(right) !== bags(question.wrong);
  }
  // Prompts of classes are compared as ensembles, whose words always differ where their classes do.
  if (typeof right[0]!.text !== 'string') return true;
  const own = bag(right[0]!);
  return question.wrong.filter((pairing) => bag(pairing) === own).length < rule.topK;
}

/** What a scorer of bags of words sees of a pairing. */
function pairingBags(): (pairing: Pairing) => string {
  const names = new Map<BenchmarkImage, string>();
  return (pairing) => {
    if (!('image' in pairing)) return [bagOf(pairing.text), bagOf(pairing.otherText)].sort().join('\n');
    const key = isLazyImage(pairing.image) ? pairing.image.key : pairing.image;
    if (!names.has(key)) names.set(key, `image ${names.size}`);
    return `${names.get(key)}\n${bagOf(pairing.text)}`;
  };
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
