import { formatOfName } from '@slipform/kit/captions/caption-formats';
import { nameOf, openInput } from '@slipform/kit/captions/open-input';
import { unreadable } from '@slipform/kit/errors/file-error';
import { InputError, refuse, UsageError } from '@slipform/kit/errors/input-error';
import { utf8Stream } from '@slipform/kit/files/text-encoding';
import { ownField as fieldOf, parseJsonPart } from '@slipform/kit/formats/parse-json';
import { inFull, type Placed } from '@slipform/kit/formats/placed';
import { parsePythonList } from '@slipform/kit/formats/python-list';
import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { type Header, missingColumn, readTable, showNames } from '@slipform/kit/formats/read-table';
import { printable } from '@slipform/kit/text/printable';
import type { Pair } from './pair';

export interface PairBatch {
  readonly pairs: readonly Pair[];
  readonly alone: readonly CaptionAlone[];
  /** Problems of what could not be read, as sentences. */
  readonly problems: readonly string[];
}

/** Our records (jsonl, parquet), NegCLIP's TSV, SugarCrepe's JSON. */
export const PAIR_FORMATS = ['jsonl', 'parquet', 'tsv', 'json'] as const;
export type PairFormat = (typeof PAIR_FORMATS)[number];

/** SugarCrepe's files are some hundred kilobytes; a larger one is something else. */
const MAX_JSON_MEBIBYTES = 64;

/** The format that a file's name says. @throws {UsageError} for an extension that we don't know */
export function pairFormatOf(file: string): PairFormat {
  if (file === '-') return 'jsonl';
  const said = formatOfName(file);
  const format = PAIR_FORMATS.find((name) => name === said);
  if (format) return format;
  throw new UsageError(
    `cannot tell the format of ${file} by its name: it must hold negatives, as slipform-plant mine writes them; pass --format ${PAIR_FORMATS.join('|')}.`,
  );
}

