import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, longestLine, readLineBatches } from './read-line-batches';

async function read(...chunks: (string | Uint8Array)[]): Promise<Line[]> {
  async function* stream() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  const lines: Line[] = [];
  for await (const batch of readLineBatches(stream())) lines.push(...batch);
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
  expect(line?.problem).toBe(`is not UTF-8: byte ${byte} is 0x${hex}`);
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
