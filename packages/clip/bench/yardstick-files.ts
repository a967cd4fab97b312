// The yardstick's parameters and batches, as its PyTorch script writes them, and its own training run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Both towers' architecture, in the script's own words. */
export interface YardstickConfig {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly image: number;
  readonly patch: number;
  readonly length: number;
  readonly vocab: number;
  readonly embed: number;
}

export interface Yardstick {
  readonly config: YardstickConfig;
  readonly folder: string;
  /** Parameters by the script's names. */
  readonly parameters: ReadonlyMap<
    string,
    { readonly shape: readonly number[]; readonly values: Float32Array }
  >;
  /** The first `rows` pairs of batch `step` modulo 4. */
  batch(step: number, rows: number): { readonly images: Float32Array; readonly tokens: Int32Array };
}

interface Meta {
  readonly params: readonly { name: string; shape: number[]; offset: number; count: number }[];
  readonly images: readonly number[];
  readonly texts: readonly number[];
}

const shared = process.env.SLIPFORM_SHARED ?? join(import.meta.dirname, '../../../../shared');
const script = join(shared, 'yardstick', 'yardstick.py');

/** Runs the script with another architecture than its own, on one thread. */
function python(config: Partial<YardstickConfig>, ...args: string[]): string {
  // OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE would make OpenBLAS guess the machine wrong.
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...env } = process.env;
  const load = `import json, runpy, sys, time
y = runpy.run_path(sys.argv[1]); y['C'].update(json.loads(sys.argv[2]))
t = time.process_time()
y['dump'](sys.argv[4]) if sys.argv[3] == 'dump' else y['run'](sys.argv[4], *map(int, sys.argv[5:8]))
print(json.dumps(dict(cpuSeconds=time.process_time() - t)))`;
  return execFileSync('/usr/bin/python3', ['-c', load, script, JSON.stringify(config), ...args], {
    encoding: 'utf8',
    env: { ...env, OMP_NUM_THREADS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Has the script write its files for an architecture, and reads them. Throws where PyTorch is missing. */
export function dumpYardstick(config: YardstickConfig, folder: string): Yardstick {
  mkdirSync(folder, { recursive: true });
  python(config, 'dump', folder);
  const meta: Meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'));
  const floats = (file: string) => {
    const bytes = readFileSync(join(folder, file));
    return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  };
  const raw = floats('params.f32');
  const images = floats('images.f32');
  const { buffer, byteOffset, length } = floats('texts.i32'); // a small file's bytes lie in a pool
  const texts = new Int32Array(buffer, byteOffset, length);
  const slice = <T extends Float32Array | Int32Array>(
    all: T,
    shape: readonly number[],
    step: number,
    rows: number,
  ) => {
    const [batches, size] = shape as [number, number];
    const each = all.length / batches / size;
    const start = (step % batches) * size * each;
    return all.slice(start, start + rows * each) as T;
  };
  return {
    config,
    folder,
    parameters: new Map(
      meta.params.map(({ name, shape, offset, count }) => [
        name,
        { shape, values: raw.slice(offset, offset + count) },
      ]),
    ),
    batch: (step, rows) => ({
      images: slice(images, meta.images, step, rows),
      tokens: slice(texts, meta.texts, step, rows),
    }),
  };
}

export interface PyTorchRun {
  readonly stepsPerSecond: number;
  /** Of the first twelve steps. */
  readonly losses: readonly number[];
  /** CPU time over the number of steps, the reading of the files and the slow first steps included. */
  readonly cpuMs: number;
}

/** The same training steps in PyTorch on one thread. */
export function runPyTorch({ config, folder }: Yardstick, batch: number, steps: number): PyTorchRun {
  const [run, time] = python(config, 'run', folder, '1', String(batch), String(steps)).trim().split('\n');
  return { ...JSON.parse(run!), cpuMs: (1000 * JSON.parse(time!).cpuSeconds) / steps };
}
