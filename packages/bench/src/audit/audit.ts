import { InputError } from '@slipform/kit/errors/input-error';
import { hashText } from '@slipform/kit/random/hash';
import { createHashedTexts } from '@slipform/kit/text/hashed-texts';
import { quoted } from '@slipform/kit/text/printable';
import { version } from '../../package.json';
import { createRandom, type Random } from '../statistics/random';
import type { BlindResult } from './blind-score';
import type { Pair, Relation } from './pair';

/** The result of an audit. Shares are from 0 to 1; unknown values are missing. */
export interface AuditReport {
  readonly file: string;
  readonly version: string;
  readonly seed: number;
  readonly pairs: number;
  readonly brokenLines: number;
  readonly coverage: {
    readonly captionsWithNegative: number;
    /** Those that were mined, where the file, or the caller, says so. */
    readonly captions?: number;
    readonly share?: number;
  };
  readonly slots: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<string, number>>;
  /** Why captions have no negative, by reason, where the file holds such captions. */
  readonly reasons?: Readonly<Record<string, number>>;
  /** Means over the pairs, 1 to 5. */
  readonly concreteness?: { readonly mean: number; readonly replacementMean?: number };
  /** Means of the miner's scores. */
  readonly scores?: { readonly surprise: number; readonly leak: number };
  readonly checks: {
    /** Pairs with the caption and the negative of an earlier pair. */
    readonly duplicates: number;
    /** Negatives that equal their caption. */
    readonly unchanged: number;
    /** Replaced objects that WordNet relates: synonym, is-a or part-of, in any living sense. */
    readonly related: number;
    /** Pairs that could be looked up: those with lemmas, where relations are known. */
    readonly relatedOf: number;
    readonly relatedExamples: readonly string[];
  };
  readonly blind?: BlindResult;
  /** The other file that the text-only judge learnt from. */
  readonly learntFrom?: string;
  /** How many different captions of the file are also in that other file. */
  readonly sharedCaptions?: { readonly shared: number; readonly captions: number };
}

/** How many examples of related words a report shows. */
const SHOWN_EXAMPLES = 5;

export interface AuditOptions {
  readonly file: string;
  /** How many pairs to draw for the text-only judge. */
  readonly judged: number;
  readonly seed: number;
  /** Tells why two nouns may be true of the same thing. */
  readonly relation?: ((a: string, b: string) => Relation | undefined) | undefined;
}

