// With SLIPFORM_PYTHON alone: a tiny CLIP in ONNX, by transformers.js (SLIPFORM_TRANSFORMERS_JS: the folder that
// scripts/transformers-js/install.mjs prints) and, computed by ONNX Runtime, as embeddings in files.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadEncoder, useBackend } from '@slipform/clip';
import { describeWithPython, runPython } from '@slipform/kit/testing/python';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Float32Encoder } from '../encoders/encoder';
import { transformersEncoder } from '../encoders/transformers-encoder';
import { precomputedEncoder } from '../files/precomputed-encoder';
import { captionAgainst } from '../questions/question';
import { evaluate } from '../scoring/evaluate';

const library = process.env.SLIPFORM_TRANSFORMERS_JS || undefined;
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

describeWithPython('a CLIP in ONNX', () => {
  let folder = '';
  let files: string[] = [];
  let texts: readonly string[] = [];
  let ours: { readonly images: Float32Array[]; readonly texts: Float32Array[] };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slipform-onnx-'));
    files = await Promise.all(
      [40, 57, 33].map(async (width, at) => {
        const data = Uint8Array.from({ length: width * 45 * 3 }, (_, i) => (i * (at + 3)) % 251);
        const file = join(folder, `${at}.png`);
        await sharp(data, { raw: { width, height: 45, channels: 3 } })
          .png()
          .toFile(file);
        return file;
      }),
    );
    const script = new URL('onnx_clip.py', import.meta.url);
    const made = await runPython<{ versions: object; texts: string[] }>(script, folder, ...files);
    console.info('tried with', JSON.stringify(made.versions));
    texts = made.texts;
    await useBackend('cpu');
    const encoder = await loadEncoder(join(folder, 'model'));
    ours = { images: await encoder.embedImages(files), texts: await encoder.embedTexts(texts) };
    encoder.dispose();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** At unit length the embeddings are those of our own loader, and so are the answers. */
  async function expectSame(encoder: Float32Encoder) {
    const found = { images: await encoder.embedImages(files), texts: await encoder.embedTexts([...texts]) };
    for (const kind of ['images', 'texts'] as const) {
      expect(found[kind].length).toBe(ours[kind].length);
      found[kind].forEach((row, at) => {
        const length = Math.hypot(...row);
        expect(row.length).toBe(12);
        row.forEach((x, i) => {
          expect(Math.abs(x / length - ours[kind][at]![i]!)).toBeLessThan(1e-4);
        });
      });
    }
    const others = texts.slice(1);
    const questions = files.flatMap((file, at) =>
      others.map((text, other) => ({
        id: `${at} ${other}`,
        kind: 'k',
        group: 'g',
        ...captionAgainst(file, texts[0]!, text),
      })),
    );
    const right = ours.images.flatMap((image) =>
      others.map((_, other) => Number(dot(image, ours.texts[0]!) > dot(image, ours.texts[other + 1]!))),
    );
    const { kinds } = await evaluate(encoder, { name: 'b', chance: 0.5, questions });
    expect(kinds.k!.value).toBeCloseTo(right.reduce((sum, x) => sum + x, 0) / right.length, 12);
  }

  it.skipIf(library === undefined)(
    'by transformers.js (skipped without SLIPFORM_TRANSFORMERS_JS)',
    async () => {
      const entry = join(library!, 'node_modules/@huggingface/transformers/dist/transformers.node.mjs');
      const encoder = await transformersEncoder(join(folder, 'onnx'), {
        library: await import(/* @vite-ignore */ pathToFileURL(entry).href),
        model: { dtype: 'fp32' },
        onWarning: (warning) => expect.unreachable(warning),
      });
      await expectSame(encoder);
    },
  );

  it.each(['npy', 'parquet'])('by embeddings of ONNX Runtime in .%s', async (type) => {
    const [images, texts] = ['images', 'texts'].map((kind) => join(folder, `${kind}.${type}`));
    await expectSame(await precomputedEncoder({ images: images!, texts: texts! }));
  });
});
