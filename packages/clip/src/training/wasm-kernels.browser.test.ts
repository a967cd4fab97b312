import '@tensorflow/tfjs-backend-cpu';
import { cementLoss } from '@slipform/cement-loss';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { dispose, memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { embedBatch, lossGradients } from '../gradients/batch-gradients';
import { createClip } from '../model/create-clip';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { serveWasm } from '../testing/wasm-paths';
import { adamW } from './adamw';
import { trainClip } from './train-clip';

serveWasm();

/** Gradients at the start, and the loss of the third step. */
async function shortRun() {
  const before = memory().numTensors;
  const model = createClip(tinyConfig);
  const { value, gradients } = lossGradients(
    model,
    () => cementLoss(embedBatch(model, tinyBatch()), { logitScale: model.logitScale() }),
    [],
  );
  const slopes = new Map<string, Float32Array>();
  for (const [name, x] of gradients) slopes.set(name, Float32Array.from(await x.data()));
  dispose([value, ...gradients.values()]);
  const optimizer = adamW({ learningRate: 1e-2 });
  const { loss } = await trainClip({
    model,
    optimizer,
    data: () => tinyBatch(),
    loss: (batch, options) => cementLoss(batch, options),
    steps: 3,
  });
  optimizer.dispose();
  model.dispose();
  return { slopes, loss, leaked: memory().numTensors - before };
}

it('with kernels on wasm trains as on cpu, and leaks nothing', async () => {
  await useBackend('cpu');
  const expected = await shortRun();
  await useBackend('wasm');
  const kernels = await useWasmKernels();
  const found = await shortRun();
  kernels.remove();
  const largest = Math.max(...[...expected.slopes.values()].flatMap((x) => [...x].map(Math.abs)));
  for (const [name, slope] of expected.slopes) {
    expect(relativeError([...found.slopes.get(name)!, largest], [...slope, largest]), name).toBeLessThan(
      1e-3,
    );
  }
  expect(Math.abs(found.loss / expected.loss - 1)).toBeLessThan(5e-3);
  expect(found.leaked).toBe(0);
});
