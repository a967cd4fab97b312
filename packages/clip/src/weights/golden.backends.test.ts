import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { valuesOf } from '@slipform/kit/testing/read';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { tensor2d, tensor4d, transpose } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeOnBackends, describeOnOne } from '../testing/backends';
import { type GoldenValues, withinGolden } from '../testing/golden';
import { errorsOf, golden } from '../testing/golden-folder';
import { openClipFiles } from '../testing/open-clip-files';
import { loadClip } from './load-clip';
import { clipFiles } from './save-clip';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const tiny = join(fixtures, 'clip-tiny');

// Values of PyTorch, see fixtures/README.md.
describeOnBackends('a loaded CLIP against PyTorch', () => {
  it('has the embeddings, logits, loss and gradients of quick_gelu in Hugging Face’s naming', async () => {
    expect(await errorsOf(tiny, await golden(tiny))).toSatisfy(withinGolden);
  });

  it('has those of the exact gelu, with other sizes, from open_clip’s config', async () => {
    const folder = join(fixtures, 'clip-gelu');
    expect(await errorsOf(folder, await golden(folder))).toSatisfy(withinGolden);
  });

  it('has those of a stem of convolutions before the patches', async () => {
    const folder = join(fixtures, 'clip-stem');
    expect(await errorsOf(folder, await golden(folder))).toSatisfy(withinGolden);
  });

  it('has the embeddings of the tanh form of gelu, which open_clip’s act_kwargs ask for', async () => {
    const folder = join(fixtures, 'clip-gelu');
    const { images, imagesShape, tokens, tanh } = await golden<
      GoldenValues & { tanh: Pick<GoldenValues, 'imageEmbeddings' | 'textEmbeddings'> }
    >(folder);
    const config = JSON.parse(await readFile(join(folder, 'open_clip_config.json'), 'utf8'));
    for (const tower of ['vision_cfg', 'text_cfg']) {
      config.model_cfg[tower].act_kwargs = { approximate: 'tanh' };
    }
    const model = await loadClip({
      'open_clip_config.json': JSON.stringify(config),
      'open_clip_model.safetensors': await readFile(join(folder, 'open_clip_model.safetensors')),
    });
    const image = await valuesOf(() =>
      model.encodeImages(transpose(tensor4d(images, imagesShape), [0, 2, 3, 1])),
    );
    const text = await valuesOf(() => model.encodeTexts(tensor2d(tokens, undefined, 'int32')));
    expect(relativeError(image, tanh.imageEmbeddings.flat())).toBeLessThan(1e-4);
    expect(relativeError(text, tanh.textEmbeddings.flat())).toBeLessThan(1e-4);
    model.dispose();
  });

  it('embeds a text alike when the padding after the longest is cut off', async () => {
    const { tokens, textEmbeddings } = await golden(tiny);
    const model = await loadClip(tiny);
    const longest = Math.max(...tokens.map((ids) => ids.indexOf(model.config.text.endToken) + 1));
    expect(longest).toBeLessThan(tokens[0]!.length);
    const cut = tokens.map((ids) => ids.slice(0, longest));
    const text = await valuesOf(() => model.encodeTexts(tensor2d(cut, undefined, 'int32')));
    expect(relativeError(text, textEmbeddings.flat())).toBeLessThan(1e-4);
    model.dispose();
  });
});

// What a file is called, and the type of its numbers, are read before a backend computes.
describeOnOne('a loaded CLIP in another file', () => {
  it('has them in open_clip’s naming', async () => {
    const model = await loadClip(tiny);
    const files = await openClipFiles(model);
    model.dispose();
    expect(await errorsOf(files, await golden(tiny))).toSatisfy(withinGolden);
  });

  it('has them to 2e-3 in float16', async () => {
    const model = await loadClip(tiny);
    const files = await clipFiles(model, { dtype: 'float16' });
    model.dispose();
    const { image, text } = await errorsOf(files, await golden(tiny));
    expect(Math.max(image, text)).toBeLessThan(2e-3);
    expect(Math.max(image, text)).toBeGreaterThan(1e-6);
  });
});
