import { captionFields, captionOf } from '@slipform/kit/captions/caption';
import { formatOfName } from '@slipform/kit/captions/caption-formats';
import { nameOf, openInput } from '@slipform/kit/captions/open-input';
import { readRows } from '@slipform/kit/captions/read-rows';
import { unreadable } from '@slipform/kit/errors/file-error';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { isJsonObject, parseJson } from '@slipform/kit/formats/parse-json';
import { fileRow, nameRow, row } from '@slipform/kit/options/command-rows';
import { choice, integer, type OptionsOf } from '@slipform/kit/options/options';
import { counted } from '@slipform/kit/text/format-number';
import { createHashedTexts } from '@slipform/kit/text/hashed-texts';
import { printable } from '@slipform/kit/text/printable';
import { version } from '../../package.json';
import { type AuditTables, createAudit, createReservoir, mostFirst } from '../audit/audit';
import type { AuditReport } from '../audit/audit-report';
import { blindScore, blindScoreAgainst } from '../audit/blind-score';
import type { Pair } from '../audit/pair';
import { createRandom } from '../statistics/random';
import { PAIR_FORMATS, pairFormatOf, readPairs } from './read-pairs';

/** What `mine --json` prints, as far as an audit needs it. */
interface MiningSummary {
  readonly captions: number;
  /** How often each reason refused a change; reasons that never did are left out. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Captions without a negative, by reason; earlier summaries have none. */
  readonly reasons?: Readonly<Record<string, number>>;
}

/** A summary holds captions and the counts of the reasons: less than a kilobyte. */
const MAX_MEBIBYTES = 1;

/** @throws {InputError} if the file is not a summary of `mine` */
async function readMiningSummary(file: string): Promise<MiningSummary> {
  const other = new InputError(
    `${file} is no summary; make one with \`slipform-plant mine … --json > summary.json\`.`,
  );
  const text = await readTextFile(file, MAX_MEBIBYTES);
  let value: unknown;
  try {
    value = parseJson(text, file, { maxDepth: 10 });
  } catch {
    throw other;
  }
  if (!isJsonObject(value) || !isCount(value.captions) || !isJsonObject(value.refusals)) throw other;
  const refusals = countsOf(value.refusals);
  const reasons = value.reasons === undefined ? {} : countsOf(value.reasons);
  if (!refusals || !reasons) throw other;
  return { captions: value.captions, refusals, ...(value.reasons === undefined ? {} : { reasons }) };
}

