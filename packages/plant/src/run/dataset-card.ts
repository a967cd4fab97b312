import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { parquetRows } from '@slipform/kit/formats/parquet-rows';
import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { inFull } from '@slipform/kit/formats/placed';
import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { readDoneRecord } from '@slipform/kit/shards/done-record';
import { printable, quoted } from '@slipform/kit/text/printable';
import { openInput } from '../files/open-input';
import { columnsWith } from '../files/write-parquet';

/** What a file of negatives holds, for its card. */
export interface DatasetFacts {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly features: readonly Feature[];
  /** How often each value stands in these columns. */
  readonly counts: Readonly<Record<(typeof counted)[number], ReadonlyMap<string, number>>>;
  /** Mean concreteness of the changed words, undefined where the rows have none. */
  readonly concreteness: number | undefined;
  /** Of the record that a run into a folder leaves beside each output. */
  readonly options: JsonObject | undefined;
}

/** A column as Hugging Face's datasets calls it. */
interface Feature {
  readonly name: string;
  readonly type: 'string' | 'int32' | 'int64' | 'float64' | 'bool' | 'null' | readonly Feature[];
}

const counted = ['operation', 'slot', 'reason', 'seed', 'version'] as const;
/** Values of one of these columns; a file with more is not ours. */
const maxValues = 100;
const maxColumns = 1000;

/**
 * Reads what a card says of a file that `mine` or `pairs` wrote: JSON lines or Parquet, records or tuples.
 *
 * @throws {InputError} if a row can't be read, or there is none
 */
export async function readFacts(file: string, format: 'jsonl' | 'parquet'): Promise<DatasetFacts> {
  const columns = new Map<string, Types>();
  const counts = Object.fromEntries(counted.map((name) => [name, new Map<string, number>()])) as Record<
    (typeof counted)[number],
    Map<string, number>
  >;
  let [rows, sum, rated] = [0, 0, 0];
  for await (const row of rowsOf(file, format)) {
    rows += 1;
    note(columns, row, file);
    for (const name of counted) countIn(counts[name], row[name], file, name);
    if (typeof row.concreteness !== 'number') continue;
    sum += row.concreteness;
    rated += 1;
  }
  if (rows === 0) throw new InputError(`${file} holds no row; pass what \`slipform-plant mine\` wrote.`);
  const own = new Map<string, string>(columnsWith().map(({ name, type }) => [name, type]));
  const done = await readDoneRecord(file);
  return {
    file: printable(basename(file)),
    bytes: (await stat(file)).size,
    rows,
    features: featuresOf(columns).map(({ name, type }) => {
      const ours = format === 'parquet' ? own.get(name) : undefined;
      return { name, type: ours === undefined ? type : parquetNames[ours as keyof typeof parquetNames] };
    }),
    counts,
    concreteness: rated > 0 ? sum / rated : undefined,
    options: done?.fingerprint,
  };
}

const parquetNames = { STRING: 'string', INT32: 'int32', INT64: 'int64', DOUBLE: 'float64' } as const;

async function* rowsOf(file: string, format: 'jsonl' | 'parquet'): AsyncGenerator<Record<string, unknown>> {
  const input = openInput(file);
  const batches =
    format === 'parquet' ? parquetRows(input.openAnywhere, { name: file }) : readJsonl(input.stream, file);
  for await (const batch of batches) {
    for (const item of batch) {
      if ('problem' in item) throw new InputError(`${file} ${item.place} ${inFull(item)}.`);
      yield item.value as Record<string, unknown>;
    }
  }
}

function countIn(counts: Map<string, number>, value: unknown, file: string, column: string): void {
  if (value === undefined || value === null) return;
  const text = String(value).slice(0, 80);
  counts.set(text, (counts.get(text) ?? 0) + 1);
  if (counts.size > maxValues)
    throw new InputError(
      `${file} has more than ${maxValues} values of ${column}, and our records have a few; pass what \`slipform-plant mine\` wrote.`,
    );
}

/** The types that values of a column had, and the fields of those that are objects. */
interface Types {
  readonly names: Set<'string' | 'int64' | 'float64' | 'bool'>;
  readonly fields: Map<string, Types>;
}

function note(columns: Map<string, Types>, row: Readonly<Record<string, unknown>>, file: string): void {
  for (const [name, value] of Object.entries(row)) {
    const types = columns.get(name) ?? { names: new Set(), fields: new Map() };
    columns.set(name, types);
    if (columns.size > maxColumns)
      throw new InputError(
        `${file} has more than ${maxColumns} columns; pass what \`slipform-plant mine\` wrote.`,
      );
    if (isJsonObject(value)) note(types.fields, value, file);
    else if (typeof value === 'string') types.names.add('string');
    else if (typeof value === 'boolean') types.names.add('bool');
    else if (typeof value === 'bigint') types.names.add('int64');
    else if (typeof value === 'number')
      types.names.add(Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? 'int64' : 'float64');
    else if (value !== null && value !== undefined)
      throw new InputError(
        `${file} has a list in the column ${quoted(name)}, which a card can't describe; leave it out of --keep.`,
      );
  }
}

