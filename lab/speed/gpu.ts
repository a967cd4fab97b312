// npm run bench:gpu: what a GPU gives, by WebGPU in Node. One table in the terminal, one file of JSON.
//
//   npm run bench:gpu -w @slipform/clip                          some minutes on a GPU
//   npm run bench:gpu -w @slipform/clip -- --peak 67 --json h100.json
//   npm run bench:gpu -w @slipform/clip -- --quick               a minute on software Vulkan: whether all of it works
//   npm run bench:gpu -w @slipform/clip -- --backend wasm --quick
//
// Training counts images and captions that come from this process and three numbers that go back; embedding the reading
// of the embeddings; neither decodes pictures. Work is timed over a queue that is drained before and after a round.
import { writeFile } from 'node:fs/promises';
import { InputError } from '@slipform/kit/errors/input-error';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import {
  backend,
  matMul,
  type Rank,
  randomUniform,
  type Tensor2D,
  tidy,
  version_core,
} from '@tensorflow/tfjs-core';
import { useBackend } from '../../packages/clip/src/index';
import { measure, measureWork, type Patience, workOf } from './gpu/measure-work';
import { type GpuOptions, readOptions } from './gpu/options';
import { dispatchTable, type Row, table } from './gpu/report';
import { thisMachine } from './yardstick/machine';

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!InputError.isInstance(error)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run({ backend, peak, quick, json, dispatches }: GpuOptions): Promise<void> {
  await useBackend(backend);
  const kernels = backend === 'wasm' ? (await useWasmKernels()).variant : undefined;
  const adapter = await findAdapter();
  const machine = thisMachine();
  console.log(`tfjs ${version_core}, Node ${process.version}, ${machine.system}, ${machine.processor}`);
  console.log(
    adapter === undefined
      ? `backend: ${backend}${kernels === undefined ? '' : `, kernels: ${kernels}`}`
      : `GPU: ${adapter.description} (vendor ${adapter.vendor}, architecture ${adapter.architecture}, device ${adapter.device}); a tensor has at most ${adapter.largestTensor.toFixed(0)} MB`,
  );
  if (adapter?.software || adapter === undefined) {
    console.log('This is no GPU: the figures show that the script works, and nothing of a GPU’s speed.');
  }
  if (quick) console.log('--quick: small batches and one round, so that the figures are rough.');
  const patience = quick ? { rounds: 1, seconds: 0 } : { rounds: 5, seconds: 1 };
  const products = await peakOfProducts(quick ? [256, 512] : [1024, 2048, 4096, 8192], patience);
  const best = products.reduce((most, product) => (product.tflops > most.tflops ? product : most), {
    size: 0,
    tflops: Number.NaN,
    ...products[0],
  });
  console.log(
    `products of square matrices, TFLOP/s: ${products.map(({ size, tflops }) => `${size}: ${tflops.toPrecision(3)}`).join(', ')}`,
  );
  console.log(
    peak === undefined
      ? `peak: ${best.tflops.toPrecision(3)} TFLOP/s, the best of these; --peak takes the maker's`
      : `peak: ${peak} TFLOP/s, as given; the best product here has ${((100 * best.tflops) / peak).toFixed(1)} % of it`,
  );
  const rows: Row[] = [];
  for (const work of workOf(quick)) {
    process.stderr.write(`${work.name}, batch ${work.batch} …\n`);
    try {
      rows.push({ work, measured: await measureWork(work, patience), failure: undefined });
    } catch (error) {
      rows.push({
        work,
        measured: undefined,
        failure: error instanceof Error ? error.message : String(error),
      });
    }
  }
  console.log(`\n${table(rows, peak ?? best.tflops)}`);
  if (dispatches) console.log(`\n${rows.map(dispatchTable).join('\n\n')}`);
  if (json === undefined) return;
  const figures = rows.map(({ work, measured, failure }) => ({
    ...{ name: work.name, kind: work.kind, batch: work.batch, failure },
    ...(measured === undefined ? {} : { ...measured, dispatches: Object.fromEntries(measured.dispatches) }),
  }));
  const report = {
    date: new Date().toISOString(),
    backend,
    kernels,
    adapter,
    machine,
    quick,
    peak,
    products,
    figures,
  };
  await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
}

/** What computes. */
export interface Adapter {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  /** With the driver's name and version, where WebGPU gives them. */
  readonly description: string;
  /** Whether it is a processor that acts as a GPU. */
  readonly software: boolean;
  /** The largest tensor in MB. */
  readonly largestTensor: number;
}

/** WebGPU as far as it is used here. */
interface Gpu {
  requestAdapter(
    options: object,
  ): Promise<{ readonly info: Readonly<Record<string, string | boolean>> } | null>;
}

interface DeviceBackend {
  readonly device: { readonly limits: { readonly maxStorageBufferBindingSize: number } };
}

/** The adapter that tfjs's webgpu backend has chosen; undefined on another backend. */
export async function findAdapter(): Promise<Adapter | undefined> {
  const used: object = backend();
  if (!('device' in used)) return undefined;
  const { device } = used as DeviceBackend;
  const { gpu } = navigator as unknown as { gpu: Gpu };
  // As tfjs asks for it.
  const info = (await gpu.requestAdapter({ powerPreference: 'high-performance' }))?.info ?? {};
  const text = (name: string) => String(info[name] ?? '') || 'unknown';
  return {
    vendor: text('vendor'),
    architecture: text('architecture'),
    device: text('device'),
    description: text('description'),
    software: info.isFallbackAdapter === true || info.architecture === 'software',
    largestTensor: device.limits.maxStorageBufferBindingSize / 2 ** 20,
  };
}

/** The rate of one square product. */
export interface Product {
  readonly size: number;
  readonly tflops: number;
}

/** The best rate of products of square float32 matrices; sizes that don't fit are left out. */
export async function peakOfProducts(sizes: readonly number[], patience: Patience): Promise<Product[]> {
  const found: Product[] = [];
  for (const size of sizes) {
    let a: Tensor2D | undefined;
    try {
      a = tidy(() => randomUniform<Rank.R2>([size, size], -1, 1));
      const matrix = a;
      const { ms } = await measure(async (pieces) => {
        for (let i = 0; i < pieces; i++) matMul(matrix, matrix).dispose();
      }, patience);
      found.push({ size, tflops: (2 * size ** 3) / ms / 1e9 });
    } catch (error) {
      console.error(
        `a product of ${size} × ${size} is left out: ${error instanceof Error ? error.message : error}`,
      );
    } finally {
      a?.dispose();
    }
  }
  return found;
}
