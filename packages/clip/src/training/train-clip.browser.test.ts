import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { cementLoss } from '@slipform/cement-loss';
import { dispose, memory, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { testedBackends } from '../backend/backends';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { relativeError } from '../testing/relative-error';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { adamW } from './adamw';
import { cachedGradients } from './cached-gradients';
import { embedBatch } from './embed-batch';
import { lossGradients } from './loss-gradients';
import { trainClip } from './train-clip';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plainWasm,
  'tfjs-backend-wasm-simd.wasm': simdWasm,
  'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
});

/** Loss and gradients at the start, and the weights after one step. */
async function oneStep(backend: string) {
  await useBackend(backend);
  const before = memory().numTensors;
  const model = createClip(tinyConfig);
  const { value, gradients } = lossGradients(
    model,
    () => cementLoss(embedBatch(model, tinyBatch()), { logitScale: model.logitScale() }),
    [],
  );
  const read = async (tensors: Iterable<readonly [string, Tensor]>) => {
    const values = new Map<string, Float32Array>();
    for (const [name, x] of tensors) values.set(name, Float32Array.from(await x.data()));
    return values;
  };
  const loss = (await value.data())[0]!;
  const slopes = await read(gradients);
  dispose([value, ...gradients.values()]);
  const inPieces = cachedGradients(model, tinyBatch(), (batch, options) => cementLoss(batch, options), 5);
  const cached = await read(inPieces.gradients);
  inPieces.free();
  const optimizer = adamW({ learningRate: 1e-2 });
  const trained = await trainClip({
    model,
    optimizer,
    data: () => tinyBatch(),
    loss: (batch, options) => cementLoss(batch, options),
    steps: 2,
  });
  const weights = await read(model.parameters);
  optimizer.dispose();
  model.dispose();
  return { loss, slopes, cached, later: trained.loss, weights, leaked: memory().numTensors - before };
}

describe('training in the browser', () => {
  let expected: Awaited<ReturnType<typeof oneStep>>;
  beforeAll(async () => {
    expected = await oneStep('cpu');
  });

  it.each(testedBackends('page').filter((backend) => backend !== 'cpu'))(
    '%s has the loss and the gradients of cpu, and leaks nothing',
    async (backend) => {
      const found = await oneStep(backend);
      expect(Math.abs(found.loss / expected.loss - 1)).toBeLessThan(1e-3);
      expect(Math.abs(found.later / expected.later - 1)).toBeLessThan(5e-3);
      const largest = Math.max(...[...expected.slopes.values()].flatMap((x) => [...x].map(Math.abs)));
      for (const [name, slope] of expected.slopes) {
        const error = relativeError([...found.slopes.get(name)!, largest], [...slope, largest]);
        expect(error, name).toBeLessThan(1e-3);
        const inPieces = relativeError([...found.cached.get(name)!, largest], [...slope, largest]);
        expect(inPieces, `${name}, cached`).toBeLessThan(1e-3);
      }
      expect(found.leaked).toBe(0);
    },
  );
});
