// One file with all the names that captions and images go by, read alike by plant, clip, bench and Python
// (integrations/python/tests/test_field_names.py).
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { captionNames, imageNames } from '../internal/kit/src/captions/field-names';
import { captionsOf } from '../packages/bench/src/loaders/read-captions';
import { readSource, type SourceFormat } from '../packages/clip/src/data/open-source';
import { createSkipLog } from '../packages/clip/src/data/skips';
import { openInput } from '../packages/plant/src/files/open-input';
import { readCaptions } from '../packages/plant/src/files/read-captions';

type Pair = readonly [caption: string, image: string | undefined];

const root = resolve(import.meta.dirname, '..');
const folder = join(import.meta.dirname, 'fixtures/both-names');
const fileOf = (format: string) => join(folder, `both.${format}`);
/** The first name that is filled decides: in the last row of images none but `path` is. */
const expected: readonly Pair[] = [
  ['a red dog', 'a.jpg'],
  ['a cat on a mat', 'b.jpg'],
  ['a bird', 'd.jpg'],
  ['two boats', 'e.jpg'],
];
const formats: readonly SourceFormat[] = ['csv', 'tsv', 'jsonl', 'json', 'parquet', 'tar'];
/** A shard's images are its members. */
const expectedOf = (format: SourceFormat) =>
  expected.map(([caption, image], i): Pair => [caption, format === 'tar' ? `${i + 1}.jpg` : image]);

async function byPlant(format: SourceFormat): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for await (const batch of readCaptions('both', openInput(fileOf(format)), format)) {
    expect(batch.problems).toEqual([]);
    pairs.push(...batch.captions.map(({ caption, filepath }): Pair => [caption, filepath]));
  }
  return pairs;
}

async function byClip(format: SourceFormat): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const skips = createSkipLog();
  for await (const { caption, image, id } of readSource(
    { source: fileOf(format) },
    { image: true, caption: true },
    skips,
    'test',
  )) {
    const file = image && 'file' in image && format !== 'tar' ? relative(folder, image.file) : `${id}.jpg`;
    pairs.push([caption, file]);
  }
  expect(skips.first).toEqual([]);
  return pairs;
}

describe('captions and images go by the same names', () => {
  it.each(formats)('%s: plant', async (format) => {
    expect(await byPlant(format)).toEqual(expectedOf(format));
  });

  it.each(formats)('%s: clip', async (format) => {
    expect(await byClip(format)).toEqual(expectedOf(format));
  });

  it('json: bench', () => {
    const value = JSON.parse(readFileSync(fileOf('json'), 'utf8'));
    const found = captionsOf({ name: 'both.json', value });
    expect(found.map(({ name, captions }) => [captions[0], name])).toEqual(expected);
  });

  it('Python has the same names, in the same order', () => {
    const text = readFileSync(
      join(root, 'integrations/python/src/slipform_torch/data/field_names.py'),
      'utf8',
    );
    const namesIn = (name: string) =>
      JSON.parse(`[${new RegExp(`^${name} = \\(([^)]*)\\)$`, 'm').exec(text)?.[1]}]`);
    expect(namesIn('CAPTIONS')).toEqual(captionNames);
    expect(namesIn('PICTURES')).toEqual(imageNames);
  });
});
