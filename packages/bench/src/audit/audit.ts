import { InputError } from '@slipform/kit/errors/input-error';
import { hashText } from '@slipform/kit/random/hash';
import { createHashedTexts } from '@slipform/kit/text/hashed-texts';
import { quoted } from '@slipform/kit/text/printable';
import { createRandom, type Random } from '../statistics/random';
import type { AuditReport } from './audit-report';
import { type CaptionLexicon, createConcretenessCount, createRegretCount, createScoreCount } from './counts';
import type { Pair, Relation, Span } from './pair';

/** Counts and samples of the pairs of a file. */
export interface Audit {
  /** @throws {InputError} if the pair's id stands for another caption */
  add(pair: Pair): void;
  readonly pairs: () => number;
  readonly captionsWithNegative: () => number;
  /** Some pairs, drawn by chance, for the text-only judge. */
  readonly judged: () => Pair[];
  report(): Pick<
    AuditReport,
    'pairs' | 'slots' | 'operations' | 'concreteness' | 'regret' | 'scores' | 'checks' | 'sample'
  >;
}

/** How many examples of related words a report shows. */
const SHOWN_EXAMPLES = 5;

/** What an audit looks words up in; a figure whose table is missing is left out. */
export interface AuditTables {
  /** Finds the most concrete word of a caption, for the regret. */
  readonly lexicon?: CaptionLexicon | undefined;
  /** Tells why two nouns may be true of the same thing. */
  readonly relation?: ((a: string, b: string) => Relation | undefined) | undefined;
}

/**
 * Counts what is in pairs and what is wrong with them, in constant memory but for 24 bytes a pair.
 *
 * @param judged how many pairs to draw for the judge
 * @param sample how many pairs to draw for the reader
 */
export function createAudit(
  { lexicon, relation }: AuditTables,
  judged: number,
  sample: number,
  seed: number,
): Audit {
  const forJudge = createReservoir<Pair>(judged, createRandom(seed, 'judged'));
  const forReader = createReservoir<Pair>(sample, createRandom(seed, 'sample'));
  const concreteness = createConcretenessCount();
  const regret = createRegretCount(lexicon);
  const scores = createScoreCount();
  const checkId = createCaptionOfId();
  const seenPairs = createHashedTexts();
  const seenCaptions = createHashedTexts();
  const slots: Record<string, number> = {};
  const operations: Record<string, number> = {};
  const relatedExamples: string[] = [];
  const checks = {
    duplicates: 0,
    unchanged: 0,
    withSpans: 0,
    wrongOffsets: 0,
    otherChanges: 0,
    related: 0,
    relatedOf: 0,
  };
  let firstOtherChange: string | undefined;
  let pairs = 0;
  let captionsWithNegative = 0;

  const check = (pair: Pair, key: string): void => {
    if (!seenPairs.isNew(`${key}\n${pair.caption}\n${pair.negative}`)) checks.duplicates += 1;
    if (pair.negative === pair.caption) checks.unchanged += 1;
    if (pair.keyword) checks.withSpans += 1;
    const placed = inUtf16(pair);
    if (!placed) checks.wrongOffsets += 1;
    else if (!changesSpansAlone(placed)) {
      checks.otherChanges += 1;
      firstOtherChange ??= key;
    }
    const related = relation ? relationOf(pair, relation) : null;
    if (related !== null) checks.relatedOf += 1;
    if (!related) return;
    checks.related += 1;
    const example = `${pair.keyword?.lemma} → ${pair.replacement?.lemma} (${related})`;
    if (relatedExamples.length < SHOWN_EXAMPLES && !relatedExamples.includes(example)) {
      relatedExamples.push(example);
    }
  };

  return {
    add(given) {
      checkId(given);
      pairs += 1;
      const key = given.id ?? given.caption;
      // What is judged and shown is what the negative differs from.
      const pair = given.positive === undefined ? given : { ...given, caption: given.positive };
      if (seenCaptions.isNew(key)) captionsWithNegative += 1;
      check(pair, key);
      if (pair.slot !== undefined) slots[pair.slot] = (slots[pair.slot] ?? 0) + 1;
      if (pair.operation !== undefined) operations[pair.operation] = (operations[pair.operation] ?? 0) + 1;
      concreteness.add(pair);
      regret.add(pair);
      scores.add(pair);
      forJudge.offer(pair);
      // A reader is shown the words where they stand.
      forReader.offer(inUtf16(pair) ?? pair);
    },
    pairs: () => pairs,
    captionsWithNegative: () => captionsWithNegative,
    judged: () => forJudge.sample(),
    report() {
      const ratings = concreteness.report();
      const regrets = regret.report();
      const prices = scores.report();
      return {
        pairs,
        slots: mostFirst(slots),
        operations: mostFirst(operations),
        ...(ratings ? { concreteness: ratings } : {}),
        ...(regrets ? { regret: regrets } : {}),
        ...(prices ? { scores: prices } : {}),
        checks: {
          ...checks,
          ...(firstOtherChange === undefined ? {} : { firstOtherChange }),
          relatedExamples,
        },
        sample: forReader.sample(),
      };
    },
  };
}

/** Counts by name, the largest first. */
export function mostFirst(counts: Readonly<Record<string, number>>): Record<string, number> {
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

/** The spans that a pair may have, and the text that each is of. */
const SPANS = [
  ['keyword', 'caption'],
  ['keyword2', 'caption'],
  ['replacement', 'negative'],
  ['replacement2', 'negative'],
] as const;

/**
 * The pair with spans in code units of UTF-16, if its own count code points (`--offsets codepoints`); `undefined` if a
 * span does not say what stands at its place, whichever it counts. A pair without spans is right.
 */
function inUtf16(pair: Pair): Pair | undefined {
  if (hasRightOffsets(pair)) return pair;
  const moved = SPANS.flatMap(([name, of]) => {
    const span = pair[name];
    if (!span) return [];
    const characters = [...pair[of]];
    const at = (place: number) => characters.slice(0, place).join('').length;
    return [[name, { ...span, start: at(span.start), end: at(span.end) }]];
  });
  const other: Pair = { ...pair, ...Object.fromEntries(moved) };
  return hasRightOffsets(other) ? other : undefined;
}

function hasRightOffsets(pair: Pair): boolean {
  return SPANS.every(([name, of]) => {
    const span = pair[name];
    return !span || (span.start < span.end && pair[of].slice(span.start, span.end) === span.text);
  });
}

/** Whether nothing differs but the spans and an "a" or "an" before them; of natural partners, any article or none. */
function changesSpansAlone({ caption, negative, operation, ...spans }: Pair): boolean {
  if (!spans.keyword || !spans.replacement) return true;
  const [article, left] = operation === 'natural' ? [/\b(an?|the)\s+$/i, ''] : [/\b(a)n?(\s+)$/i, '$1$2'];
  const rest = (text: string, ...taken: readonly (Span | undefined)[]) => {
    let outside = '';
    let at = 0;
    const sorted = taken.filter((span) => span !== undefined).sort((a, b) => a.start - b.start);
    for (const { start, end } of sorted) {
      outside += `${text.slice(at, start).replace(article, left)}\u0000`;
      at = end;
    }
    return outside + text.slice(at);
  };
  return (
    rest(caption, spans.keyword, spans.keyword2).toLowerCase() ===
    rest(negative, spans.replacement, spans.replacement2).toLowerCase()
  );
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
