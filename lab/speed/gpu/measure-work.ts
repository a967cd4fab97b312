import { infoNceLoss } from '@slipform/cement-loss';
import { memory, type Tensor2D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import {
  adamW,
  type ClipModel,
  createClip,
  type TrainBatch,
  trainClip,
} from '../../../packages/clip/src/index';
import { completeConfig } from '../../../packages/clip/src/model/clip-config';
import { countDispatches, type Dispatches } from './dispatches';
import { forwardFlops, stepFlops } from './flops';
import { measure, type Patience, type Rounds } from './rounds';
import type { GpuWork } from './work';

/** What was measured of one piece of work: a step of training, or a batch that is embedded. */
export interface Measured extends Rounds {
  /** Counted, of matrix products. */
  readonly flops: number;
  readonly images: number;
  /** What a step asks of the GPU; empty on other backends. */
  readonly dispatches: Dispatches;
  /** MB that tfjs has allocated on the GPU, with what it keeps to use again; NaN on other backends. */
  readonly allocated: number;
}

/** Trains or embeds with random weights; images and captions come from this process, as in a real run. */
export async function measureWork({ kind, config, batch }: GpuWork, patience: Patience): Promise<Measured> {
  const model = createClip(config);
  try {
    const full = completeConfig(config);
    const work = kind === 'train' ? trainingOf(model, batch) : embeddingOf(model, batch);
    // The first piece only warms up, and sends the weights; the second call is counted.
    let calls = 0;
    let dispatches: Dispatches = new Map();
    const timed = await measure(async (pieces) => {
      if (++calls !== 2) return work(pieces);
      const counted = countDispatches();
      await work(pieces);
      counted.stop();
      dispatches = new Map([...counted.dispatches].map(([name, count]) => [name, count / pieces]));
    }, patience);
    // tfjs leaves it out of its types.
    const held = memory() as { numBytesAllocatedInGPU?: number };
    const flops = kind === 'train' ? stepFlops(full, batch) : batch * forwardFlops('image', full);
    return {
      ...timed,
      flops,
      images: batch,
      dispatches,
      allocated: (held.numBytesAllocatedInGPU ?? Number.NaN) / 2 ** 20,
    };
  } finally {
    model.dispose();
  }
}

function trainingOf(model: ClipModel, pairs: number): (steps: number) => Promise<void> {
  const { contextLength, vocabularySize } = model.config.text;
  const tokens = Array.from({ length: pairs }, (_, row) => [
    vocabularySize - 2,
    ...Array.from(
      { length: contextLength - 2 },
      (_, at) => (row * 7 + at * 13 + row * at) % (vocabularySize - 2),
    ),
    vocabularySize - 1,
  ]);
  const batch: TrainBatch = { images: pixels(model, pairs), tokens };
  return async (steps) => {
    const optimizer = adamW({ learningRate: 1e-4, schedule: 'constant' });
    await trainClip({
      model,
      optimizer,
      data: () => batch,
      loss: (embedded, { logitScale }) => infoNceLoss(embedded, { logitScale }),
      steps,
    });
    optimizer.dispose();
  };
}

function embeddingOf(model: ClipModel, count: number): (batches: number) => Promise<void> {
  const size = model.config.image.imageSize;
  const values = pixels(model, count);
  const read = async (x: Tensor2D) => {
    await x.data();
    x.dispose();
  };
  return async (batches) => {
    let last = Promise.resolve();
    for (let i = 0; i < batches; i++) {
      const embedded = tidy(() => model.encodeImages(tensor4d(values, [count, size, size, 3])));
      // The batch before is read while this one is computed.
      await last;
      last = read(embedded);
    }
    await last;
  };
}

function pixels({ config }: ClipModel, count: number): Float32Array {
  const each = 3 * config.image.imageSize ** 2;
  return Float32Array.from({ length: count * each }, (_, i) =>
    Math.sin(0.37 * i * (1 + Math.floor(i / each))),
  );
}