/** Counts by name without those that are 0; `undefined` for anything else. */
function countsOf(value: unknown): Record<string, number> | undefined {
  if (!isJsonObject(value)) return undefined;
  const counts: Record<string, number> = {};
  for (const [name, times] of Object.entries(value)) {
    if (!isCount(times)) return undefined;
    if (times > 0) counts[name] = times;
  }
  return counts;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** What an audit of files is given, in a terminal and here. */
export const auditRows = {
  format: row("the files' format (default: by the extension)", choice(PAIR_FORMATS)),
  captions: fileRow('the captions that were mined, for the coverage and for the images'),
  learn: fileRow(
    'negatives that were mined apart; the classifier learns from them, not from folds of the file',
  ),
  summary: fileRow('what `slipform-plant mine --json` printed, for coverage and refusals'),
  judged: row(
    'how many pairs at most are judged, drawn by chance',
    integer({ min: 10, max: 1_000_000 }),
    20_000,
  ),
  sample: row('how many pairs are shown, drawn by chance', integer({ min: 0, max: 1000 }), 20),
  seed: row('seed of folds and samples', integer({ min: 0, max: 0xffffffff }), 0),
  captionField: nameRow('field or column of the caption in --captions (default: caption, title or text)'),
  idField: nameRow('field or column of its id in --captions (default: id)'),
  imageField: nameRow("field or column of its image's id in --captions (default: image_id, else imageId)"),
};

export interface AuditFilesOptions extends OptionsOf<typeof auditRows>, AuditTables {}

/** How many broken lines are said one by one; the others are counted. */
const MAX_PROBLEMS_SHOWN = 10;

/**
 * Audits files of negatives as if they were one, such as the shards of a corpus, in one pass: what is in them, what is
 * wrong with them, and how well a judge that sees only the texts tells captions from negatives. Broken lines are left
 * out, and said on standard error.
 *
 * @throws {InputError} if a file cannot be read, holds no pair, is not the one that belongs to the others, or one id
 *   stands for two captions
 */
export async function auditFiles(
  files: readonly string[],
  options: AuditFilesOptions = {},
): Promise<AuditReport> {
  const [first = ''] = files;
  const all = files.length === 1 ? first : `${first} and ${files.length - 1} more`;
  const { judged = 20_000, sample = 20, seed = 0, learn, captions: from } = options;
  const summary = options.summary === undefined ? undefined : await readMiningSummary(options.summary);
  const audit = createAudit(options, judged, sample, seed);
  const reasons = new Map<string, number>();
  const texts = learn === undefined ? undefined : createTextCount();
  let brokenLines = 0;
  for (const file of files) {
    let problems = 0;
    for await (const batch of readPairs(file, options.format ?? pairFormatOf(file))) {
      for (const problem of batch.problems) {
        problems += 1;
        if (problems <= MAX_PROBLEMS_SHOWN) warn(`${nameOf(file)} ${problem}`);
      }
      for (const pair of batch.pairs) {
        withName(file, () => audit.add(pair));
        texts?.add(pair.caption);
      }
      for (const { reason } of batch.alone) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    if (problems > MAX_PROBLEMS_SHOWN) warn(counted(problems - MAX_PROBLEMS_SHOWN, 'more broken line'));
    brokenLines += problems;
  }
  if (audit.pairs() === 0) throw noPair(all, brokenLines);

  const judgedPairs = audit.judged();
  const captionsWithNegative = audit.captionsWithNegative();
  const mined =
    from === undefined
      ? undefined
      : await lookUpCaptions(all, from, options, judgedPairs, captionsWithNegative);
  const alone = [...reasons.values()].reduce((sum, times) => sum + times, 0);
  const captions =
    mined?.captions ?? summary?.captions ?? (alone > 0 ? captionsWithNegative + alone : undefined);
  const why = alone > 0 ? Object.fromEntries(reasons) : summary?.reasons;
  const asked = mined?.pairs ?? judgedPairs;
  const blind =
    learn === undefined
      ? await blindScore(asked, seed)
      : await blindScoreAgainst(await readSample(learn, judged, seed, texts), asked, seed);
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
}

/**
 * Counts the captions that were mined, and gives the judged pairs their images.
 *
 * @throws {InputError} if the negatives were not mined from that file: the coverage of another would be nonsense
 */
async function lookUpCaptions(
  file: string,
  from: string,
  fields: MinedFields,
  judged: readonly Pair[],
  captionsWithNegative: number,
): Promise<{ readonly captions: number; readonly pairs: readonly Pair[] }> {
  const wanted = new Set(judged.flatMap(({ id, imageId }) => (imageId === undefined ? (id ?? []) : [])));
  const images = new Map<string, string>();
  // Our records repeat the caption as the file has it; others may have trimmed or corrected theirs.
  const missing = new Set(judged.flatMap(({ keyword, caption }) => (keyword ? [caption] : [])));
  const sought = missing.size;
  let captions = 0;
  try {
    for await (const { id, caption, imageId } of readMined(from, fields)) {
      captions += 1;
      missing.delete(caption);
      if (imageId !== undefined && wanted.has(id)) images.set(id, imageId);
    }
  } catch (error) {
    throw unreadable(nameOf(from), error);
  }
  if (captionsWithNegative > captions || missing.size > 0) {
    const fault =
      missing.size > 0
        ? `${missing.size} of ${counted(sought, 'caption')} looked up are not in it`
        : `it holds ${counted(captions, 'caption')}, and ${captionsWithNegative} have a negative`;
    throw new InputError(
      `--captions ${nameOf(from)} must be the file that ${nameOf(file)} was mined from, but ${fault}; name that file, or pass --summary instead.`,
    );
  }
  const pairs = judged.map((pair) => {
    const imageId = pair.imageId ?? (pair.id === undefined ? undefined : images.get(pair.id));
    return imageId === undefined ? pair : { ...pair, imageId };
  });
  return { captions, pairs };
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

type TextCount = ReturnType<typeof createTextCount>;

/** How many different texts of one file stand in another one too, at 24 bytes a text. */
function createTextCount() {
  const table = createHashedTexts();
  let captions = 0;
  let shared = 0;
  return {
    add(text: string) {
      if (table.isNew(text)) captions += 1;
    },
    /** A text of the other file, once all of the one have been added. */
    meet(text: string) {
      if (table.valueOf(text) !== 1) return;
      table.values[table.slotOf(text)] = 2;
      shared += 1;
    },
    report: () => ({ shared, captions }),
  };
}

function withName(file: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw InputError.isInstance(error) ? new InputError(`${nameOf(file)}: ${error.message}.`) : error;
  }
}

function warn(sentence: string): void {
  process.stderr.write(`slipform-bench: ${printable(sentence, 4000)}.\n`);
}

function noPair(file: string, brokenLines: number): InputError {
  return new InputError(
    brokenLines === 0
      ? `${nameOf(file)} holds no pair of caption and negative.`
      : `${nameOf(file)} holds no pair of caption and negative, but ${counted(brokenLines, 'broken line')}; if it holds the captions that were mined, pass what \`mine\` wrote instead.`,
  );
}

/** A caption that was mined, with what its negative is known by. */
interface MinedCaption {
  readonly caption: string;
  readonly id: string;
  readonly imageId?: string;
}

/** Which fields or columns hold what; unnamed ones go by the names that `mine` knows. */
type MinedFields = Pick<AuditFilesOptions, 'captionField' | 'idField' | 'imageField'>;

/**
 * The captions of a file that was mined, in any format that `mine` reads. What is wrong with a row is passed over, as
 * `mine` passes over it.
 *
 * @throws {InputError} if it can't be read, or not one of its rows can
 */
async function* readMined(file: string, named: MinedFields): AsyncGenerator<MinedCaption> {
  const name = nameOf(file);
  const format = file === '-' ? 'text' : formatOfName(file);
  if (format === undefined) {
    throw new UsageError(
      `--captions must be text, JSON lines, CSV, TSV, Parquet, JSON or tar by its name, got ${name}; pass what \`mine --json\` printed as --summary instead.`,
    );
  }
  const fields = captionFields({ caption: named.captionField, id: named.idField, imageId: named.imageField });
  let count = 0;
  let fault: string | undefined;
  for await (const rows of readRows(name, openInput(file), { format, fields })) {
    for (const item of rows) {
      if ('problem' in item) continue;
      try {
        const found = captionOf(item.value, fields);
        if (found === undefined) continue;
        count += 1;
        yield { ...found, id: found.id ?? item.value.id };
      } catch (error) {
        fault ??= `${item.place} ${(error as Error).message}`;
      }
    }
  }
  if (count === 0 && fault !== undefined) throw new InputError(`${name} ${fault}.`);
}
