import { InputError } from '@slipform/concreteness';
import { isJsonObject, parseJson } from '@slipform/kit/parse-json';
import { version } from '../../package.json';
import { nameOf } from '../files/read-captions';
import { readText } from '../files/read-text';
import { createTextTable } from '../files/text-table';
import { createProblemReport } from '../problem-report';
import { createRandom } from '../seeded-random';
import { count } from '../summary';
import { loadGraph } from '../wordnet/load-graph';
import { createRelations } from '../wordnet/related';
import type { AuditReport } from './audit-report';
import { blindScore, blindScoreAgainst } from './blind-score';
import { createCaptionOfId } from './caption-of-id';
import { changesSpansAlone, hasRightOffsets, relationOf } from './check-pair';
import { createConcretenessCount } from './concreteness-count';
import { lookUpCaptions, refuseOtherCaptions } from './look-up-captions';
import type { Pair } from './pair';
import { type PairFormat, pairFormatOf, readPairs } from './read-pairs';
import { createReservoir } from './reservoir';
import { createTextCount, type TextCount } from './text-count';

export interface AuditFileOptions {
  readonly format?: PairFormat | undefined;
  /** The file that was mined: its captions are counted, and its image ids keep captions of one image together. */
  readonly captions?: string | undefined;
  /** Which of its fields hold what, as `mine` was told. */
  readonly captionField?: string | undefined;
  readonly idField?: string | undefined;
  readonly imageField?: string | undefined;
  /** What `mine --json` printed: captions and refusals. */
  readonly summary?: string | undefined;
  /** Other negatives, mined apart: the judge learns from them and not from folds of the file. */
  readonly learn?: string | undefined;
  /** At most so many pairs, by chance, are judged. Default: 20,000. */
  readonly judged?: number | undefined;
  /** How many pairs are shown. Default: 20. */
  readonly sample?: number | undefined;
  readonly seed?: number | undefined;
}

