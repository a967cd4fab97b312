import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeEach, expect, it, vi } from 'vitest';

const rows = [
  [1, 0],
  [0, 1],
];
const batch = { images: rows, captions: rows, hardCaptions: rows };

/** The package beside a tfjs-core of that version. */
async function besideCore(version: string | undefined): Promise<typeof import('../index')> {
  vi.doMock('@tensorflow/tfjs-core', async (original) => ({
    ...(await original<object>()),
    version_core: version,
  }));
  return import('../index');
}

beforeEach(async () => {
  vi.resetModules();
  await setBackend('cpu');
});

it.each(['3.21.0', '2.8.6'])('refuses tfjs-core %s in one sentence', async (version) => {
  const { ceClipThresholds, gradientBudget, infoNceLoss, negClipLoss } = await besideCore(version);
  for (const loss of [infoNceLoss, negClipLoss, ceClipThresholds, gradientBudget]) {
    expect(() => loss(batch)).toThrow(
      /^\w+: @tensorflow\/tfjs-core must be 4\.0\.0 or newer, got \d\.\d+\.\d; npm install @tensorflow\/tfjs-core@4$/,
    );
  }
});

it.each(['4.0.0', '4.22.0', '5.0.0-alpha', '10.1.0', undefined])('takes tfjs-core %s', async (version) => {
  const { infoNceLoss } = await besideCore(version);
  infoNceLoss(batch).dispose();
});