/** Reads pairs in batches; what is broken is reported and left out. @throws {InputError} if nothing can be read */
export async function* readPairs(file: string, format: PairFormat): AsyncGenerator<PairBatch> {
  const name = nameOf(file);
  try {
    if (format === 'jsonl')
      yield* gather(readJsonl(openInput(file).stream, name), (value) => [rowOfObject(value)]);
    else if (format === 'tsv') yield* readNegClip(openInput(file).stream, name);
    else if (format === 'json') yield* readSugarCrepe(openInput(file).stream, name);
    else if (file === '-') {
      throw new InputError(
        `${name} must be a regular file, for Parquet is read from its end; save it to one.`,
      );
    } else yield* readRecords(file);
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** The pairs of what a reader gives, batch by batch. @param rowsOf throws what is wrong, in words that follow the place */
async function* gather<T>(
  batches: AsyncIterable<readonly Placed<T>[]>,
  rowsOf: (value: T) => readonly (Pair | CaptionAlone)[],
): AsyncGenerator<PairBatch> {
  for await (const batch of batches) {
    const pairs: Pair[] = [];
    const alone: CaptionAlone[] = [];
    const problems: string[] = [];
    for (const item of batch) {
      if ('problem' in item) {
        problems.push(`${item.place} ${inFull(item)}`);
        continue;
      }
      try {
        for (const row of rowsOf(item.value)) {
          if ('negative' in row) pairs.push(row);
          else alone.push(row);
        }
      } catch (error) {
        problems.push(`${item.place} ${(error as Error).message}`);
      }
    }
    yield { pairs, alone, problems };
  }
}

/** Records as `mine` writes them. */
async function* readRecords(file: string): AsyncGenerator<PairBatch> {
  const { parquetRows } = await import('@slipform/kit/formats/parquet-rows');
  const columns = (schema: Header) => {
    if (schema.names.includes('caption')) return schema.names;
    const remedy = 'pass what `mine` wrote';
    throw missingColumn(`${file}: the schema`, ['caption'], schema, remedy);
  };
  yield* gather(
    parquetRows(() => openInput(file).openAnywhere(), { name: file, columns }),
    (value) => [rowOfObject(value)],
  );
}

/** `title` and `neg_caption`, a list as Python writes it; `filepath` tells the image. */
async function* readNegClip(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<PairBatch> {
  const onHeader = (header: Header) => {
    if (header.has('title') && header.has('neg_caption')) return;
    refuse(
      name,
      'the header',
      'must name the columns "title" and "neg_caption" (NegCLIP’s)',
      showNames(header.names),
      `if it holds the captions that were mined, pass what \`mine\` wrote instead`,
    );
  };
  const textOf = (cell: unknown) => (typeof cell === 'string' ? cell : '');
  yield* gather(readTable(stream, { delimiter: '\t', name, onHeader }), (fieldOf) => {
    const filepath = fieldOf('filepath');
    const negatives = parsePythonList(textOf(fieldOf('neg_caption')));
    if (!negatives?.every((negative) => typeof negative === 'string')) {
      throw new Error('has a "neg_caption" that is no list of strings');
    }
    const reason = textOf(fieldOf('reason'));
    if (negatives.length === 0 && reason !== '') return [{ caption: textOf(fieldOf('title')), reason }];
    const own = typeof filepath === 'string' && filepath !== '' ? { imageId: filepath } : {};
    return negatives.map((negative) => pairOfObject({ caption: textOf(fieldOf('title')), negative, ...own }));
  });
}

async function* readSugarCrepe(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<PairBatch> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of utf8Stream(stream, name)) {
    size += chunk.length;
    if (size > MAX_JSON_MEBIBYTES * 2 ** 20) {
      throw new InputError(
        `${name} is larger than ${MAX_JSON_MEBIBYTES} MiB; pass records as JSON lines or Parquet.`,
      );
    }
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = parseJsonPart(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw new InputError(`${name} ${(error as Error).message}.`);
  }
  if (typeof value !== 'object' || value === null) throw new InputError(`${name} is no JSON object.`);
  const entries = async function* (): AsyncGenerator<Placed<unknown>[]> {
    yield Object.entries(value).map(([key, entry], i) => ({
      place: `entry ${printable(key, 60)}`,
      number: i + 1,
      value: entry,
    }));
  };
  yield* gather(entries(), (entry) => [pairOfObject(entry)]);
}

/** A caption of the file that has no negative, with the reason. */
interface CaptionAlone {
  readonly caption: string;
  readonly id?: string;
  readonly reason: string;
}

/**
 * A pair from a record of ours, nested or with dots (Parquet), or from SugarCrepe's entries. Throws what is wrong with
 * it, in words that follow its place.
 */
function pairOfObject(value: unknown): Pair {
  const row = rowOfObject(value);
  if ('negative' in row) return row;
  throw new Error('has no "negative"');
}

/** The same, or a caption without a negative, as `mine --keep-all` writes one. */
function rowOfObject(value: unknown): Pair | CaptionAlone {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('is no JSON object');
  }
  const caption = fieldOf(value, 'caption');
  const negative = fieldOf(value, 'negative') ?? fieldOf(value, 'negative_caption');
  const reason = fieldOf(value, 'reason');
  if (typeof caption === 'string' && (negative ?? null) === null && typeof reason === 'string') {
    const id = fieldOf(value, 'id');
    return { caption, reason, ...(typeof id === 'string' ? { id } : {}) };
  }
  if (typeof caption !== 'string' || typeof negative !== 'string') {
    throw new Error('has no "caption" and "negative" that are strings');
  }
  const text = (name: string) => {
    const found = fieldOf(value, name);
    if (typeof found === 'string') return found;
    return typeof found === 'number' || typeof found === 'bigint' ? String(found) : undefined;
  };
  const rating = (name: string) => {
    const found = fieldOf(value, name);
    return typeof found === 'number' && found >= 1 && found <= 5 ? found : undefined;
  };
  return present({
    caption,
    positive: text('positive') || undefined,
    negative,
    // `mine` without an id writes an empty one, which counts as missing.
    id: text('id') || undefined,
    imageId: text('imageId') ?? text('image_id') ?? text('filename'),
    partner: text('partner') || undefined,
    slot: text('slot'),
    operation: text('operation'),
    concreteness: rating('concreteness'),
    replacementConcreteness: rating('replacementConcreteness'),
    keyword: wordOf(value, 'keyword'),
    replacement: wordOf(value, 'replacement'),
    scores: scoresOf(value),
  });
}

/** A field of a nested object, or of a column whose name has a dot. */
function partOf(value: object, name: string, part: string): unknown {
  const nested = fieldOf(value, name);
  return typeof nested === 'object' && nested !== null
    ? fieldOf(nested, part)
    : fieldOf(value, `${name}.${part}`);
}

function wordOf(value: object, name: string): Pair['keyword'] {
  const lemma = partOf(value, name, 'lemma');
  return typeof lemma === 'string' ? { lemma } : undefined;
}

function scoresOf(value: object): Pair['scores'] {
  const [surprise, leak] = [partOf(value, 'scores', 'surprise'), partOf(value, 'scores', 'leak')];
  const areScores =
    typeof surprise === 'number' && surprise >= 0 && typeof leak === 'number' && Number.isFinite(leak);
  return areScores ? { surprise, leak } : undefined;
}

type Missing<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> | undefined };

function present(fields: Missing<Required<Pair>>): Pair {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    caption: string;
    negative: string;
  };
}
