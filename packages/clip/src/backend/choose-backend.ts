import { reasonOf } from '@slipform/kit/errors/input-error';
import { type Tensor4D, tidy, zeros } from '@tensorflow/tfjs-core';
import { createClip } from '../model/create-clip';
import { type BackendName, backendsOf } from './backends';

/** What `useBackend('auto')` found out about a backend. */
export interface BackendMeasure {
  readonly backend: BackendName;
  /** Of one batch, at best; undefined where it was not measured: it does not start, or is the only one. */
  readonly milliseconds?: number;
  /** Why it does not start. */
  readonly problem?: string;
}

export interface ChooseOptions {
  /** Makes tfjs use a backend, with all that makes it fast. @throws where it does not start */
  readonly start: (name: BackendName) => Promise<unknown>;
  /** Which are tried, the first of equals wins. Default: all that run here but cpu, which is for where none of them starts. */
  readonly candidates?: readonly BackendName[];
  /** Milliseconds of a batch on the backend in use. Default: {@link timeBatch}. */
  readonly time?: () => Promise<number>;
}

/** A layer of width 512 on four pictures of 50 tokens: 1.3 GFLOP, some 30 ms on one thread of wasm. */
const tower = { width: 512, layers: 1, heads: 8 };
const config = {
  embeddingSize: 512,
  image: { ...tower, imageSize: 112, patchSize: 16 },
  text: { vocabularySize: 2, contextLength: 2, width: 8, layers: 1, heads: 1 },
};
const batchSize = 4;
const rounds = 3;

/**
 * Starts every backend that is here and leaves the one in use that embeds a small batch in the least time. Where only one
 * starts, it is that one and nothing is measured; where none does, cpu.
 *
 * @returns what each was found to be, the chosen one first, then by time, and last those that do not start
 */
export async function chooseBackend({
  start,
  candidates = allHere(),
  time = timeBatch,
}: ChooseOptions): Promise<[chosen: BackendMeasure, ...others: BackendMeasure[]]> {
  const started: BackendName[] = [];
  const failed: BackendMeasure[] = [];
  for (const backend of candidates) {
    try {
      await start(backend);
      started.push(backend);
    } catch (error) {
      failed.push({ backend, problem: reasonOf(error) });
    }
  }
  const measured: BackendMeasure[] = [];
  if (started.length > 1) {
    for (const backend of started) {
      await start(backend);
      measured.push({ backend, milliseconds: await time() });
    }
    measured.sort((a, b) => a.milliseconds! - b.milliseconds!);
  }
  const [first = { backend: started[0] ?? 'cpu' }, ...slower] = measured;
  await start(first.backend);
  return [first, ...slower, ...failed];
}

/** node-gpu before node: they have one name in tfjs, and the first to load computes. */
const order = ['wasm', 'webgl', 'webgpu', 'node-gpu', 'node'] as const satisfies readonly BackendName[];

function allHere(): BackendName[] {
  const isNode = typeof process !== 'undefined' && typeof process.versions?.node === 'string';
  const here = backendsOf(isNode ? 'node' : 'page');
  return order.filter((name) => here.includes(name));
}

/** The least time of a batch on the backend in use; the first one also compiles and is not counted. */
export async function timeBatch(now = () => performance.now()): Promise<number> {
  const model = createClip(config);
  const pixels: Tensor4D = zeros([batchSize, config.image.imageSize, config.image.imageSize, 3]);
  try {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round <= rounds; round++) {
      const from = now();
      const embeddings = tidy(() => model.encodeImages(pixels));
      await embeddings.data();
      embeddings.dispose();
      if (round > 0) least = Math.min(least, now() - from);
    }
    return least;
  } finally {
    pixels.dispose();
    model.dispose();
  }
}
