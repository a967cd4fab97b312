import { extensionOf } from '@slipform/kit/captions/caption-formats';
import { nameOf } from '@slipform/kit/captions/open-input';
import { type CaptionRow, readRows } from '@slipform/kit/captions/read-rows';
import { InputError } from '@slipform/kit/errors/input-error';
import { ownField } from '@slipform/kit/formats/parse-json';
import { type FieldOf, inFull, type Placed } from '@slipform/kit/formats/placed';
import { memberJson } from '@slipform/kit/formats/read-samples';
import { type Header, missingColumn, readTable } from '@slipform/kit/formats/read-table';
import { counted } from '@slipform/kit/text/format-number';
import { quoted } from '@slipform/kit/text/printable';
import { openInput } from '../files/open-input';
import { createRandom } from '../seeded-random';
import { type Judgement, judgements, type Scored } from './calibrate';
import { createProblemReport, type ProblemReport } from './problem-report';

/** A negative of a file of records. */
export interface FiledNegative extends Scored {
  /** Its number among the file's negatives with a surprisal, from 1. */
  readonly row: number;
  readonly caption: string;
  readonly negative: string;
  /** The changed words. */
  readonly from: string;
  readonly to: string;
}

/** What holds records whole: NegCLIP's TSV names no slots, and each slot has a bound of its own. */
export const checkedFormats = ['jsonl', 'parquet', 'tar'] as const;
type CheckedFormat = (typeof checkedFormats)[number];

export interface RecordsFile {
  readonly file: string;
  readonly format: CheckedFormat;
  readonly skipInvalid: boolean;
}

/** What is read of a record: our fields, nested or with dots. */
const fieldNames = [
  ...['caption', 'negative', 'slot', 'surprise', 'scores', 'scores.surprise'],
  ...['reason', 'keyword', 'keyword.text', 'replacement', 'replacement.text'],
];

/**
 * Calls `take` for each negative of a file that `mine` wrote; what cannot be read is named and left out.
 *
 * @returns how many lines were broken
 * @throws {InputError} if nothing can be read, or no negative has a surprisal
 */
export async function readNegatives(
  { file, format, skipInvalid }: RecordsFile,
  take: (negative: FiledNegative) => void,
): Promise<number> {
  const name = nameOf(file);
  const report = createProblemReport(file, skipInvalid);
  const fields = { record: { names: fieldNames } };
  let row = 0;
  let unscored = 0;
  for await (const batch of readRows(name, openInput(file), { format, fields })) {
    for (const item of batch) {
      for (const { surprise, ...negative } of readable(item, format, report)) {
        if (surprise === undefined) unscored += 1;
        else {
          row += 1;
          take({ ...negative, surprise, row });
        }
      }
    }
  }
  report.end();
  if (row > 0) return report.count();
  const what = unscored > 0 ? `${counted(unscored, 'negative')} and no surprisal of one` : 'no negative';
  throw new InputError(`${name} holds ${what}; pass what \`slipform-plant mine\` wrote.`);
}

/** The negatives of a row; none of one that cannot be read, which is reported. */
function readable(
  item: Placed<CaptionRow>,
  format: CheckedFormat,
  { report }: ProblemReport,
): readonly Unnumbered[] {
  try {
    if ('problem' in item) throw new Error(inFull(item));
    return negativesOf(item.value, format);
  } catch (error) {
    const isEncoding = 'problem' in item && item.isEncoding === true;
    report({ message: `${item.place} ${(error as Error).message}`, isEncoding });
    return [];
  }
}

type Unnumbered = Omit<FiledNegative, 'row' | 'surprise'> & { readonly surprise: number | undefined };

/** The negatives of a row, none where it has a reason instead. Throws what is wrong, in words that follow its place. */
function negativesOf({ field, sample }: CaptionRow, format: CheckedFormat): readonly Unnumbered[] {
  if (format !== 'tar') return negativesOfRecord(field);
  const records = sample && memberJson(sample, 'negatives.json');
  if (!Array.isArray(records)) throw new Error('has no .negatives.json that is a list');
  return records.flatMap((record: unknown) => {
    if (typeof record !== 'object' || record === null) throw new Error('has a negative that is no object');
    return negativesOfRecord((name) => ownField(record, name));
  });
}

function negativesOfRecord(field: FieldOf): readonly Unnumbered[] {
  const [caption, negative] = [field('caption'), field('negative')];
  if (typeof caption === 'string' && (negative ?? null) === null && typeof field('reason') === 'string') {
    return [];
  }
  if (typeof caption !== 'string' || typeof negative !== 'string') {
    throw new Error('has no "caption" and "negative" that are strings');
  }
  const part = (name: string, inner: string) => {
    const whole = field(name);
    return typeof whole === 'object' && whole !== null ? ownField(whole, inner) : field(`${name}.${inner}`);
  };
  const [slot, from, to] = [field('slot'), part('keyword', 'text'), part('replacement', 'text')].map(
    (text) => (typeof text === 'string' ? text : ''),
  ) as [string, string, string];
  return [{ caption, negative, slot, from, to, surprise: surpriseOf(part('scores', 'surprise')) }];
}

function surpriseOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : undefined;
}

/** So many negatives are held for each that is drawn. */
const heldOfOne = 100;

/**
 * Draws negatives by seed: each slot has its share, and within a slot they lie evenly from the least surprisal to the largest.
 * Shares of such a sample are shares of the file. Of a file with more than a hundred times as many, a random part is looked at.
 */
