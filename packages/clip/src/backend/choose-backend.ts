import { reasonOf } from '@slipform/kit/errors/input-error';
import { dispose, matMul, ones, relu, tidy } from '@tensorflow/tfjs-core';
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

/** Tokens of four pictures, the width of a tower of CLIP, and of its MLP: 0.8 GFLOP, some 20 ms on one thread of wasm. */
const [tokens, width, mlpWidth] = [200, 512, 2048];
const rounds = 3;

/**
 * Starts every backend that is here and leaves the one in use that computes a small batch in the least time. Where only one
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

/** The least time of the MLP of a layer on the backend in use; the first one also compiles and is not counted. */
export async function timeBatch(now = () => performance.now()): Promise<number> {
  const [x, up, down] = [ones([tokens, width]), ones([width, mlpWidth]), ones([mlpWidth, width])];
  try {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round <= rounds; round++) {
      const from = now();
      const y = tidy(() => matMul(relu(matMul(x, up)), down));
      await y.data();
      y.dispose();
      if (round > 0) least = Math.min(least, now() - from);
    }
    return least;
  } finally {
    dispose([x, up, down]);
  }
}
