import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../errors/input-error';
import { type Column, equalTexts, levels, makeParquet, plainTexts, varint } from '../../testing/make-parquet';
import { openBytes } from './open-bytes';
import { openParquet } from './open-parquet';
import { createHeldMemory } from './read-leaf';

const folder = mkdtempSync(join(tmpdir(), 'slipform-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
function fileOf(bytes: Uint8Array): string {
  files += 1;
  const file = join(folder, `${files}.parquet`);
  writeFileSync(file, bytes);
  return file;
}

async function readAll(bytes: Uint8Array, columns?: readonly string[]): Promise<Record<string, unknown>[]> {
  const file = await openParquet(() => openBytes(fileOf(bytes)), { name: 'in.parquet' });
  const rows: Record<string, unknown>[] = [];
  try {
    for await (const batch of file.read(columns)) rows.push(...batch);
  } finally {
    await file.close();
  }
  return rows;
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  const error = await readAll(bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(InputError.isInstance(error), String(error)).toBe(true);
  return (error as Error).message;
}

test('reads what the decoder reads, in batches, page by page: flat columns, lists, structs, nulls', async () => {
  const count = 10_000;
  const captions = Array.from({ length: count }, (_, i) => `A dog barks at ${i % 700} cars.`);
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'caption', data: captions },
        { name: 'id', data: captions.map((_, i) => BigInt(i)) },
        { name: 'some', data: captions.map((text, i) => (i % 7 ? text : null)) },
        { name: 'list', data: captions.map((_, i) => Array.from({ length: i % 4 }, (_, j) => j + i)) },
        { name: 'part', data: captions.map((text, i) => ({ a: i, b: text })) },
      ],
      rowGroupSize: 3000,
      pageSize: 2000,
    }),
  );
  const rows = await readAll(bytes);
  expect(rows).toHaveLength(count);
  expect(rows).toEqual(await parquetReadObjects({ file: bytes.buffer as ArrayBuffer }));
  expect(await readAll(bytes, ['id', 'nothing'])).toEqual(captions.map((_, i) => ({ id: BigInt(i) })));
});

test('nulls alone need no dictionary', async () => {
  const nulls = {
    values: 3,
    encoding: 'RLE_DICTIONARY',
    bytes: Buffer.concat([levels(6, 0), Buffer.of(0)]),
  } as const;
  const empty = { isDictionary: true, values: 0, bytes: Buffer.alloc(0) };
  const expected = Array.from({ length: 3 }, () => ({ caption: null }));
  for (const pages of [[empty, nulls], [nulls]]) {
    expect(await readAll(makeParquet(3, [{ name: 'caption', isOptional: true, pages }]))).toEqual(expected);
  }
  const one = { ...nulls, bytes: Buffer.concat([levels(4, 0, 2, 1), Buffer.of(1, 2, 0)]) };
  expect(await faultOf(makeParquet(3, [{ name: 'caption', isOptional: true, pages: [empty, one] }]))).toMatch(
    /needs a dictionary/,
  );
});

test('a page of nothing drops no list, and no list is left over', async () => {
  const page = (repetition: readonly number[], ...texts: string[]) => ({
    values: texts.length,
    bytes: Buffer.concat([levels(...repetition), levels(2 * texts.length, 1), plainTexts(texts)]),
  });
  const nothing = { values: 0, bytes: Buffer.concat([levels(), levels()]) };
  const pages = [page([3, 2], 'A dog.', 'A cat.'), nothing, page([2, 0], 'A cow.'), nothing];
  const file = (rows: number) => makeParquet(rows, [{ name: 'caption', isRepeated: true, pages }]);
  expect(await readAll(file(2))).toEqual([{ caption: ['A dog.', 'A cat.'] }, { caption: ['A cow.'] }]);
  expect(await faultOf(file(1))).toMatch(/"caption" has more values than its row group says/);
});

test('a row group of a million captions is read, each page once', async () => {
  const bytes = makeParquet(2 ** 20, [equalTexts('caption', 2 ** 20)]);
  expect(bytes.length).toBeLessThan(400);
  const file = await openParquet(() => openBytes(fileOf(bytes)), { name: 'x' });
  let rows = 0;
  let largest = 0;
  for await (const batch of file.read()) {
    rows += batch.length;
    largest = Math.max(largest, batch.length);
  }
  await file.close();
  expect([rows, largest]).toEqual([2 ** 20, 4096]);
});

test.each([5e6, 4e7])('%i equal rows in some bytes are refused before one is made', async (count) => {
  expect(await faultOf(makeParquet(count, [equalTexts('caption', count)]))).toMatch(
    /^in\.parquet is not a readable Parquet file: it says that it holds \d+ rows in \d+ bytes; write it again /,
  );
});

