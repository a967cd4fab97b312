import { describe, expect, it } from 'vitest';
import { gpuFigures } from './gpu-figures';

const adapter = { description: 'A card, driver 1', device: 'A card', software: false };
const figures = [
  { name: 'icons', batch: 256, ms: 20, images: 256 },
  { name: 'ViT-B/32 images', batch: 32, ms: 40, images: 32 },
  { name: 'yardstick', batch: 32 },
];

describe('gpuFigures', () => {
  const { name, rateOf } = gpuFigures({ quick: false, adapter, figures }, 'gpu.json');

  it('has steps a second of a training and images a second of an embedding', () => {
    expect(name).toBe('A card');
    expect(rateOf({ name: 'icons, 256', kind: 'train' })).toBe(50);
    expect(rateOf({ name: 'ViT-B/32 images, 32', kind: 'embed' })).toBe(800);
  });

  it('has nothing of what was not run, or failed', () => {
    expect(rateOf({ name: 'demo, 128', kind: 'train' })).toBeUndefined();
    expect(rateOf({ name: 'yardstick, 32', kind: 'train' })).toBeUndefined();
  });

  it('refuses what is no measurement of a GPU', () => {
    const software = { ...adapter, software: true };
    expect(() => gpuFigures({ quick: false, adapter: software, figures }, 'x.json')).toThrow(
      /run on a GPU; got/,
    );
    expect(() => gpuFigures({ quick: true, adapter, figures }, 'x.json')).toThrow(/one of --quick: x\.json/);
    expect(() => gpuFigures({ quick: false, figures }, 'x.json')).toThrow(/one of a processor/);
  });
});
