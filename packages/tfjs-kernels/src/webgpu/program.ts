import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';

/** A number that a program gets with its tensors. */
type Uniform = readonly [type: 'i32' | 'f32', value: number];

/** tfjs's WebGPUBackend, as far as it is used here: it compiles a program once and puts it into the queue. */
export interface GpuBackend {
  runWebGPUProgram(
    program: SlipformProgram,
    inputs: readonly TensorInfo[],
    dtype: DataType,
    uniforms: readonly { readonly type: string; readonly data: readonly number[] }[],
  ): TensorInfo;
  disposeData(dataId: object): boolean;
}

interface ProgramOptions {
  /** Which WGSL it is: programs of one key and of the same inputs' names are compiled once. */
  readonly key: string;
  readonly inputs: Readonly<Record<string, TensorInfo>>;
  readonly uniforms?: Readonly<Record<string, Uniform>>;
  readonly shape: readonly number[];
}

const workgroup = 64;

/** A compute shader in the form that tfjs's backend runs; its tensors are vectors, in the order of their memory. */
class SlipformProgram {
  readonly dispatchLayout = { x: [0] };
  readonly size = true;
  readonly outputShape: readonly number[];
  readonly dispatch: readonly [number, number, number];
  readonly workgroupSize: readonly [number, number, number];

  constructor(
    readonly shaderKey: string,
    readonly variableNames: readonly string[],
    readonly uniforms: string,
    size: number,
    groups: number,
    threads: number,
    private readonly code: string,
  ) {
    this.outputShape = [size];
    this.dispatch = [groups, 1, 1];
    this.workgroupSize = [threads, 1, 1];
  }

  getUserCode(): string {
    return this.code;
  }
}

const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

function run(
  backend: GpuBackend,
  { key, inputs, uniforms = {}, shape }: ProgramOptions,
  { groups, threads, code }: { readonly groups: number; readonly threads: number; readonly code: string },
): TensorInfo {
  const declared = Object.entries(uniforms).map(([name, [type]]) => `${name} : ${type}, `);
  const program = new SlipformProgram(
    `slipform_${key}`,
    Object.keys(inputs),
    declared.join(''),
    sizeOf(shape),
    groups,
    threads,
    code,
  );
  const flat = Object.values(inputs).map(({ dataId, shape, dtype }) => ({
    dataId,
    shape: [sizeOf(shape)],
    dtype,
  }));
  const values = Object.values(uniforms).map(([type, value]) => ({
    type: type === 'i32' ? 'int32' : 'float32',
    data: [value],
  }));
  const { dataId, dtype } = backend.runWebGPUProgram(program, flat, 'float32', values);
  return { dataId, dtype, shape: [...shape] };
}

/** One thread for each number of the result: `body` sets `value` at `index`. `functions` stand before it. */
export function elementwise(
  backend: GpuBackend,
  options: ProgramOptions & { readonly body: string; readonly functions?: string },
): TensorInfo {
  const code = `${options.functions ?? ''}
    fn main(index : i32) {
      if (index < uniforms.size) {
        var value = 0.0;
        ${options.body}
        setOutputAtIndex(index, value);
      }
    }`;
  return run(backend, options, {
    groups: Math.ceil(sizeOf(options.shape) / workgroup),
    threads: workgroup,
    code,
  });
}

/**
 * One group of threads for each of `rows` rows. `body` sees `row`, `thread` and the constant `threads`, and must not
 * branch around `total(x)` and `largest(x)`, which give all threads the sum or the maximum of their numbers. It writes
 * only where `row < rows`: a large grid has groups beyond the last row.
 */
export function rowwise(
  backend: GpuBackend,
  options: ProgramOptions & { readonly rows: number; readonly body: string; readonly functions?: string },
): TensorInfo {
  const { rows, uniforms, key } = options;
  const code = `
    const threads = ${workgroup};
    var<workgroup> shared_numbers : array<f32, threads>;
    fn total(x : f32) -> f32 {
      ${reduction('shared_numbers[thread] + shared_numbers[thread + half]')}
    }
    fn largest(x : f32) -> f32 {
      ${reduction('max(shared_numbers[thread], shared_numbers[thread + half])')}
    }
    ${options.functions ?? ''}
    fn main(index : i32) {
      let row = index / threads;
      let thread = i32(localId.x);
      let rows = uniforms.rows;
      ${options.body}
    }`;
  return run(
    backend,
    { ...options, key, uniforms: { rows: ['i32', rows], ...uniforms } },
    { groups: rows, threads: workgroup, code },
  );
}

function reduction(combine: string): string {
  return `
      let thread = i32(localId.x);
      workgroupBarrier();
      shared_numbers[thread] = x;
      workgroupBarrier();
      for (var half = threads / 2; half > 0; half = half / 2) {
        if (thread < half) {
          shared_numbers[thread] = ${combine};
        }
        workgroupBarrier();
      }
      return shared_numbers[0];`;
}
