import type { RowGroup, SchemaElement } from 'hyparquet';
import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { damagedJournal } from './journal';
import type { Output } from './output';
import type { FileRecord, FinishedBlock, GroupBlock, MinedCaption, RecordWriter } from './record-format';

const spans = ['keyword', 'replacement', 'keyword2', 'replacement2'] as const;
const spanFields = { text: 'STRING', lemma: 'STRING', start: 'INT32', end: 'INT32' } as const;

interface Column {
  readonly name: string;
  readonly type: BasicType;
  readonly read: (record: FileRecord) => string | number | bigint | null;
}

const field = <K extends keyof FileRecord>(name: K, type: BasicType): Column => ({
  name,
  type,
  read: (record) => {
    const value = record[name];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  },
});

/** The record's fields in their order; nested ones are flattened with a dot. */
const columns: readonly Column[] = [
  field('id', 'STRING'),
  field('caption', 'STRING'),
  field('negative', 'STRING'),
  field('operation', 'STRING'),
  field('slot', 'STRING'),
  ...spans.flatMap((span) =>
    (Object.keys(spanFields) as (keyof typeof spanFields)[]).map(
      (part): Column => ({
        name: `${span}.${part}`,
        type: spanFields[part],
        read: (record) => record[span]?.[part] ?? null,
      }),
    ),
  ),
  field('concreteness', 'DOUBLE'),
  field('concretenessSource', 'STRING'),
  field('replacementConcreteness', 'DOUBLE'),
  field('instruction', 'STRING'),
  field('distance', 'INT32'),
  field('partner', 'STRING'),
  { name: 'seed', type: 'INT64', read: ({ seed }) => BigInt(seed) },
  field('version', 'STRING'),
  field('imageId', 'STRING'),
];

const schema: SchemaElement[] = schemaFromColumnData({
  columnData: columns.map(({ name, type }) => ({ name, type, data: [], nullable: true })),
});

/** "PAR1" */
const magicBytes = 4;

/** A block as a row group. */
export function encodeParquet(block: readonly MinedCaption[]): GroupBlock {
  const records = block.flatMap((caption) => caption.records);
  if (records.length === 0) return { bytes: new Uint8Array(0), group: undefined };
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema, statistics: false });
  void writer.write({
    columnData: columns.map(({ name, read }) => ({
      name,
      data: records.map(read),
      offsetIndex: false,
    })),
    rowGroupSize: records.length,
  });
  return { bytes: bytes.getBytes().slice(magicBytes), group: writer.row_groups[0] };
}

/**
 * Puts row groups one after the other, and their list at the end.
 *
 * @throws {InputError} if a finished block has negatives and no row group of as many: they would be lost
 */
export function createParquetWriter(output: Output, finished: readonly FinishedBlock[]): RecordWriter {
  const groups = finished.flatMap(({ state, negatives }) => {
    if (negatives === 0) return [];
    if (!isRowGroup(state) || state.num_rows !== BigInt(negatives)) throw damagedJournal();
    return [state];
  });
  return {
    async start() {
      await output.write(Buffer.from('PAR1'));
    },
    async append(block) {
      if (!('group' in block) || !isRowGroup(block.group)) return undefined;
      const group = shifted(block.group, output.position - magicBytes);
      await output.write(block.bytes);
      groups.push(group);
      return group;
    },
    async finish() {
      const bytes = new ByteWriter();
      const writer = new ParquetWriter({ writer: bytes, schema });
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
