import { createLexicon, InputError, parseNorms } from '@slipform/concreteness';
import { version } from '../../package.json';
import { createAudit, mostFirst } from '../audit/audit';
import type { AuditReport } from '../audit/audit-report';
import { blindScore, blindScoreAgainst } from '../audit/blind-score';
import { mostConcreteBy } from '../audit/most-concrete';
import type { Pair } from '../audit/pair';
import { createReservoir } from '../audit/reservoir';
import { createTextCount, type TextCount } from '../audit/text-count';
import { lookUpCaptions, refuseOtherCaptions } from '../audited/look-up-captions';
import { readMiningSummary } from '../audited/read-mining-summary';
import { type PairFormat, pairFormatOf, readPairs } from '../audited/read-pairs';
import { counted } from '../counted';
import { nameOf } from '../files/open-input';
import { readText } from '../files/read-text';
import { createRandom } from '../seeded-random';
import { createProblemReport } from './problem-report';

export interface AuditFileOptions {
  readonly format?: PairFormat | undefined;
  /** The file that was mined: its captions are counted, and its image ids keep captions of one image together. */
  readonly captions?: string | undefined;
  /** Its fields, as the options of `mine` named them. */
  readonly captionField?: string | undefined;
  readonly idField?: string | undefined;
  readonly imageField?: string | undefined;
  /** What `mine --json` printed: captions and refusals. */
  readonly summary?: string | undefined;
  /** Other negatives, mined apart: the text-only judge learns from them, not from folds of the file. */
  readonly learn?: string | undefined;
  /** Ratings that the most concrete word of a caption is found by, as `mine --norms` had them. Default: our estimates. */
  readonly norms?: string | undefined;
  /** How many pairs at most are judged, drawn by chance. Default: 20,000. */
  readonly judged?: number | undefined;
  /** How many pairs are shown. Default: 20. */
  readonly sample?: number | undefined;
  readonly seed?: number | undefined;
}

/**
 * Audits a file of negatives in one pass: what is in it, what is wrong with it, and how well a judge that sees only the
 * texts tells captions from negatives.
 *
 * @throws {InputError} if a file cannot be read, holds no pair, or is not the one that belongs to the others
 */
export async function auditFile(file: string, options: AuditFileOptions = {}): Promise<AuditReport> {
  return auditTogether([file], options);
}

/**
 * Audits files as if they were one, such as the shards of a corpus.
 *
 * @throws {InputError} as `auditFile`, and where one id stands for two captions
 */
export async function auditTogether(
  files: readonly string[],
  options: AuditFileOptions = {},
): Promise<AuditReport> {
  const all = nameOfAll(files);
  const { judged = 20_000, sample = 20, seed = 0, learn } = options;
  const summary = options.summary === undefined ? undefined : await readMiningSummary(options.summary);
  const audit = createAudit(await bestBy(options.norms), judged, sample, seed);
  const reasons = new Map<string, number>();
  const texts = learn === undefined ? undefined : createTextCount();
  let brokenLines = 0;
  for (const file of files) await readFile(file);
  if (audit.pairs() === 0) throw noPair(all, brokenLines);

  const judgedPairs = audit.judged();
  const captionsWithNegative = audit.captionsWithNegative();
  const mined = await lookUp(all, options, judgedPairs, captionsWithNegative);
  const alone = [...reasons.values()].reduce((sum, times) => sum + times, 0);
  const own = alone > 0 ? captionsWithNegative + alone : undefined;
  const captions = mined?.captions ?? summary?.captions ?? own;
  const why = alone > 0 ? Object.fromEntries(reasons) : summary?.reasons;
  const asked = mined ? judgedPairs.map(mined.withImage) : judgedPairs;
  const blind =
    learn === undefined
      ? blindScore(asked, seed)
      : blindScoreAgainst(await readSample(learn, judged, seed, texts), asked, seed);
  const { sample: shown, checks, ...counts } = audit.report();
  return {
    file: all,
    version,
    seed,
    brokenLines,
    ...counts,
    coverage: {
      captionsWithNegative,
      ...(captions === undefined || captions === 0
        ? {}
        : { captions, share: captionsWithNegative / captions }),
    },
    ...(why ? { reasons: mostFirst(why) } : {}),
    ...(summary ? { refusals: mostFirst(summary.refusals) } : {}),
    checks,
    ...(blind ? { blind } : {}),
    ...(learn === undefined ? {} : { learntFrom: learn }),
    ...(texts ? { sharedCaptions: texts.report() } : {}),
    sample: shown,
  };

  async function readFile(file: string): Promise<void> {
    const problems = createProblemReport(file, true);
    for await (const batch of readPairs(file, options.format ?? pairFormatOf(file))) {
      for (const message of batch.problems) problems.report({ message });
      for (const pair of batch.pairs) {
        withName(file, () => audit.add(pair));
        texts?.add(pair.caption);
      }
      for (const { reason } of batch.alone) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    problems.end();
    brokenLines += problems.count();
  }
}

function nameOfAll(files: readonly string[]): string {
  const [first = ''] = files;
  return files.length === 1 ? first : `${first} and ${files.length - 1} more`;
}

async function lookUp(
  file: string,
  { captions, captionField, idField, imageField }: AuditFileOptions,
  judged: readonly Pair[],
  captionsWithNegative: number,
) {
  if (captions === undefined) return undefined;
  const fields = { caption: captionField, id: idField, imageId: imageField };
  const mined = await lookUpCaptions(captions, fields, judged);
  refuseOtherCaptions(file, captions, captionsWithNegative, mined);
  return mined;
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

/** Finds the concreteness of a caption's most concrete word. */
async function bestBy(norms: string | undefined): Promise<(caption: string) => number | undefined> {
  return mostConcreteBy(
    createLexicon(norms === undefined ? {} : { norms: parseNorms(await readText(norms)) }),
  );
}

function withName(file: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw InputError.isInstance(error) ? new InputError(`${nameOf(file)}: ${error.message}.`) : error;
  }
}

function noPair(file: string, brokenLines: number): InputError {
  return new InputError(
    brokenLines === 0
      ? `${nameOf(file)} holds no pair of caption and negative.`
      : `${nameOf(file)} holds no pair of caption and negative, but ${counted(brokenLines, 'broken line')}; if it holds the captions that were mined, pass what \`mine\` wrote instead.`,
  );
}
