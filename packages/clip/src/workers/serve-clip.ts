import { refuse } from '@slipform/kit/errors/input-error';
import { answerLane, type LanePort } from '@slipform/kit/threads/answer-lane';
import { takeWasmKernels } from '@slipform/tfjs-kernels';
import {
  env,
  findBackendFactory,
  getBackend,
  memory,
  type Scalar,
  type Tensor,
  tensor,
  tidy,
  type Variable,
} from '@tensorflow/tfjs-core';
import { useBackend } from '../backend/use-backend';
import { nodeThreads } from '../files/node-modules';
import {
  backpropagate,
  embedInPieces,
  embedInputs,
  innerProducts,
  lossGradients,
} from '../gradients/batch-gradients';
import type { BatchFields, BatchInputs, EmbeddingName, TowerInput } from '../gradients/tower-input';
import { ClipModel } from '../model/clip-model';
import { toVariable } from '../model/create-clip';
import { encodeTextsByLength } from '../model/texts-by-length';
import { holdLock } from './life-lock';
import { unpackRows } from './packed-rows';
import { copyValues, sumSlice } from './shared-memory';
import {
  type ChangedWeights,
  type FieldRows,
  type FieldValues,
  fieldNames,
  trainedSizes,
  type WorkerJob,
  type WorkerJobs,
  type WorkerNote,
  type WorkerResult,
  type WorkerSetup,
} from './worker-job';

/**
 * Makes a thread a worker of `trainClip` and of an encoder: the whole of a worker's file in a page, and in Node of one
 * with a backend of its own. Import the backend's package before, and call wasm's `setWasmPaths` where it needs them.
 *
 * @throws {InputError} where it is called in no worker
 * @example
 * import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
 * import { serveClip } from '@slipform/clip/worker';
 *
 * setWasmPaths('/wasm/');
 * serveClip();
 */
export function serveClip(): void {
  const work = new WorkerWork();
  answerLane<WorkerJob, WorkerResult, WorkerNote>(portOfThread(), (job, note) => work.run(job, note), {
    inOrder: true,
  });
}

function portOfThread(): LanePort {
  const port = nodeThreads()?.parentPort;
  if (port) {
    return {
      post: (message, moved) => port.postMessage(message, moved),
      listen: (onMessage) => port.on('message', onMessage),
    };
  }
  const scope: object = globalThis;
  if (!isWorkerScope(scope)) {
    refuse(
      'serveClip',
      'it',
      'must be called in a worker',
      'the main thread',
      'call it in the file that new Worker(…) is given',
    );
  }
  return {
    post: (message, moved) => scope.postMessage(message, [...moved]),
    listen(onMessage) {
      scope.addEventListener('message', ({ data }) => onMessage(data));
      holdLock((message) => scope.postMessage(message, []));
    },
  };
}

