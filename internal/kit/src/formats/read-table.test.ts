import { expect, test } from 'vitest';
import type { Header } from './read-table';
import { missingColumn, readTable } from './read-table';

async function* chunks(content: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The rows of a table whose columns are a and b, with where they stand. */
async function read(delimiter: ',' | '\t', content: string | Uint8Array, size = 7) {
  const rows: string[] = [];
  for await (const batch of readTable(chunks(content, size), { delimiter, name: 'x' })) {
    for (const row of batch) {
      rows.push(
        'problem' in row
          ? `${row.place} ${row.problem}`
          : `${row.number} ${row.value('a')}|${row.value('B')}`,
      );
    }
  }
  return rows;
}

test('a TSV is quoted where it must be, as pandas writes it, and nowhere else', async () => {
  const cells: readonly [raw: string, text: string][] = [
    ['A dog.', 'A dog.'],
    ['"A ""red"" dog."', 'A "red" dog.'],
    ['"two\ttabs"', 'two\ttabs'],
    ['"two\nlines"', 'two\nlines'],
    ['"a\n""b""\n\nc"', 'a\n"b"\n\nc'],
    ['"A dog."', '"A dog."'],
    ['"Red" cars and "blue" ones', '"Red" cars and "blue" ones'],
    ['""twice""', '""twice""'],
    ['5" wide', '5" wide'],
    ['""""', '"'],
    ['""', ''],
    ['', ''],
  ];
  const text = `a\tb\n${cells.map(([raw]) => `${raw}\tx\r\n`).join('')}`;
  for (const size of [1, 7, 1000]) {
    const rows = await read('\t', text, size);
    expect(rows.map((row) => row.replace(/^\d+ /, ''))).toEqual(cells.map(([, cell]) => `${cell}|x`));
    expect(rows.map((row) => Number.parseInt(row, 10))).toEqual([2, 3, 4, 6, 10, 11, 12, 13, 14, 15, 16, 17]);
  }
});

test('a quote that is never closed is a character, and loses no line behind it', async () => {
  expect(await read('\t', 'a\tb\n"x\ty\n1\t2\n3\t"4\n"\n\n5\t"6\n')).toEqual([
    '2 "x|y',
    '3 1|2',
    '5 3|4\n',
    '7 5|"6',
  ]);
  const count = 20_000;
  const rows = await read('\t', `a\tb\n${'"x\t""y\n'.repeat(count)}`, 65_536);
  expect(rows).toHaveLength(count);
  expect(rows.at(-1)).toBe(`${count + 1} "x|""y`);
});

test('where the whole header is quoted, so is the table', async () => {
  expect(await read('\t', '"a"\t"b"\n"x"\t"y"\n')).toEqual(['2 x|y']);
});

test('CSV: quotes, line breaks, line ends of any kind, quotes that are characters', async () => {
  const text = '\ufeffa , B\n"x, ""y""",2\n"two\nlines",3\n5" wide,4\n"A "bird.,5\n';
  const rows = ['2 x, "y"|2', '4 two\nlines|3', '5 5" wide|4', '6 "A "bird.|5'];
  expect(await read(',', text)).toEqual(rows);
  const returns = rows.map((row) => row.replace('\n', '\r'));
  expect(await read(',', text.replaceAll('\n', '\r'))).toEqual(returns);
});

test.each([',', '\t'] as const)(
  'with %j: rows of another width and broken UTF-8 are named',
  async (delimiter) => {
    const lines = ['a,b', '1', '1,2,3', 'caf\xe9,2', '', '1,2'].map((line) =>
      line.replaceAll(',', delimiter),
    );
    expect(await read(delimiter, Buffer.from(lines.join('\n'), 'latin1'))).toEqual([
      'line 2 has 1 column where the header has 2',
      'line 3 has 3 columns where the header has 2',
      'line 4 is not UTF-8',
      '6 1|2',
    ]);
  },
);

test.each<[',' | '\t', string, string]>([
  [',', 'a,b\n1,"2\n', 'x: a quote that opens behind line 1 is never closed; add the missing quote.'],
  [
    ',',
    `a,b\n1,"${'x'.repeat(5 << 20)}"\n`,
    'x: the row behind line 1 is longer than 4 MiB; close its quotes.',
  ],
  ['\t', 'a\tb\r1\t2\r', 'x has line ends of CR alone, as on old Macs; save it with LF line ends.'],
])('with %j, one sentence', async (delimiter, content, message) => {
  await expect(read(delimiter, content, 65_536)).rejects.toThrow(message);
});

test('a header: names without a column, and twice the same', async () => {
  const headers: Header[] = [];
  const onHeader = (header: Header) => void headers.push(header);
  for await (const [row] of readTable(chunks(',Title,title,b\n0,1,2,3\n', 9), {
    delimiter: ',',
    name: 'x',
    onHeader,
  })) {
    expect(row && 'value' in row && ['TITLE', '', 'b', 'c'].map(row.value)).toEqual([
      '1',
      undefined,
      '3',
      undefined,
    ]);
  }
  const [header] = headers;
  expect(header!.has('tiTle')).toBe(true);
  expect(missingColumn('x: the header', ['image', 'path'], header!, 'name it').message).toBe(
    'x: the header must name a column "image" or "path", got Title, title, b; name it.',
  );
});