export function createDraw(
  size: number,
  seed: number,
): { readonly take: (negative: FiledNegative) => void; readonly drawn: () => readonly FiledNegative[] } {
  const random = createRandom(seed, 'check');
  const most = heldOfOne * size;
  const held: FiledNegative[] = [];
  let seen = 0;
  return {
    take(negative) {
      seen += 1;
      const place = seen <= most ? held.length : random.below(seen);
      if (place < most) held[place] = negative;
    },
    drawn() {
      const key = ({ slot = '' }: FiledNegative) => slot;
      const sorted = [...held].sort(
        (a, b) =>
          Number(key(a) > key(b)) - Number(key(a) < key(b)) || a.surprise - b.surprise || a.row - b.row,
      );
      const count = Math.min(size, sorted.length);
      const offset = random.below(1000) / 1000;
      const taken = Array.from(
        { length: count },
        (_, i) => sorted[Math.floor(((i + offset) * sorted.length) / count)]!,
      );
      for (let i = taken.length - 1; i > 0; i -= 1) {
        const j = random.below(i + 1);
        [taken[i], taken[j]] = [taken[j]!, taken[i]!];
      }
      return taken;
    },
  };
}

/** The verdict stands first, so that an editor that trims lines takes nothing away. */
const sheetColumns = ['verdict', 'row', 'slot', 'from', 'to', 'caption', 'negative'] as const;

/** A sheet to be filled, as CSV if its file is called so, else as TSV. */
export function sheetText(drawn: readonly FiledNegative[], file: string): string {
  const isCsv = extensionOf(file) === 'csv';
  const delimiter = isCsv ? ',' : '\t';
  const rows = drawn.map((negative) =>
    sheetColumns.map((column) => (column === 'verdict' ? '' : sheetCell(negative[column] ?? ''))),
  );
  const lines = [sheetColumns, ...rows].map((cells) =>
    cells
      .map((cell) =>
        isCsv || cell.includes('"') || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
      )
      .join(delimiter),
  );
  // Excel takes a CSV without the mark for something else than UTF-8.
  return `${isCsv ? '\uFEFF' : ''}${lines.join('\n')}\n`;
}

/** A spreadsheet would compute what begins so; where lists are separated by `;`, also what follows one, quoted or not. */
const formula = /(^|;)([\s"]*)(?=[=+\-@＝＋－＠])/g;

function sheetCell(text: string | number): string {
  return String(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(formula, "$1$2'");
}

/** A text as it is compared: programs change quotes and blanks. */
function bareText(text: unknown): string {
  return String(text ?? '').replace(/["'\s\p{Cc}]+/gu, '');
}

/** What a user wrote in a sheet: verdicts by the number of the negative, with the text that was judged. */
export interface JudgedRow {
  readonly place: string;
  readonly verdict: Judgement;
  readonly negative: string;
}

/** Reads a sheet back; rows without a verdict are left out. @throws {InputError} with the line of what is wrong */
export async function readSheet(file: string): Promise<ReadonlyMap<number, JudgedRow>> {
  const name = nameOf(file);
  const delimiter = extensionOf(file) === 'csv' ? ',' : '\t';
  const onHeader = (header: Header) => {
    const missing = (['verdict', 'row', 'negative'] as const).find((column) => !header.has(column));
    if (missing === undefined) return;
    throw missingColumn(`${name}: the header`, [missing], header, 'pass the sheet that `--sample` wrote');
  };
  const rows = new Map<number, JudgedRow>();
  for await (const batch of readTable(openInput(file).stream, { delimiter, name, onHeader })) {
    for (const item of batch) {
      const place = `${name}, ${item.place}`;
      if ('problem' in item) throw new InputError(`${place} ${inFull(item)}; correct it.`);
      const { value: field } = item;
      const written = String(field('verdict') ?? '').trim();
      if (written === '') continue;
      const verdict = judgements.find((judgement) => judgement === written.toLowerCase());
      if (verdict === undefined) {
        throw new InputError(
          `${place}: the verdict must be ${judgements.join(', ')} or empty, got ${quoted(written)}; correct it.`,
        );
      }
      const row = Number(field('row'));
      if (!Number.isInteger(row) || row < 1) {
        throw new InputError(
          `${place}: the row must be the number that the sheet came with, got ${quoted(String(field('row')))}; draw the sheet again.`,
        );
      }
      const before = rows.get(row);
      if (before !== undefined) {
        throw new InputError(
          `${place}: row ${row} was judged in ${before.place.replace(`${name}, `, '')} already; leave one of them out.`,
        );
      }
      rows.set(row, { place, verdict, negative: String(field('negative') ?? '') });
    }
  }
  if (rows.size > 0) return rows;
  throw new InputError(`${name} holds no verdict; write ${judgements.join(', ')} into the column "verdict".`);
}

/** The verdicts with what the file says of the negatives, and all of the file. @throws {InputError} if the sheet is of another file */
export async function joinVerdicts(
  records: RecordsFile,
  verdicts: ReadonlyMap<number, JudgedRow>,
): Promise<{
  readonly read: readonly (Scored & { readonly verdict: Judgement })[];
  readonly all: readonly Scored[];
  readonly brokenLines: number;
}> {
  const read: (Scored & { readonly verdict: Judgement })[] = [];
  const all: Scored[] = [];
  const left = new Map(verdicts);
  const isOfAnother = ({ place }: JudgedRow, row: number) =>
    new InputError(
      `${place}: row ${row} is not that negative of ${nameOf(records.file)}; pass the file that the sheet was drawn from.`,
    );
  const brokenLines = await readNegatives(records, ({ row, slot, surprise, negative }) => {
    all.push({ slot, surprise });
    const judged = left.get(row);
    if (judged === undefined) return;
    if (bareText(judged.negative) !== bareText(negative)) throw isOfAnother(judged, row);
    left.delete(row);
    read.push({ slot, surprise, verdict: judged.verdict });
  });
  for (const [row, judged] of left) throw isOfAnother(judged, row);
  return { read, all, brokenLines };
}
