import { backend } from '@tensorflow/tfjs-core';

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
export type Dispatches = Map<string, number>;

/** Counts what is asked of the GPU until `stop()`; nothing where the backend in use is not webgpu. */
export function countDispatches(): { readonly dispatches: Dispatches; stop(): void } {
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
