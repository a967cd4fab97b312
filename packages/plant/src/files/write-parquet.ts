import type { RowGroup, SchemaElement } from 'hyparquet';
import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { HardNegative, Scores } from '../hard-negative';
import { parquetValue } from './kept';
import type { ByteSink, EncodeOptions, GroupBlock, MinedCaption, RecordWriter } from './record-format';

const spans = ['keyword', 'replacement', 'keyword2', 'replacement2'] as const;
const spanFields = { text: 'STRING', lemma: 'STRING', start: 'INT32', end: 'INT32' } as const;

type Cell = string | number | bigint | boolean | null;

/** A column of rows of any kind. */
export interface Column<Row> {
  readonly name: string;
  readonly type: BasicType;
  readonly read: (row: Row) => Cell;
}

/** A caption, and one of its records; none for a caption without a negative. */
type RecordRow = readonly [MinedCaption, HardNegative | undefined];
type RecordColumn = Column<RecordRow>;

const field = <K extends keyof HardNegative>(name: K, type: BasicType): RecordColumn => ({
  name,
  type,
  read: ([, record]) => {
    const value = record?.[name];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  },
});

const ofCaption = (name: 'id' | 'caption' | 'imageId' | 'filepath'): RecordColumn => ({
  name,
  type: 'STRING',
  read: ([{ caption }]) => caption[name] ?? null,
});

const score = (name: keyof Scores): RecordColumn => ({
  name: `scores.${name}`,
  type: 'DOUBLE',
  read: ([, record]) => record?.scores?.[name] ?? null,
});

/** The record's fields in their order; nested ones are flattened with a dot. */
const ownColumns: readonly RecordColumn[] = [
  ofCaption('id'),
  ofCaption('caption'),
  field('positive', 'STRING'),
  field('negative', 'STRING'),
  field('operation', 'STRING'),
  field('slot', 'STRING'),
  ...spans.flatMap((span) =>
    (Object.keys(spanFields) as (keyof typeof spanFields)[]).map(
      (part): RecordColumn => ({
        name: `${span}.${part}`,
        type: spanFields[part],
        read: ([, record]) => record?.[span]?.[part] ?? null,
      }),
    ),
  ),
  field('concreteness', 'DOUBLE'),
  field('concretenessSource', 'STRING'),
  field('replacementConcreteness', 'DOUBLE'),
  field('instruction', 'STRING'),
  field('distance', 'INT32'),
  score('surprise'),
  score('leak'),
  field('partner', 'STRING'),
  ofCaption('imageId'),
  ofCaption('filepath'),
  field('negativeFilepath', 'STRING'),
  { name: 'seed', type: 'INT64', read: ([, record]) => (record ? BigInt(record.seed) : null) },
  field('version', 'STRING'),
  { name: 'reason', type: 'STRING', read: ([{ reason }]) => reason ?? null },
];

/** The columns of records. */
export function columnsWith(kept: EncodeOptions['kept'] = {}): readonly RecordColumn[] {
  const more = Object.entries(kept).map(
    ([name, type]): RecordColumn => ({
      name,
      type,
      read: ([{ caption }]) => parquetValue(caption.kept?.[name], type),
    }),
  );
  return [...ownColumns, ...more];
}

function schemaOf(columns: readonly Pick<Column<never>, 'name' | 'type'>[]): SchemaElement[] {
  return schemaFromColumnData({
    columnData: columns.map(({ name, type }) => ({ name, type, data: [], nullable: true })),
  });
}

/** "PAR1" */
const magicBytes = 4;

/** A block of records as a row group. */
export function encodeParquet(block: readonly MinedCaption[], kept?: EncodeOptions['kept']): GroupBlock {
  const rows = block.flatMap((mined): RecordRow[] =>
    mined.reason === undefined ? mined.negatives.map((record) => [mined, record]) : [[mined, undefined]],
  );
  return encodeRows(columnsWith(kept), rows);
}

/** Rows as a row group. */
export function encodeRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): GroupBlock {
  if (rows.length === 0) return { bytes: new Uint8Array(0), group: undefined };
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), statistics: false });
  void writer.write({
    columnData: columns.map(({ name, read }) => ({
      name,
      data: rows.map(read),
      offsetIndex: false,
    })),
    rowGroupSize: rows.length,
  });
  return { bytes: bytes.getBytes().slice(magicBytes), group: writer.row_groups[0] };
}

/** Puts row groups one after the other, and their list at the end. */
export function createParquetWriter(
  output: ByteSink,
  columns: readonly Pick<Column<never>, 'name' | 'type'>[],
): RecordWriter {
  const groups: RowGroup[] = [];
  return {
    async start() {
      await output.write(Buffer.from('PAR1'));
    },
    async append(block) {
      if (!('group' in block) || !isRowGroup(block.group)) return;
      groups.push(shifted(block.group, output.position - magicBytes));
      await output.write(block.bytes);
    },
    async finish() {
      const bytes = new ByteWriter();
      const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns) });
      writer.row_groups = groups;
      writer.num_rows = groups.reduce((rows, group) => rows + group.num_rows, 0n);
      await writer.finish();
      await output.write(bytes.getBytes().slice(magicBytes));
    },
  };
}

function shifted(group: RowGroup, by: number): RowGroup {
  const move = (offset: bigint | undefined) => (offset === undefined ? undefined : offset + BigInt(by));
  return {
    ...group,
    columns: group.columns.map((column) => {
      const { meta_data, file_offset } = column;
      if (!meta_data) return column;
      const dictionary = move(meta_data.dictionary_page_offset);
      return {
        ...column,
        file_offset: file_offset + BigInt(by),
        meta_data: {
          ...meta_data,
          data_page_offset: meta_data.data_page_offset + BigInt(by),
          ...(dictionary === undefined ? {} : { dictionary_page_offset: dictionary }),
        },
      };
    }),
  };
}

function isRowGroup(value: unknown): value is RowGroup {
  return typeof value === 'object' && value !== null && 'columns' in value && 'num_rows' in value;
}
