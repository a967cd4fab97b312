import { Buffer } from 'node:buffer';
import type { CompressionCodec, LogicalType, ParquetType, SchemaElement } from 'hyparquet';
import {
  CompressionCodecs,
  ConvertedTypes,
  FieldRepetitionTypes,
  ParquetTypes,
} from 'hyparquet/src/constants.js';
import { quoted } from '../../text/printable';
import { type ByteSource, ParquetFault } from './byte-source';
import { fieldOf, isStruct, readStruct, type ThriftStruct, type ThriftValue } from './thrift';

/** Where the pages of a column lie in a row group. */
export interface ColumnChunk {
  /** Names from the top-level column down to the leaf. */
  readonly path: readonly string[];
  readonly type: ParquetType;
  readonly codec: CompressionCodec;
  readonly values: number;
  /** First byte and the byte behind the last. */
  readonly start: number;
  readonly end: number;
}

export interface RowGroup {
  readonly rows: number;
  readonly chunks: readonly ColumnChunk[];
}

export interface Footer {
  readonly rows: number;
  readonly schema: SchemaElement[];
  readonly groups: readonly RowGroup[];
}

/** A footer tells some 100 bytes for each column of a row group; that of a thousand million rows has some MB. */
const longestFooter = 32 * 2 ** 20;
const maxValues = 8e6;
const maxElements = 100_000;
/** Of groups within groups in the schema. */
const deepestSchema = 32;

/** Reads and checks what the end of a Parquet file says of its content. @throws {ParquetFault} */
export async function readFooter(source: ByteSource): Promise<Footer> {
  const { size } = source;
  const tail = await source.read(Math.max(0, size - 8), Math.min(8, size));
  const magic = Buffer.from(tail.subarray(-4)).toString('latin1');
  if (magic === 'PARE') throw new ParquetFault('it is encrypted');
  if (size < 12 || magic !== 'PAR1') throw new ParquetFault('it is cut off, or of another format');
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (length > size - 12) throw new ParquetFault('its footer is longer than the file');
  if (length > longestFooter)
    throw new ParquetFault(`its footer has more than ${longestFooter / 2 ** 20} MiB`);
  const found = readStruct(await source.read(size - 8 - length, length), 0, maxValues);
  if (found === undefined) throw new ParquetFault('its footer ends too early');
  return footerOf(found.struct, size);
}

function footerOf(struct: ThriftStruct, size: number): Footer {
  const schema = structsOf(fieldOf.list(struct, 2), 'schema').map(elementOf);
  checkSchema(schema);
  const groups = structsOf(fieldOf.list(struct, 4) ?? [], 'row groups').map((group) => groupOf(group, size));
  const rows = wholeNumber(fieldOf.bigint(struct, 3), 'number of rows');
  const found = groups.reduce((sum, group) => sum + group.rows, 0);
  if (rows !== found) throw new ParquetFault(`its footer says ${rows} rows, and its row groups ${found}`);
  return { rows, schema, groups };
}

function groupOf(group: ThriftStruct, size: number): RowGroup {
  const chunks = structsOf(fieldOf.list(group, 1), 'columns of a row group').map((chunk) => {
    if (fieldOf.bytes(chunk, 1) !== undefined) throw new ParquetFault('a column of it lies in another file');
    const meta = fieldOf.struct(chunk, 3);
    if (fieldOf.struct(chunk, 8) !== undefined || meta === undefined)
      throw new ParquetFault('a column of it is encrypted or missing');
    return chunkOf(meta, size);
  });
  return { rows: wholeNumber(fieldOf.bigint(group, 3), 'number of rows of a row group'), chunks };
}

function chunkOf(meta: ThriftStruct, size: number): ColumnChunk {
  const path = (fieldOf.list(meta, 3) ?? []).map((name) => {
    if (name instanceof Uint8Array) return new TextDecoder().decode(name);
    throw new ParquetFault('the name of a column in it is no text');
  });
  const type = ParquetTypes[fieldOf.number(meta, 1) ?? -1];
  const codec = CompressionCodecs[fieldOf.number(meta, 4) ?? -1];
  const what = `column ${quoted(path.join('.'))}`;
  if (path.length === 0 || type === undefined || codec === undefined)
    throw new ParquetFault(`its footer does not say how ${what} is stored`);
  // A dictionary comes first; some writers leave its offset out, or 0.
  const first = fieldOf.bigint(meta, 11) || fieldOf.bigint(meta, 9);
  const start = wholeNumber(first, `offset of ${what}`);
  const length = wholeNumber(fieldOf.bigint(meta, 7), `size of ${what}`);
  if (start + length > size) throw new ParquetFault(`${what} lies beyond its end`);
  const values = wholeNumber(fieldOf.bigint(meta, 5), `number of values of ${what}`);
  return { path, type, codec, values, start, end: start + length };
}