/** Audits a file of negatives in one pass: what is in it, what is wrong with it, and whether its text gives it away. */
export async function auditFile(file: string, options: AuditFileOptions = {}): Promise<AuditReport> {
  const { judged = 20_000, sample = 20, seed = 0 } = options;
  const summary = options.summary === undefined ? undefined : await readSummary(options.summary);
  const forJudge = createReservoir<Pair>(judged, createRandom(seed, 'judged'));
  const forReader = createReservoir<Pair>(sample, createRandom(seed, 'sample'));
  const concreteness = createConcretenessCount();
  const { relation } = createRelations(loadGraph().noun);
  const problems = createProblemReport(file, true);
  const seenPairs = createTextTable();
  const seenCaptions = createTextTable();
  const texts = options.learn === undefined ? undefined : createTextCount();
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

  const checkId = createCaptionOfId();
  const look = (pair: Pair) => {
    try {
      checkId(pair);
    } catch (error) {
      throw InputError.isInstance(error) ? new InputError(`${nameOf(file)}: ${error.message}.`) : error;
    }
    pairs += 1;
    const key = pair.id ?? pair.caption;
    if (seenCaptions.isNew(key)) captionsWithNegative += 1;
    if (!seenPairs.isNew(`${key}\n${pair.caption}\n${pair.negative}`)) checks.duplicates += 1;
    if (pair.negative === pair.caption) checks.unchanged += 1;
    if (pair.keyword) checks.withSpans += 1;
    if (!hasRightOffsets(pair)) checks.wrongOffsets += 1;
    else if (!changesSpansAlone(pair)) {
      checks.otherChanges += 1;
      firstOtherChange ??= key;
    }
    const related = relationOf(pair, relation);
    if (related !== null) checks.relatedOf += 1;
    if (related) {
      checks.related += 1;
      const example = `${pair.keyword?.lemma} → ${pair.replacement?.lemma} (${related})`;
      if (relatedExamples.length < 5 && !relatedExamples.includes(example)) relatedExamples.push(example);
    }
    if (pair.slot !== undefined) slots[pair.slot] = (slots[pair.slot] ?? 0) + 1;
    if (pair.operation !== undefined) operations[pair.operation] = (operations[pair.operation] ?? 0) + 1;
    concreteness.add(pair);
    texts?.add(pair.caption);
    forJudge.offer(pair);
    forReader.offer(pair);
  };

  for await (const batch of readPairs(file, options.format ?? pairFormatOf(file))) {
    for (const message of batch.problems) problems.report({ message });
    for (const pair of batch.pairs) look(pair);
  }
  problems.end();
  if (pairs === 0) throw noPair(file, problems.count());

  const judgedPairs = forJudge.sample();
  const mined =
    options.captions === undefined
      ? undefined
      : await lookUpCaptions(
          options.captions,
          { caption: options.captionField, id: options.idField, imageId: options.imageField },
          judgedPairs,
        );
  if (options.captions !== undefined && mined)
    refuseOtherCaptions(file, options.captions, captionsWithNegative, mined);
  const captions = mined?.captions ?? summary?.captions;
  const ratings = concreteness.report();
  const asked = mined ? judgedPairs.map(mined.withImage) : judgedPairs;
  const blind =
    options.learn === undefined
      ? blindScore(asked, seed)
      : blindScoreAgainst(await readSample(options.learn, judged, seed, texts), asked, seed);
  return {
    file,
    version,
    seed,
    pairs,
    brokenLines: problems.count(),
    coverage: {
      captionsWithNegative,
      ...(captions === undefined || captions === 0
        ? {}
        : { captions, share: captionsWithNegative / captions }),
    },
    slots: sorted(slots),
    operations: sorted(operations),
    ...(ratings ? { concreteness: ratings } : {}),
    ...(summary ? { refusals: sorted(summary.refusals) } : {}),
    checks: { ...checks, ...(firstOtherChange === undefined ? {} : { firstOtherChange }), relatedExamples },
    ...(blind ? { blind } : {}),
    ...(options.learn === undefined ? {} : { learntFrom: options.learn }),
    ...(texts ? { sharedCaptions: texts.report() } : {}),
    sample: forReader.sample(),
  };
}

async function readSample(
  file: string,
  size: number,
  seed: number,
  texts: TextCount | undefined,
): Promise<Pair[]> {
  const reservoir = createReservoir<Pair>(size, createRandom(seed, 'learn'));
  let brokenLines = 0;
  for await (const { pairs, problems } of readPairs(file, pairFormatOf(file))) {
    brokenLines += problems.length;
    for (const pair of pairs) {
      texts?.meet(pair.caption);
      reservoir.offer(pair);
    }
  }
  const sample = reservoir.sample();
  if (sample.length === 0) throw noPair(file, brokenLines);
  return sample;
}

function noPair(file: string, brokenLines: number): InputError {
  return new InputError(
    brokenLines === 0
      ? `${nameOf(file)} holds no pair of caption and negative.`
      : `${nameOf(file)} holds no pair of caption and negative, but ${count(brokenLines, 'broken line')}; if it holds the captions that were mined, pass what \`mine\` wrote instead.`,
  );
}

/** Captions and the counts of the reasons: less than a kilobyte. */
const longestSummary = 1;

async function readSummary(
  file: string,
): Promise<{ captions: number; refusals: Readonly<Record<string, number>> }> {
  const other = new InputError(
    `${file} is no summary; make one with \`slipform-plant mine … --json > summary.json\`.`,
  );
  const text = await readText(file, longestSummary);
  let value: unknown;
  try {
    value = parseJson(text, file, { maxDepth: 10 });
  } catch {
    throw other;
  }
  if (!isJsonObject(value) || !isCount(value.captions) || !isJsonObject(value.refusals)) throw other;
  const refusals: Record<string, number> = {};
  for (const [reason, times] of Object.entries(value.refusals)) {
    if (!isCount(times)) throw other;
    if (times > 0) refusals[reason] = times;
  }
  return { captions: value.captions, refusals };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}
