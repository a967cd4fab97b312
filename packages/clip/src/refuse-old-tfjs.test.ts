import { beforeEach, expect, it, vi } from 'vitest';

const config = {
  embeddingSize: 4,
  image: { imageSize: 8, patchSize: 4, width: 8, layers: 1, heads: 1 },
  text: { vocabularySize: 9, contextLength: 4, width: 8, layers: 1, heads: 1 },
};

/** The package beside a tfjs-core of that version. */
async function besideCore(version: string): Promise<typeof import('./index')> {
  vi.doMock('@tensorflow/tfjs-core', async (original) => ({
    ...(await original<object>()),
    version_core: version,
  }));
  return import('./index');
}

beforeEach(() => vi.resetModules());

it('refuses tfjs 3 in one sentence', async () => {
  const { createClip, InputError, loadClip, useBackend } = await besideCore('3.21.0');
  const refusal =
    /^\w+: @tensorflow\/tfjs-core must be 4\.0\.0 or newer, got 3\.21\.0; npm install @tensorflow\/tfjs-core@4\.$/;
  await expect(useBackend('cpu')).rejects.toThrow(refusal);
  await expect(useBackend('cpu')).rejects.toSatisfy(InputError.isInstance);
  expect(() => createClip(config)).toThrow(refusal);
  await expect(loadClip({})).rejects.toThrow(refusal);
});

it.each(['4.0.0', '4.22.0', '5.0.0'])('takes %s', async (version) => {
  const { createClip, useBackend } = await besideCore(version);
  await useBackend('cpu');
  createClip(config).dispose();
});
