import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonEntry, readJsonEntries } from './json-entries';

async function read(text: string | Uint8Array, size = 5): Promise<JsonEntry[]> {
  async function* stream() {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const entries: JsonEntry[] = [];
  for await (const batch of readJsonEntries(stream(), 'x')) entries.push(...batch);
  return entries;
}

const numbered = (list: JsonEntry['list'], values: readonly unknown[]): JsonEntry[] =>
  values.map((value, i) => ({ list, number: i + 1, value }));

describe('the entries are those that JSON.parse finds, however the text is cut', () => {
  const values = fc.array(fc.jsonValue({ maxDepth: 4 }));
  const space = fc.constantFrom(undefined, 1, '\t');
  const size = fc.integer({ min: 1, max: 40 });
  test('of a list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1 }), space, size, async (list, indent, by) => {
        // −0 is written as 0.
        const parsed: unknown[] = JSON.parse(JSON.stringify(list));
        expect(await read(JSON.stringify(list, null, indent), by)).toEqual(numbered(undefined, parsed));
      }),
    );
  });
  test('of the lists of an object, whatever else it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        values,
        values,
        fc.jsonValue(),
        space,
        size,
        async (images, annotations, other, indent, by) => {
          fc.pre(images.length + annotations.length > 0);
          const file = {
            'a "key"\\': other,
            images,
            info: { images: [7], annotations: [[8]] },
            annotations,
            z: other,
          };
          const parsed: typeof file = JSON.parse(JSON.stringify(file));
          expect(await read(JSON.stringify(file, null, indent), by)).toEqual([
            ...numbered('images', parsed.images),
            ...numbered('annotations', parsed.annotations),
          ]);
        },
      ),
    );
  });
});

test.each([
  '[1,]',
  '[,1]',
  '[1,,2]',
  '[1 2]',
  '[1}',
  '[1]]',
  '[1][2]',
  '[1]{}',
  '{"annotations":[1],}',
  '{"annotations":[1] "images":[]}',
  '{"annotations":[1],"a":tru}',
  '{"images":[{"a":]}',
  '{annotations:[1]}',
  '["a\n"]',
  '[1]x',
])('%j is not JSON', async (text) => {
  for (const size of [1, 100]) await expect(read(text, size)).rejects.toThrow(/^x is not JSON: it breaks be/);
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['cut off', '{"annotations":[{"a":1},{"b"', /^x ends in the middle of its JSON\.$/],
  ['cut off in a string', '[1,"a', /^x ends in the middle of its JSON\.$/],
  [
    'JSON lines',
    '{"caption":"a"}\n{"caption":"b"}\n',
    /before the first entry; if it is JSON lines, let its name/,
  ],
  [
    'without lists',
    '{"a":[1],"b":{"images":[1]}}',
    /^x has neither "annotations" .* and is no list of objects\.$/,
  ],
  ['an empty list', '[]', /^x has neither/],
  ['too deep', `[${'['.repeat(200)}`, /^x is nested deeper than 100 levels; pass COCO's captions, /],
  ['Latin-1', Buffer.from('["caf\xe9"]', 'latin1'), /^x is not UTF-8; save it as UTF-8\.$/],
  ['cut off in a character', Buffer.from('["é').subarray(0, 3), /^x is not UTF-8/],
])('%s is one sentence', async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test('an entry of more than 4 MiB is refused, and so is as much without one', async () => {
  const long = 'x'.repeat(5 * 2 ** 20);
  for (const text of [`["${long}"]`, `{"a":"${long}","images":[1]}`, `[1],"${long}"`]) {
    await expect(read(text, 65_536)).rejects.toThrow(
      /^x goes on for more than 4 MiB without the end of an entry/,
    );
  }
});

test('an empty file has no entries', async () => {
  expect(await read(' \n')).toEqual([]);
});
