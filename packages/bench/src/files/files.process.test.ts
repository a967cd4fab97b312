import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeNpy } from '@slipform/kit/testing/make-npy';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { winoground } from '../loaders/winoground';
import { captionAgainst } from '../questions/question';
import { evaluate } from '../scoring/evaluate';
import { englishTagger } from './english-tagger';
import { precomputedEncoder } from './precomputed-encoder';
import { readNpy, readParquet } from './read-files';

const folder = temporaryFolder();

const write = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

const bytesOf = (array: Float32Array) => new Uint8Array(array.buffer);

describe('readParquet', () => {
  test('Winoground as it is on the hub: pictures inside the rows', async () => {
    const png = new Uint8Array([0x89, 0x50, 0xff, 0x00]);
    const content = parquetWriteBuffer({
      columnData: [
        { name: 'id', data: [0, 1], type: 'INT32' },
        { name: 'image_0', data: [png, png], type: 'BYTE_ARRAY' },
        { name: 'image_1', data: [png, png], type: 'BYTE_ARRAY' },
        { name: 'caption_0', data: ['a b', 'a b'], type: 'STRING' },
        { name: 'caption_1', data: ['b a', 'b a'], type: 'STRING' },
      ],
    });
    const rows = await readParquet(await write('w.parquet', new Uint8Array(content)));
    expect(rows[0]!.image_0).toEqual(png);
    const benchmark = winoground(rows);
    // Each row asks for text, image, group and pairing.
    expect(benchmark.questions).toHaveLength(8);
    expect(benchmark.coverage!.text).toEqual({ scored: 2, total: 2 });
  });
  test('refuses what is none', async () => {
    await expect(readParquet('/dev/zero')).rejects.toThrow(
      /\/dev\/zero is not a readable Parquet file: .* regular file/,
    );
    await expect(readParquet(`/${'x'.repeat(300)}`)).rejects.toThrow(
      /^cannot read .*: the name is too long\.$/,
    );
    await expect(readParquet(await write('no.parquet', 'PAR1 but not really PAR1'))).rejects.toThrow(
      /no\.parquet is not a readable Parquet file: its footer is longer/,
    );
    await expect(readParquet(join(folder, 'nowhere'))).rejects.toThrow(
      /^cannot read .*nowhere: there is no such file or folder\.$/,
    );
  });
});

describe('readNpy', () => {
  test('says in one sentence what cannot be read, before anything is allocated', async () => {
    await expect(readNpy('/dev/zero')).rejects.toThrow(
      'cannot read /dev/zero: it must be a file, got a device',
    );
    await expect(readNpy(folder)).rejects.toThrow(/^cannot read .*: it is a folder; name a file\.$/);
    await expect(readNpy(`/${'x'.repeat(300)}`)).rejects.toThrow(/^cannot read .*: the name is too long\.$/);
    const sparse = await write('sparse.npy', '');
    await truncate(sparse, 2 ** 40);
    await expect(readNpy(sparse)).rejects.toThrow(/must hold at most 4095 MiB; name another file\.$/);
  });
});

