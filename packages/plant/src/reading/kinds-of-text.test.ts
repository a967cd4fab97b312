import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import { resolveOptions } from '../options';
import { createReader } from '../testing/create-reader';
import { longestCaption } from './caption-refusals';
import { readCaption, readCaptions } from './read-caption';
import type { Reading } from './reading';

const read = createReader();
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const foreign = readFileSync(join(root, 'packages/plant/fixtures/foreign-captions.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[1]!);
const shared = process.env.SLIPFORM_SHARED ?? join(root, '../shared');
const file = join(shared, 'data/captions/coco-val2017-half.tsv');
if (!existsSync(file))
  console.log(`kinds-of-text.test.ts skipped COCO's captions: none in ${shared}/data (set SLIPFORM_SHARED)`);

describe('sorts of text', () => {
  test.each([
    ['A dog runs on the beach.', 'sentence'],
    ['window on bus', 'phrase'],
    ['red, green and blue balloons', 'phrase'],
    ['young, beautiful, brunette woman', 'phrase'],
    ['Red Shirt', 'title'],
    ['BLACK LEATHER BAG', 'title'],
    ['A dog on the beach #dog #beach', 'phrase'],
  ] as const)('%j is a %s', (caption, kind) => {
    expect(read(caption)).toMatchObject({ kind, unusable: undefined });
  });

  test.each([
    ['dog, beach, sunset', 'tags', 'not-a-description'],
    ['#dog #beach', 'tags', 'not-a-description'],
    ['sunset_beach.jpg', 'file-name', 'not-a-description'],
    ['IMG_2034', 'file-name', 'not-a-description'],
    ['DSC 0012.JPG', 'file-name', 'not-a-description'],
    ['my red car.png', 'file-name', 'not-a-description'],
    ['https://example.com/a-red-car', 'address', 'not-a-description'],
    ['www.example.com', 'address', 'not-a-description'],
    ['somebody@example.com', 'address', 'not-a-description'],
    ['', 'empty', 'not-a-description'],
    [' \t\n', 'empty', 'not-a-description'],
    ['😀 !!', 'empty', 'not-a-description'],
    ['<td class="a"><b>dog</b></td>', 'markup', 'not-a-description'],
    ['A caf&eacute; with a red door', 'markup', 'not-a-description'],
    ['Ein Hund sitzt unter einem Tisch', 'foreign', 'not-english'],
    ['沙发上的猫', 'foreign', 'not-english'],
  ] as const)('%j is %s', (caption, kind, unusable) => {
    expect(read(caption)).toMatchObject({ kind, unusable, tokens: [], objects: [], attributes: [] });
  });

  test('a text of more than 4,096 characters is too long', () => {
    expect(read('dog '.repeat(longestCaption))).toMatchObject({
      kind: 'long',
      unusable: 'too-long',
      tokens: [],
    });
  });

  test('a name alone says so', () => {
    expect(read('Aurelia Kurti')).toMatchObject({ unusable: 'name' });
    expect(read('Aurelia Kurti').tokens).toHaveLength(2);
  });
});

describe('other languages', () => {
  test.each([
    'Sagittal T2-weighted MRI of the lumbar spine showing disc herniation at L4-L5',
    'map cog',
    'H&E stain of adenocarcinoma',
  ])('trade terms and codes are English: %s', (caption) => {
    expect(read(caption).unusable).toBeUndefined();
  });

  test('of 226 captions in 20 languages 95 % or more are found', () => {
    const found = foreign.filter((caption) => read(caption).unusable === 'not-english');
    console.log(`foreign captions found: ${found.length} of ${foreign.length}`);
    expect(foreign).toHaveLength(226);
    expect(found.length / foreign.length).toBeGreaterThanOrEqual(0.95);
  });

  test.skipIf(!existsSync(file))('at most 0.2 % of English ones are refused', () => {
    const english = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .filter((_, i) => i % 4 === 0)
      .map((line) => line.split('\t')[1]!);
    const refused = english.filter((caption) => read(caption).unusable !== undefined);
    console.log(`English captions refused: ${refused.length} of ${english.length}: ${refused.join(' | ')}`);
    expect(english.length).toBeGreaterThan(3000);
    expect(refused.length / english.length).toBeLessThanOrEqual(0.002);
  });
});

describe('mark-up', () => {
  const spansOf = ({ objects, attributes, caption }: Reading) =>
    [...objects, ...attributes].map(({ start, end }) => caption.slice(start, end));

  test.each([
    ['A <b>red</b> dog on a <i>table</i>', ['dog', 'table', 'red']],
    ['A red dog &amp; a blue cat', ['dog', 'cat', 'red', 'blue']],
    ['&quot;A red dog&quot; &#8211; a blue cat', ['dog', 'cat', 'red', 'blue']],
    ['A&nbsp;red&nbsp;dog', ['dog', 'red']],
    ['“A red dog” on a cat’s bed', ['dog', 'bed', 'red']],
    ['A\tred\tdog', ['dog', 'red']],
  ] as const)('%j is read where it stands', (caption, words) => {
    expect(spansOf(read(caption))).toEqual(expect.arrayContaining([...words]));
  });
});

const piece = fc.constantFrom(
  ...'A a the dog cats red Red BLACK leather two of in next to and , . 😀 <b> </b> &amp; &lt; &#39; &eacute; “ ’s \t \n #dog a@b.c http://x.y IMG_1 .jpg Nike 3XL été 猫 \u00a0'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

test('a text is read in a batch as alone', () => {
  const { reader } = createReaders(resolveOptions({}));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const together: Reading[] = [];
      readCaptions(
        texts.map((caption) => ({ caption })),
        reader,
        (_, reading) => together.push(reading),
      );
      expect(together).toEqual(texts.map((caption) => readCaption(caption, reader)));
    }),
    { numRuns: 500 },
  );
});

test('any text is read, its spans lie within it and are its slices', () => {
  fc.assert(
    fc.property(text, (caption) => {
      const reading = read(caption);
      const { tokens, objects, compounds, attributes, actions, closed } = reading;
      expect(reading.caption).toBe(caption);
      expect(reading.plain).toHaveLength(caption.length);
      let end = 0;
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(caption.length);
      for (const span of [...objects, ...compounds, ...attributes, ...actions, ...closed]) {
        expect([span.start, span.end]).toEqual([tokens[span.first]!.start, tokens[span.last]!.end]);
        expect(span.text).toBe(reading.plain.slice(span.start, span.end));
        expect(span.concreteness).toBeGreaterThanOrEqual(1);
      }
      if (reading.unusable !== undefined && reading.unusable !== 'name') expect(tokens).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