/** Counts what is in pairs and what is wrong with them, in constant memory but for 24 bytes a pair. */
export function createAudit({ file, judged, seed, relation }: AuditOptions) {
  const forJudge = createReservoir<Pair>(judged, createRandom(seed, 'judged'));
  const checkId = createCaptionOfId();
  const seenPairs = createHashedTexts();
  const seenCaptions = createHashedTexts();
  const slots: Record<string, number> = {};
  const operations: Record<string, number> = {};
  const reasons: Record<string, number> = {};
  const relatedExamples: string[] = [];
  const means = {
    concreteness: createMean(),
    replacement: createMean(),
    surprise: createMean(),
    leak: createMean(),
  };
  let [pairs, captionsWithNegative, captionsWithout] = [0, 0, 0];
  let [duplicates, unchanged, related, relatedOf] = [0, 0, 0, 0];

  const check = (pair: Pair, key: string): void => {
    if (!seenPairs.isNew(`${key}\n${pair.caption}\n${pair.negative}`)) duplicates += 1;
    if (pair.negative === pair.caption) unchanged += 1;
    const found = relation ? relationOf(pair, relation) : null;
    if (found !== null) relatedOf += 1;
    if (!found) return;
    related += 1;
    const example = `${pair.keyword?.lemma} → ${pair.replacement?.lemma} (${found})`;
    if (relatedExamples.length < SHOWN_EXAMPLES && !relatedExamples.includes(example)) {
      relatedExamples.push(example);
    }
  };

  return {
    /** @throws {InputError} if the pair's id stands for another caption */
    add(given: Pair): void {
      checkId(given);
      pairs += 1;
      const key = given.id ?? given.caption;
      // What is judged is what the negative differs from.
      const pair = given.positive === undefined ? given : { ...given, caption: given.positive };
      if (seenCaptions.isNew(key)) captionsWithNegative += 1;
      check(pair, key);
      if (pair.slot !== undefined) slots[pair.slot] = (slots[pair.slot] ?? 0) + 1;
      if (pair.operation !== undefined) operations[pair.operation] = (operations[pair.operation] ?? 0) + 1;
      means.concreteness.add(pair.concreteness);
      means.replacement.add(pair.replacementConcreteness);
      means.surprise.add(pair.scores?.surprise);
      means.leak.add(pair.scores?.leak);
      forJudge.offer(pair);
    },
    /** Counts a caption that has no negative. */
    addAlone(reason: string): void {
      captionsWithout += 1;
      reasons[reason] = (reasons[reason] ?? 0) + 1;
    },
    pairs: () => pairs,
    /** Some pairs, drawn by chance, for the text-only judge. */
    judged: () => forJudge.sample(),
    /** @param captions how many were mined, where the pairs and captions added don't say it */
    report(blind: BlindResult | undefined, captions?: number): AuditReport {
      const mined = captions ?? (captionsWithout > 0 ? captionsWithNegative + captionsWithout : undefined);
      const [mean, replacementMean] = [means.concreteness.value(), means.replacement.value()];
      const [surprise, leak] = [means.surprise.value(), means.leak.value()];
      return {
        file,
        version,
        seed,
        pairs,
        brokenLines: 0,
        coverage: {
          captionsWithNegative,
          ...(mined === undefined ? {} : { captions: mined, share: captionsWithNegative / mined }),
        },
        slots: mostFirst(slots),
        operations: mostFirst(operations),
        ...(captionsWithout > 0 ? { reasons: mostFirst(reasons) } : {}),
        ...(mean === undefined
          ? {}
          : { concreteness: { mean, ...(replacementMean === undefined ? {} : { replacementMean }) } }),
        ...(surprise === undefined || leak === undefined ? {} : { scores: { surprise, leak } }),
        checks: { duplicates, unchanged, related, relatedOf, relatedExamples },
        ...(blind ? { blind } : {}),
      };
    },
  };
}

function createMean() {
  let [sum, count] = [0, 0];
  return {
    add(value: number | undefined) {
      if (value === undefined) return;
      sum += value;
      count += 1;
    },
    value: () => (count === 0 ? undefined : sum / count),
  };
}

/** Counts by name, the largest first. */
function mostFirst(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}

/**
 * Refuses a file in which one id has two captions, as in shards whose ids are line numbers, put one behind the other:
 * pairs of one id, and exchange partners, are kept in one fold, and folds that hang together by chance hide what the
 * text gives away. (Sixteen shards scored .500 so, where .641 is true.)
 */
function createCaptionOfId(): (pair: Pair) => void {
  const hashes = createHashedTexts();
  return ({ id, caption }) => {
    if (id === undefined) return;
    const hash = hashText(caption) >>> 0 || 1;
    const at = hashes.slotOf(id);
    const known = hashes.values[at]!;
    if (known === 0) hashes.values[at] = hash;
    else if (known !== hash) {
      throw new InputError(
        `the id ${quoted(id)} stands for two captions, the second of which is ${quoted(caption)}; each caption needs an id of its own, so put the name of the file before the ids where files were put together`,
      );
    }
  };
}

/** The WordNet relation of a replaced object, if there is one; `null` where there is nothing to look up. */
function relationOf(
  { slot, operation, keyword, replacement }: Pair,
  relation: (a: string, b: string) => Relation | undefined,
): Relation | undefined | null {
  if (slot !== 'object' || operation === 'swap' || !keyword || !replacement) return null;
  if (keyword.lemma === replacement.lemma) return 'synonym';
  return relation(keyword.lemma, replacement.lemma);
}

/** A sample of a stream in which each item is as likely as any other, in the order of the stream (Vitter's R). */
export function createReservoir<T>(size: number, random: Random) {
  const kept: { readonly place: number; readonly item: T }[] = [];
  let seen = 0;
  return {
    offer(item: T) {
      if (kept.length < size) kept.push({ place: seen, item });
      else {
        const at = random.below(seen + 1);
        if (at < size) kept[at] = { place: seen, item };
      }
      seen += 1;
    },
    sample: (): T[] => [...kept].sort((a, b) => a.place - b.place).map(({ item }) => item),
  };
}