const bomb = Buffer.alloc(64 * 1024 * 1024);
const paged = (codec: Column['codec'], bytes: Uint8Array, said?: number) =>
  makeParquet(1, [
    {
      name: 'caption',
      ...(codec ? { codec } : {}),
      pages: [{ values: 1, bytes, ...(said === undefined ? {} : { uncompressed: said }) }],
    },
  ]);

test.each([
  ['BROTLI', () => paged('BROTLI', brotliCompressSync(bomb), 17)],
  ['GZIP', () => paged('GZIP', gzipSync(bomb), 17)],
  // Literals none, then a match that goes on for 64 KiB of 255s.
  [
    'LZ4_RAW',
    () => paged('LZ4_RAW', Buffer.concat([Buffer.of(0x1f, 0x61, 1, 0), Buffer.alloc(65536, 255)]), 17),
  ],
  // One block that repeats a byte 2 MiB times, without a content size in the frame's header.
  ['ZSTD', () => paged('ZSTD', Buffer.from('28b52ffd0058030010ff'.replace('030010', '03ffff'), 'hex'), 17)],
  ['SNAPPY', () => paged('SNAPPY', Buffer.concat([varint(2 ** 31), Buffer.from('00612e0100', 'hex')]), 17)],
])('a page in %s makes no more than its header says', async (_, file) => {
  expect(await faultOf(file())).toMatch(/is not a readable Parquet file: /);
});

test.each(['BROTLI', 'GZIP', 'ZSTD', 'SNAPPY', 'LZ4', 'LZ4_RAW', 'UNCOMPRESSED'] as const)(
  'a page of %s that says 2 GB is refused before it is allocated',
  async (codec) => {
    expect(await faultOf(paged(codec, Buffer.alloc(64), 2 ** 31 - 1))).toMatch(
      /pages of 2147483647 bytes are too large for a file of \d+; the limit is 67108864/,
    );
  },
);

test('what pages hold is counted over all columns, and a page that is done counts no more', () => {
  const held = createHeldMemory(1000);
  for (let page = 0; page < 100; page += 1) held.hold('caption', 50 * 2 ** 20, 2 ** 20);
  expect(() => held.hold('id', 50 * 2 ** 20, 1)).toThrow(/too large for a file of 1000/);
  const kept = createHeldMemory(1000, true);
  kept.hold('caption', 50 * 2 ** 20, 1);
  expect(() => kept.hold('caption', 50 * 2 ** 20, 1)).toThrow(/too large for a file of 1000/);
  const many = createHeldMemory(1000);
  for (let column = 0; column < 8; column += 1) many.hold(`c${column}`, 9, 2 ** 20);
  expect(() => many.hold('c8', 9, 2 ** 20)).toThrow(/values is too large/);
});

test('runs, dictionaries and differences make no more values than the page says', async () => {
  const dictionary = { isDictionary: true, values: 1, bytes: plainTexts(['A dog.']) };
  const run = Buffer.concat([Buffer.of(1), varint(2 ** 31), Buffer.of(0)]);
  const indices = { values: 3, encoding: 'RLE_DICTIONARY', bytes: run } as const;
  expect(await faultOf(makeParquet(3, [{ name: 'caption', pages: [dictionary, indices] }]))).toMatch(
    /a run in a page is longer than the page/,
  );
  const levels = Buffer.concat([Buffer.of(6, 0, 0, 0), varint(2 ** 31), Buffer.of(1)]);
  expect(
    await faultOf(
      makeParquet(3, [{ name: 'caption', isOptional: true, pages: [{ values: 3, bytes: levels }] }]),
    ),
  ).toMatch(/a run in a page is longer than the page/);
  // A text of 60 kB, and 9,999 that share all of it: 600 MB.
  const delta = (first: number, step: number, count: number) =>
    Buffer.concat([
      ...[2 ** 14, 1, count].map((value) => varint(value)),
      varint(first * 2),
      varint(step * 2),
      Buffer.of(0),
    ]);
  const [count, long] = [10_000, 60_000];
  const prefixes = Buffer.concat([
    // 0, then 60,000 each: a block of its own for the one step.
    ...[1, 1, count].map((value) => varint(value)),
    varint(0),
    varint(long * 2),
    Buffer.of(0),
    ...Array.from({ length: count - 2 }, () => Buffer.of(0, 0)),
  ]);
  const suffixes = Buffer.concat([
    ...[1, 1, count].map((value) => varint(value)),
    varint(long * 2),
    varint(long * 2 - 1),
    Buffer.of(0),
    ...Array.from({ length: count - 2 }, () => Buffer.of(0, 0)),
  ]);
  const shared = Buffer.concat([prefixes, suffixes, Buffer.alloc(long, 'x')]);
  expect(
    await faultOf(
      makeParquet(count, [
        { name: 'caption', pages: [{ values: count, encoding: 'DELTA_BYTE_ARRAY', bytes: shared }] },
      ]),
    ),
  ).toMatch(/the texts of a page are too large/);
  const blocks = Buffer.concat([varint(2 ** 31), varint(2 ** 31), delta(1, 1, 3)]);
  expect(
    await faultOf(
      makeParquet(3, [
        {
          name: 'caption',
          type: 'INT32',
          pages: [{ values: 3, encoding: 'DELTA_BINARY_PACKED', bytes: blocks }],
        },
      ]),
    ),
  ).toMatch(/blocks of an impossible size/);
  expect(
    await faultOf(
      makeParquet(1e6, [
        {
          name: 'caption',
          type: 'FIXED_LEN_BYTE_ARRAY',
          typeLength: 2 ** 30,
          pages: [{ values: 1e6, encoding: 'BYTE_STREAM_SPLIT', bytes: Buffer.alloc(9) }],
        },
      ]),
    ),
  ).toMatch(/the values of a page are too large/);
});

