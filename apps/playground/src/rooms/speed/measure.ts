import { type ClipConfig, createClip } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import {
  conv2d,
  dispose,
  matMul,
  randomNormal,
  type Tensor,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { TrainingBackend } from '../train/worker/messages';
import { starts } from '../train/worker/start-backend';

export type Backend = TrainingBackend;

/** `tiny` is for tests: it measures nothing that one would believe. */
export type Amount = 'tiny' | 'quick' | 'whole';

export interface MeasureJob {
  readonly backend: Backend;
  readonly amount: Amount;
}

/** One line of the table, and of the JSON. */
export interface Measured {
  readonly backend: Backend;
  readonly op: 'matMul' | 'conv2d' | 'vision tower';
  /** The shapes, in words that stay the same. */
  readonly size: string;
  /** Milliseconds a run: the lowest mean of some rounds. */
  readonly ms: number;
  /** Floating-point operations a second, in thousand millions: two for each multiply-add. */
  readonly gflops: number;
  /** Pictures a second; of the vision tower alone. */
  readonly pictures?: number;
  /** Runs of the round that was the fastest. */
  readonly runs: number;
}

/** What a backend computes on. */
export interface Started {
  readonly backend: Backend;
  /** The graphics card and its driver, as far as the browser says it; of wasm, whose instructions the kernels use. */
  readonly on: string;
  /** How many lines will be measured. */
  readonly lines: number;
}

export type MeasureNote =
  | { readonly started: Started }
  | { readonly next: string }
  | { readonly measured: Measured };

interface Work {
  readonly op: Measured['op'];
  readonly size: string;
  readonly flops: number;
  readonly pictures?: number;
  /** Makes what it needs; then a run, which leaves one tensor, and what frees all. */
  readonly prepare: () => { readonly run: () => Tensor; readonly free: () => void };
}

/** Milliseconds that a round takes at least, and rounds. */
const patience: Readonly<Record<Amount, { readonly round: number; readonly rounds: number }>> = {
  tiny: { round: 0, rounds: 1 },
  quick: { round: 150, rounds: 2 },
  whole: { round: 500, rounds: 3 },
};

const tinyText = { vocabularySize: 8, contextLength: 4, width: 8, layers: 1, heads: 1 } as const;
const towers = {
  tiny: { imageSize: 32, patchSize: 16, width: 32, layers: 1, heads: 2 },
  small: { imageSize: 112, patchSize: 16, width: 192, layers: 6, heads: 3 },
  'B/32': { imageSize: 224, patchSize: 32, width: 768, layers: 12, heads: 12 },
} as const;

const square = (n: number): Work => ({
  op: 'matMul',
  size: `${n} × ${n} × ${n}`,
  flops: 2 * n ** 3,
  prepare() {
    const [a, b] = [randomNormal([n, n]), randomNormal([n, n])];
    return { run: () => matMul(a, b), free: () => dispose([a, b]) };
  },
});

const convolution = (edge: number, channels: number, batch: number): Work => ({
  op: 'conv2d',
  size: `${batch} × ${edge} × ${edge} × ${channels}, 3 × 3 → ${channels}`,
  flops: 2 * batch * edge ** 2 * 9 * channels ** 2,
  prepare() {
    const pixels = randomNormal([batch, edge, edge, channels]) as Tensor4D;
    const filter = randomNormal([3, 3, channels, channels]) as Tensor4D;
    return {
      run: () => conv2d(pixels, filter, 1, 'same'),
      free: () => dispose([pixels, filter]),
    };
  },
});

/** Floating-point operations for one picture, two for each multiply-add: patches, layers, of which the last reads one token alone, projection. */
function towerFlops(
  { imageSize, patchSize, width, layers }: (typeof towers)[keyof typeof towers],
  embeddingSize: number,
): number {
  const patches = (imageSize / patchSize) ** 2;
  const tokens = patches + 1;
  // Keys and values; queries, what attention gives and an MLP of four widths; scores and the sum that they weigh.
  const layer = (queries: number) =>
    2 * tokens * width ** 2 + queries * (10 * width ** 2 + 2 * tokens * width);
  const all =
    (layers - 1) * layer(tokens) + layer(1) + width * embeddingSize + patches * 3 * patchSize ** 2 * width;
  return 2 * all;
}

const tower = (name: keyof typeof towers, batch: number): Work => {
  const image = towers[name];
  const embeddingSize = 64;
  const config: ClipConfig = { embeddingSize, image, text: tinyText };
  const { imageSize, width, layers } = image;
  return {
    op: 'vision tower',
    size: `${name}: ${batch} × ${imageSize} × ${imageSize} × 3, width ${width}, ${layers} ${layers === 1 ? 'layer' : 'layers'}`,
    flops: batch * towerFlops(image, embeddingSize),
    pictures: batch,
    prepare() {
      const model = createClip(config);
      const pixels = randomNormal([batch, imageSize, imageSize, 3]) as Tensor4D;
      return {
        run: () => model.encodeImages(pixels),
        free() {
          pixels.dispose();
          model.dispose();
        },
      };
    },
  };
};

/** What is measured on each backend, the lightest first. */
const works: Readonly<Record<Amount, readonly Work[]>> = {
  tiny: [square(16), convolution(8, 4, 1), tower('tiny', 1), tower('tiny', 8)],
  quick: [square(128), square(512), convolution(28, 64, 1), tower('small', 1), tower('small', 8)],
  whole: [
    ...[64, 128, 256, 512, 1024].map(square),
    ...[convolution(28, 64, 1), convolution(56, 64, 1), convolution(28, 128, 8)],
    ...[tower('small', 1), tower('small', 8), tower('B/32', 1), tower('B/32', 8)],
  ],
};

/** Measures a backend, in its worker. */
export async function measure(
  { backend, amount }: MeasureJob,
  note: (note: MeasureNote) => void,
): Promise<void> {
  await starts[backend](false);
  const all = works[amount];
  note({ started: { backend, on: await whatComputes(backend), lines: all.length } });
  for (const work of all) {
    note({ next: `${work.op} ${work.size}` });
    note({ measured: { backend, ...(await timed(work, patience[amount])) } });
  }
}

async function timed(
  { op, size, flops, pictures, prepare }: Work,
  { round, rounds }: { readonly round: number; readonly rounds: number },
): Promise<Omit<Measured, 'backend'>> {
  const { run, free } = prepare();
  try {
    // Runs go to the device one after another, and only the last one's numbers are waited for, as a program would do.
    const take = async (runs: number) => {
      const started = performance.now();
      for (let at = 1; at < runs; at += 1) tidy(run).dispose();
      const last = tidy(run);
      await last.data();
      last.dispose();
      return performance.now() - started;
    };
    // The first run compiles, lays memory out and sends what was made to the device.
    await take(1);
    let runs = 1;
    let took = await take(runs);
    while (took < round) {
      runs *= Math.max(2, Math.min(16, Math.floor(round / Math.max(took, 0.1))));
      took = await take(runs);
    }
    for (let at = 1; at < rounds; at += 1) took = Math.min(took, await take(runs));
    // A clock of whole milliseconds may say 0.
    const ms = Math.max(took, 0.001) / runs;
    return {
      ...{ op, size, ms, gflops: flops / ms / 1e6, runs },
      ...(pictures !== undefined && { pictures: (1000 * pictures) / ms }),
    };
  } finally {
    free();
  }
}

async function whatComputes(backend: Backend): Promise<string> {
  if (backend === 'wasm') {
    const { variant, reason, remove } = await useWasmKernels();
    remove();
    return variant === 'none'
      ? `one thread, tfjs’s own kernels: ${reason}`
      : `one thread, ${variant} kernels`;
  }
  if (backend === 'webgpu') {
    const adapter = await Object(Object(navigator).gpu).requestAdapter({
      powerPreference: 'high-performance',
    });
    const { vendor, architecture, device, description } = Object(Object(adapter).info);
    return (
      [vendor, architecture, device, description].filter(Boolean).join(' ') ||
      'a card that the browser does not name'
    );
  }
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  const names = context?.getExtension('WEBGL_debug_renderer_info');
  return String(context?.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
}
