import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { type Answer, isCorrect, type Result } from '../scoring/result';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

interface AnswerRow extends Answer {
  readonly model: string;
  readonly benchmark: string;
  readonly trainingSeed: number | undefined;
  readonly correct: boolean;
}

/** Every answer of every model: as Parquet where the file ends so, else as a line of JSON each. */
export async function answersContent(file: string, results: readonly Result[]): Promise<string | Uint8Array> {
  const rows = results.flatMap(({ model, benchmark, trainingSeed, answers }) =>
    answers.map(
      (answer): AnswerRow => ({ model, benchmark, trainingSeed, ...answer, correct: isCorrect(answer) }),
    ),
  );
  if (/\.parquet$/i.test(file)) return parquetOf(rows);
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

const column = (name: string, type: Partial<SchemaElement>): SchemaElement[] => [
  { name, repetition_type: 'REQUIRED', ...type },
];
const list = (name: string, type: Partial<SchemaElement>): SchemaElement[] => [
  { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', repetition_type: 'REQUIRED', ...type },
];
const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const [double, flag] = [{ type: 'DOUBLE' }, { type: 'BOOLEAN' }] as const;

/** What a question shares with others, a label after the other: of `{ words: ['off', 'on'] }` twice the dimension. */
const labelsOf = ({ clusters = {} }: AnswerRow) =>
  Object.entries(clusters).flatMap(([dimension, labels]) =>
    [labels].flat().map((label) => [dimension, label] as const),
  );

/**
 * The columns; those of `scores` are lists beside one another, as are `by` and `parts`, `clusters` and `labels`. A text that
 * isn't there is empty, a seed NaN.
 */
const columns: readonly { readonly schema: readonly SchemaElement[]; read(row: AnswerRow): unknown }[] = [
  { schema: column('model', text), read: ({ model }) => model },
  { schema: column('benchmark', text), read: ({ benchmark }) => benchmark },
  { schema: column('trainingSeed', double), read: ({ trainingSeed }) => trainingSeed ?? Number.NaN },
  { schema: column('id', text), read: ({ id }) => id },
  { schema: column('kind', text), read: ({ kind }) => kind },
  { schema: column('group', text), read: ({ group }) => group },
  { schema: list('by', text), read: ({ by = {} }) => Object.keys(by) },
  { schema: list('parts', text), read: ({ by = {} }) => Object.values(by) },
  { schema: list('clusters', text), read: (row) => labelsOf(row).map(([dimension]) => dimension) },
  { schema: list('labels', text), read: (row) => labelsOf(row).map(([, label]) => label) },
  { schema: column('question', text), read: ({ question }) => question ?? '' },
  { schema: column('right', double), read: ({ right }) => right },
  { schema: column('wrong', double), read: ({ wrong }) => wrong },
  { schema: column('correct', flag), read: ({ correct }) => correct },
  { schema: list('images', text), read: ({ scores = [] }) => scores.map(({ image = '' }) => image) },
  { schema: list('texts', text), read: ({ scores = [] }) => scores.map((each) => each.text) },
  {
    schema: list('otherTexts', text),
    read: ({ scores = [] }) => scores.map(({ otherText = '' }) => otherText),
  },
  { schema: list('scores', double), read: ({ scores = [] }) => scores.map(({ score }) => score) },
  { schema: list('belongs', flag), read: ({ scores = [] }) => scores.map(({ belongs }) => belongs) },
];

const rowsPerGroup = 16_384;

async function parquetOf(rows: readonly AnswerRow[]): Promise<Uint8Array> {
  const bytes = new ByteWriter();
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.flatMap((each) => each.schema)];
  const writer = new ParquetWriter({ writer: bytes, schema, statistics: false });
  for (let start = 0; start < rows.length; start += rowsPerGroup) {
    const group = rows.slice(start, start + rowsPerGroup);
    await writer.write({
      columnData: columns.map(({ schema: [first], read }) => ({
        name: first!.name,
        data: group.map(read) as string[],
      })),
      rowGroupSize: group.length,
    });
  }
  await writer.finish();
  return bytes.getBytes();
}
