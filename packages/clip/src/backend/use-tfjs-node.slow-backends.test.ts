// On real TensorFlow alone: `bash .ci/run tensorflow`, with SLIPFORM_BACKENDS=node or node-gpu.

import { InputError } from '@slipform/kit/errors/input-error';
import { backend, memory, tensor1d, tidy, topk } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { useBackend } from './use-backend';

const [chosen = ''] = process.env.SLIPFORM_BACKENDS?.split(',') ?? [];
const isNode = chosen === 'node' || chosen === 'node-gpu';

describe.runIf(isNode)(`tfjs-node (${chosen})`, () => {
  it('is real TensorFlow, of the package that was asked for', async () => {
    await useBackend(chosen);
    const used = backend() as unknown as { isGPUPackage: boolean; binding: { TF_Version: string } };
    expect(used.isGPUPackage).toBe(chosen === 'node-gpu');
    expect(used.binding.TF_Version).toMatch(/^2\.\d+\.\d+/);
  });

  it('refuses the other package of the two, and goes on', async () => {
    await useBackend(chosen);
    const refused = useBackend(chosen === 'node' ? 'node-gpu' : 'node');
    await expect(refused).rejects.toThrow(
      /^useBackend: node(-gpu)? does not start, since @tensorflow\/tfjs-node(-gpu)? runs in this process already/,
    );
    await expect(refused).rejects.toSatisfy(InputError.isInstance);
    expect(await useBackend(chosen)).toBe(chosen);
  });

  it('has the functions that Node 23 removed', async () => {
    await useBackend(chosen);
    const before = memory().numTensors;
    const values = tidy(() => topk(tensor1d([1, 3, 2]), 2).values.dataSync());
    expect(values).toEqual(Float32Array.of(3, 2));
    expect(memory().numTensors).toBe(before);
  });
});
