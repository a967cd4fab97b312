import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { pictures } from '../testing/picture-fixtures';
import { tinyConfig } from '../testing/tiny';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { createEncoder } from './create-encoder';
import { readImage } from './decode-image';

const file = (name: string) => new URL(`../../fixtures/pictures/${name}`, import.meta.url).href;
const name = pictures[0]![0];

/** What a page may show of a picture, with the pixels of the file. */
async function shownOf(url: string) {
  const blob = await (await fetch(url)).blob();
  const img = new Image();
  img.src = url;
  await img.decode();
  const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
  const { width, height } = bitmap;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
  const offscreen = new OffscreenCanvas(width, height);
  const context = offscreen.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const frame = new VideoFrame(canvas, { timestamp: 0 });
  const data = context.getImageData(0, 0, width, height);
  return { blob, img, canvas, offscreen, bitmap, data, frame };
}

it('gives what a page shows the pixels that its file has', async () => {
  const { blob, frame, ...exact } = await shownOf(file(name));
  const expected = await readImage(blob, 16);
  for (const [kind, image] of Object.entries(exact)) {
    expect(await readImage(image, 16), kind).toEqual(expected);
  }
  // A frame may have been turned into the colours of video and back.
  const shown = await readImage(frame, 16);
  expect(Math.max(...shown.map((x, i) => Math.abs(x - expected[i]!)))).toBeLessThan(0.05);
  frame.close();
});

it('waits for an image that still loads, and names one that never does', async () => {
  const img = new Image();
  img.src = file(name);
  expect(await readImage(img, 16)).toEqual(await readImage(file(name), 16));
  const broken = new Image();
  broken.src = new URL('missing.png', import.meta.url).href;
  await expect(readImage(broken, 16, { name: 'the picture' })).rejects.toThrow(
    /^the picture could not be read: .+\.$/,
  );
  await expect(readImage(document.createElement('video'), 16)).rejects.toThrow(/it has no pixels yet/);
  await expect(readImage(document.body as never, 16)).rejects.toThrow(/image must be a path, a Blob/);
});

it('is embedded as its file is, and an image that can’t be read is left out', async () => {
  await useBackend('cpu');
  const tokenizer = trainTokenizer(['a red square']);
  const { vocabularySize, contextLength } = tokenizer;
  const text = { ...tinyConfig.text, vocabularySize, contextLength };
  const encoder = createEncoder(createClip({ ...tinyConfig, text }), tokenizer);
  const { blob, img, canvas } = await shownOf(file(name));
  const [first, ...others] = await encoder.embedImages([blob, img, canvas]);
  for (const other of others) expect(other).toEqual(first);
  const empty = document.createElement('video');
  const { skipped, length } = await encoder.embedImages([empty, img], { onError: 'skip' });
  expect([length, skipped]).toEqual([2, [{ index: 0, reason: 'could not be read: it has no pixels yet' }]]);
  encoder.dispose();
});
