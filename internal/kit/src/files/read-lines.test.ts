import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Line, longestLine, readLineBatches, readLines } from './read-lines';

async function read(...chunks: (string | Uint8Array)[]): Promise<Line[]> {
  async function* stream() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  const lines: Line[] = [];
  for await (const batch of readLineBatches(stream(), { name: 'x' })) lines.push(...batch);
  return lines;
}

test('lines end with LF or CRLF, the last one with nothing', async () => {
  expect(await read('a\r\nb\n\nc')).toEqual(['a', 'b', '', 'c'].map((text, i) => ({ number: i + 1, text })));
});

test('however the bytes are cut, the lines are the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[\r\n\ufeff]/g, ''))),
      fc.array(fc.nat({ max: 9 })),
      async (texts, cuts) => {
        const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''));
        const chunks: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(bytes.subarray(at, at + cut));
          at += cut;
        }
        const lines = await read(...chunks, bytes.subarray(at));
        expect(lines.map(({ text }) => text)).toEqual(texts.map((text) => Buffer.from(text).toString()));
      },
    ),
  );
});

test.each([
  ['ab\xff', 3, 'ff'],
  ['\xc3', 1, 'c3'],
  ['a\xe9.', 2, 'e9'],
  ['\xef\xbf\xbd \xe9', 5, 'e9'],
])('%j is not UTF-8 from byte %i', async (latin, byte, hex) => {
  const [line] = await read(Buffer.from(latin, 'latin1'));
  expect(line).toMatchObject({ problem: 'is not UTF-8', detail: `byte ${byte} is 0x${hex}` });
});

test('U+FFFD itself is a character', async () => {
  expect(await read('\ufffd')).toEqual([{ number: 1, text: '\ufffd' }]);
});

test('a line that is too long is named and not kept', async () => {
  const half = 'x'.repeat(longestLine / 2);
  const [long, next] = await read(half, half, half, '\nok\n');
  expect(long).toEqual({ number: 1, text: '', problem: 'is longer than 4 MiB' });
  expect(next).toEqual({ number: 2, text: 'ok' });
});

test.each([
  [
    'UTF-16 with a mark',
    Buffer.from('\ufeffA dog.\nA cat.\n', 'utf16le'),
    /^x is UTF-16, not UTF-8; save it as UTF-8/,
  ],
  ['UTF-16 without', Buffer.from('A dog.\nA cat.\n', 'utf16le'), /^x is UTF-16/],
  ['UTF-16, big end first', Buffer.from('A dog.\nA cat.\n', 'utf16le').swap16(), /^x is UTF-16/],
  ['UTF-32', Buffer.from('\ufeff\0A\0', 'utf16le'), /^x is UTF-32/],
  ['zeros', Buffer.alloc(4096), /^x holds zero bytes, so it is no text/],
])('%s is refused, however it is cut', async (_, bytes, message) => {
  await expect(read(bytes)).rejects.toThrow(message);
  await expect(read(...[...bytes].map((byte) => Uint8Array.of(byte)))).rejects.toThrow(message);
});

test('a short line of a pipe that waits for an answer is read at once', async () => {
  async function* stream() {
    yield Buffer.from('a\n');
    throw new Error('asked for more');
  }
  const lines = readLines(stream(), { name: 'x' });
  expect((await lines.next()).value).toEqual({ number: 1, text: 'a' });
  await expect(lines.next()).rejects.toThrow('asked for more');
});

test('a text that holds a zero byte is a text', async () => {
  expect(await read('A d\0g barks.\n')).toEqual([{ number: 1, text: 'A d\0g barks.' }]);
});

test.each(['A dog.\rA cat.\r', 'A dog.\rA cat.', 'caption\nA dog.\rA cat.\rA cow.\r'])(
  'line ends of CR alone are refused: %j',
  async (text) => {
    await expect(read(text)).rejects.toThrow(/^x has line ends of CR alone, as on old Macs; save it with LF/);
    await expect(read(...text)).rejects.toThrow(/CR alone/);
  },
);

test('CR alone in a line of many megabytes is seen too', async () => {
  await expect(read(...Array<string>(9).fill('A dog.\r'.repeat(1e5)))).rejects.toThrow(/CR alone/);
});

test('a CR within a line of LF stays', async () => {
  expect((await read('a\rb\nc\r\n')).map(({ text }) => text)).toEqual(['a\rb', 'c']);
});

test('a line of any length takes the work of its bytes: each chunk is looked at once, none is kept', async () => {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const found: number[] = [];
  async function* stream() {
    for (let i = 0; i < 2000; i += 1) yield chunk;
  }
  const spy = vi.spyOn(Buffer, 'concat').mockClear();
  for await (const lines of readLineBatches(stream(), { name: 'x' }))
    found.push(...lines.map(({ number }) => number));
  expect(found).toEqual([1]);
  // 125 MiB came in; what was joined is no more than a line may have.
  expect(spy.mock.calls.flatMap(([list]) => list).reduce((sum, { length }) => sum + length, 0)).toBeLessThan(
    2 * longestLine,
  );
  spy.mockRestore();
});

test('a line without an end is refused long before its end', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  let asked = 0;
  async function* stream() {
    for (; asked < 1000; asked += 1) yield chunk;
  }
  const lines = readLines(stream(), { name: 'x' });
  await expect(lines.next()).rejects.toThrow(
    'x line 1 goes on for more than 128 MiB; name a file with an entry on each line.',
  );
  expect(asked).toBe(128);
});

test('names the stream and its own limit', async () => {
  async function* stream() {
    yield Buffer.from('A dog barks.\nNo.\n');
  }
  const lines: Line[] = [];
  for await (const line of readLines(stream(), { longest: 8, name: 'standard input' })) lines.push(line);
  expect(lines).toEqual([
    { number: 1, text: '', problem: 'is longer than 8 bytes' },
    { number: 2, text: 'No.' },
  ]);
  async function* zeros() {
    yield Buffer.alloc(64);
  }
  await expect(readLines(zeros(), { name: 'standard input' }).next()).rejects.toThrow(
    /^standard input holds zero bytes, .*\.$/,
  );
});
