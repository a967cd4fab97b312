import { readdir, readFile } from 'node:fs/promises';
import { meetRefusals } from '@slipform/kit/testing/meet-refusals';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { runCommand } from '../command';
import { createEncoder } from '../encoder/create-encoder';
import { loadEncoder } from '../encoder/load-encoder';
import { createClip } from '../model/create-clip';
import { tinyConfig } from '../testing/tiny';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import type { SaveEncoderOptions } from '../weights/save-model-folder';

const folder = useFolder();
const run = (args: readonly string[]) => runHere('slipform-clip', runCommand, args, folder.path(''));

beforeAll(async () => {
  await useBackend('cpu');
  const save = async (
    name: string,
    seed: number,
    words: string,
    options: SaveEncoderOptions = {},
    mean = 0,
  ) => {
    const tokenizer = trainTokenizer([words], { contextLength: 6 });
    const text = { ...tinyConfig.text, vocabularySize: tokenizer.vocabularySize };
    const preprocessing = { size: 8, mean: [mean, 0, 0] } as const;
    const model = createClip({ ...tinyConfig, text }, { seed });
    const encoder = createEncoder(model, tokenizer, { preprocessing });
    await encoder.save(folder.path(name), options);
    encoder.dispose();
  };
  const words = 'a red square';
  for (const [name, seed] of Object.entries({ a: 1, b: 2, c: 3, x: 1, y: 2 })) await save(name, seed, words);
  await save('half-a', 1, words, { dtype: 'float16' });
  await save('half-b', 2, words, { dtype: 'float16' });
  await save('open-a', 1, words, { naming: 'open_clip' });
  await save('open-b', 2, words, { naming: 'open_clip' });
  await save('other-words', 2, 'a blue square');
  await save('more-words', 2, 'a dark blue square');
  await save('other-pictures', 2, words, {}, 0.5);
  folder.file('x/README.md', '---\nlicense: mit\nbase_model: openai/clip-vit-base-patch32\n---\n# x\n');
  folder.file('y/README.md', '---\nbase_model:\n  - "laion/CLIP-ViT-B-32"\ntags:\n  - a/b\n---\n# y\n');
  folder.file('theirs/notes.txt', 'mine');
});

it.each([
  ['a', 'b', 'model.safetensors'],
  ['half-a', 'half-b', 'model.safetensors'],
  ['open-a', 'open-b', 'open_clip_model.safetensors'],
])('writes models between %s and %s, whose ends have the bytes of the two', async (a, b, weights) => {
  const output = `${a} to ${b}`;
  const { code, stdout, stderr } = await run(['mix', a, b, '--alpha', '0, .25,1,1.5,0', '-o', output]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const folders = ['alpha-0', 'alpha-0.25', 'alpha-1', 'alpha-1.5'];
  expect(stdout).toBe(folders.map((each) => `${output}/${each}\n`).join(''));
  expect(JSON.parse(await readFile(folder.path(`${output}/mix.json`), 'utf8'))).toEqual({
    before: a,
    after: b,
    alphas: [0, 0.25, 1, 1.5].map((alpha, i) => ({ alpha, folder: folders[i] })),
  });
  for (const [end, model] of [
    ['alpha-0', a],
    ['alpha-1', b],
  ] as const) {
    const names = await readdir(folder.path(model));
    expect(await readdir(folder.path(`${output}/${end}`))).toEqual(names);
    for (const name of names) {
      const [mixed, whole] = await Promise.all(
        [`${output}/${end}`, model].map((place) => readFile(folder.path(`${place}/${name}`))),
      );
      expect(mixed!.equals(whole!), name).toBe(true);
    }
  }
  const quarter = await readFile(folder.path(`${output}/alpha-0.25/${weights}`));
  expect(quarter.equals(await readFile(folder.path(`${a}/${weights}`)))).toBe(false);
  (await loadEncoder(folder.path(`${output}/alpha-0.25`))).dispose();
});

it('averages several, and replaces what it wrote with --force alone', async () => {
  expect((await run(['mix', 'a', 'b', 'c', '--alpha', '1', '-o', 'mean'])).code).toBe(0);
  expect(JSON.parse(await readFile(folder.path('mean/mix.json'), 'utf8')).after).toEqual(['b', 'c']);
  expect((await run(['mix', '--average', 'b', 'c', '-o', 'average'])).stdout).toBe('average\n');
  expect((await run(['mix', 'a', 'b', '-o', 'line'])).stdout.match(/alpha-[\d.]+/g)).toHaveLength(5);
  const row = async (name: string) => {
    const encoder = await loadEncoder(folder.path(name));
    const values = encoder.model.parameter('text_projection.weight').dataSync().slice();
    encoder.dispose();
    return values;
  };
  const [mean, b, c] = [await row('mean/alpha-1'), await row('b'), await row('c')];
  expect(await row('average')).toEqual(mean);
  for (const [i, x] of mean.entries()) expect(x).toBeCloseTo((b[i]! + c[i]!) / 2, 6);
  expect((await run(['mix', 'a', 'b', '--alpha', '.5', '-o', 'mean'])).stderr).toMatch(
    /mean exists already; .*--force/,
  );
  expect((await run(['mix', 'a', 'b', '--alpha', '.5', '-o', 'mean', '--force'])).code).toBe(0);
  expect((await readdir(folder.path('mean'))).sort()).toEqual(['.slipform-mix', 'alpha-0.5', 'mix.json']);
});

meetRefusals('slipform-clip', run, () => folder.path(''), [
  ['mix a b', 2, 'the output (-o FOLDER) must be named'],
  ['mix a b --average --alpha 1 -o z', 2, '--average and --alpha exclude each other; pass one'],
  ['mix a --alpha 1 -o z', 2, "missing required argument 'after'"],
  ['mix a b --alpha 0,,1 -o z', 2, 'must be numbers from -1 to 2 with commas between them'],
  ['mix a b --alpha 0,3 -o z', 2, 'must be numbers from -1 to 2'],
  ['mix a nowhere --alpha 1 -o z', 1, 'There is no folder nowhere'],
  ['mix a b --alpha 1 -o theirs --force', 1, /theirs/],
  ['mix a other-words --alpha 1 -o z', 1, 'mix: other-words must have the tokenizer of a, and has another'],
  ['mix a other-pictures --alpha 1 -o z', 1, 'mix: other-pictures must do to pictures what a does'],
  ['mix a more-words --alpha 1 -o z', 1, 'more-words must have the tokenizer of a'],
  [
    'mix x y --alpha 1 -o z',
    1,
    'mix: x and y must share the weights that they began from, but their cards name "openai/clip-vit-base-patch32" and "laion/CLIP-ViT-B-32"',
  ],
]);
