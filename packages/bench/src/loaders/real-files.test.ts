import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { englishTagger } from '../files/english-tagger';
import { isLazyImage } from '../questions/question';
import { evaluateBlind } from '../scoring/blind-baseline';
import { evaluate } from '../scoring/evaluate';
import { aro } from './aro';
import { cola } from './cola';
import { cropImage } from './crop-image';
import { retrieval } from './retrieval';
import { sugarCrepe } from './sugar-crepe';
import { sugarCrepePlus } from './sugar-crepe-plus';
import { valse } from './valse';

const data = resolve(process.env.SLIPFORM_SHARED ?? '../shared', 'data');
const isThere = existsSync(join(data, 'sugarcrepe'));
if (!isThere)
  console.log(`skipped: there are no published files in ${data} (SLIPFORM_SHARED names the folder)`);
const photographs = join(data, 'coco-mini/images');

/** The grey of a photograph, and the length of a text: it looks at both, and knows nothing. */
const greyAndLength = {
  async embedImages(images: readonly unknown[]) {
    return Promise.all(
      images.map(async (image) => {
        const { channels } = await sharp(image as string).stats();
        return Float32Array.from([channels[0]!.mean / 255, 1]);
      }),
    );
  },
  embedTexts: async (texts: readonly string[]) =>
    texts.map((text) => Float32Array.from([text.length / 50, 1])),
};

describe.skipIf(!isThere)('the published files as they are', () => {
  test('SugarCrepe: rows whose photograph is there are scored, the others counted', async () => {
    const benchmark = sugarCrepe(join(data, 'sugarcrepe'), { images: photographs });
    const result = await evaluate(greyAndLength, benchmark);
    const rows = {
      add_att: 329,
      add_obj: 1028,
      replace_att: 382,
      replace_obj: 839,
      replace_rel: 724,
      swap_att: 328,
      swap_obj: 136,
    };
    for (const [kind, total] of Object.entries(rows)) expect(result.coverage![kind]!.total).toBe(total);
    expect(result.answers).toHaveLength(29);
  });
  test('SugarCrepe++: text-only scores need no photograph', async () => {
    const result = await evaluate(
      greyAndLength,
      sugarCrepePlus(join(data, 'sugarcrepe-pp'), { images: photographs }),
    );
    expect(result.coverage!.tot_swap_obj).toEqual({ scored: 135, total: 135, excluded: 1 });
    expect(result.coverage!.itt_swap_att).toEqual({ scored: 9, total: 328 });
  });
  test('VALSE and Cola, read whole', async () => {
    const images = (name: string) => name;
    const { coverage } = valse(join(data, 'valse'), { images });
    expect(coverage!['foil-it-150']).toEqual({ scored: 138, total: 138, excluded: 12 });
    // Two of the ten foils that annotators refused are their captions, word for word.
    expect(coverage!['actant-swap-150']).toEqual({ scored: 140, total: 140, excluded: 10 });
    const blind = await evaluateBlind(
      cola(join(data, 'cola/COLA_multiobjects_matching_benchmark.json'), { images }),
    );
    // Who doesn't look gives both photographs the same score.
    expect(blind.kinds.matching).toMatchObject({ correct: 0, total: 210 });
  });
  test('retrieval and order on eighty photographs', async () => {
    const file = join(data, 'coco-mini/captions.json');
    const found = await evaluate(greyAndLength, retrieval(file, { images: photographs }));
    expect(found.retrieval!.textToImage[1]!.total).toBe(400);
    expect(found.retrieval!.coverage).toEqual({ scored: 80, total: 80 });
    const order = aro(file, { images: photographs, tagger: englishTagger });
    expect(order.coverage).toEqual({ order: { scored: 400, total: 400 } });
    // Lengths are the same but for commas: a model that only counts letters is at chance or below it.
    const { kinds, bagOfWordsUpperBound } = await evaluate(greyAndLength, order);
    expect(kinds.order!.value).toBeLessThan(0.5);
    expect(bagOfWordsUpperBound!.order).toBeLessThan(0.05);
  });
});

test('a picture is cut to its box when it is asked for, and no further than it goes', async () => {
  // Left half black, right half white.
  const pixels = Uint8Array.from({ length: 20 * 10 * 3 }, (_, index) => ((index / 3) % 20 < 10 ? 0 : 255));
  const png = new Uint8Array(
    await sharp(pixels, { raw: { width: 20, height: 10, channels: 3 } })
      .png()
      .toBuffer(),
  );
  const cut = cropImage(png, 'x.png', { x: 10, y: 2, width: 50, height: 3 });
  expect(isLazyImage(cut)).toBe(true);
  const file = await cut.load();
  expect(file).toBeInstanceOf(File);
  expect((file as File).name).toBe('x.png#10,2,50,3');
  const { data: bytes, info } = await sharp(new Uint8Array(await (file as File).arrayBuffer()))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, new Set(bytes)]).toEqual([10, 3, new Set([255])]);
  const broken = cropImage(new Uint8Array([1, 2, 3]), 'y.png', { x: 0, y: 0, width: 1, height: 1 });
  await expect(broken.load()).rejects.toThrow('y.png could not be cut');
});
