import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { benchmarkTable } from '../commands/result-tables';
import { loadBenchmark } from '../loaders/registry';
import { retrieval } from '../loaders/retrieval';
import { evaluate } from '../scoring/evaluate';
import { eccvCaption } from './eccv-caption';

const folder = temporaryFolder();
const write = async (name: string, value: unknown) => {
  await writeFile(join(folder, name), JSON.stringify(value));
  return join(folder, name);
};

const angles = { 'a.jpg': 0, 'b.jpg': 90, a1: 5, a2: 60, b1: 40, b2: 80 };
const vector = (name: string) => {
  const angle = (angles[name as keyof typeof angles] * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
};
const embed = async (names: readonly unknown[]) => names.map((name) => vector(String(name)));
const encoder = { embedImages: embed, embedTexts: embed };
const scorer = {
  score: async (pairs: readonly { image: unknown; text: string }[]) =>
    pairs.map(({ image, text }) => {
      const [x, y] = [vector(String(image)), vector(text)];
      return x[0]! * y[0]! + x[1]! * y[1]!;
    }),
};

// c is missing, and its caption 110; 999 is a caption of no picture of the file.
const images = (name: string) => (name.endsWith('c.jpg') ? undefined : name);
const ids = { a: 7, b: 9, c: 11 };
const sentences = (name: string, id: number) =>
  ['1', '2'].map((each, at) => ({ raw: `${name}${each}`, sentid: 10 * id + at }));
const ofKarpathy = {
  images: Object.entries(ids).map(([name, cocoid]) => ({
    ...{ filename: `${name}.jpg`, split: 'test', cocoid },
    sentences: sentences(name, cocoid),
  })),
};
const ofCoco = {
  images: Object.entries(ids).map(([name, id]) => ({ id, file_name: `${name}.jpg` })),
  annotations: Object.entries(ids).flatMap(([name, id]) =>
    sentences(name, id).map(({ raw, sentid }) => ({ id: sentid, image_id: id, caption: raw })),
  ),
};
const positives = {
  // a finds a1, b1, a2, of which b1 is wrong; b finds b2, a2, of which both are right.
  imageToText: { 7: [70, 71], 9: [91, 71, 110], 11: [110], 999: [70] },
  // b1 finds a, then b.
  textToImage: { 90: [9], 110: [11, 7] },
};

test('right answers by COCO’s ids in both forms, of an encoder and of a scorer', async () => {
  for (const file of [ofKarpathy, ofCoco]) {
    const benchmark = retrieval(file, { images, positives: eccvCaption(positives) });
    const found = (await evaluate(encoder, benchmark)).retrieval!.positives!;
    expect(found.imageToText).toMatchObject({
      queries: 2,
      rPrecision: { value: (1 / 2 + 1) / 2 },
      mapAtR: { value: (1 / 2 + 1) / 2 },
      recallAt1: { value: 1 },
    });
    expect(found.textToImage).toMatchObject({ queries: 1, recallAt1: { value: 0 } });
    expect(found.coverage).toEqual({ scored: 5, total: 10 });
    expect((await evaluate(scorer, benchmark, { retrieval: true })).retrieval!.positives).toEqual(found);
  }
});

test('loadBenchmark takes the two files beside the captions', async () => {
  const captions = await write('captions.json', ofCoco);
  await write('eccv_image_to_caption.json', positives.imageToText);
  expect(eccvCaption(captions)).toBeUndefined();
  expect((await loadBenchmark('retrieval', captions, { images })).retrieval!.positives).toBeUndefined();
  await write('eccv_caption_to_image.json', positives.textToImage);
  const judged = await evaluate(encoder, await loadBenchmark('retrieval', captions, { images }));
  expect(judged.retrieval!.positives!.coverage).toEqual({ scored: 5, total: 10 });
  expect(benchmarkTable([judged])).toMatch(/image → text mAP@R +2 queries +– +– +\.750/);
});

test('what cannot be read is one sentence', async () => {
  const blip = [{ image: 'a.jpg', caption: ['a1', 'a2'] }];
  expect(() => retrieval(blip, { images, positives: eccvCaption(positives) })).toThrow(
    'eccvCaption: imageToText: retrieval has no id that stands in it; take COCO',
  );
  const wrong = eccvCaption({ ...positives, imageToText: { 7: 3 } });
  expect(() => retrieval(ofCoco, { images, positives: wrong })).toThrow(
    'eccvCaption: imageToText must hold a list of ids for 7, got 3',
  );
  expect(() => retrieval(ofCoco, { images, positives: positives as never })).toThrow(
    'retrieval: positives must be what eccvCaption of @slipform/bench/files returns, got an object',
  );
  const benchmark = retrieval(ofCoco, { images });
  const task = { ...benchmark.retrieval!, positives: positives as never };
  await expect(evaluate(encoder, { ...benchmark, retrieval: task })).rejects.toThrow(
    'evaluate: benchmark.retrieval.positives must be a function, got an object',
  );
});
