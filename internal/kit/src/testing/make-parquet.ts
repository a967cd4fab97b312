/** A Parquet file put together by hand, so that it can say what no writer says. */

type Field = [id: number, value: Value];
type Value =
  | boolean
  | { i32: number }
  | { i64: number | bigint }
  | Uint8Array
  | string
  | Field[]
  | { list: Value[] };

/** A struct in Thrift's compact protocol. */
export function thrift(fields: readonly Field[]): Buffer {
  const parts: Buffer[] = [];
  let last = 0;
  for (const [id, value] of fields) {
    parts.push(Buffer.of(((id - last) << 4) | typeOf(value)), bytesOf(value));
    last = id;
  }
  return Buffer.concat([...parts, Buffer.of(0)]);
}

export function varint(value: number | bigint): Buffer {
  const bytes: number[] = [];
  let left = BigInt(value);
  for (; left >= 0x80n; left >>= 7n) bytes.push(Number(left & 0x7fn) | 0x80);
  return Buffer.from([...bytes, Number(left)]);
}

function zigzag(value: number | bigint): Buffer {
  const big = BigInt(value);
  return varint(big < 0n ? -2n * big - 1n : 2n * big);
}

function typeOf(value: Value): number {
  if (typeof value === 'boolean') return value ? 1 : 2;
  if (typeof value === 'string' || value instanceof Uint8Array) return 8;
  if (Array.isArray(value)) return 12;
  return 'i32' in value ? 5 : 'i64' in value ? 6 : 9;
}

function bytesOf(value: Value): Buffer {
  if (typeof value === 'boolean') return Buffer.alloc(0);
  if (typeof value === 'string' || value instanceof Uint8Array) {
    const bytes = Buffer.from(value as string);
    return Buffer.concat([varint(bytes.length), bytes]);
  }
  if (Array.isArray(value)) return thrift(value);
  if ('i32' in value) return zigzag(value.i32);
  if ('i64' in value) return zigzag(value.i64);
  const { list } = value;
  const type = list.length === 0 ? 12 : typeOf(list[0]!);
  return Buffer.concat([Buffer.of(0xf0 | type), varint(list.length), ...list.map(bytesOf)]);
}

export const encodings = {
  PLAIN: 0,
  RLE: 3,
  DELTA_BINARY_PACKED: 5,
  DELTA_LENGTH_BYTE_ARRAY: 6,
  DELTA_BYTE_ARRAY: 7,
  RLE_DICTIONARY: 8,
  BYTE_STREAM_SPLIT: 9,
} as const;
export const codecs = {
  UNCOMPRESSED: 0,
  SNAPPY: 1,
  GZIP: 2,
  LZO: 3,
  BROTLI: 4,
  LZ4: 5,
  ZSTD: 6,
  LZ4_RAW: 7,
} as const;
const types = { BOOLEAN: 0, INT32: 1, INT64: 2, FLOAT: 4, BYTE_ARRAY: 6, FIXED_LEN_BYTE_ARRAY: 7 } as const;

export interface Page {
  readonly bytes: Uint8Array;
  readonly values: number;
  readonly encoding?: keyof typeof encodings;
  readonly isDictionary?: boolean;
  /** What the header says instead of the truth. */
  readonly uncompressed?: number;
}

export interface Column {
  readonly name: string;
  readonly pages: readonly Page[];
  readonly type?: keyof typeof types;
  readonly typeLength?: number;
  readonly codec?: keyof typeof codecs;
  readonly isOptional?: boolean;
  /** Each row is a list of values. */
  readonly isRepeated?: boolean;
  readonly converted?: number;
}

/** One row group of required columns (texts, if nothing else is said). */
export function makeParquet(rows: number, columns: readonly Column[], said: { rows?: number } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from('PAR1')];
  let at = 4;
  const push = (bytes: Uint8Array) => {
    parts.push(Buffer.from(bytes));
    at += bytes.length;
  };
  const chunks = columns.map((column): Field[] => {
    const start = at;
    for (const page of column.pages) push(pageBytes(page));
    return [
      [2, { i64: start }],
      [
        3,
        [
          [1, { i32: types[column.type ?? 'BYTE_ARRAY'] }],
          [2, { list: [{ i32: 0 }] }],
          [3, { list: [column.name] }],
          [4, { i32: codecs[column.codec ?? 'UNCOMPRESSED'] }],
          [5, { i64: rows }],
          [6, { i64: at - start }],
          [7, { i64: at - start }],
          [9, { i64: start }],
        ],
      ],
    ];
  });
  const footer = thrift([
    [1, { i32: 1 }],
    [
      2,
      {
        list: [
          [
            [4, 'schema'],
            [5, { i32: columns.length }],
          ],
          ...columns.map((column): Field[] => [
            [1, { i32: types[column.type ?? 'BYTE_ARRAY'] }],
            ...(column.typeLength === undefined ? [] : [[2, { i32: column.typeLength }] as Field]),
            [3, { i32: column.isRepeated ? 2 : column.isOptional ? 1 : 0 }],
            [4, column.name],
            ...(column.type === undefined ? [[6, { i32: column.converted ?? 0 }] as Field] : []),
          ]),
        ],
      },
    ],
    [3, { i64: said.rows ?? rows }],
    [
      4,
      {
        list: [
          [
            [1, { list: chunks }],
            [2, { i64: at }],
            [3, { i64: rows }],
          ],
        ],
      },
    ],
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, Buffer.from('PAR1')]);
}

function pageBytes({ bytes, values, encoding = 'PLAIN', isDictionary = false, uncompressed }: Page): Buffer {
  const own: Field[] = [
    [1, { i32: values }],
    [2, { i32: encodings[encoding] }],
  ];
  const levels: Field[] = [
    [3, { i32: 3 }],
    [4, { i32: 3 }],
  ];
  const header = thrift([
    [1, { i32: isDictionary ? 2 : 0 }],
    [2, { i32: uncompressed ?? bytes.length }],
    [3, { i32: bytes.length }],
    isDictionary ? [7, own] : [5, [...own, ...levels]],
  ]);
  return Buffer.concat([header, bytes]);
}

/** Texts as PLAIN stores them. */
export function plainTexts(texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** Levels of a page of the first version: their length, then the runs. */
export function levels(...runs: readonly number[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(runs.length);
  return Buffer.concat([length, Buffer.from(runs)]);
}

/** Indices into a dictionary: `count` times the first entry, in one run. */
export function equalIndices(count: number): Buffer {
  return Buffer.concat([Buffer.of(1), varint(count * 2), Buffer.of(0)]);
}

/** `count` equal texts in one page with a dictionary. */
export function equalTexts(name: string, count: number, text = 'A dog barks.'): Column {
  return {
    name,
    pages: [
      { isDictionary: true, values: 1, bytes: plainTexts([text]) },
      { values: count, encoding: 'RLE_DICTIONARY', bytes: equalIndices(count) },
    ],
  };
}
