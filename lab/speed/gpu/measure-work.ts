import { infoNceLoss } from '@slipform/cement-loss';
import { add, backend, memory, type Tensor2D, tensor4d, tidy, zeros } from '@tensorflow/tfjs-core';
import {
  adamW,
  type ClipModel,
  createClip,
  type TrainBatch,
  trainClip,
} from '../../../packages/clip/src/index';
import { type ClipConfig, completeConfig } from '../../../packages/clip/src/model/clip-config';
import { median } from '../yardstick/statistics';
import { tasks } from '../yardstick/tasks';
import { forwardFlops, stepFlops } from './flops';

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

/** What is measured: a training, or the embedding of images. */
export interface GpuWork {
  readonly name: string;
  readonly kind: 'train' | 'embed';
  readonly config: ClipConfig;
  readonly batch: number;
}

/** The models of the race on processors, in batches that fill a GPU. */
export function workOf(quick: boolean): GpuWork[] {
  const of = (name: string, batches: readonly number[]): GpuWork[] => {
    const { kind, config } = tasks.find((task) => task.name.startsWith(name))!;
    return batches.map((batch) => ({ name, kind, config, batch }));
  };
  return quick
    ? [...of('yardstick', [8]), ...of('ViT-B/32 images', [1]), ...of('icons', [32])]
    : [
        ...of('yardstick', [32, 128, 512]),
        ...of('ViT-B/32 images', [32, 128, 256]),
        ...of('icons', [256, 1024]),
      ];
}

/** Times of one piece of work. */
export interface Rounds {
  /** Median of the rounds, in ms for each piece. */
  readonly ms: number;
  /** Of each round. */
  readonly rounds: readonly number[];
  /** Pieces in a round. */
  readonly pieces: number;
}

/** How long is measured. */
export interface Patience {
  readonly rounds: number;
  /** A round takes about so long; 0 for a single piece. */
  readonly seconds: number;
}

/**
 * Times `work(n)`, which does n pieces: one to warm up, two to see how many fill a round, then the rounds. The queue of
 * the GPU is drained before and after each round, and in it never by this file.
 */
export async function measure(
  work: (pieces: number) => Promise<void>,
  { rounds, seconds }: Patience,
): Promise<Rounds> {
  const time = async (pieces: number) => {
    await drain();
    const start = performance.now();
    await work(pieces);
    await drain();
    return (performance.now() - start) / pieces;
  };
  await time(1);
  const pieces =
    seconds === 0 ? 1 : Math.min(200, Math.max(2, Math.ceil((1000 * seconds) / (await time(2)))));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await time(pieces));
  return { ms: median(times), rounds: times, pieces };
}

/** Waits until the backend has computed all that it was asked for. */
async function drain(): Promise<void> {
  // As many numbers as tfjs does not add up without the GPU.
  const last = tidy(() => add(zeros([1024]), 1));
  await last.data();
  last.dispose();
}

/** tfjs's WebGPUBackend, as far as it is used here. */
interface GpuBackend {
  runWebGPUProgram(
    program: { readonly shaderKey: string; readonly constructor: { readonly name: string } },
    ...rest: unknown[]
  ): unknown;
  uploadToGPU(dataId: object): void;
  readonly tensorMap: { get(dataId: object): { resource: unknown; values: unknown } };
}

/** What was asked of the GPU, by the names of tfjs's programs, and `upload` for what came from this process. */
type Dispatches = Map<string, number>;

/** Counts what is asked of the GPU until `stop()`; nothing where the backend in use is not webgpu. */
function countDispatches(): { readonly dispatches: Dispatches; stop(): void } {
  const dispatches: Dispatches = new Map();
  const used: object = backend();
  if (!('runWebGPUProgram' in used)) return { dispatches, stop() {} };
  const gpu = used as GpuBackend;
  const { runWebGPUProgram, uploadToGPU } = gpu;
  const count = (name: string) => dispatches.set(name, (dispatches.get(name) ?? 0) + 1);
  gpu.runWebGPUProgram = (program, ...rest) => {
    const { name } = program.constructor;
    // Ours are of one class, tfjs's of many.
    count(name === 'SlipformProgram' ? program.shaderKey : name.replace(/Program\d*$/, ''));
    return runWebGPUProgram.call(gpu, program, ...rest);
  };
  gpu.uploadToGPU = (dataId) => {
    const { resource, values } = gpu.tensorMap.get(dataId);
    if (resource == null && values != null) count('upload');
    uploadToGPU.call(gpu, dataId);
  };
  return { dispatches, stop: () => Object.assign(gpu, { runWebGPUProgram, uploadToGPU }) };
}
