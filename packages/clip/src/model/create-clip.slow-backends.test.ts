import { InputError } from '@slipform/kit/errors/input-error';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { memory, tensor2d, tidy, zeros } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeAboveOps } from '../testing/backends';
import { stemConfig, tinyConfig } from '../testing/tiny';
import { createClip } from './create-clip';

// First, before a backend's package is imported.
it.skipIf(process.env.SLIPFORM_BACKENDS)('says what to do where no backend has been started', () => {
  expect(() => createClip(tinyConfig)).toThrow(
    /^createClip: a backend of tfjs must have been started before a model is made \(No backend found in registry\); await useBackend\('wasm'\) first\.$/,
  );
});

describeAboveOps('createClip', () => {
  it('draws weights by seed, with the deviations that its layers ask for', () => {
    const model = createClip(
      { ...tinyConfig, text: { ...tinyConfig.text, vocabularySize: 500 } },
      { seed: 1 },
    );
    const table = Float32Array.from(
      model.parameter('text_model.embeddings.token_embedding.weight').dataSync(),
    );
    const deviation = Math.sqrt(table.reduce((sum, x) => sum + x * x, 0) / table.length);
    expect(deviation / 0.02).toBeCloseTo(1, 1);
    expect(model.parameter('logit_scale').dataSync()[0]).toBeCloseTo(Math.log(1 / 0.07), 5);
    model.dispose();
  });

  it('embeds a text alike alone, in a batch, and with other padding', () => {
    const model = createClip(tinyConfig);
    const embed = (rows: number[][]) =>
      tidy(() => model.encodeTexts(tensor2d(rows, undefined, 'int32')).arraySync());
    const [alone] = embed([[18, 4, 19]]);
    const [first, second] = embed([
      [18, 4, 19, 0, 0, 0],
      [18, 4, 19, 7, 19, 3],
    ]);
    expect(relativeError(first!, alone!)).toBeLessThan(1e-5);
    expect(relativeError(second!, alone!)).toBeLessThan(1e-5);
    expect(relativeError(embed([[18, 5, 19]])[0]!, alone!)).toBeGreaterThan(0.01);
    model.dispose();
  });

  it('leaks nothing, and frees everything', () => {
    const before = memory().numTensors;
    const model = createClip(tinyConfig);
    const held = memory().numTensors;
    model.encodeImages(zeros([2, 8, 8, 3])).dispose();
    expect(memory().numTensors).toBe(held + 1);
    model.dispose();
    expect(memory().numTensors).toBe(before + 1);
  });

  it('has one layer as its smallest depth', () => {
    const one = {
      ...tinyConfig,
      image: { ...tinyConfig.image, layers: 1 },
      text: { ...tinyConfig.text, layers: 1 },
    };
    const model = createClip(one);
    expect(tidy(() => model.encodeImages(zeros([1, 8, 8, 3])).shape)).toEqual([1, 8]);
    model.dispose();
  });

  it('has the convolutions of its stem before the patches', () => {
    const model = createClip({ ...stemConfig, image: { ...stemConfig.image, stem: [5, 6] } });
    const shapes = [...model.parameters].flatMap(([name, { shape }]) =>
      /stem|patch_embedding/.test(name) ? [[name.replace('vision_model.embeddings.', ''), shape]] : [],
    );
    expect(shapes).toEqual([
      ['stem.0.weight', [5, 3, 3, 3]],
      ['stem.0.bias', [5]],
      ['stem.1.weight', [6, 5, 3, 3]],
      ['stem.1.bias', [6]],
      ['patch_embedding.weight', [16, 6, 1, 1]],
    ]);
    expect(tidy(() => model.encodeImages(zeros([2, 8, 8, 3])).shape)).toEqual([2, 8]);
    model.dispose();
  });

  it('says what is wrong with a config or an input', () => {
    const wrong = (image: object) => () =>
      createClip({ ...tinyConfig, image: { ...tinyConfig.image, ...image } });
    expect(wrong({ patchSize: 3 })).toThrow(
      'config: image.patchSize must divide image.imageSize, got 3 and 8.',
    );
    expect(wrong({ width: 1.5 })).toThrow(InputError);
    expect(wrong({ stem: [4, 4, 4] })).toThrow(
      'config: image.patchSize must be a multiple of 8 with a stem of 3, each of which halves the picture, got 4.',
    );
    expect(wrong({ stem: [4, 1.5] })).toThrow(
      /image\.stem\[1\] must be an integer from 1 to 16384, got 1\.5/,
    );
    for (const stem of [4, '44', { length: 2 }, Array(9).fill(1)]) {
      expect(wrong({ stem })).toThrow(/image\.stem must be the channels of at most 8 convolutions/);
    }
    expect(wrong({ stem: Array(2) })).toThrow(/image\.stem\[0\] must be an integer .*, got undefined/);
    expect(wrong({ patches: 3 })).toThrow(
      /^config: there is no option "image.patches"; there are imageSize,/,
    );
    expect(() => createClip(undefined as never)).toThrow(
      'createClip: config must be { embeddingSize, image, text }, got undefined.',
    );
    const misspelt: object = { sed: 3 };
    expect(() => createClip(tinyConfig, misspelt)).toThrow(
      'createClip: there is no option "sed"; there are seed.',
    );
    expect(() => createClip(tinyConfig, { seed: 0.5 })).toThrow(/seed must be an integer/);
    const model = createClip(tinyConfig);
    expect(() => model.encodeImages(zeros([1, 9, 9, 3]))).toThrow(
      /pixels must have the shape \[batch, 8, 8, 3\], got \[1,9,9,3\]/,
    );
    expect(() => model.encodeTexts(tensor2d([[1, 2]]))).toThrow(/must be int32/);
    expect(() => model.encodeTexts(tensor2d([[18, 20]], undefined, 'int32'))).toThrow(
      /must lie in \[0, 19\], got 20 at row 0/,
    );
    expect(() => model.encodeTexts(tensor2d([[1, 2, 3, 4, 5, 6, 7]], undefined, 'int32'))).toThrow(
      /1 to 6 columns/,
    );
    model.dispose();
  });
});
