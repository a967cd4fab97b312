import { takeWasmKernels } from '@slipform/tfjs-kernels';
import { env, findBackendFactory, getBackend, tensor, tidy, type Variable } from '@tensorflow/tfjs-core';
import { useBackend } from '../backend/use-backend';
import { ClipModel } from '../model/clip-model';
import { toVariable } from '../model/create-clip';
import { trainedSizes } from './trained-sizes';
import type { ChangedWeights, WorkerSetup } from './worker-job';

/** A worker's model: that of the pool, whose weights it takes over before each job. */
export class WorkerModel {
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
