// With SLIPFORM_PYTHON alone: models that transformers and open_clip make are loaded here, and ours there.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWithPython, runPython } from '@slipform/kit/testing/python';
import { beforeAll, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { loadEncoder } from '../encoder/load-encoder';
import { readImage } from '../encoder/read-image';
import { useFolder } from '../testing/picture-folder';
import { drawPictures } from './draw-pictures';
import { largestDifference } from './largest-difference';
import { type SavedModel, saveModels } from './save-models';

/** What seen_by.py says of a model. */
interface Seen {
  /** What the library missed among the weights, or did not expect. */
  readonly wrong: readonly string[];
  readonly tokens: readonly (readonly number[])[];
  readonly pixels: readonly (readonly number[])[];
  readonly pixels_by_default: readonly (readonly number[])[];
  readonly images: readonly (readonly number[])[];
  readonly texts: readonly (readonly number[])[];
}

interface ForeignModels {
  readonly versions: Readonly<Record<string, string>>;
  readonly texts: readonly string[];
  readonly models: readonly (Seen & { readonly name: string })[];
}

/** A byte of a pixel, in units of a standard deviation, of which the smallest is 0.2 here. */
const oneByte = 1 / 255 / 0.2 + 1e-6;

describeWithPython('transformers and open_clip', () => {
  const folder = useFolder();
  let pictures: string[];
  let theirs: ForeignModels;
  let ours: readonly SavedModel[];
  let seen: Readonly<Record<string, Seen>>;
  beforeAll(async () => {
    await useBackend('cpu');
    pictures = await drawPictures(folder.path(''));
    const models = folder.path('theirs');
    theirs = await runPython(new URL('foreign_models.py', import.meta.url), models, ...pictures);
    ours = await saveModels(folder.path('ours'), models, theirs.texts);
    await writeFile(folder.path('ours.json'), JSON.stringify({ models: ours, pictures }));
    seen = await runPython(new URL('read_models.py', import.meta.url), folder.path('ours.json'));
    console.info('tried with', JSON.stringify(theirs.versions));
  });

  /** Up to the first end token, behind which each library pads as it likes. */
  const unpadded = (ids: readonly number[], end: number) => ids.slice(0, ids.indexOf(end) + 1);

  async function expectSame(place: string, expected: Seen, maxByDefault = oneByte) {
    const encoder = await loadEncoder(place);
    const { contextLength, endToken } = encoder.tokenizer;
    const tokens = encoder.tokenizer.batch(theirs.texts, { length: contextLength });
    expect((await tokens.array()).map((ids) => unpadded(ids, endToken))).toEqual(
      expected.tokens.map((ids) => unpadded(ids, endToken)),
    );
    const pixels = await Promise.all(pictures.map((file) => readImage(file, encoder.preprocessing)));
    expect(largestDifference(pixels, expected.pixels)).toBeLessThan(1e-2);
    expect(largestDifference(pixels, expected.pixels_by_default)).toBeLessThan(maxByDefault);
    expect(largestDifference(await encoder.embedImages(pictures), expected.images)).toBeLessThan(1e-4);
    expect(largestDifference(await encoder.embedTexts(theirs.texts), expected.texts)).toBeLessThan(1e-4);
    expect(expected.wrong).toEqual([]);
    tokens.dispose();
    encoder.dispose();
  }

  it.each([
    'quick-gelu',
    'gelu-in-shards',
    'half',
    'brain',
    'old-end-token',
    'small-vocabulary',
    'open-clip-gelu',
    'open-clip-quick',
    'open-clip-squash',
  ])('loads %s of theirs: the same tokens, pixels and embeddings', async (name) => {
    const expected = theirs.models.find((each) => each.name === name)!;
    await expectSame(join(folder.path('theirs'), name), expected);
  });

  it('saves models that they load: the same tokens, pixels and embeddings', async () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const { name, folder: place } of ours) await expectSame(place, seen[name]!);
  });
});