/** The elements are a tree in preorder: each group says how many children follow it. */
function checkSchema(schema: readonly SchemaElement[]): void {
  if (schema.length > maxElements) throw new ParquetFault(`it has more than ${maxElements} columns`);
  // How many children are still to come, for each group that is open.
  const open: number[] = [1];
  for (const [i, { num_children: children = 0, type }] of schema.entries()) {
    while (open.at(-1) === 0) open.pop();
    if (open.length === 0) throw new ParquetFault('its schema holds columns that belong nowhere');
    open.push(open.pop()! - 1);
    if (children > 0) open.push(children);
    else if (type === undefined && i > 0) throw new ParquetFault('its schema holds a column without a type');
    if (open.length > deepestSchema) throw new ParquetFault('its schema nests too deep');
  }
  if (schema.length === 0 || open.some((left) => left > 0))
    throw new ParquetFault('its schema ends too early');
}

function elementOf(struct: ThriftStruct): SchemaElement {
  const [type, length, repetition, children, converted, scale, precision] = [1, 2, 3, 5, 6, 7, 8].map((id) =>
    fieldOf.number(struct, id),
  );
  const name = fieldOf.text(struct, 4);
  if (name === undefined || (children ?? 0) < 0 || (length ?? 0) < 0)
    throw new ParquetFault('its schema holds a column without a name, or with a negative size');
  const element: SchemaElement = { name };
  if (type !== undefined) element.type = known(ParquetTypes[type]);
  if (length !== undefined) element.type_length = length;
  if (repetition !== undefined) element.repetition_type = known(FieldRepetitionTypes[repetition]);
  if (children !== undefined) element.num_children = children;
  if (converted !== undefined) element.converted_type = known(ConvertedTypes[converted]);
  if (scale !== undefined) element.scale = scale;
  if (precision !== undefined) element.precision = precision;
  const logical = logicalTypeOf(fieldOf.struct(struct, 10));
  if (logical !== undefined) element.logical_type = logical;
  return element;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new ParquetFault('its schema holds a column of an unknown type');
  return value;
}

const plainTypes = new Map<
  number,
  Exclude<LogicalType['type'], 'DECIMAL' | 'TIME' | 'TIMESTAMP' | 'INTEGER'>
>([
  [1, 'STRING'],
  [2, 'MAP'],
  [3, 'LIST'],
  [4, 'ENUM'],
  [6, 'DATE'],
  [11, 'NULL'],
  [12, 'JSON'],
  [13, 'BSON'],
  [14, 'UUID'],
  [15, 'FLOAT16'],
  [16, 'VARIANT'],
  [17, 'GEOMETRY'],
  [18, 'GEOGRAPHY'],
]);

/** The union LogicalType of parquet.thrift: the field that is there names the type. */
function logicalTypeOf(struct: ThriftStruct | undefined): LogicalType | undefined {
  if (struct === undefined) return undefined;
  for (const [id, type] of plainTypes) if (struct.has(id)) return { type };
  const decimal = fieldOf.struct(struct, 5);
  if (decimal !== undefined) {
    return {
      type: 'DECIMAL',
      scale: fieldOf.number(decimal, 1) ?? 0,
      precision: fieldOf.number(decimal, 2) ?? 0,
    };
  }
  const integer = fieldOf.struct(struct, 10);
  if (integer !== undefined) {
    return {
      type: 'INTEGER',
      bitWidth: fieldOf.number(integer, 1) ?? 64,
      isSigned: fieldOf.boolean(integer, 2) ?? true,
    };
  }
  const time = fieldOf.struct(struct, 8) ?? fieldOf.struct(struct, 7);
  if (time === undefined) return undefined;
  const unit = fieldOf.struct(time, 2);
  return {
    type: struct.has(8) ? 'TIMESTAMP' : 'TIME',
    isAdjustedToUTC: fieldOf.boolean(time, 1) ?? false,
    unit: unit?.has(1) ? 'MILLIS' : unit?.has(2) ? 'MICROS' : 'NANOS',
  };
}

function structsOf(list: readonly ThriftValue[] | undefined, what: string): readonly ThriftStruct[] {
  if (list?.every(isStruct)) return list;
  throw new ParquetFault(`its footer does not say the ${what}`);
}

function wholeNumber(value: bigint | undefined, what: string): number {
  if (value === undefined || value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER))
    throw new ParquetFault(`its footer does not say the ${what} as a whole number`);
  return Number(value);
}
