import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import geluWeights from '../../fixtures/clip-gelu/open_clip_model.safetensors?url';
import tinyWeights from '../../fixtures/clip-tiny/model.safetensors?url';
import { testedBackends } from '../backend/backends';
import { useBackend } from '../backend/use-backend';
import type { ClipSource } from '../files/model-source';
import { type GoldenValues, goldenErrors, withinGolden } from '../testing/golden';
import { openClipFiles } from '../testing/open-clip-files';
import { serveWasm } from '../testing/wasm-paths';
import { loadClip } from './load-clip';
import { clipFiles } from './save-clip';

serveWasm();
const folderOf = (url: string) => new URL('.', new URL(url, location.href));
const tiny = folderOf(tinyWeights);
const gelu = folderOf(geluWeights);

async function golden(folder: URL): Promise<GoldenValues> {
  return (await fetch(new URL('expected.json', folder))).json();
}

async function errorsOf(source: ClipSource, expected: GoldenValues) {
  const before = memory().numTensors;
  const model = await loadClip(source);
  const errors = await goldenErrors(model, expected);
  model.dispose();
  expect(memory().numTensors).toBe(before);
  return errors;
}

describe('a loaded CLIP against PyTorch, in the browser', () => {
  let openClip: ClipSource;
  let half: ClipSource;
  beforeAll(async () => {
    await useBackend('cpu');
    const model = await loadClip(tiny);
    openClip = await openClipFiles(model);
    half = await clipFiles(model, { dtype: 'float16' });
    model.dispose();
  });

  describe.each(testedBackends('page'))('%s', (backend) => {
    beforeAll(async () => {
      await useBackend(backend);
    });

    it('has the values of quick_gelu, streamed from a URL in Hugging Face’s naming', async () => {
      expect(await errorsOf(tiny, await golden(tiny))).toSatisfy(withinGolden);
    });

    it('has those of the exact gelu, streamed from a URL in open_clip’s naming', async () => {
      expect(await errorsOf(gelu, await golden(gelu))).toSatisfy(withinGolden);
    });
  });

  // A file is read before a backend computes.
  it('has them from files in memory, in open_clip’s naming, and to 2e-3 in float16', async () => {
    await useBackend('wasm');
    expect(await errorsOf(openClip, await golden(tiny))).toSatisfy(withinGolden);
    const { image, text } = await errorsOf(half, await golden(tiny));
    expect(Math.max(image, text)).toBeLessThan(2e-3);
  });
});