describe('precomputedEncoder', () => {
  const vectors = makeNpy('<f4', '(2, 2)', bytesOf(Float32Array.from([1, 0, 0, 1])));
  test('looks pictures up by the name of their file and texts as they stand', async () => {
    await write('images.npy', vectors);
    await write('images.txt', 'a.jpg\nval2017/b.jpg\n');
    await write('texts.npy', vectors);
    const encoder = await precomputedEncoder({
      images: join(folder, 'images.npy'),
      texts: join(folder, 'texts.npy'),
      textNames: ['a cat', 'two\nlines'],
    });
    const [a, b] = await encoder.embedImages(['/data/a.jpg', new File([], 'b.jpg')]);
    expect([a, b]).toEqual([Float32Array.from([1, 0]), Float32Array.from([0, 1])]);
    expect(await encoder.embedTexts(['two\nlines'])).toEqual([b]);
    await expect(encoder.embedTexts(['a dog'])).rejects.toThrow(
      'texts.npy has no vector of the text "a dog"',
    );
    await expect(encoder.embedImages(['c.jpg'])).rejects.toThrow('no vector of the picture c.jpg');
    await expect(encoder.embedImages([new Uint8Array(3)])).rejects.toThrow(
      'no vector of the picture 709e80c8',
    );
    await expect(encoder.embedImages([new Float32Array(3)])).rejects.toThrow('pixels without a name');
    const result = await evaluate(encoder, {
      name: 'b',
      chance: 0.5,
      questions: [{ id: '1', kind: 'k', group: 'g', ...captionAgainst('a.jpg', 'a cat', 'two\nlines') }],
    });
    expect(result.kinds.k!.value).toBe(1);
  });
  test('takes a folder of files together, as slipform-clip embed fills one', async () => {
    const shards = join(folder, 'shards');
    await mkdir(shards);
    for (const [at, content] of ['a.jpg\nb.jpg\n', 'c.jpg\nd.jpg\n'].entries()) {
      await write(
        `shards/${at}.npy`,
        makeNpy('<f4', '(2, 2)', bytesOf(Float32Array.from([at, 0, 0, at + 1]))),
      );
      await write(`shards/${at}.ids.txt`, content);
      await write(`shards/${at}.npy.done.json`, '{}');
    }
    const texts = { texts: await write('few.npy', vectors), textNames: ['a', 'b'] };
    const encoder = await precomputedEncoder({ images: shards, ...texts });
    expect(await encoder.embedImages(['d.jpg', 'b.jpg'])).toEqual([
      Float32Array.from([0, 2]),
      Float32Array.from([0, 1]),
    ]);
    await expect(precomputedEncoder({ images: shards, imageNames: ['a'], ...texts })).rejects.toThrow(
      /imageNames names the rows of one file, and .*shards is a folder/,
    );
    await write('shards/2.npy', makeNpy('<f4', '(1, 3)', bytesOf(Float32Array.from([1, 2, 3]))));
    await write('shards/2.ids.txt', 'e.jpg\n');
    await expect(precomputedEncoder({ images: shards, ...texts })).rejects.toThrow(
      /2\.npy, row 1: has 3 numbers, and rows before it have 2/,
    );
    await mkdir(join(folder, 'bare'));
    await expect(precomputedEncoder({ images: join(folder, 'bare'), ...texts })).rejects.toThrow(
      /the folder .*bare must hold \.npy or \.parquet files/,
    );
  });
  test('reads Parquet by its columns, and refuses what does not fit', async () => {
    const table = (data: number[][], names = ['a', 'b']) =>
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: 'text', data: names },
            { name: 'embedding', data },
          ],
          schema: [
            { name: 'root', num_children: 2 },
            { name: 'text', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
            { name: 'embedding', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
            { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
            { name: 'element', repetition_type: 'OPTIONAL', type: 'DOUBLE' },
          ],
        }),
      );
    const images = await write('i.npy', vectors);
    const read = async (content: Uint8Array) =>
      precomputedEncoder({ images, imageNames: ['x', 'y'], texts: await write('t.parquet', content) });
    const encoder = await read(
      table([
        [0.5, 1],
        [2, 3],
      ]),
    );
    expect(await encoder.embedTexts(['b'])).toEqual([Float32Array.from([2, 3])]);
    await expect(read(table([[0.5, 1], [2]]))).rejects.toThrow(
      'row 2: embedding must be a list of 2 numbers, got 1',
    );
    await expect(
      read(
        table([
          [0.5, 1],
          [2, Number.NaN],
        ]),
      ),
    ).rejects.toThrow('row 2: holds NaN at place 1');
    await expect(
      read(
        table(
          [
            [0.5, 1],
            [2, 3],
          ],
          ['a', 'a'],
        ),
      ),
    ).rejects.toThrow('"a" comes twice, with two vectors');
    await expect(precomputedEncoder({ images, imageNames: ['x'], texts: images })).rejects.toThrow(
      '2 rows for 1 names (imageNames)',
    );
    await expect(precomputedEncoder({ images } as never)).rejects.toThrow('texts must be the name of a file');
    await expect(precomputedEncoder({ images, texts: images, imageName: [] } as never)).rejects.toThrow(
      'there is no option "imageName"; there are images, texts, imageNames, textNames',
    );
    await expect(precomputedEncoder({ images, texts: images })).rejects.toThrow(
      /there is no .*i\.txt or \.json/,
    );
  });
});

test('englishTagger finds nouns and adjectives', () => {
  const tags = Object.fromEntries(
    englishTagger('A black dog sits on the old sofa.').map(({ text, tag }) => [text, tag]),
  );
  expect(tags).toMatchObject({
    black: 'adjective',
    dog: 'noun',
    sits: 'other',
    on: 'other',
    old: 'adjective',
    sofa: 'noun',
  });
});

test('a folder is no file', async () => {
  await mkdir(join(folder, 'sub'), { recursive: true });
  await expect(readNpy(join(folder, 'sub'))).rejects.toThrow('is a folder');
});