test.each([
  [
    'rows that the row groups do not have',
    makeParquet(3, [equalTexts('caption', 3)], { rows: 4 }),
    /says 4 rows, and its row groups 3/,
  ],
  ['a page of fewer values', makeParquet(3, [equalTexts('caption', 2)]), /"caption" has fewer values than/],
  [
    'an index beyond the dictionary',
    makeParquet(2, [
      {
        name: 'caption',
        pages: [
          { isDictionary: true, values: 1, bytes: plainTexts(['A dog.']) },
          { values: 2, encoding: 'RLE_DICTIONARY', bytes: Buffer.of(1, 4, 1) },
        ],
      },
    ]),
    /holds other values than it says/,
  ],
  [
    'no dictionary',
    makeParquet(2, [
      { name: 'caption', pages: [{ values: 2, encoding: 'RLE_DICTIONARY', bytes: Buffer.of(1, 4, 0) }] },
    ]),
    /needs a dictionary/,
  ],
  [
    'LZO',
    paged('LZO', Buffer.alloc(9), 17),
    /compressed with LZO, which cannot be read here; use zstd or snappy/,
  ],
  ['a text', Buffer.from('A dog barks at a red car.'), /it is cut off, or of another format/],
  ['nothing', Buffer.alloc(0), /it is cut off, or of another format/],
  ['a cipher', Buffer.from('PAR1 nothing to see PARE'), /it is encrypted/],
  [
    'a footer longer than the file',
    Buffer.from('PAR1....\xff\xff\xff\x7fPAR1', 'latin1'),
    /its footer is longer/,
  ],
  ['a footer of nothing', Buffer.from('PAR1....\0\0\0\0PAR1', 'latin1'), /its footer ends too early/],
])('says so: %s', async (_, bytes, message) => {
  const fault = await faultOf(bytes);
  expect(fault).toMatch(message);
  expect(fault).toMatch(
    /^in\.parquet is not a readable Parquet file: .{1,200}; write it again with a current writer\.$/,
  );
});

test('a footer that claims lists of any length costs no more than its bytes', async () => {
  const lists = Buffer.concat([
    Buffer.from('PAR1'),
    Buffer.from('290cfcffffff07', 'hex'),
    Buffer.from('f9ffffff07'.repeat(40), 'hex'),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(lists.length - 4);
  expect(await faultOf(Buffer.concat([lists, length, Buffer.from('PAR1')]))).toMatch(
    /its footer (ends too early|is damaged)|its structs|its lists|a field in it/,
  );
});

test('hostile names are quoted, cut, and stay fields of the row alone', async () => {
  const hostile = '\u001b[31m\n'.repeat(999);
  const fault = await faultOf(makeParquet(3, [equalTexts(hostile, 2)]));
  expect(fault).not.toMatch(/\p{Cc}/u);
  expect(fault.length).toBeLessThan(400);
  const [row] = await readAll(makeParquet(1, [equalTexts('__proto__', 1, 'polluted')]));
  expect(Object.keys(row!)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
});

test('a folder, a device and nothing', async () => {
  const inner = join(folder, 'inner');
  mkdirSync(inner);
  await expect(openParquet(() => openBytes(inner), { name: 'x' })).rejects.toThrow(/it is a folder/);
  await expect(openParquet(() => openBytes('/dev/zero'), { name: 'x' })).rejects.toThrow(
    /it is read from its end, so it must be a regular file/,
  );
  await expect(openParquet(() => openBytes(join(folder, 'none')), { name: 'x' })).rejects.toThrow(/ENOENT/);
});