/** What is used of a web worker's global scope. */
interface WorkerScope {
  postMessage(message: unknown, moved: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function isWorkerScope(scope: object): scope is WorkerScope {
  return 'importScripts' in scope || ('WorkerGlobalScope' in scope && !('document' in scope));
}

/** Ends a forward pass whose embeddings the loss does not depend on. */
const NO_SLOPES = new Error('The loss has no gradient here.');

type Inputs = Partial<BatchFields<TowerInput>>;

/** All that a worker does; see `WorkerJobs`. */
class WorkerWork {
  private started: WorkerModel | undefined;
  private kept: Inputs = {};

  /** Does a job. One that embeds for a step sends the embeddings by `note`, and waits with the tape in its hands. */
  async run(job: WorkerJob, note: (note: WorkerNote) => void): Promise<WorkerResult> {
    if (job.kind === 'open') {
      this.started = await WorkerModel.start(job);
      return undefined;
    }
    this.worker.assign(job.weights);
    if (job.kind === 'embed') return this.embed(job);
    if (job.kind === 'backward') return this.backward(job);
    if (job.kind === 'step') return this.step(job, note);
    if (job.kind === 'sum') return sumSlice(job.gradients, job.from, job.to);
    const { numTensors, numBytes } = memory();
    return { numTensors, numBytes };
  }

  private get worker(): WorkerModel {
    if (this.started === undefined) throw new Error('The worker was given a job before it was opened.');
    return this.started;
  }

  private embed({ rows, microBatch, keep = false }: WorkerJobs['embed']['job']): FieldValues {
    const inputs = this.inputsOf(rows, keep);
    if (keep) this.kept = inputs;
    const values: { [Name in EmbeddingName]?: Float32Array } = {};
    for (const name of fieldNames) {
      const input = inputs[name];
      if (input === undefined) continue;
      tidy(() => {
        values[name] = floatsOf(embedInPieces(input, microBatch ?? input.rows));
      });
    }
    return values;
  }

  private backward({ slopes, microBatch, into }: WorkerJobs['backward']['job']): undefined {
    const inputs = this.kept;
    this.kept = {};
    tidy(() => {
      const total = new Map<string, Tensor>();
      for (const name of fieldNames) {
        const input = inputs[name];
        const slope = slopes[name];
        if (input === undefined || slope === undefined) continue;
        const rows = tensor(slope, [input.rows, slope.length / input.rows]);
        backpropagate(this.worker.model, input, rows, microBatch ?? input.rows, total);
      }
      this.write(total, into);
    });
    return undefined;
  }

  private step(
    { rows, slopes, gate, into }: WorkerJobs['step']['job'],
    note: (note: WorkerNote) => void,
  ): undefined {
    const { model } = this.worker;
    const inputs = this.inputsOf(rows, true) as BatchInputs;
    const compute = (): Scalar => {
      const embedded = embedInputs(model, inputs);
      const fields = fieldNames.flatMap((name): [EmbeddingName, Tensor][] => {
        const field = embedded[name];
        return field === undefined ? [] : [[name, field]];
      });
      note(Object.fromEntries(fields.map(([name, field]) => [name, floatsOf(field)])));
      // The loss of the whole batch is taken elsewhere meanwhile. The tape lives as long as this call.
      Atomics.wait(gate, 0, 0);
      const hasSlopes = fields.filter(([name]) => (gate[1]! & (1 << fieldNames.indexOf(name))) !== 0);
      if (hasSlopes.length === 0) throw NO_SLOPES;
      return innerProducts(hasSlopes.map(([name, field]) => [field, tensor(slopes[name]!, field.shape)]));
    };
    tidy(() => {
      try {
        this.write(lossGradients(model, compute, []).gradients, into);
      } catch (error) {
        if (error !== NO_SLOPES) throw error;
      }
    });
    return undefined;
  }

  /** Embeddings for their own sake have the bits of one thread; a step has only its own number of workers to agree with. */
  private inputsOf(rows: FieldRows, isTraining: boolean): Inputs {
    const { model } = this.worker;
    const encodeTexts = isTraining ? encodeTextsByLength : undefined;
    return Object.fromEntries(
      Object.entries(rows).map(([name, packed]) => [name, unpackRows(model, packed, encodeTexts)]),
    );
  }

  /** Writes the gradients one after another, zeros for what has none. */
  private write(gradients: ReadonlyMap<string, Tensor>, into: Float32Array): void {
    let at = 0;
    for (const [name, size] of this.worker.trained) {
      const gradient = gradients.get(name);
      if (gradient === undefined) into.fill(0, at, at + size);
      else copyValues(gradient, into.subarray(at, at + size));
      at += size;
    }
  }
}

function floatsOf(x: Tensor): Float32Array {
  return x.dataSync() as Float32Array;
}

/** A worker's model: that of the pool, whose weights it takes over before each job. */
class WorkerModel {
  private readonly parameters = new Map<string, Variable>();
  /** Where the values of parameters lie in shared memory, if they change there. */
  private readonly places = new Map<string, Float32Array>();
  readonly model: ClipModel;

  private constructor(private readonly setup: WorkerSetup) {
    this.model = new ClipModel(setup.config, this.parameters);
  }

  /** Starts the backend, with the kernels that the pool's own thread has. */
  static async start(setup: WorkerSetup): Promise<WorkerModel> {
    const { backend, kernels } = setup;
    if (backend === 'wasm') withoutThreads();
    await useBackend(backend);
    if (kernels !== undefined) await takeWasmKernels(kernels);
    return new WorkerModel(setup);
  }

  /** What is differentiated by, in the order of the pool's model: here parameters lie in the order in which they came. */
  get trained(): readonly (readonly [name: string, size: number])[] {
    const sizes = new Map(trainedSizes(this.parameters));
    return this.setup.trained.flatMap((name) => (sizes.has(name) ? [[name, sizes.get(name)!] as const] : []));
  }

  /** Always by new tensors: wasm keeps packed weights by tensor. */
  assign(weights: ChangedWeights): void {
    for (const [name, given] of weights) {
      if (given !== undefined && this.setup.keepsWeights) this.places.set(name, given);
      const values = own(given ?? this.places.get(name)!);
      const shape = this.setup.shapes.get(name)!;
      const known = this.parameters.get(name);
      if (known !== undefined) {
        tidy(() => known.assign(tensor(values, [...shape])));
        continue;
      }
      const made = toVariable(values, shape);
      made.trainable = name !== 'logit_scale' && this.setup.trained.includes(name);
      this.parameters.set(name, made);
    }
  }
}

/** The cpu backend takes an array as it is, and what is shared is written to again. */
function own(values: Float32Array): Float32Array {
  return getBackend() === 'cpu' ? values.slice() : values;
}

/** tfjs's wasm backend starts threads of its own in a page that is cross-origin isolated; here each worker is one. */
function withoutThreads(): void {
  if (findBackendFactory('wasm') !== null) env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
}
