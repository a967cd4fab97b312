import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEncoder } from '@slipform/clip';
import { makeNpy } from '@slipform/kit/testing/make-npy';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { parquetWriteBuffer } from 'hyparquet-writer';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command';
import { saveTinyModel } from '../testing/save-tiny-model';

const folder = temporaryFolder();
const run = (...args: string[]) => runCommand(folder, ...args);
const picture = (background: string) =>
  sharp({ create: { width: 24, height: 16, channels: 3, background } })
    .png()
    .toBuffer();
const listed = async (name: string): Promise<string[]> =>
  JSON.parse(await readFile(join(folder, name), 'utf8'));

async function writeVectors(name: string, vectors: readonly Float32Array[]): Promise<void> {
  const all = Float32Array.from(vectors.flatMap((vector) => [...vector]));
  const shape = `(${vectors.length}, ${vectors[0]!.length})`;
  await writeFile(join(folder, name), makeNpy('<f4', shape, new Uint8Array(all.buffer)));
}

test('embeddings of what `inputs` lists are judged as the model that made them: files, bytes and cut pictures', async () => {
  await mkdir(join(folder, 'pictures'));
  await mkdir(join(folder, 'sugar'));
  const colours = ['red', 'green', 'blue', 'black'];
  for (const [at, colour] of colours.entries()) {
    await writeFile(join(folder, `pictures/${at}.jpg`), await picture(colour));
  }
  const rows = colours.map((colour, at) => [
    at,
    { filename: `${at}.jpg`, caption: `a ${colour} dog`, negative_caption: `a ${colour} cat` },
  ]);
  await writeFile(join(folder, 'sugar/replace_obj.json'), JSON.stringify(Object.fromEntries(rows)));
  const boxes = colours.map((colour, at) => ({
    ...{ image_id: `${at}`, image_path: `${at}.jpg`, bbox_x: 2, bbox_y: 1, bbox_w: 9, bbox_h: 8 },
    ...{ true_caption: `the ${colour} dog`, false_caption: `the dog ${colour}`, relation_name: 'on' },
  }));
  await writeFile(join(folder, 'aro.json'), JSON.stringify(boxes));
  const [a, b] = [await picture('teal'), await picture('pink')];
  const wino = parquetWriteBuffer({
    columnData: [
      { name: 'id', data: [0], type: 'INT32' },
      { name: 'image_0', data: [new Uint8Array(a)], type: 'BYTE_ARRAY' },
      { name: 'image_1', data: [new Uint8Array(b)], type: 'BYTE_ARRAY' },
      { name: 'caption_0', data: ['a red dog'], type: 'STRING' },
      { name: 'caption_1', data: ['a blue dog'], type: 'STRING' },
    ],
  });
  await writeFile(join(folder, 'w.parquet'), new Uint8Array(wino));
  await saveTinyModel(join(folder, 'model'), { captions: ['a red green blue black dog cat the on'] });

  const asked = ['sugarcrepe=sugar', 'aro=aro.json', 'winoground=w.parquet'];
  const options = [...asked.flatMap((each) => ['--benchmark', each]), '--images', 'pictures'];
  const made = await run('inputs', 'emb', ...options);
  expect(made).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('10 pictures and') });
  const images = await listed('emb/images.json');
  expect(images.filter((name) => !name.includes('cut'))).toHaveLength(4);
  expect(await readdir(join(folder, 'emb/cut'))).toHaveLength(6);

  const encoder = await loadEncoder(join(folder, 'model'));
  await writeVectors('emb/images.npy', await encoder.embedImages(images.map((name) => join(folder, name))));
  await writeVectors('emb/texts.npy', await encoder.embedTexts(await listed('emb/texts.json')));
  encoder.dispose();
  const resultsOf = async (model: string) => {
    const { code, stdout, stderr } = await run(
      'run',
      model,
      ...options,
      '--name',
      'it',
      '--json',
      '--backend',
      'cpu',
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    return JSON.parse(stdout);
  };
  const results = await resultsOf('emb');
  expect(results).toHaveLength(6);
  expect(results).toEqual(await resultsOf('model'));

  expect(await run('inputs', 'emb', ...options)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/emb\/images\.json exists/),
  });
  expect((await run('inputs', 'emb', ...options, '--force')).code).toBe(0);
  expect(await run('inputs', 'other')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('inputs: name what'),
  });
  await writeFile(join(folder, 'emb/texts.json'), '["a red dog"]');
  expect(await run('run', 'emb', ...options)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/texts\.npy has \d+ rows for 1 names/),
  });
});
