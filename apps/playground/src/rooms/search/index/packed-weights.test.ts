import { clipFiles, createClip, loadClip, useBackend } from '@slipform/clip';
import { expect, it } from 'vitest';
import { weightsOf } from '../../../../scripts/icons/split-towers';
import { asSafetensors, isRounded, packWeights, unpackWeights } from './packed-weights';

await useBackend('cpu');
const tower = { width: 16, layers: 1, heads: 2 };
const model = createClip({
  embeddingSize: 16,
  image: { ...tower, imageSize: 8, patchSize: 8 },
  text: { ...tower, vocabularySize: 2000, contextLength: 6 },
});
const weights = await weightsOf(model);

it('a packed model loads, each row within half a step of itself', async () => {
  const packed = packWeights(weights);
  const loaded = await loadClip({
    'config.json': new TextEncoder().encode((await clipFiles(model))['config.json']),
    'model.safetensors': asSafetensors(unpackWeights(packed)),
  });
  for (const { name, shape, values } of weights) {
    const found = await loaded.parameters.get(name)!.data<'float32'>();
    const width = isRounded(shape) ? shape.at(-1)! : 1;
    for (let start = 0; start < values.length; start += width) {
      const row = values.subarray(start, start + width);
      const step = width === 1 ? 0 : Math.max(...row.map(Math.abs)) / 127;
      for (const [at, value] of row.entries()) {
        expect(Math.abs(value - found[start + at]!)).toBeLessThanOrEqual(step * 0.5001);
      }
    }
  }
  const floats = weights.reduce((sum, { values }) => sum + values.byteLength, 0);
  expect(packed.length).toBeLessThan(floats / 2);
});

it('says that a file is cut', () => {
  expect(() => unpackWeights(packWeights(weights).slice(0, -4))).toThrow(/bytes/);
});