function featuresOf(columns: ReadonlyMap<string, Types>): readonly Feature[] {
  return [...columns].map(([name, { names, fields }]) => {
    if (fields.size > 0 && names.size > 0)
      throw new InputError(
        `the column ${quoted(name)} has objects and other values, which a card can't describe; leave it out of --keep.`,
      );
    if (fields.size > 0) return { name, type: featuresOf(fields) };
    if (names.has('string')) return { name, type: 'string' };
    // A number of JSON without a fraction may be one of a column of fractions.
    const [type = 'null'] = (['float64', 'int64', 'bool'] as const).filter((each) => names.has(each));
    return { name, type: floats.has(name) ? 'float64' : type };
  });
}

/** Fields that are fractions, also where all that a file has are whole. */
const floats = new Set(['concreteness', 'replacementConcreteness', 'surprise', 'leak']);

/** A dataset card: the front matter that Hugging Face's hub and `load_dataset` read, and a text for people. */
export function cardText(facts: DatasetFacts, { licence, command }: CardOptions): string {
  const { file, bytes, rows, features, counts, concreteness } = facts;
  const isTuples = features.some(({ name }) => name === 'anchor');
  const negatives = rows - sumOf(counts.reason);
  const list = (name: (typeof counted)[number]) => [...counts[name]].sort((a, b) => b[1] - a[1]);
  const values = (name: (typeof counted)[number]) =>
    list(name)
      .map(([value]) => value)
      .join(', ') || 'not in the rows';
  const table = (['operation', 'slot', 'reason'] as const).flatMap((name) =>
    list(name).map(([value, count]) => `| ${name} | ${cell(value)} | ${count.toLocaleString('en')} |`),
  );
  return [
    ...[
      '---',
      ...(licence === undefined ? [] : [`license: ${JSON.stringify(licence)}`]),
      'language:',
      '- en',
    ],
    ...['tags:', '- hard-negatives', '- image-text', ...(isTuples ? ['- sentence-transformers'] : [])],
    ...['size_categories:', `- ${sizeCategory(rows)}`],
    ...[
      'configs:',
      '- config_name: default',
      '  data_files:',
      '  - split: train',
      // The hub takes it for a glob.
      `    path: ${yamlText(file.replace(/[[*?]/g, '[$&]'))}`,
    ],
    ...['dataset_info:', '  features:', ...features.flatMap((feature) => featureLines(feature, '  '))],
    ...['  splits:', '  - name: train', `    num_examples: ${rows}`, '---', ''],
    '# Hard-negative captions',
    '',
    `\`${file}\` (${bytes.toLocaleString('en')} bytes) holds ${rows.toLocaleString('en')} rows: captions of images, each with a caption that differs from it by little and is meant to be false of the image. They were mined by @slipform/plant, which reads captions alone and no image.`,
    '',
    '| | |',
    '| --- | --- |',
    `| rows; with a negative | ${rows.toLocaleString('en')}; ${negatives.toLocaleString('en')} |`,
    ...(isTuples
      ? []
      : [
          `| version of @slipform/plant | ${cell(values('version'))} |`,
          `| seed | ${cell(values('seed'))} |`,
        ]),
    ...(concreteness === undefined
      ? []
      : [`| mean concreteness of the changed words, 1 to 5 | ${concreteness.toFixed(2)} |`]),
    ...(table.length > 0 ? ['', '| | | rows |', '| --- | --- | --- |', ...table] : []),
    ...['', '## How it was made', '', '```sh', command, '```', ''],
    facts.options === undefined
      ? 'The options are those that the rows tell. A run into a folder leaves a record of all of them.'
      : 'The same input, options and version give the same bytes.',
    ...['', '## What to know before training', ''],
    'A negative is judged by words. It may be true of an image whose captions do not mention it, and a share of such files is clearly wrong to readers: draw a sample with `slipform-plant check`.',
    ...['', '## Licence', ''],
    licence === undefined
      ? 'The captions are those of the source and keep its licence. Name it before you pass this file on: `slipform-plant card FILE --license ID`.'
      : `The captions are those of the source; this file is passed on under ${licence}.`,
    'The changed words come from these captions and from WordNet 3.1.',
    '',
  ].join('\n');
}

export interface CardOptions {
  /** As the hub spells it: "cc-by-4.0". */
  readonly licence: string | undefined;
  readonly command: string;
}

const sumOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);

/** The hub's names of sizes. */
function sizeCategory(rows: number): string {
  const steps = ['1K', '10K', '100K', '1M', '10M', '100M', '1B', '10B', '100B', '1T'];
  const place = steps.findIndex((_, i) => rows < 1000 * 10 ** i);
  if (place === 0) return 'n<1K';
  return place === -1 ? 'n>1T' : `${steps[place - 1]}<n<${steps[place]}`;
}

function featureLines({ name, type }: Feature, indent: string): string[] {
  const head = `${indent}- name: ${yamlText(name)}`;
  if (typeof type === 'string') return [head, `${indent}  dtype: ${type}`];
  return [head, `${indent}  struct:`, ...type.flatMap((field) => featureLines(field, `${indent}  `))];
}

/** A text as YAML reads it back: characters that it does not allow, or takes for the end of a line, are escaped. */
const yamlText = (text: string) =>
  JSON.stringify(text).replace(
    /[\x7f-\x9f\p{Zl}\p{Zp}\p{Bidi_C}\ufeff\ufffe\uffff]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What a file says, as a cell of a table: one line, and no mark-up of its own. */
const cell = (text: string) => printable(text).replace(/[|`<>[\]\\]/g, '\\$&');
