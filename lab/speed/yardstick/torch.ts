import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { childContender, type Side } from './contender';

const script = join(import.meta.dirname, '../yardstick.py');

/** A Python with PyTorch, and what it said of itself. */
export interface Torch {
  readonly python: string;
  readonly version: string;
  readonly blas: Blas;
  /** "PyTorch 2.6.0, OpenBLAS 0.3.29" */
  readonly name: string;
  /** The library of the fused and the batched products. */
  readonly oneDnn: string | undefined;
  readonly pythonVersion: string;
  readonly libraries: readonly string[];
  readonly pools: readonly object[];
  readonly threads: number;
  readonly interopThreads: number;
}

/** OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE would make OpenBLAS guess the machine wrong. */
export function environment(threads: number): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...env } = process.env;
  const count = String(threads);
  return { ...env, OMP_NUM_THREADS: count, MKL_NUM_THREADS: count, OPENBLAS_NUM_THREADS: count };
}

/** Asks a Python for its PyTorch; undefined where it has none. */
export async function findTorch(python: string): Promise<Torch | undefined> {
  let text: string;
  try {
    ({ stdout: text } = await promisify(execFile)(python, [script, 'describe'], { env: environment(1) }));
  } catch {
    return undefined;
  }
  const { version, python: pythonVersion, settings, ...rest } = JSON.parse(text);
  const blas = nameBlas({ settings, ...rest });
  return {
    python,
    version,
    blas,
    name: `PyTorch ${version.replace(/\+.*/, '')}, ${blas.name}`,
    oneDnn: /MKL-DNN v([\d.]+)/.exec(settings)?.[1],
    pythonVersion,
    ...rest,
    libraries: ownLibraries(rest.libraries),
  };
}

/** The Pythons to try where the user names none, each once. */
export async function defaultPythons(): Promise<string[]> {
  const found = new Map<string, string>();
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      const ask = ['-c', 'import sys; print(sys.executable)'];
      const { stdout } = await promisify(execFile)(python, ask);
      found.set(realpathSync(stdout.trim()), python);
    } catch {
      // It is not there.
    }
  }
  return [...found.values()];
}

export function torchSide({ python, name }: Torch, threads: number): Side {
  return {
    name: `${name}${threads === 1 ? '' : `, ${threads} threads`}`,
    kind: 'torch',
    threads,
    start: ({ kind, batch }, folder) =>
      childContender(python, [script, kind, folder, `${threads}`, `${batch}`], environment(threads)),
  };
}

/** One line: version, BLAS, threads, processor's rate. */
export function describeTorch({ pythonVersion, version, blas, oneDnn, threads }: Torch): string {
  const dnn = oneDnn === undefined ? '' : `, oneDNN ${oneDnn}`;
  return `PyTorch ${version} (Python ${pythonVersion}), ${blas.name}${dnn}, 512 × 512 product at ${blas.productRate.toFixed(0)} GFLOP/s on ${threads} thread`;
}

/** What yardstick.py says of the library behind PyTorch's matrix products. */
export interface BlasReport {
  /** torch.__config__.show(). */
  readonly settings: string;
  /** Files of the libraries that the process has loaded; empty where that can't be read. */
  readonly libraries: readonly string[];
  /** What threadpoolctl says, where it is installed. */
  readonly pools: readonly { readonly internal_api?: string | null; readonly version?: string | null }[];
  /** GFLOP/s of a product of 512 × 512 on one thread. */
  readonly productRate: number;
}

export interface Blas {
  /** With its version where that is known: "OpenBLAS 0.3.29", "MKL 2024.2". */
  readonly name: string;
  /** Why this is no opponent: it is as slow as a reference BLAS. */
  readonly refusal?: string;
  readonly productRate: number;
}

const families: readonly (readonly [RegExp, string])[] = [
  [/openblas/i, 'OpenBLAS'],
  [/blis/i, 'BLIS'],
  [/mkl/i, 'MKL'],
];

/** A tuned library makes twenty at least on a processor of the last ten years, and a reference BLAS two to seven. */
const slowest = 10;

/** Names the library that multiplies: MKL is linked into PyTorch's own build, others are files that it has loaded. */
export function nameBlas({ settings, libraries, pools, productRate }: BlasReport): Blas {
  const mkl = /Math Kernel Library Version (\d+(\.\d+)*)/.exec(settings)?.[1];
  const name = mkl === undefined ? nameOf(ownLibraries(libraries), settings, pools) : `MKL ${mkl}`;
  if (productRate >= slowest) return { name, productRate };
  const refusal = `multiplies at ${productRate.toFixed(1)} GFLOP/s on one thread, as slow as a reference BLAS, with ${name}`;
  return { name, refusal, productRate };
}

/** Without those of NumPy and SciPy from PyPI, which bring an OpenBLAS that PyTorch does not multiply with. */
function ownLibraries(libraries: readonly string[]): string[] {
  return libraries.filter((file) => !/[\\/](numpy|scipy)\.libs[\\/]/.test(file));
}

function nameOf(libraries: readonly string[], settings: string, pools: BlasReport['pools']): string {
  for (const [family, name] of families) {
    const files = libraries.filter((file) => family.test(file));
    if (files.length === 0) continue;
    const pool = pools.find(({ internal_api: api }) => family.test(api ?? ''));
    const version = files.map((file) => /-r(\d+(\.\d+)+)\.so/.exec(file)?.[1]).find(Boolean) ?? pool?.version;
    return version === undefined || version === null ? name : `${name} ${version}`;
  }
  return `BLAS "${/BLAS_INFO=(\w+)/.exec(settings)?.[1] ?? 'unknown'}"`;
}
